import { ArchiveRegular, ArrowSwapRegular, ArrowUploadRegular, BuildingRegular, CalendarClockRegular, CalendarRegular, CertificateRegular, CheckboxCheckedRegular, ClipboardCheckmarkRegular, DataBarVerticalRegular, DocumentRegular, EyeRegular, GridRegular, HistoryRegular, KeyRegular, MailRegular, PeopleRegular, RibbonStarRegular, SendRegular, ShieldKeyholeRegular, StarRegular, TaskListLtrRegular, WrenchRegular } from "@fluentui/react-icons";
import { lazy, type ComponentType, type ReactNode } from "react";
import type { Session, SessionRole } from "../../api/session";
import { go, type Place } from "../../shared/router";
import { SchoolChoice } from "../../shared/ui/SchoolChoice";

/** What a screen may know of the shell around it. */
export interface ScreenContext {
  session: Session;
  person: { id: string; name: string };
  role: SessionRole;
  year: number;
  place: Place;
}

type ScreenId =
  | "duties" | "paper" | "upload" | "board" | "schoolDuties" | "roster" | "sessions" | "attendance" | "credits" | "filing" | "rights"
  | "myCredits" | "ledger" | "closing" | "deadlines" | "region" | "evaluation" | "inspection" | "contradictions" | "digests" | "changes" | "review" | "dashboard" | "diagnostics" | "district" | "access";

interface Screen {
  /** First part of the address and key of the title. */
  id: ScreenId;
  roles: readonly string[];
  icon: ComponentType;
  inNavigation?: false;
  render: (context: ScreenContext) => ReactNode;
}

const BoardScreen = lazy(() => import("../../features/board/BoardScreen"));
const DutiesScreen = lazy(() => import("../../features/duties/DutiesScreen"));
const Paper = lazy(() => import("../../features/fill/Paper").then((module) => ({ default: module.Paper })));
const PaperScreen = lazy(() => import("../../features/fill/PaperScreen"));
const UploadScreen = lazy(() => import("../../features/fill/UploadScreen"));
const RosterScreen = lazy(() => import("../../features/roster/RosterScreen"));
const ImportScreen = lazy(() => import("../../features/roster/ImportScreen"));
const ContradictionsScreen = lazy(() => import("../../features/roster/ContradictionsScreen"));
const DeadlinesScreen = lazy(() => import("../../features/deadlines/DeadlinesScreen"));
const DigestScreen = lazy(() => import("../../features/digests/DigestScreen"));
const SessionsScreen = lazy(() => import("../../features/attendance/SessionsScreen"));
const AttendanceScreen = lazy(() => import("../../features/attendance/AttendanceScreen"));
const CreditsScreen = lazy(() => import("../../features/credits/CreditsScreen"));
const LedgerScreen = lazy(() => import("../../features/ledger/LedgerScreen"));
const SchoolLedgerScreen = lazy(() => import("../../features/ledger/SchoolLedgerScreen"));
const ClosingScreen = lazy(() => import("../../features/closing/ClosingScreen"));
const RegionScreen = lazy(() => import("../../features/region/RegionScreen"));
const InspectionScreen = lazy(() => import("../../features/inspection/InspectionScreen"));
const EvaluationScreen = lazy(() => import("../../features/evaluation/EvaluationScreen"));
const OwnEvaluation = lazy(() => import("../../features/evaluation/OwnEvaluation"));
const FilingScreen = lazy(() => import("../../features/filing/FilingScreen"));
const RightsScreen = lazy(() => import("../../features/filing/RightsScreen"));
const ReviewScreen = lazy(() => import("../../features/review/ReviewScreen"));
const ReviewSchoolScreen = lazy(() => import("../../features/review/ReviewSchoolScreen"));
const DashboardScreen = lazy(() => import("../../features/dashboard/DashboardScreen"));
const DistrictScreen = lazy(() => import("../../features/administration/DistrictScreen"));
const AccessScreen = lazy(() => import("../../features/administration/AccessScreen"));
const ChangesScreen = lazy(() => import("../../features/changes/ChangesScreen"));
const DiagnosticsScreen = lazy(() => import("../../features/diagnostics/DiagnosticsScreen"));

const everyone = ["cadre", "secretary", "region-chair", "reviewer", "officer", "administrator"];

const openPaper = (recordId: string): void => go(["paper", recordId]);

const renderPaper = (recordId: string, onChanged: () => void): ReactNode => <Paper key={recordId} recordId={recordId} reading onChanged={onChanged} />;

/** A screen about one school: the role's own, or one that is chosen. */
const ofSchool = (role: SessionRole, render: (schoolId: string) => ReactNode): ReactNode =>
  role.schoolId ? render(role.schoolId) : <SchoolChoice>{render}</SchoolChoice>;

/** All screens, in the order of the navigation. Each is a chunk of its own, loaded when it is opened. */
export const screens: readonly Screen[] = [
  { id: "duties", roles: ["cadre"], icon: TaskListLtrRegular, render: ({ year }) => <DutiesScreen year={year} onOpen={openPaper} /> },
  { id: "myCredits", roles: ["cadre"], icon: RibbonStarRegular, render: ({ person, year }) => <LedgerScreen personId={person.id} year={year} own /> },
  { id: "dashboard", roles: ["officer"], icon: DataBarVerticalRegular, render: ({ year }) => <DashboardScreen year={year} /> },
  { id: "district", roles: ["administrator", "officer"], icon: BuildingRegular, render: () => <DistrictScreen /> },
  { id: "access", roles: ["administrator", "officer"], icon: KeyRegular, render: ({ role }) => <AccessScreen mayEdit={role.role === "administrator"} /> },
  {
    id: "review",
    roles: ["reviewer", "officer"],
    icon: ClipboardCheckmarkRegular,
    render: ({ year, role, person, place }) =>
      place.path[1] ? (
        <ReviewSchoolScreen schoolId={place.path[1]} year={year} personId={person.id} mayReview={role.role === "reviewer"} onBack={() => go(["review"])} />
      ) : (
        <ReviewScreen year={year} mayReview={role.role === "reviewer"} />
      ),
  },
  { id: "region", roles: ["region-chair"], icon: CalendarRegular, render: ({ year, role }) => <RegionScreen regionId={role.regionId ?? ""} year={year} /> },
  { id: "evaluation", roles: ["reviewer", "officer"], icon: StarRegular, render: ({ year, role }) => <EvaluationScreen year={year} results={role.role === "officer"} /> },
  { id: "deadlines", roles: ["officer"], icon: CalendarClockRegular, render: ({ year }) => <DeadlinesScreen key={year} year={year} /> },
  {
    id: "board",
    roles: ["secretary", "reviewer", "officer"],
    icon: GridRegular,
    render: ({ year, role }) => ofSchool(role, (schoolId) => <BoardScreen key={schoolId} schoolId={schoolId} year={year} mayStart={role.role === "secretary"} renderPaper={renderPaper} />),
  },
  {
    id: "schoolDuties",
    roles: ["secretary"],
    icon: TaskListLtrRegular,
    render: ({ year, role }) => <DutiesScreen year={year} schoolId={role.schoolId ?? ""} onOpen={openPaper} />,
  },
  { id: "upload", roles: ["cadre", "secretary"], icon: ArrowUploadRegular, render: () => <UploadScreen onOpen={openPaper} /> },
  { id: "paper", roles: everyone, icon: DocumentRegular, inNavigation: false, render: ({ place }) => <PaperScreen recordId={place.path[1] ?? ""} linked /> },
  {
    id: "roster",
    roles: ["secretary", "administrator"],
    icon: PeopleRegular,
    render: ({ year, role, place }) =>
      ofSchool(role, (schoolId) =>
        place.path[1] === "import" ? (
          <ImportScreen key={schoolId} schoolId={schoolId} year={year} onDone={() => go(["roster"])} />
        ) : (
          <RosterScreen key={schoolId} schoolId={schoolId} year={year} onImport={() => go(["roster", "import"])} />
        ),
      ),
  },
  { id: "contradictions", roles: ["secretary"], icon: ArrowSwapRegular, render: ({ year, role }) => <ContradictionsScreen schoolId={role.schoolId ?? ""} year={year} /> },
  { id: "sessions", roles: ["secretary"], icon: CalendarRegular, render: ({ year, role }) => <SessionsScreen schoolId={role.schoolId ?? ""} year={year} /> },
  {
    id: "attendance",
    roles: ["secretary", "officer"],
    icon: CheckboxCheckedRegular,
    render: ({ year, role }) => ofSchool(role, (schoolId) => <AttendanceScreen key={schoolId} schoolId={schoolId} year={year} />),
  },
  { id: "credits", roles: ["secretary"], icon: CertificateRegular, render: ({ year, role }) => <CreditsScreen schoolId={role.schoolId ?? ""} year={year} /> },
  {
    id: "ledger",
    roles: ["secretary", "reviewer", "officer"],
    icon: RibbonStarRegular,
    render: ({ year, role, place }) =>
      place.path[1] ? (
        <LedgerScreen key={place.path[1]} personId={place.path[1]} year={year} own={false} onBack={() => go(["ledger"])} />
      ) : (
        ofSchool(role, (schoolId) => <SchoolLedgerScreen key={schoolId} schoolId={schoolId} year={year} />)
      ),
  },
  {
    id: "closing",
    roles: ["secretary", "officer"],
    icon: SendRegular,
    render: ({ year, role }) => ofSchool(role, (schoolId) => (
        <ClosingScreen key={schoolId} schoolId={schoolId} year={year}>
          <OwnEvaluation schoolId={schoolId} year={year} />
        </ClosingScreen>
      )),
  },
  {
    id: "filing",
    roles: ["secretary", "officer"],
    icon: ArchiveRegular,
    render: ({ year, role }) => ofSchool(role, (schoolId) => <FilingScreen key={schoolId} schoolId={schoolId} year={year} mayFile={role.role === "secretary"} />),
  },
  {
    id: "rights",
    roles: ["secretary", "officer"],
    icon: ShieldKeyholeRegular,
    render: ({ role }) => ofSchool(role, (schoolId) => <RightsScreen key={schoolId} schoolId={schoolId} />),
  },
  {
    id: "inspection",
    roles: ["secretary", "reviewer", "officer", "region-chair"],
    icon: EyeRegular,
    render: ({ year, role, place }) => {
      const schoolId = place.path[1];
      if (schoolId && place.path[2] === "attendance") return <AttendanceScreen key={schoolId} schoolId={schoolId} year={year} />;
      if (schoolId) return <BoardScreen key={schoolId} schoolId={schoolId} year={year} mayStart={false} renderPaper={renderPaper} />;
      return <InspectionScreen schoolId={role.role === "secretary" ? (role.schoolId ?? "") : undefined} mayIssue={role.role === "officer"} />;
    },
  },
  {
    id: "digests",
    roles: ["secretary", "officer", "administrator"],
    icon: MailRegular,
    render: ({ role }) => <DigestScreen role={role.role} schoolId={role.role === "secretary" ? (role.schoolId ?? undefined) : role.role === "officer" ? null : undefined} />,
  },
  {
    id: "changes",
    roles: ["cadre", "secretary", "reviewer", "officer"],
    icon: HistoryRegular,
    render: ({ role, person, year }) => <ChangesScreen year={year} schoolId={role.role === "cadre" ? undefined : (role.schoolId ?? undefined)} personId={role.role === "cadre" ? person.id : undefined} />,
  },
  { id: "diagnostics", roles: everyone, icon: WrenchRegular, render: ({ session, role }) => <DiagnosticsScreen session={session} role={role} /> },
];
