import type { SessionRole } from "../../api/session";

/** One place of Excel's pane. */
export interface Area {
  /** Its address below the hash. */
  readonly key: string;
  readonly screen: "audit" | "attendance" | "sessions" | "credits" | "filing" | "duties";
  /** The secretary's school; empty for the others. */
  readonly schoolId: string;
  readonly schoolName: string;
}

/** What a person has to do in Excel, by role: reviewers the audit workbook, secretaries 表2, 表3, 表4 and the filing, cadres their duties. */
export function areasOf(roles: readonly SessionRole[]): Area[] {
  const areas: Area[] = [];
  if (roles.some((role) => role.role === "reviewer")) areas.push({ key: "audit", screen: "audit", schoolId: "", schoolName: "" });
  const schools = roles.filter((role) => role.role === "secretary" && role.schoolId);
  for (const { schoolId, schoolName } of schools) {
    for (const screen of ["attendance", "sessions", "credits", "filing"] as const) {
      areas.push({ key: `${screen}/${schoolId ?? ""}`, screen, schoolId: schoolId ?? "", schoolName: schools.length > 1 ? (schoolName ?? "") : "" });
    }
  }
  if (areas.length === 0 || roles.some((role) => role.role === "cadre")) areas.push({ key: "duties", screen: "duties", schoolId: "", schoolName: "" });
  return areas;
}
