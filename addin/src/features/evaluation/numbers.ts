import type { Evaluations } from "../../api/evaluation";

/** Accepted papers of those due, in whole per cent; never 100 while something is missing. */
export function shareText({ accepted, due }: { accepted: number; due: number }): string {
  const share = due === 0 ? 1 : Math.min(accepted, due) / due;
  return `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))}%`;
}

export const gradeOf = (grades: Evaluations["grades"], key: string | undefined): Evaluations["grades"][number] | undefined => grades.find((grade) => grade.key === key);
