import type { CreditColumn, CreditRow, CreditSheet, EditCredit } from "../../api/credits";
import type { HostTable } from "../../office/ports";
import { samePlace } from "../../shared/sheets";
import { editOf, shownCount } from "./edit";

/** A person of the open 表4 whose numbers differ from the platform's. */
export interface DeclarationDifference {
  readonly row: CreditRow;
  /** Numbers that were typed over, in printed order. */
  readonly numbers: readonly { readonly column: CreditColumn; readonly before: number; readonly after: number }[];
  /** 申报学分 where it was typed over; null where it was cleared. */
  readonly credit: { readonly before: number | null; readonly after: number | null } | null;
}

export interface DeclarationComparison {
  readonly differences: readonly DeclarationDifference[];
  /** Names that stand in the sheet and not in the school's 表4. */
  readonly nobody: readonly string[];
  /** Cells that are no numbers, as the person reads them: 王芳 · 学期计划. */
  readonly unreadable: readonly string[];
}

/** Compares the open 表4 with the declaration of now: people by name, namesakes by their post as well. The opinion is the reviewer's and is not read. */
export function compareDeclaration(table: HostTable, sheet: CreditSheet): DeclarationComparison {
  const place = (label: string) => table.headers.findIndex((header) => samePlace(header, label));
  const at = { name: place("姓名"), post: place("现任干部职务"), credit: place("申报学分") };
  const columns = sheet.columns.map((column) => ({ column, at: place(column.label) })).filter((each) => each.at >= 0);
  const left = new Set(sheet.rows);
  const nobody: string[] = [];
  const unreadable: string[] = [];
  const differences: DeclarationDifference[] = [];
  for (const cells of table.rows) {
    const text = (index: number) => (cells[index] ?? "").trim();
    const name = text(at.name);
    if (name === "") continue;
    const namesakes = [...left].filter((row) => row.name === name);
    const row = namesakes.find((each) => each.post === text(at.post)) ?? (namesakes.length === 1 ? namesakes[0] : undefined);
    if (!row) {
      nobody.push(name);
      continue;
    }
    left.delete(row);
    const numbers = columns.flatMap(({ column, at: index }) => {
      const before = shownCount(row.counts[column.key]);
      const written = text(index);
      if (written === String(before)) return [];
      if (!/^\d{1,2}$/.test(written)) {
        unreadable.push(`${name} · ${column.label}`);
        return [];
      }
      return Number(written) === before ? [] : [{ column, before, after: Number(written) }];
    });
    const written = text(at.credit);
    const after = written === "" ? null : Number(written);
    if (after !== null && !Number.isFinite(after)) unreadable.push(`${name} · 申报学分`);
    const credit = at.credit < 0 || after === row.credit || (after !== null && !Number.isFinite(after)) ? null : { before: row.credit, after };
    if (numbers.length > 0 || credit) differences.push({ row, numbers, credit });
  }
  return { differences, nobody, unreadable };
}

/** The edit that takes over what the sheet says, with the one reason that the secretary gives for it. */
export function takenOver({ row, numbers, credit }: DeclarationDifference, reason: string): EditCredit {
  const edit = editOf(row);
  return {
    typed: { ...edit.typed, ...Object.fromEntries(numbers.map(({ column, after }) => [column.key, { value: after, reason }])) },
    declared: credit ? credit.after : edit.declared,
    declaredReason: credit ? reason || null : edit.declaredReason,
  };
}
