import type { Attendance, AttendanceRow } from "../../api/training";

export const marks = ["√", "O", "⊕", "△"] as const;
export type Mark = (typeof marks)[number] | "";

const keys: Record<string, Mark> = {
  "1": "√", v: "√", V: "√", "√": "√",
  "2": "O", o: "O", O: "O", "0": "O",
  "3": "⊕", b: "⊕", B: "⊕",
  "4": "△", s: "△", S: "△",
  Backspace: "", Delete: "", " ": "",
};

/** The mark a key stands for; undefined where it stands for none. */
export const markOfKey = (key: string): Mark | undefined => keys[key];

/** One mark that was set, with what stood there. */
export interface Step {
  sessionId: string;
  personId: string;
  before: string;
  after: string;
}

export const spotKey = (sessionId: string, personId: string): string => `${sessionId} ${personId}`;

/** The step back of one act, last mark first. */
export const reversed = (steps: readonly Step[]): Step[] => [...steps].reverse().map((step) => ({ ...step, before: step.after, after: step.before }));

export interface Totals {
  sessions: number;
  present: number;
  absent: number;
  sick: number;
  personal: number;
  leave: number;
  blank: number;
}

/** Totals of a row as it stands on the screen: they always add up to the sessions of the days in post. */
export function totalsOf(row: AttendanceRow, view: Attendance, markAt: (sessionId: string) => string): Totals {
  const counted = view.sessions.filter((session) => !row.notInPost.includes(session.id)).map((session) => markAt(session.id));
  const count = (mark: string) => counted.filter((each) => each === mark).length;
  const [sick, personal, hidden] = [count("⊕"), count("△"), count("※")];
  return { sessions: counted.length, present: count("√"), absent: count("O"), sick, personal, leave: sick + personal + hidden, blank: count("") };
}
