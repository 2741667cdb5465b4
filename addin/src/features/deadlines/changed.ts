import type { DeadlineLine, EditDeadline } from "../../api/deadlines";

export const keyOf = (line: DeadlineLine): string => `${line.formId} ${line.semester}`;

/** What was typed and differs from what the college has set; an emptied day is given up. */
export const changed = (lines: readonly DeadlineLine[], typed: Readonly<Record<string, string>>): EditDeadline[] =>
  lines.flatMap((line) => {
    const day = typed[keyOf(line)];
    return day === undefined || day === (line.set ?? "") ? [] : [{ formId: line.formId, semester: line.semester, date: day === "" ? null : day, seen: line.set }];
  });
