interface Count {
  counted: number;
  typed: number | null;
  papers: readonly { counts: boolean }[];
}

/** True where a paper counts and the number is still 0: that of 成果汇总 counts the entries inside. */
export const countsNone = (count: Count): boolean => count.counted === 0 && count.papers.some((paper) => paper.counts);

/** True where a number of 表4 is smaller than a full year has; 成果汇总 may be 0 once its paper is accepted. */
export const isBelow = (minimum: number, count: Count | undefined): boolean =>
  count === undefined || (count.typed === null ? count.counted < minimum && !countsNone(count) : count.typed < minimum);
