import { Button, Select } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { Fragment, lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { ApiProblem } from "../../api/problem";
import { getRecord } from "../../api/records";
import type { Session } from "../../api/session";
import { reviewKind, workbookProperties } from "../../features/review/audit/session";
import { excelWorkbook } from "../../office/excel";
import { officePartition } from "../../office/host";
import { go, usePlace } from "../../shared/router";
import { useText } from "../../shared/text";
import { Load, Waiting } from "../../shared/ui/Loading";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./ExcelPane.module.css";
import { areasOf, type Area } from "./excelAreas";
import { paneShellText } from "./text";

const loadAudit = () => import("../../features/review/audit/AuditPane");
const AuditPane = lazy(loadAudit);
const AttendanceScreen = lazy(() => import("../../features/attendance/AttendanceScreen"));
const SessionsScreen = lazy(() => import("../../features/attendance/SessionsScreen"));
const CreditsScreen = lazy(() => import("../../features/credits/CreditsScreen"));
const PaneFiling = lazy(() => import("../../features/filing/PaneFiling"));
const SheetMarks = lazy(() => import("../../features/attendance/SheetMarks"));
const SheetSessions = lazy(() => import("../../features/attendance/SheetSessions"));
const SheetDeclaration = lazy(() => import("../../features/credits/SheetDeclaration"));
const DutiesScreen = lazy(() => import("../../features/duties/DutiesScreen"));
const PaperScreen = lazy(() => import("../../features/fill/PaperScreen"));

/** What is open: the audit workbook of a year, a school's 表2, 表3 or 表4, or something else. */
type OpenBook = { kind: "audit"; year: number } | { kind: "sheet"; screen: Area["screen"]; schoolId: string; year: number } | { kind: "other" };

const screenOfForm: Readonly<Record<string, Area["screen"]>> = { attendance: "attendance", "session-schedule": "sessions", "credit-declaration": "credits" };

async function look(): Promise<OpenBook> {
  const properties = await excelWorkbook.properties([workbookProperties.kind, workbookProperties.year]);
  const year = Number(properties[workbookProperties.year]);
  if (properties[workbookProperties.kind] === reviewKind && Number.isInteger(year)) return { kind: "audit", year };
  const identity = await excelWorkbook.identity();
  const screen = identity && screenOfForm[identity.form];
  if (!screen || identity.record === "") return { kind: "other" };
  try {
    const record = await getRecord(identity.record);
    return { kind: "sheet", screen, schoolId: record.schoolId, year: record.year };
  } catch (reason) {
    // Somebody else's sheet, or of another installation.
    if (reason instanceof ApiProblem && reason.status === 404) return { kind: "other" };
    throw reason;
  }
}

let begun: Promise<OpenBook> | null = null;

/** Looks at the workbook and fetches what its reviewer will see, before the screen is drawn. */
export function beginBook(session: Session): void {
  if (!session.person) return;
  begun = look();
  const audit = areasOf(session.roles).some((each) => each.screen === "audit") ? loadAudit() : null;
  void Promise.all([begun, audit]).then(([book, module]) => book.kind === "audit" && module?.beginAudit(book.year), () => undefined);
}

function lookBegun(): Promise<OpenBook> {
  const looking = begun ?? look();
  begun = null;
  return looking;
}

/** In Excel: what fits the open workbook and the person's roles. */
export default function ExcelPane({ session }: { session: Session }) {
  const opened = useLoad<OpenBook>("workbook", lookBegun);
  return (
    <main className={styles["main"]}>
      <Load from={opened}>{(book) => <Areas session={session} book={book} />}</Load>
    </main>
  );
}

function Areas({ session, book }: { session: Session; book: OpenBook }) {
  const t = useText(paneShellText);
  const common = useText(words);
  const place = usePlace();
  const areas = areasOf(session.roles);
  const [year, setYear] = useState(book.kind === "other" ? session.currentYear : book.year);
  const [saved, setSaved] = useState(0);
  const wanted = areas.find((each) => each.key === place.path.join("/"));
  const [last, setLast] = useState<Area>(
    () => areas.find((each) => fits(each, book)) ?? areas[0] ?? { key: "duties", screen: "duties", schoolId: "", schoolName: "" },
  );
  const area = wanted ?? last;
  const paper = place.path[0] === "paper" ? (place.path[1] ?? "") : null;
  const reviewer = areas.find((each) => each.screen === "audit");
  // The link that led to a paper is gone with its drawer: the focus goes to the way back, and the page is open to screen readers again.
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (paper !== null) back.current?.focus();
  }, [paper]);
  const onArea = (key: string) => {
    setLast(areas.find((each) => each.key === key) ?? area);
    go(key.split("/"));
  };
  return (
    <>
      {paper === null ? (
        <div className={styles["bar"]}>
          {areas.length > 1 && (
            <Select aria-label={t.area} value={area.key} onChange={(_, data) => onArea(data.value)}>
              {areas.map((each) => (
                <option key={each.key} value={each.key}>
                  {[t[each.screen], each.schoolName].filter(Boolean).join(" · ")}
                </option>
              ))}
            </Select>
          )}
          {area.screen !== "audit" && (
            <Select aria-label={common.year} value={String(year)} onChange={(_, data) => setYear(Number(data.value))}>
              {session.years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          )}
        </div>
      ) : (
        <div className={styles["bar"]}>
          <Button ref={back} icon={<ArrowLeftRegular />} onClick={() => go(area.key.split("/"))}>
            {common.back}
          </Button>
        </div>
      )}
      <Suspense fallback={<Waiting />}>
        {reviewer && (
          // Stays while a paper is looked at: what was found out about conflicts is not lost.
          <div hidden={paper !== null || area.screen !== "audit"}>
            <AuditPane workbook={excelWorkbook} openYear={book.kind === "audit" ? book.year : null} years={session.years} currentYear={session.currentYear} personId={session.person?.id ?? ""} partition={officePartition()} />
          </div>
        )}
        {paper !== null ? (
          <div className={styles["page"]}>
            <PaperScreen key={paper} recordId={paper} />
          </div>
        ) : (
          area.screen !== "audit" && (
            <div className={styles["page"]}>
              {fits(area, book) && book.kind === "sheet" && book.year === year && <OpenSheet area={area} year={year} onSaved={() => setSaved((old) => old + 1)} />}
              <Fragment key={saved}>{screenOf(area, year)}</Fragment>
            </div>
          )
        )}
      </Suspense>
    </>
  );
}

const fits = (area: Area, book: OpenBook): boolean =>
  book.kind === "audit" ? area.screen === "audit" : book.kind === "sheet" && area.screen === book.screen && area.schoolId === book.schoolId;

/** The open sheet of this very screen, read back. */
function OpenSheet({ area, year, onSaved }: { area: Area; year: number; onSaved: () => void }) {
  const props = { workbook: excelWorkbook, schoolId: area.schoolId, year, onSaved };
  return area.screen === "attendance" ? <SheetMarks {...props} /> : area.screen === "sessions" ? <SheetSessions {...props} /> : <SheetDeclaration {...props} />;
}

function screenOf(area: Area, year: number): ReactNode {
  switch (area.screen) {
    case "attendance":
      return <AttendanceScreen key={area.key} schoolId={area.schoolId} year={year} />;
    case "sessions":
      return <SessionsScreen key={area.key} schoolId={area.schoolId} year={year} />;
    case "credits":
      return <CreditsScreen key={area.key} schoolId={area.schoolId} year={year} />;
    case "filing":
      return <PaneFiling key={`${area.key} ${year}`} schoolId={area.schoolId} schoolName={area.schoolName} year={year} />;
    default:
      return <DutiesScreen year={year} onOpen={(recordId: string) => go(["paper", recordId])} />;
  }
}
