import { beforeEach, expect, it } from "vitest";
import type { ReviewRow, ReviewRowEdit, ReviewRowsSaved } from "../../../api/review";
import type { ExcelWorkbook, HostTable, RowFilter } from "../../../office/ports";
import { baseOf } from "./base";
import type { Drafts } from "./drafts";
import { AuditSession, type AuditSource } from "./session";

const headers = ["键", "版本", "底稿", "学校", "姓名", "情况", "申报学分", "区级审核意见", "认定学分", "理由"];
const at = (header: string) => headers.indexOf(header);

async function row(id: string, more: Partial<ReviewRow> = {}, opinion = "", version = "0.aa"): Promise<ReviewRow> {
  const base = await baseOf({ opinion, recognised: opinion === "同意" ? "2" : "", reason: "" });
  const cells = [`${id}.k`, version, base, "青禾小学", id, more.clean === false ? "材料不齐" : "", "2", opinion, opinion === "同意" ? "2" : "", ""];
  return { personId: id, name: id, schoolId: "s1", schoolName: "青禾小学", key: `${id}.k`, clean: true, own: false, signedOff: false, cells, ...more };
}

/** A table in memory; the test sorts and types into it. */
class Book implements Partial<ExcelWorkbook> {
  rows: string[][] = [];
  filters: readonly RowFilter[] = [];
  readTable = (name: string): Promise<HostTable> => Promise.resolve({ name, headers, rows: this.rows.map((cells) => [...cells]), firstRow: 5 });
  filter: ExcelWorkbook["filter"] = (_, filters) => {
    this.filters = filters;
    return Promise.resolve();
  };
  writeRows: ExcelWorkbook["writeRows"] = (_, writes, guard) => {
    const left: string[] = [];
    const before = writes.flatMap(({ key, cells }) => {
      const found = this.rows.find((each) => each[0] === key);
      if (!found || guard?.only?.(key, Object.fromEntries(headers.map((header, index) => [header, found[index] ?? ""]))) === false) {
        left.push(key);
        return [];
      }
      const stood = Object.fromEntries(Object.keys(cells).map((header) => [header, found[at(header)] ?? ""]));
      for (const [header, value] of Object.entries(cells)) found[at(header)] = String(value);
      return [{ key, cells: stood }];
    });
    return Promise.resolve({ left, before });
  };
  selected: string[] = [];
  writeSelected: ExcelWorkbook["writeSelected"] = (table, cells, guard) => this.writeRows(table, this.selected.map((key) => ({ key, cells })), guard);
  type(id: string, header: string, value: string) {
    const found = this.rows.find((each) => each[0] === `${id}.k`);
    if (found) found[at(header)] = value;
  }
  cell = (id: string, header: string) => this.rows.find((each) => each[0] === `${id}.k`)?.[at(header)];
}

let book: Book;
let known: ReviewRow[];
let sent: ReviewRowEdit[];
let answer: (edits: ReviewRowEdit[]) => Promise<ReviewRowsSaved>;
let drafts: Drafts;

beforeEach(async () => {
  known = [await row("a"), await row("b", { clean: false }), await row("me", { own: true }), await row("d", {}, "同意", "1.dd")];
  book = new Book();
  book.rows = known.map((each) => [...each.cells]);
  sent = [];
  drafts = {};
  answer = async (edits) => ({
    applied: [], unchanged: 0, conflicts: [], problems: [],
    rows: await Promise.all(edits.map((edit) => row(edit.key.split(".")[0] ?? "", {}, edit.opinion ?? "", "1.bb"))),
  });
});

const source: AuditSource = {
  rows: () => Promise.resolve({ year: 2024, columns: headers.map((header) => ({ header, number: header.endsWith("学分") })), rows: known }),
  save: (_, edits) => {
    sent = edits;
    return answer(edits);
  },
};
const open = () => AuditSession.open(book as unknown as ExcelWorkbook, source, { get: () => drafts, set: (_, next) => (drafts = next) }, 2024);

it("only rows that somebody wrote into are sent, wherever they were sorted to", async () => {
  const session = await open();
  book.type("b", "区级审核意见", "退回补正");
  book.type("b", "理由", " 请补讲稿 ");
  book.rows.reverse();
  await session.save();
  expect(sent.map(({ key, opinion, reason, row: sheetRow }) => ({ key, opinion, reason, sheetRow }))).toEqual([{ key: "b.k", opinion: "退回补正", reason: "请补讲稿", sheetRow: 7 }]);
});

it("a saved row gets its new version and the credit that the service recognised, and is no longer changed", async () => {
  const session = await open();
  book.type("a", "区级审核意见", "同意");
  expect((await session.save()).saved).toBe(1);
  expect([book.cell("a", "版本"), book.cell("a", "认定学分")]).toEqual(["1.bb", "2"]);
  expect((await session.view()).rows.some((each) => each.touched)).toBe(false);
});

it("a credit shown as 2.0 is the same as 2", async () => {
  const session = await open();
  book.type("d", "认定学分", "2.0");
  expect((await session.view()).rows.find((each) => each.key === "d.k")?.touched).toBe(false);
});

it("agreeing to clean rows leaves out odd ones, the own line, those with an opinion and those whose numbers are old", async () => {
  known = [...known, await row("e", {}, "", "0.new")];
  book.rows.push([...(await row("e", {}, "", "0.old")).cells]);
  const written = await (await open()).acceptClean();
  expect(written.map((each) => each.key)).toEqual(["a.k"]);
  expect(book.cell("a", "区级审核意见")).toBe("同意");
});

it("undoing leaves alone what the reviewer wrote afterwards", async () => {
  const session = await open();
  book.selected = ["a.k", "b.k"];
  const { written } = await session.write("退回补正", "请补");
  book.type("b", "区级审核意见", "核定0分");
  await session.undo(written);
  expect([book.cell("a", "区级审核意见"), book.cell("b", "区级审核意见")]).toEqual(["", "核定0分"]);
});

it("after a write the view knows it without reading again", async () => {
  const session = await open();
  await session.view();
  book.selected = ["a.k"];
  await session.write("同意", null);
  book.readTable = () => Promise.reject(new Error("read again"));
  expect((await session.lastView()).rows.filter((each) => each.touched).map((each) => [each.key, each.opinion])).toEqual([["a.k", "同意"]]);
});

it("the own line is not written into and is named", async () => {
  const session = await open();
  book.selected = ["me.k", "a.k"];
  expect((await session.write("同意", null)).barred).toEqual(["me.k"]);
  expect(book.cell("me", "区级审核意见")).toBe("");
});

it("a conflict stays in the workbook until one is chosen; mine goes with the version of now", async () => {
  const session = await open();
  book.type("a", "区级审核意见", "同意");
  const theirs = await row("a", {}, "退回补正", "1.cc");
  answer = () => Promise.resolve({
    applied: [], unchanged: 0, problems: [], rows: [theirs],
    conflicts: [{ row: 5, personId: "a", name: "a", schoolName: "青禾小学", field: "opinion", yours: "同意", theirs: "退回补正" }],
  });
  const { conflicts } = await session.save();
  expect([conflicts[0]?.key, book.cell("a", "区级审核意见")]).toEqual(["a.k", "同意"]);
  await session.resolve(conflicts, () => true);
  expect(sent.map(({ version, opinion }) => ({ version, opinion }))).toEqual([{ version: "1.cc", opinion: "同意" }]);
});

it("choosing theirs puts theirs into the workbook and sends nothing", async () => {
  const session = await open();
  book.type("a", "区级审核意见", "同意");
  answer = async () => ({
    applied: [], unchanged: 0, problems: [], rows: [await row("a", {}, "退回补正", "1.cc")],
    conflicts: [{ row: 5, personId: "a", name: "a", schoolName: "青禾小学", field: "opinion", yours: "同意", theirs: "退回补正" }],
  });
  const { conflicts } = await session.save();
  sent = [];
  await session.resolve(conflicts, () => false);
  expect([sent.length, book.cell("a", "区级审核意见"), book.cell("a", "版本")]).toEqual([0, "退回补正", "1.cc"]);
});

it("refreshing brings new numbers into rows nobody touched and leaves written ones", async () => {
  const session = await open();
  book.type("a", "区级审核意见", "同意");
  known = [await row("a", {}, "", "0.zz"), await row("b", { clean: true }, "", "0.zz"), ...known.slice(2)];
  expect((await session.refresh()).updated).toBe(1);
  expect([book.cell("a", "版本"), book.cell("b", "版本"), book.cell("b", "情况")]).toEqual(["0.aa", "0.zz", ""]);
});

it("what was typed and lost with a closed workbook is offered again", async () => {
  const first = await open();
  book.type("a", "区级审核意见", "退回补正");
  book.type("a", "理由", "请补心得");
  await first.view();
  book.rows = known.map((each) => [...each.cells]);
  const second = await open();
  expect(Object.keys(second.lostDrafts)).toEqual(["a.k"]);
  await second.view();
  await second.restore();
  expect([book.cell("a", "区级审核意见"), book.cell("a", "理由")]).toEqual(["退回补正", "请补心得"]);
});

it("the mark over a row is the service's own", async () => {
  // As ReviewWorkbook.BaseOf: the first ten hex digits of SHA-256 over "||".
  expect(await baseOf({ opinion: "", recognised: "", reason: "" })).toBe("565d240f53");
});
