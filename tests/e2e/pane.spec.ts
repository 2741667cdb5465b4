import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { openInWord } from "./office/host.js";
import { enter, newPaper, type RecordView } from "./people.js";
import { files } from "./portal.js";
import { Service } from "./service.js";

/** The real pane in Chromium, the real service, a fake Word over the real document. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

/** A new reflection of 柳如絮, with its document. */
async function newReflection(context: BrowserContext) {
  const paper = await newPaper(context, service.url, "p3010");
  const read = async () => (await (await paper.call("GET", `/api/records/${paper.record.id}`)).json()) as RecordView;
  return { ...paper, read };
}

const type = (page: Page, tag: string, text: string) => page.evaluate(([t, v]) => fakeWord.type(t!, 0, v!), [tag, text]);

test.use({ viewport: { width: 350, height: 640 } });

test("fills, saves, and the saved file is read by the service and opened by LibreOffice", async ({ page, context }) => {
  const { document, read, record, call } = await newReflection(context);
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7 干部学习心得/ })).toBeVisible();
  await type(page, "topic", "窗格里写的题目");
  await type(page, "date", "2024.5.6");
  await type(page, "insight", "第一段\n第二段 𠮷");
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  expect((await read()).data).toMatchObject({ topic: "窗格里写的题目", date: "2024-05-06", insight: "第一段\n第二段 𠮷" });
  await expect.poll(() => page.evaluate(() => fakeWord.saved() !== null)).toBe(true);
  const file = join(files, "pane-saved.docx");
  writeFileSync(file, Buffer.from((await page.evaluate(() => fakeWord.saved()))!, "base64"));
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${join(files, "profile")}`, "--convert-to", "pdf", "--outdir", files, file], { stdio: "pipe" });
  const session = (await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string };
  const reading = (await (
    await context.request.post(`${service.url}/api/readings`, {
      headers: { "X-CSRF": session.antiforgeryToken },
      multipart: { file: { name: "pane-saved.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: Buffer.from((await page.evaluate(() => fakeWord.file())), "base64") } },
    })
  ).json()) as { recordId: string; stale: boolean; fields: { changed: boolean }[] };
  expect(reading.recordId).toBe(record.id);
  expect(reading.stale).toBe(false);
  expect(reading.fields.some((field) => field.changed)).toBe(false);
  expect((await call("GET", `/api/records/${record.id}`)).ok()).toBe(true);
});

test("a click on a field goes to its place in the document", async ({ page, context }) => {
  const { document } = await newReflection(context);
  await openInWord(page, service.url, document);
  await page.locator('[data-tag="insight"]').click();
  await expect.poll(() => page.evaluate(() => fakeWord.selected())).toBe("insight#0");
});

test("a value that cannot be read is named beside its field and nothing is saved", async ({ page, context }) => {
  const { document, read } = await newReflection(context);
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await type(page, "topic", "有题目");
  await type(page, "date", "改天");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-tag="date"][data-state="invalid"]')).toBeVisible();
  expect((await read()).data["topic"]).toBeUndefined();
  // Looking again does not wipe the mark away; typing does.
  await type(page, "insight", "别处接着写");
  await expect(page.locator('[data-tag="insight"][data-state="changed"]')).toBeVisible();
  await expect(page.locator('[data-tag="date"][data-state="invalid"]')).toBeVisible();
  await type(page, "date", "2024年5月6日");
  await expect(page.locator('[data-tag="date"][data-state="changed"]')).toBeVisible();
});

test("what handing in misses is named at its field", async ({ page, context }) => {
  const { document, read } = await newReflection(context);
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await type(page, "topic", "只有题目");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("材料还不完整，没有提交。")).toBeVisible();
  await expect(page.locator('[data-tag="insight"][data-state="invalid"]')).toBeVisible();
  await expect(page.locator('[data-tag="topic"][data-state="same"]')).toBeVisible();
  expect((await read()).state).toBe("draft");
});

test("the badge says since when the platform has the text", async ({ page, context }) => {
  const { document, call, record } = await newReflection(context);
  const saved = (await (await call("PUT", `/api/records/${record.id}`, { data: { ...record.data, topic: "题目" } }, record.version)).json()) as { updatedAt: string };
  const fresh = await (await call("GET", `/api/records/${record.id}/document?format=docx`)).body();
  expect(fresh.equals(document)).toBe(false);
  await openInWord(page, service.url, fresh);
  const time = await page.evaluate((at) => new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at)), saved.updatedAt);
  await expect(page.locator('[data-saved="yes"]')).toContainText(time);
});

test("handing in saves first and then locks the form", async ({ page, context }) => {
  const { document, read } = await newReflection(context);
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await type(page, "topic", "要提交的");
  await type(page, "date", "2024年6月1日");
  await type(page, "content", "内容");
  await type(page, "insight", "心得");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.locator('[data-state="submitted"]')).toBeVisible();
  expect((await read()).state).toBe("submitted");
  await expect(page.getByRole("button", { name: "保存", exact: true })).toBeDisabled();
});

for (const level of ["LTSC2021", "LTSC2024", "Web"] as const) {
  test(`fills and saves in ${level} with its quirks`, async ({ page, context }) => {
    const { document, read } = await newReflection(context);
    await openInWord(page, service.url, document, level, { dataChangedOnExit: true, saveResolvesEarly: true, defaultPrompt: true, emptyUrl: true });
    await expect(page.locator('[data-saved="yes"]')).toBeVisible();
    await type(page, "content", "写了又删");
    await type(page, "content", "");
    await type(page, "topic", `题目 ${level}`);
    await expect(page.locator('[data-saved="no"]')).toBeVisible();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.locator('[data-saved="yes"]')).toBeVisible();
    const data = (await read()).data;
    expect(data["topic"]).toBe(`题目 ${level}`);
    expect(data["content"]).toBeUndefined();
  });
}

interface Printed {
  contentCode: string;
  printedCode: string;
}

/** Text of the places in the footers that print the content code. */
const footerCode = (page: Page) => page.evaluate(() => [fakeWord.text("cadredocs.code", 0), fakeWord.text("cadredocs.code", 1)]);

test("a save brings the code in the footers up to date, and the print check notes the print", async ({ page, context }) => {
  const { document, read, call, record } = await newReflection(context);
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  const blank = ((await read()) as RecordView & Printed).contentCode;
  expect(await footerCode(page)).toEqual([`内容码 ${blank}`, `内容码 ${blank}`]);
  await type(page, "topic", "要打印的题目");
  await page.getByRole("button", { name: "打印核对" }).click();
  await expect(page.locator('[data-print="differs"]')).toBeVisible();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  const saved = (await read()) as RecordView & Printed;
  expect(saved.contentCode).not.toBe(blank);
  await expect.poll(() => footerCode(page)).toEqual([`内容码 ${saved.contentCode}`, `内容码 ${saved.contentCode}`]);
  expect(saved.printedCode).toBe("");
  await page.getByRole("button", { name: "打印核对" }).click();
  await expect(page.locator('[data-print="ready"]')).toContainText(saved.contentCode);
  await expect(page.locator('[data-printed="yes"]')).toBeVisible();
  expect(((await read()) as RecordView & Printed).printedCode).toBe(saved.contentCode);
  // Somebody changes the paper elsewhere: the print is void, and the document differs.
  await call("PUT", `/api/records/${record.id}`, { data: { ...saved.data, topic: "别处改的题目" } }, saved.version);
  await page.getByRole("button", { name: "打印核对" }).click();
  await expect(page.locator('[data-print="differs"]')).toBeVisible();
  await expect(page.getByText(`上次打印的内容码 ${saved.contentCode} 已作废`)).toBeVisible();
});

test("a pulled document gets its code by the print check", async ({ page, context }) => {
  const { document, read, call, record } = await newReflection(context);
  await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "网页上写的题目" } }, record.version);
  await openInWord(page, service.url, document, "LTSC2021");
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await page.getByRole("button", { name: "写入所选" }).click();
  await expect.poll(() => page.evaluate(() => fakeWord.text("topic", 0))).toBe("网页上写的题目");
  await expect(page.getByText(/文档页脚上的内容码 .* 已过时/)).toBeVisible();
  await page.getByRole("button", { name: "打印核对" }).click();
  await expect(page.locator('[data-print="ready"]')).toBeVisible();
  const code = ((await read()) as RecordView & Printed).contentCode;
  expect(await footerCode(page)).toEqual([`内容码 ${code}`, `内容码 ${code}`]);
});

for (const [quirk, outcome] of [
  ["footersUnseen", "noPlace"],
  ["footersLocked", "notUpdated"],
] as const) {
  test(`where footers cannot be reached (${quirk}), a save still saves and the print check says what to do`, async ({ page, context }) => {
    const { document, read } = await newReflection(context);
    await openInWord(page, service.url, document, "M365", { [quirk]: true });
    await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
    await type(page, "topic", "页脚改不了");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.locator('[data-saved="yes"]')).toBeVisible();
    await expect.poll(() => page.evaluate(() => fakeWord.saved() !== null)).toBe(true);
    await page.getByRole("button", { name: "打印核对" }).click();
    await expect(page.locator(`[data-print="${outcome}"]`)).toContainText("修复本文档");
    expect(((await read()) as RecordView & Printed).printedCode).toBe("");
  });
}

test("the portal gives a copy to print, notes it, and says that it is void after a change", async ({ page, context }) => {
  const { read, call, record } = await newReflection(context);
  await page.goto(`${service.url}/#/paper/${record.id}`);
  const taking = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载打印版" }).click();
  expect((await taking).suggestedFilename()).toMatch(/\.docx$/);
  await expect(page.locator('[data-printed="yes"]')).toBeVisible();
  const printed = (await read()) as RecordView & Printed;
  expect(printed.printedCode).toBe(printed.contentCode);
  await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "打印之后改的" } }, record.version);
  await page.reload();
  await expect(page.getByText(`上次打印的内容码 ${printed.printedCode} 已作废`)).toBeVisible();
});

test("moving the caret is enough to be looked at, where typing raises nothing yet", async ({ page, context }) => {
  const { document } = await newReflection(context);
  await openInWord(page, service.url, document, "M365", { dataChangedOnExit: true });
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await page.evaluate(() => {
    fakeWord.typeSilently("topic", 0, "正在写");
    fakeWord.moveCaret();
  });
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
});

test("a form of more than 200 fields is saved in two syncs", async ({ page, context }) => {
  test.setTimeout(120_000);
  const call = await enter(context, service.url, "p3001");
  for (let day = 1; day <= 28; day++) {
    for (const month of ["11", "12"]) {
      const date = `2024-${month}-${String(day).padStart(2, "0")}`;
      expect((await call("POST", "/api/schools/s-yunfan/sessions?year=2024", { date, topic: `研讨${month}${day}`, place: "阶梯教室", lecturer: "秦远山" })).ok()).toBe(true);
    }
  }
  const document = await (await call("GET", "/api/schools/s-yunfan/sheets/session-schedule/document?year=2024")).body();
  await openInWord(page, service.url, document, "M365", { rowControlsWrapped: true });
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  expect(await page.locator("[data-tag]").count()).toBeGreaterThan(200);
  await page.evaluate(() => fakeWord.type("rows.place", 4, "图书馆"));
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  // The pane looks when it gets the focus: that, and the reads that the typing brought, are no part of the save. A slow read is followed by a long pause.
  await page.getByRole("heading", { level: 1 }).click();
  let before = -1;
  await expect.poll(async () => before === (before = await page.evaluate(() => fakeWord.syncs())), { intervals: [5000], timeout: 40_000 }).toBe(true);
  await page.evaluate(() => fakeWord.resetSyncs());
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await expect.poll(() => page.evaluate(() => fakeWord.saved() !== null)).toBe(true);
  // One to read all fields, one to write the footers and ask Word to save.
  expect(await page.evaluate(() => fakeWord.syncs())).toBe(2);
  const sessions = (await (await call("GET", "/api/schools/s-yunfan/sessions?year=2024")).json()) as { place: string }[];
  expect(sessions.filter((session) => session.place === "图书馆")).toHaveLength(1);
});

test("a document that is none of ours shows the duties", async ({ page, context }) => {
  await enter(context, service.url, "p3010");
  const empty = join(files, "empty.docx");
  execFileSync("/usr/bin/python3", ["-c", "import docx,sys; docx.Document().save(sys.argv[1])", empty]);
  const { readFileSync } = await import("node:fs");
  await openInWord(page, service.url, readFileSync(empty));
  await expect(page.getByRole("heading", { name: "打开的文档不是本平台的表格" })).toBeVisible();
});
