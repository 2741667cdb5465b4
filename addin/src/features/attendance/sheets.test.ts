import { expect, it } from "vitest";
import type { Attendance, AttendanceRow, TrainingSession } from "../../api/training";
import type { HostTable } from "../../office/ports";
import { dayOf } from "../../shared/sheets";
import { compareMarks } from "./sheetMarks";
import { compareSessions } from "./sheetSessions";

const person = (personId: string, name: string, marks: Record<string, string>, notInPost: string[] = []) => ({ personId, name, post: personId, marks, notInPost }) as unknown as AttendanceRow;
const view = (cadres: AttendanceRow[]) => ({ sessions: [{ id: "a", label: "3月5日①" }, { id: "b", label: "3月5日②" }], cadres }) as unknown as Attendance;
const table = (headers: string[], rows: string[][]): HostTable => ({ name: "rows", headers, rows, firstRow: 5 });
const marksTable = (...rows: string[][]) => table(["姓 名", "3月5日①", "3月5日②", "出勤次数"], rows);

it("each mark that differs is named with what stands on the platform", () => {
  const { differences } = compareMarks(marksTable(["甲", "√", "O", "2"], ["", "", "", ""]), view([person("p", "甲", { a: "√", b: "√" })]));
  expect(differences.map(({ personId, day, before, after }) => [personId, day, before, after])).toEqual([["p", "3月5日②", "√", "O"]]);
});

it("namesakes stand in the order of the roster, and it is said", () => {
  const { differences, notes } = compareMarks(marksTable(["王芳", "√", ""], ["王芳", "O", ""]), view([person("p1", "王芳", { a: "√" }), person("p2", "王芳", {})]));
  expect(differences.map((each) => each.personId)).toEqual(["p2"]);
  expect(notes).toContainEqual({ kind: "namesakes", what: "王芳" });
});

it("a stranger's row, a mark for a day out of post and a day without a column are named, not read", () => {
  const { differences, notes } = compareMarks(table(["姓名", "3月5日①"], [["乙", "√"], ["甲", "√"]]), view([person("p", "甲", {}, ["a"])]));
  expect(differences).toEqual([]);
  expect(notes.map((note) => note.kind).sort()).toEqual(["no-session", "nobody", "not-in-post"]);
});

it("a day is read as Excel counts it and as people write it", () => {
  expect([dayOf("45356", 2024), dayOf("3月5日", 2024), dayOf("2024.3.5", 2020), dayOf("2024-03-05", 2024)]).toEqual(Array(4).fill("2024-03-05"));
  expect([dayOf("2月30日", 2024), dayOf("春天", 2024), dayOf("12", 2024)]).toEqual([null, null, null]);
});

const session = (id: string, date: string, topic: string) => ({ id, date, topic, place: "会议室", lecturer: "甲", carrier: "study", content: "politics", state: "held", version: 3 }) as unknown as TrainingSession;
const sessionTable = (...rows: string[][]) => table(["序号", "时间", "地点", "自培内容", "主讲人"], rows);

it("a moved session keeps its carrier and state, a new row becomes a planned session, a missing one stays", () => {
  const { differences, absent } = compareSessions(
    sessionTable(["1", "45356", "会议室", "学习", "甲"], ["2", "4月1日", "礼堂", "研讨", "乙"], ["3", "2024-05-06", "", "参观", ""]),
    [session("s1", "2024-03-05", "学习"), session("s2", "2024-03-26", "研讨"), session("s3", "2024-12-01", "总结")],
    2024,
  );
  expect(differences.map(({ session: known, edit }) => [known?.id, edit.date, edit.place, edit.carrier, edit.state])).toEqual([
    ["s2", "2024-04-01", "礼堂", "study", "held"],
    [undefined, "2024-05-06", "", "", "planned"],
  ]);
  expect(absent.map((each) => each.id)).toEqual(["s3"]);
});

it("a row without a readable day is left out by its number", () => {
  expect(compareSessions(sessionTable(["1", "待定", "", "学习", ""]), [], 2024)).toMatchObject({ differences: [], unreadable: [5] });
});
