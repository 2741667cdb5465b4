import type { DistrictSchool } from "../../api/district";

/** Complete papers of those owed, 0 to 1; nothing owed is complete. */
export function shareOf(schools: readonly DistrictSchool[]): number {
  const sum = (key: "accepted" | "expected") => schools.reduce((total, school) => total + school[key], 0);
  return sum("expected") === 0 ? 1 : sum("accepted") / sum("expected");
}

/** Whole per cent, never rounded up to 100 while something is missing. */
export const percent = (share: number): string => `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))}%`;
