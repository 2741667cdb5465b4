import { expect, it } from "vitest";
import type { CreditSheet } from "../../api/credits";
import { compareDeclaration, takenOver } from "./sheetDeclaration";

const columns = [{ key: "plan", label: "学期计划" }, { key: "case", label: "管理案例" }];
const row = (personId: string, name: string, post: string) => ({ personId, name, post, counts: { plan: { counted: 2, typed: null, reason: null }, case: { counted: 0, typed: 1, reason: "纸质" } }, credit: null, declared: null, declaredReason: null, version: 4 });
const sheet = { columns, rows: [row("p1", "王芳", "副校长"), row("p2", "王芳", "教导主任")] } as unknown as CreditSheet;
const compare = (...rows: string[][]) => compareDeclaration({ name: "rows", headers: ["序号", "姓 名", "现任干部职务", "学期计划", "管理案例", "申报学分"], rows, firstRow: 6 }, sheet);

it("namesakes are told apart by their post", () => {
  const { differences, nobody } = compare(["1", "王芳", "教导主任", "1", "1", ""], ["2", "王芳", "副校长", "2", "1", ""], ["3", "赵六", "主任", "2", "1", "2"]);
  expect(differences.map((each) => [each.row.personId, each.numbers.map(({ before, after }) => [before, after])])).toEqual([["p2", [[2, 1]]]]);
  expect(nobody).toEqual(["赵六"]);
});

it("what is taken over carries the reason and keeps what was typed before", () => {
  const [difference] = compare(["1", "王芳", "副校长", "1", "1", "2"]).differences;
  expect(difference && takenOver(difference, "材料在纸质档案")).toEqual({
    typed: { plan: { value: 1, reason: "材料在纸质档案" }, case: { value: 1, reason: "纸质" } },
    declared: 2,
    declaredReason: "材料在纸质档案",
  });
});

it("a cell that is no number is named and not read", () => {
  const { differences, unreadable } = compare(["1", "王芳", "副校长", "两份", "1", ""]);
  expect([differences.length, unreadable]).toEqual([0, ["王芳 · 学期计划"]]);
});
