import type { CreditCount, CreditRow, EditCredit } from "../../api/credits";

/** The number that is printed: the typed one where there is one. */
export const shownCount = (count: CreditCount | undefined): number => count?.typed ?? count?.counted ?? 0;

/** What the service keeps for a line; the starting point of every edit, since a write replaces the whole line. */
export function editOf(row: CreditRow): EditCredit {
  const typed = Object.fromEntries(
    Object.entries(row.counts)
      .filter(([, count]) => count.typed !== null)
      .map(([key, count]) => [key, { value: count.typed ?? 0, reason: count.reason ?? "" }]),
  );
  return { typed, declared: row.declared, declaredReason: row.declaredReason };
}

export function withTyped(row: CreditRow, key: string, typed: { value: number; reason: string } | null): EditCredit {
  const edit = editOf(row);
  const others = Object.fromEntries(Object.entries(edit.typed ?? {}).filter(([other]) => other !== key));
  return { ...edit, typed: typed === null ? others : { ...others, [key]: typed } };
}

export const withDeclared = (row: CreditRow, declared: number | null, declaredReason: string): EditCredit => ({
  ...editOf(row),
  declared,
  declaredReason: declaredReason.trim() || null,
});
