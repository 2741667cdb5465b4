import type { Attendance, AttendanceRow } from "../../api/training";
import type { HostTable } from "../../office/ports";
import { samePlace } from "../../shared/sheets";
import type { Step } from "./marks";

/** A mark of the open 表2 that differs from the platform's. */
export interface MarkDifference extends Step {
  readonly name: string;
  readonly post: string;
  readonly day: string;
}

/** What could not be placed, by kind. */
export interface SheetNote {
  readonly kind: "nobody" | "namesakes" | "not-in-post" | "no-session";
  readonly what: string;
}

/**
 * Compares the open 表2 with the attendance of now. People stand under their names, namesakes in the order of the roster; days under the labels that 表2
 * prints. Totals are the platform's own and are not read.
 */
export function compareMarks(table: HostTable, view: Attendance): { differences: MarkDifference[]; notes: SheetNote[] } {
  const nameAt = table.headers.findIndex((header) => samePlace(header, "姓名"));
  const columns = view.sessions.map((session) => ({ session, at: table.headers.findIndex((header) => samePlace(header, session.label)) }));
  const notes: SheetNote[] = columns.filter(({ at }) => at < 0).map(({ session }) => ({ kind: "no-session", what: session.label }));
  const left = new Map<string, AttendanceRow[]>();
  for (const row of view.cadres) left.set(row.name, [...(left.get(row.name) ?? []), row]);
  const twins = new Set([...left].filter(([, rows]) => rows.length > 1).map(([name]) => name));
  const differences: MarkDifference[] = [];
  for (const cells of table.rows) {
    const name = (cells[nameAt] ?? "").trim();
    if (name === "") continue;
    const row = left.get(name)?.shift();
    if (!row) {
      notes.push({ kind: "nobody", what: name });
      continue;
    }
    for (const { session, at } of columns) {
      const after = at < 0 ? undefined : (cells[at] ?? "").trim();
      const before = row.marks[session.id] ?? "";
      if (after === undefined || after === before) continue;
      if (row.notInPost.includes(session.id)) notes.push({ kind: "not-in-post", what: `${name} ${session.label}` });
      else differences.push({ sessionId: session.id, personId: row.personId, before, after, name, post: row.post, day: session.label });
    }
  }
  if (differences.some((each) => twins.has(each.name))) notes.push({ kind: "namesakes", what: [...twins].join("、") });
  return { differences, notes };
}
