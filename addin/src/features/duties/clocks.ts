import type { Duty } from "../../api/duties";

export const clocks = ["semester", "year", "three-year", "five-year"] as const;
export type Clock = (typeof clocks)[number];

/** Whether the owner has something to do; what is handed in waits for others. */
export const isOpen = (duty: Duty): boolean => duty.state === "missing" || duty.state === "draft" || duty.state === "returned";

const urgency = { returned: 0, draft: 1, missing: 2, submitted: 3, accepted: 4, filed: 5 } as const;

/** Duties by how often they fall due: what came back first, then by date, then in the order of the portfolio. */
export function byClock(duties: readonly Duty[]): { clock: Clock; duties: Duty[] }[] {
  return clocks
    .map((clock) => ({
      clock,
      duties: duties
        .filter((duty) => duty.clock === clock)
        .sort(
          (a, b) =>
            urgency[a.state] - urgency[b.state] ||
            (a.due ?? "9999").localeCompare(b.due ?? "9999") ||
            a.item - b.item ||
            a.semester - b.semester ||
            (a.sheet ?? "").localeCompare(b.sheet ?? ""),
        ),
    }))
    .filter((group) => group.duties.length > 0);
}
