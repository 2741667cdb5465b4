import type { PlatformLine } from "../../api/ledger";

/** Who goes into the next import sheet: a recognised year, nothing in the way, not filed before. */
export const readyToFile = (rows: readonly PlatformLine[]): PlatformLine[] => rows.filter((row) => row.years > 0 && !row.filed && row.problems.length === 0);
