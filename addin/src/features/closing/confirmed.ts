import type { BlankMark } from "../../api/training";

export const keyOf = (blank: Pick<BlankMark, "sessionId" | "personId">): string => `${blank.sessionId} ${blank.personId}`;

/** The blanks that nobody confirmed yet; what was confirmed and has a mark by now does not matter. */
export const openBlanks = (blanks: readonly BlankMark[], confirmed: ReadonlySet<string>): BlankMark[] => blanks.filter((blank) => !confirmed.has(keyOf(blank)));
