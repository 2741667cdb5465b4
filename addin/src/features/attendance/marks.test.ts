import { expect, it } from "vitest";
import type { Attendance, AttendanceRow } from "../../api/training";
import { markOfKey, reversed, totalsOf } from "./marks";

const sessions = ["a", "b", "c", "d", "e"].map((id) => ({ id, date: "2024-03-05", label: id, topic: id, state: "held" as const }));
const row = { personId: "p", name: "甲", post: "主任", marks: {}, notInPost: ["e"] } as unknown as AttendanceRow;
const view = { sessions } as unknown as Attendance;

it("totals always add up to the sessions held while in post", () => {
  const marks: Record<string, string> = { a: "√", b: "O", c: "⊕", e: "√" };
  const totals = totalsOf(row, view, (id) => marks[id] ?? "");
  expect(totals).toEqual({ sessions: 4, present: 1, absent: 1, sick: 1, personal: 0, leave: 1, blank: 1 });
  expect(totals.present + totals.absent + totals.leave + totals.blank).toBe(totals.sessions);
});

it("a hidden mark counts as leave, for those who may not know which", () => {
  expect(totalsOf(row, view, () => "※")).toMatchObject({ sick: 0, personal: 0, leave: 4 });
});

it("one key gives one mark, and a letter that stands for none gives none", () => {
  expect(["1", "2", "3", "4", "Backspace"].map(markOfKey)).toEqual(["√", "O", "⊕", "△", ""]);
  expect(markOfKey("x")).toBeUndefined();
});

it("taking an act back restores what stood there, last mark first", () => {
  const steps = [{ sessionId: "a", personId: "p", before: "", after: "√" }, { sessionId: "a", personId: "p", before: "√", after: "O" }];
  expect(reversed(steps)).toEqual([{ sessionId: "a", personId: "p", before: "O", after: "√" }, { sessionId: "a", personId: "p", before: "√", after: "" }]);
});
