import { HistoryRegular, WrenchRegular } from "@fluentui/react-icons";
import { lazy, type ComponentType, type ReactNode } from "react";
import type { Session, SessionRole } from "../../api/session";
import type { Place } from "../../shared/router";

/** What a screen may know of the shell around it. */
export interface ScreenContext {
  session: Session;
  person: { id: string; name: string };
  role: SessionRole;
  year: number;
  place: Place;
}

type ScreenId =
  | "duties" | "ledger" | "upload" | "board" | "schoolDuties" | "roster" | "sessions" | "attendance" | "credits" | "filing"
  | "changes" | "review" | "dashboard" | "diagnostics";

interface Screen {
  /** First part of the address and key of the title. */
  id: ScreenId;
  roles: readonly string[];
  icon: ComponentType;
  inNavigation?: false;
  render: (context: ScreenContext) => ReactNode;
}

const ChangesScreen = lazy(() => import("../../features/changes/ChangesScreen"));
const DiagnosticsScreen = lazy(() => import("../../features/diagnostics/DiagnosticsScreen"));

const everyone = ["cadre", "secretary", "region-chair", "reviewer", "officer", "administrator"];

/** All screens, in the order of the navigation. Each is a chunk of its own, loaded when it is opened. */
export const screens: readonly Screen[] = [
  {
    id: "changes",
    roles: ["cadre", "secretary", "reviewer", "officer"],
    icon: HistoryRegular,
    render: ({ role, person, year }) => <ChangesScreen year={year} schoolId={role.role === "cadre" ? undefined : (role.schoolId ?? undefined)} personId={role.role === "cadre" ? person.id : undefined} />,
  },
  { id: "diagnostics", roles: everyone, icon: WrenchRegular, render: ({ session, role }) => <DiagnosticsScreen session={session} role={role} /> },
];
