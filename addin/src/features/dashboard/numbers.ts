import type { DashboardSchool } from "../../api/dashboard";

/** Accepted papers of those that are due, 0 to 1; nothing due is complete. Papers beyond what is due do not make up for others. */
export function shareOf(schools: readonly Pick<DashboardSchool, "accepted" | "due">[]): number {
  const due = schools.reduce((total, school) => total + school.due, 0);
  const accepted = schools.reduce((total, school) => total + Math.min(school.accepted, school.due), 0);
  return due === 0 ? 1 : accepted / due;
}

/** Whole per cent, never rounded up to 100 while something is missing. */
export const percent = (share: number): string => `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))}%`;

/** Papers that nobody has begun. */
export const missingOf = ({ due, accepted, submitted, returned, draft }: DashboardSchool): number => Math.max(0, due - accepted - submitted - returned - draft);
