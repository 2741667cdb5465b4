import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { openInExcel } from "./office/host.js";
import type { Level, Quirks } from "./office/levels.js";
import { files } from "./portal.js";
import { Service } from "./service.js";

/** The real pane in Chromium, the real service, a fake Excel over the real workbook. Each test works in people and schools of its own. */
const service = new Service();
const opinion = "区级审核意见";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

test.use({ viewport: { width: 350, height: 640 } });

type Call = (method: string, path: string, body?: unknown, version?: number) => ReturnType<BrowserContext["request"]["fetch"]>;

/** Signs the browser in as a person and gives an API client for the same person. */
async function signedIn(context: BrowserContext, personId: string): Promise<Call> {
  const call: Call = async (method, path, body, version) => {
    const session = (await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string };
    return context.request.fetch(`${service.url}${path}`, {
      method,
      headers: { "X-CSRF": session.antiforgeryToken, ...(version === undefined ? {} : { "If-Match": `"${version}"` }) },
      ...(body === undefined ? {} : { data: body }),
    });
  };
  expect((await call("POST", "/api/development/sign-in", { personId })).ok()).toBe(true);
  return call;
}

const download = async (context: BrowserContext): Promise<Buffer> => (await context.request.get(`${service.url}/api/review/workbook?year=2024`)).body();

async function openAudit(page: Page, context: BrowserContext, level: Level = "M365", quirks: Quirks = {}) {
  const call = await signedIn(context, "p0001");
  await openInExcel(page, service.url, await download(context), level, quirks);
  await expect(page.getByRole("heading", { name: "2024年度学分审核" })).toBeVisible();
  await expect(page.locator("[data-unsaved]")).toBeVisible();
  return call;
}

interface Line {
  personId: string;
  opinion: string | null;
  recognised: number | null;
  opinionReason: string | null;
  version: number;
}

const linesOf = async (call: Call, school: string): Promise<Line[]> => ((await (await call("GET", `/api/schools/${school}/credits?year=2024`)).json()) as { rows: Line[] }).rows;
const lineOf = async (call: Call, school: string, personId: string): Promise<Line> => (await linesOf(call, school)).find((line) => line.personId === personId)!;

/** 0-based row of a person, wherever the table has it now. */
const rowOf = (page: Page, name: string) => page.evaluate((wanted) => fakeExcel.find("review", "姓名", wanted), name);
const cell = async (page: Page, name: string, header: string) => page.evaluate(([row, column]) => fakeExcel.cell("review", row as number, column as string), [await rowOf(page, name), header]);
const type = async (page: Page, name: string, header: string, value: string, list = false) =>
  page.evaluate(([row, column, text, silent]) => fakeExcel.type("review", row as number, column as string, text as string, silent as boolean), [await rowOf(page, name), header, value, list] as const);
const select = async (page: Page, ...people: string[]) => {
  const rows = [];
  for (const name of people) rows.push(await rowOf(page, name));
  await page.evaluate((all) => fakeExcel.select("review", all), rows);
};

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const saveOpinions = async (page: Page) => {
  await button(page, /^保存\d+条意见$/).click();
  await expect(page.locator("[data-unsaved]")).toBeVisible();
};
const unsaved = (page: Page, count: number) => expect(page.locator(`[data-unsaved="${count}"]`)).toBeVisible();
/** A phrase that needs a reason, into the selected rows. */
const phrase = async (page: Page, opinion: string, reason: string) => {
  await button(page, opinion).first().click();
  await page.getByRole("dialog").getByLabel("理由").fill(reason);
  await page.getByRole("dialog").getByRole("button", { name: opinion }).click();
};

test("all clean rows are agreed to in one act of two syncs, taken back, agreed to again and saved with their versions", async ({ page, context }) => {
  const call = await openAudit(page, context);
  const clean = ["秦远山", "诸葛明轩", "顾念慈", "阿依古丽·买买提", "严守拙"];
  await page.waitForTimeout(400);
  await page.evaluate(() => fakeExcel.resetSyncs());
  await button(page, "无疑问的全部同意").click();
  await expect(page.getByText("已在6行写入“同意”，尚未保存。")).toBeVisible();
  expect(await page.evaluate(() => fakeExcel.syncs())).toBeLessThanOrEqual(2);
  await unsaved(page, 6);
  await button(page, "撤销").click();
  await unsaved(page, 0);
  for (const name of clean) expect(await cell(page, name, opinion)).toBe("");
  await button(page, "无疑问的全部同意").click();
  await unsaved(page, 6);
  await page.waitForTimeout(400);
  await page.evaluate(() => fakeExcel.resetSyncs());
  await saveOpinions(page);
  await expect(page.getByText("已保存6条意见到区平台。")).toBeVisible();
  // One to read the table; two to write the new versions back, by key.
  expect(await page.evaluate(() => fakeExcel.syncs())).toBeLessThanOrEqual(3);
  await unsaved(page, 0);
  expect(await lineOf(call, "s-chenlu", "p1002")).toMatchObject({ opinion: "同意", recognised: 2, version: 1 });
  expect(await cell(page, "阿依古丽·买买提", "版本")).toMatch(/^1\./);
  expect(Number(await cell(page, "阿依古丽·买买提", "认定学分"))).toBe(2);
});

test("the workbook that the pane saved is known to the service row by row, and LibreOffice opens it", async ({ page, context }) => {
  await openAudit(page, context);
  await select(page, "林𬱖");
  await phrase(page, "退回补正", "请补成果汇总");
  await saveOpinions(page);
  await expect(page.getByText("已保存1条意见到区平台。")).toBeVisible();
  const bytes = Buffer.from(await page.evaluate(() => fakeExcel.file()), "base64");
  const session = (await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string };
  const uploaded = await context.request.post(`${service.url}/api/review/workbook?year=2024`, {
    headers: { "X-CSRF": session.antiforgeryToken },
    multipart: { file: { name: "审核.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: bytes } },
  });
  expect(await uploaded.json()).toMatchObject({ applied: [], conflicts: [], unchanged: 27 });
  const file = join(files, "audit-saved.xlsx");
  writeFileSync(file, bytes);
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${join(files, "profile")}`, "--convert-to", "pdf", "--outdir", files, file], { stdio: "pipe" });
  const text = execFileSync("pdftotext", ["-layout", join(files, "audit-saved.pdf"), "-"]).toString();
  expect(text).toContain("请补成果汇总");
});

test("the table shows odd rows only and all again, and its sheet stays protected as it was", async ({ page, context }) => {
  await openAudit(page, context, "Web", { filterDeniedWhenProtected: true, protectTwiceDenied: true, nullProtectionOptions: true });
  const protection = await page.evaluate(() => fakeExcel.protection("review"));
  await page.getByRole("radio", { name: "需要留意" }).check();
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(21);
  await page.getByLabel("学校", { exact: true }).selectOption("晨露幼儿园");
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(6);
  await page.getByLabel("学校", { exact: true }).selectOption("所有学校");
  await page.getByRole("radio", { name: "全部" }).check();
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(27);
  expect(await page.evaluate(() => fakeExcel.protection("review"))).toEqual(protection);
});

test("each number of the selected row opens its papers, and a paper opens in the pane", async ({ page, context }) => {
  await openAudit(page, context);
  await select(page, "郁文博");
  await button(page, "郁文博，学习心得：1，查看材料").click();
  const papers = page.getByRole("region", { name: "郁文博，学习心得的材料" });
  await expect(papers.getByText("按材料计为 1")).toBeVisible();
  await papers.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /表7/ })).toBeVisible();
  await button(page, "返回").click();
  await expect(papers.getByText("按材料计为 1")).toBeVisible();
  await expect(page.locator('[data-row="p3004"]')).toBeVisible();
});

test("a phrase goes into the selected rows that are shown, in two syncs, and not into hidden ones between them", async ({ page, context }) => {
  const call = await openAudit(page, context);
  await page.evaluate(() => fakeExcel.sort("review", "姓名"));
  await page.getByLabel("学校", { exact: true }).selectOption("青禾小学");
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(9);
  await page.getByRole("radio", { name: "需要留意" }).check();
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(7);
  const [from, to] = [await rowOf(page, "方圆"), await rowOf(page, "卓玛")].sort((left, right) => left - right) as [number, number];
  const between = await page.evaluate(([first, last]) => fakeExcel.shown("review").filter((row) => row >= first! && row <= last!).length, [from, to]);
  expect(to - from + 1).toBeGreaterThan(between);
  await page.evaluate(([first, last]) => fakeExcel.select("review", Array.from({ length: last! - first! + 1 }, (_, index) => first! + index)), [from, to]);
  await expect(page.getByText(`已选中${between}行`)).toBeVisible();
  await page.evaluate(() => fakeExcel.resetSyncs());
  await phrase(page, "核定0分", "材料未齐");
  await unsaved(page, between);
  expect(await page.evaluate(() => fakeExcel.syncs())).toBeLessThanOrEqual(3);
  expect(await cell(page, "方圆", opinion)).toBe("核定0分");
  await page.evaluate(() => fakeExcel.sort("review", "姓名", true));
  await saveOpinions(page);
  await unsaved(page, 0);
  expect(await lineOf(call, "s-qinghe", "p2007")).toMatchObject({ opinion: "核定0分", recognised: 0, opinionReason: "材料未齐" });
  expect((await linesOf(call, "s-chenlu")).filter((line) => line.opinion === "核定0分")).toEqual([]);
});

test("a row that somebody else changed is shown beside one's own, and each is settled by choice", async ({ page, context }) => {
  const call = await openAudit(page, context);
  for (const personId of ["p1003", "p1004"]) {
    expect((await call("PUT", `/api/review/lines/${personId}?year=2024`, { opinion: "退回补正", reason: "同事写的" }, 0)).ok()).toBe(true);
  }
  await select(page, "陶知微", "沈𣲘");
  await phrase(page, "核定2分", "已补交");
  await saveOpinions(page);
  await expect(page.getByRole("heading", { name: "别人也改了这些行" })).toBeVisible();
  expect(await lineOf(call, "s-chenlu", "p1003")).toMatchObject({ opinion: "退回补正" });
  await page.locator('[data-conflict="p1003"]').getByLabel(/^我的/).check();
  await page.locator('[data-conflict="p1004"]').getByLabel(/^区平台的/).check();
  await button(page, "按所选保存").click();
  await unsaved(page, 0);
  expect(await lineOf(call, "s-chenlu", "p1003")).toMatchObject({ opinion: "核定2分", opinionReason: "已补交" });
  expect(await lineOf(call, "s-chenlu", "p1004")).toMatchObject({ opinion: "退回补正", opinionReason: "同事写的" });
  expect([await cell(page, "沈𣲘", opinion), await cell(page, "沈𣲘", "理由")]).toEqual(["退回补正", "同事写的"]);
});

test("a row without its reason is named and stays unsaved while the others are saved", async ({ page, context }) => {
  const call = await openAudit(page, context);
  await type(page, "巴图·那仁", opinion, "退回补正");
  await type(page, "杨𠮷雅", opinion, "退回补正");
  await type(page, "杨𠮷雅", "理由", "请补述职报告");
  await unsaved(page, 2);
  await saveOpinions(page);
  await expect(page.locator('[data-fault="opinion-without-reason"]')).toContainText("巴图·那仁");
  await unsaved(page, 1);
  expect((await lineOf(call, "s-yunfan", "p3005")).opinion).not.toBe("退回补正");
  expect(await lineOf(call, "s-qinghe", "p2005")).toMatchObject({ opinion: "退回补正", opinionReason: "请补述职报告" });
  await page.locator('[data-fault="opinion-without-reason"]').click();
  await expect.poll(() => page.evaluate(() => fakeExcel.selected("review"))).toEqual([await rowOf(page, "巴图·那仁")]);
});

test("own papers are refused in the pane and by the service, and it is said why", async ({ page, context }) => {
  await signedIn(context, "p0001");
  const everybody = await download(context);
  const call = await signedIn(context, "p3002");
  const before = await lineOf(call, "s-yunfan", "p3002");
  await openInExcel(page, service.url, everybody);
  await expect(page.getByText("您本人的学分由其他审核人审核")).toBeVisible();
  await select(page, "诸葛明轩");
  await expect(page.locator('[data-row="p3002"]')).toBeVisible();
  await button(page, "退回补正").first().click();
  await page.getByRole("dialog").getByLabel("理由").fill("试填");
  await page.getByRole("dialog").getByRole("button", { name: "退回补正" }).click();
  await expect(page.getByText(/诸葛明轩是您本人，不能审核自己的学分/)).toBeVisible();
  await type(page, "诸葛明轩", opinion, "核定0分");
  await type(page, "诸葛明轩", "理由", "试填");
  await unsaved(page, 1);
  await saveOpinions(page);
  await expect(page.locator('[data-fault="own-papers"]')).toContainText("不得审核本人的学分");
  expect(await lineOf(call, "s-yunfan", "p3002")).toEqual(before);
});

test("a write that fails half-way leaves no sheet unprotected and nothing marked as saved", async ({ page, context }) => {
  await openAudit(page, context, "M365", { keysLocked: true, protectTwiceDenied: true });
  const protection = await page.evaluate(() => fakeExcel.protection("review"));
  await type(page, "梅傲霜", opinion, "退回补正");
  await type(page, "梅傲霜", "理由", "请补总结");
  await unsaved(page, 1);
  await page.evaluate(() => fakeExcel.failNextWrite());
  await button(page, "保存1条意见").click();
  await expect(page.getByText("页面出错了。")).toBeVisible();
  expect(await page.evaluate(() => fakeExcel.protection("review"))).toEqual(protection);
  // The service has it; saving again finds that out and brings the workbook up to now.
  await button(page, "保存1条意见").click();
  await unsaved(page, 0);
  expect(await cell(page, "梅傲霜", "版本")).toMatch(/^[1-9]\d*\./);
  expect(await page.evaluate(() => fakeExcel.protection("review"))).toEqual(protection);
});

for (const [level, name, personId] of [["LTSC2021", "祝榕", "p2008"], ["Web", "卓玛", "p2009"]] as const) {
  test(`a choice from a list is seen and saved in ${level} with its quirks`, async ({ page, context }) => {
    const call = await openAudit(page, context, level, { listChoiceSilent: true, protectTwiceDenied: true, nullProtectionOptions: true, filterDeniedWhenProtected: true, keysLocked: true, emptyUrl: true });
    await type(page, name, opinion, "退回补正", true);
    await type(page, name, "理由", `在 ${level} 中填写`);
    await unsaved(page, 1);
    await saveOpinions(page);
    await unsaved(page, 0);
    expect(await lineOf(call, "s-qinghe", personId)).toMatchObject({ opinion: "退回补正", opinionReason: `在 ${level} 中填写` });
  });
}

test("opinions that were lost with a closed workbook are offered again", async ({ page, context }) => {
  const call = await openAudit(page, context);
  await type(page, "江晚照", opinion, "退回补正");
  await type(page, "江晚照", "理由", "请补案例");
  await unsaved(page, 1);
  await page.goto("about:blank");
  await openInExcel(page, service.url, await download(context));
  await expect(page.getByText("上次有1条意见没有保存")).toBeVisible();
  await button(page, "填回去").click();
  await unsaved(page, 1);
  await saveOpinions(page);
  await unsaved(page, 0);
  expect(await lineOf(call, "s-yunfan", "p3006")).toMatchObject({ opinion: "退回补正", opinionReason: "请补案例" });
});

test("without the service an opinion stays in the workbook and is saved afterwards", async ({ page, context }) => {
  const call = await openAudit(page, context);
  await select(page, "武陵春");
  await phrase(page, "退回补正", "请补讲稿");
  await page.route("**/api/review/rows**", (route) => route.abort());
  await saveOpinions(page);
  await expect(page.getByText("连接不上区平台。")).toBeVisible();
  await unsaved(page, 1);
  await page.unroute("**/api/review/rows**");
  await saveOpinions(page);
  await unsaved(page, 0);
  expect(await lineOf(call, "s-yunfan", "p3007")).toMatchObject({ opinion: "退回补正" });
});

test("a refresh brings what changed on the platform into rows that nobody wrote into", async ({ page, context }) => {
  const call = await openAudit(page, context);
  const line = await lineOf(call, "s-yunfan", "p3008");
  expect((await call("PUT", "/api/review/lines/p3008?year=2024", { opinion: "退回补正", reason: "网页上写的" }, line.version)).ok()).toBe(true);
  await type(page, "於菟", "理由", "先记一句");
  await button(page, "刷新").click();
  await expect(page.getByText("已更新1行。")).toBeVisible();
  expect([await cell(page, "闻人语", opinion), await cell(page, "於菟", "理由")]).toEqual(["退回补正", "先记一句"]);
});

test("a school is signed off once every row has an opinion, and nothing is written there afterwards", async ({ page, context }) => {
  const call = await openAudit(page, context);
  await page.getByRole("tab", { name: /^学校/ }).click();
  await expect(button(page, "签审 晨露幼儿园")).toBeDisabled();
  await button(page, "只看 晨露幼儿园").click();
  await page.getByRole("radio", { name: "未审" }).check();
  const open = (await linesOf(call, "s-chenlu")).filter((line) => line.opinion === null).length;
  await expect.poll(() => page.evaluate(() => fakeExcel.shown("review").length)).toBe(open);
  await page.evaluate(() => fakeExcel.select("review", Array.from({ length: fakeExcel.rows("review") }, (_, row) => row)));
  await expect(page.getByText(`已选中${open}行`)).toBeVisible();
  await phrase(page, "退回补正", "材料不齐");
  await saveOpinions(page);
  await unsaved(page, 0);
  await page.getByRole("tab", { name: /^学校/ }).click();
  await button(page, "签审 晨露幼儿园").click();
  await page.getByRole("dialog").getByRole("button", { name: "签审" }).click();
  await expect(page.locator('[data-school="s-chenlu"][data-signed="true"]')).toBeVisible();
  expect((await (await call("GET", "/api/schools/s-chenlu/credits?year=2024")).json()) as object).toMatchObject({ signedOff: { by: expect.stringMatching(/./) as unknown } });
  await page.getByRole("tab", { name: "审核" }).click();
  await select(page, "鲁春晓");
  await phrase(page, "核定0分", "又改主意");
  await expect(page.getByText("鲁春晓的学校已签审，不能再改。")).toBeVisible();
});

test("beside another workbook the pane opens a fresh audit workbook", async ({ page, context }) => {
  await signedIn(context, "p0001");
  const empty = join(files, "empty.xlsx");
  execFileSync("/usr/bin/python3", ["-c", "import openpyxl,sys; openpyxl.Workbook().save(sys.argv[1])", empty]);
  await openInExcel(page, service.url, readFileSync(empty));
  await expect(page.getByText("打开的不是审核工作簿")).toBeVisible();
  await page.getByRole("combobox", { name: "年度" }).selectOption("2024");
  await button(page, "在 Excel 中打开审核工作簿").click();
  await expect.poll(() => page.evaluate(() => fakeExcel.opened()?.slice(0, 4) ?? "")).toBe("UEsD");
});

/** A sheet of the secretary's school as the service makes it, opened in Excel by the secretary. */
async function openSheet(page: Page, context: BrowserContext, formId: string, quirks: Quirks = {}) {
  const call = await signedIn(context, "p2001");
  const asked = await call("POST", "/api/records", { formId, year: 2024, schoolId: "s-qinghe" });
  const record = (await asked.json()) as { id?: string; existingId?: string };
  const id = record.id ?? record.existingId ?? "";
  const document = await (await call("GET", `/api/records/${id}/document?format=xlsx`)).body();
  await openInExcel(page, service.url, document, "M365", quirks);
  return call;
}

interface AttendanceView {
  sessions: { id: string; label: string }[];
  cadres: { personId: string; name: string; marks: Record<string, string> }[];
}
const attendanceOf = async (call: Call) => (await (await call("GET", "/api/schools/s-qinghe/attendance?year=2024")).json()) as AttendanceView;
const set = (page: Page, row: number, header: string, value: string) => page.evaluate(([r, h, v]) => fakeExcel.type("rows", r as number, h as string, v as string), [row, header, value] as const);

test("marks are set with one key each in the pane, and the totals say how they come about", async ({ page, context }) => {
  const call = await openSheet(page, context, "attendance");
  const cellOf = (mark: string) => page.getByRole("button", { name: `司徒景行，3月5日：${mark}` });
  await cellOf("√ 出勤").focus();
  await page.keyboard.press("4");
  await expect(cellOf("△ 事假")).toBeVisible();
  await expect.poll(async () => (await attendanceOf(call)).cadres.find((row) => row.personId === "p2004")?.marks).toMatchObject({ [(await attendanceOf(call)).sessions[0]!.id]: "△" });
  await expect(page.getByText("7√ + 0O + 0⊕ + 1△ + 0空 = 8次").first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cellOf("√ 出勤")).toBeVisible();
});

test("without the service marks stay on the screen, outlive a reload and are sent afterwards", async ({ page, context }) => {
  const call = await openSheet(page, context, "attendance");
  const cellOf = (mark: string) => page.getByRole("button", { name: `司徒景行，3月26日：${mark}` });
  await cellOf("√ 出勤").focus();
  await page.route("**/attendance?**", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await page.keyboard.press("2");
  await expect(page.getByText("连接不上区平台。")).toBeVisible();
  await expect(cellOf("O 缺勤")).toBeVisible();
  await page.reload();
  await expect(cellOf("O 缺勤")).toBeVisible();
  await page.unroute("**/attendance?**");
  await button(page, "重试").click();
  await expect.poll(async () => Object.values((await attendanceOf(call)).cadres.find((row) => row.personId === "p2004")?.marks ?? {}).filter((mark) => mark === "O").length).toBe(1);
});

test("the open 表2 is read back: differences first, then the chosen ones are saved", async ({ page, context }) => {
  const call = await openSheet(page, context, "attendance");
  const row = await page.evaluate(() => fakeExcel.find("rows", "姓 名", "梅傲霜"));
  await set(page, row, "4月16日", "○");
  await set(page, row, "5月14日", "△");
  await button(page, "读取打开的表格").click();
  await expect(page.locator("[data-line]")).toHaveCount(2);
  await page.getByRole("checkbox", { name: /梅傲霜.*5月14日/ }).uncheck();
  await button(page, "保存所选的1处").click();
  await expect(page.getByText("已保存1处到区平台。")).toBeVisible();
  const view = await attendanceOf(call);
  const marks = view.cadres.find((each) => each.name === "梅傲霜")!.marks;
  expect(marks[view.sessions.find((session) => session.label === "4月16日")!.id]).toBe("O");
  expect(marks[view.sessions.find((session) => session.label === "5月14日")!.id]).not.toBe("△");
});

test("the open 表3 is read back: a changed row changes its session, a new one plans another", async ({ page, context }) => {
  const call = await openSheet(page, context, "session-schedule");
  await set(page, 1, "地点", "图书馆");
  await set(page, 8, "时间", "2024-12-10");
  await set(page, 8, "自培内容", "年度总结交流");
  await button(page, "读取打开的表格").click();
  await expect(page.locator("[data-line]")).toHaveCount(2);
  await button(page, "保存所选的2处").click();
  await expect(page.getByText("表格与区平台一致，没有要保存的。")).toBeVisible();
  const sessions = (await (await call("GET", "/api/schools/s-qinghe/sessions?year=2024")).json()) as { date: string; topic: string; place: string }[];
  expect(sessions).toContainEqual(expect.objectContaining({ date: "2024-12-10", topic: "年度总结交流" }));
  expect(sessions.filter((session) => session.place === "图书馆")).toHaveLength(1);
});

test("the open 表4 is read back: a number typed over needs its reason before it is saved", async ({ page, context }) => {
  const call = await openSheet(page, context, "credit-declaration");
  const row = await page.evaluate(() => fakeExcel.find("rows", "姓 名", "祝榕"));
  await set(page, row, "管理案例", "1");
  await button(page, "读取打开的表格").click();
  await expect(button(page, "保存所选的1处")).toBeDisabled();
  await page.getByLabel("祝榕的理由").fill("案例在纸质档案");
  await button(page, "保存所选的1处").click();
  await expect(page.getByText("表格与区平台一致，没有要保存的。")).toBeVisible();
  const lines = (await linesOf(call, "s-qinghe")) as (Line & { counts: Record<string, { typed: number | null; reason: string | null }> })[];
  expect(lines.find((line) => line.personId === "p2008")?.counts["case"]).toMatchObject({ typed: 1, reason: "案例在纸质档案" });
});

test("the secretary files beside the workbook; a file that somebody put in the place of a paper waits for a decision", async ({ page, context }) => {
  const stranger = join(service.data, "library", "宝山区/青禾小学/2024年度/一、学校自培工作档案袋/1．学校干部自培工作计划（表1）.docx");
  mkdirSync(dirname(stranger), { recursive: true });
  writeFileSync(stranger, "别人放在这里的文件");
  await openSheet(page, context, "attendance");
  await page.getByRole("combobox", { name: "页面" }).selectOption({ label: "归档" });
  await button(page, "开始归档").click();
  const trouble = page.locator('[data-trouble="something-else-there"]');
  await expect(trouble).toContainText("1．学校干部自培工作计划（表1）.docx");
  await expect(trouble).toContainText("以记录为准请选“替换”");
  expect(readFileSync(stranger, "utf8")).toBe("别人放在这里的文件");
  await trouble.getByRole("button", { name: /^用系统中的内容替换/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "用系统中的内容替换" }).click();
  await expect(page.getByRole("heading", { name: "归档完成", exact: true })).toBeVisible();
  await expect(trouble).toHaveCount(0);
  expect(readFileSync(stranger).subarray(0, 2).toString()).toBe("PK");
});

test("a reason half composed with an input method is none yet, and only the finished word is saved", async ({ page, context }) => {
  const call = await openSheet(page, context, "credit-declaration");
  const row = await page.evaluate(() => fakeExcel.find("rows", "姓 名", "祝榕"));
  await set(page, row, "专题讲座", "1");
  await button(page, "读取打开的表格").click();
  const devtools = await context.newCDPSession(page);
  const compose = (text: string) => devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await page.getByLabel("祝榕的理由").focus();
  await compose("zhi");
  await compose("zhizhi");
  await expect(page.getByLabel("祝榕的理由")).toHaveValue("zhizhi");
  await expect(button(page, "保存所选的1处")).toBeDisabled();
  await devtools.send("Input.insertText", { text: "纸质证明" });
  await button(page, "保存所选的1处").click();
  await expect(page.getByText("表格与区平台一致，没有要保存的。")).toBeVisible();
  const lines = (await linesOf(call, "s-qinghe")) as (Line & { counts: Record<string, { typed: number | null; reason: string | null }> })[];
  expect(Object.values(lines.find((line) => line.personId === "p2008")!.counts).map((count) => count.reason)).toContain("纸质证明");
});
