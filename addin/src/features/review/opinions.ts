import type { CreditRow } from "../../api/credits";
import type { Scheme } from "../../api/scheme";

/** The phrases a reviewer chooses from; 核定_分 once for each credit a year can have. */
export function opinionList(scheme: Scheme): string[] {
  const credits = [0, scheme.credit.declaredPerYear ?? 0].filter((credit, index, all) => all.indexOf(credit) === index);
  return scheme.opinions.flatMap((opinion) =>
    opinion.recognises === "given" ? credits.map((credit) => opinion.text.replace(/\{\{.*?\}\}|_/, String(credit))) : [opinion.text],
  );
}

export interface OpinionEdit {
  opinion: string;
  reason: string;
}

export const editOf = (row: CreditRow): OpinionEdit => ({ opinion: row.opinion ?? "", reason: row.opinionReason ?? "" });

export const isChanged = (row: CreditRow, edit: OpinionEdit | undefined): edit is OpinionEdit =>
  edit !== undefined && (edit.opinion !== (row.opinion ?? "") || edit.reason.trim() !== (row.opinionReason ?? ""));

/** True where a row asks for a look: incomplete, typed by hand, declared over gaps, or nothing declared. */
export const isOdd = (row: CreditRow): boolean => row.gaps.length > 0 || row.credit === null || Object.values(row.counts).some((count) => count.typed !== null);
