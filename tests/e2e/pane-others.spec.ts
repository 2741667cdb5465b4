import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { openInWord } from "./office/host.js";
import { enter, newPaper, type RecordView } from "./people.js";
import { Service } from "./service.js";

/** The pane beside colleagues: what they change, and what a document has lost. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());
test.use({ viewport: { width: 350, height: 640 } });

const type = (page: Page, tag: string, text: string, row = 0) => page.evaluate(([t, v, r]) => fakeWord.type(t, r, v), [tag, text, row] as const);
const text = (page: Page, tag: string, row = 0) => page.evaluate(([t, r]) => fakeWord.text(t, r), [tag, row] as const);
const state = (page: Page, tag: string, wanted: string) => expect(page.locator(`[data-tag="${tag}"][data-state="${wanted}"]`).first()).toBeVisible();
const save = (page: Page) => page.getByRole("button", { name: "保存", exact: true }).click();
const saved = (page: Page) => expect(page.locator('[data-saved="yes"]')).toBeVisible();

/** A reflection that has texts already, with a document made from it. */
async function paper(context: BrowserContext) {
  const { call, record } = await newPaper(context, service.url, "p3010");
  const read = async () => (await (await call("GET", `/api/records/${record.id}`)).json()) as RecordView;
  const colleague = async (data: Record<string, string>) => {
    const now = await read();
    expect((await call("PUT", `/api/records/${record.id}`, { data: { ...now.data, ...data } }, now.version)).ok()).toBe(true);
  };
  await colleague({ topic: "原来的题目", content: "原来的内容" });
  const document = await (await call("GET", `/api/records/${record.id}/document?format=docx`)).body();
  return { call, read, colleague, document, record };
}

/** Opens the file as it stands in the fake Word, in a fresh pane. */
async function reopen(page: Page): Promise<void> {
  const file = Buffer.from(await page.evaluate(() => fakeWord.file()), "base64");
  await page.unroute(/\/office\.js(\?|$)/);
  await openInWord(page, service.url, file);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
}

test("a pull shows what it would overwrite, writes what was chosen, and is taken back with the document's version", async ({ page, context }) => {
  const { document, colleague, read, record, call } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await type(page, "topic", "我的草稿题目");
  await colleague({ topic: "网页上写的题目", content: "网页上写的内容" });
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await expect(page.locator('[data-pull="topic"]')).toContainText("我的草稿题目");
  await expect(page.locator('[data-pull="topic"]').getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("button", { name: "写入所选" }).click();
  await expect.poll(() => text(page, "content")).toBe("网页上写的内容");
  expect(await text(page, "topic")).toBe("我的草稿题目");
  await page.getByRole("button", { name: "撤销取数" }).click();
  await expect.poll(() => text(page, "content")).toBe("原来的内容");
  // The document is as old as before: an upload of it is not taken for a change of the content.
  const { version } = await read();
  const reading = (await (
    await context.request.post(`${service.url}/api/readings`, {
      headers: { "X-CSRF": ((await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string }).antiforgeryToken },
      multipart: { file: { name: "undone.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: Buffer.from(await page.evaluate(() => fakeWord.file()), "base64") } },
    })
  ).json()) as { stale: boolean };
  expect(reading.stale).toBe(true);
  expect((await call("GET", `/api/records/${record.id}`)).headers()["etag"]).toBe(`"${version}"`);
});

test("取数, save, open again: nothing is left to do, and colleagues' fields stand", async ({ page, context }) => {
  const { document, colleague, read } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await colleague({ content: "网页上写的内容" });
  await type(page, "topic", "我的题目");
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await page.getByRole("button", { name: "写入所选" }).click();
  await expect.poll(() => text(page, "content")).toBe("网页上写的内容");
  await save(page);
  await saved(page);
  expect((await read()).data).toMatchObject({ topic: "我的题目", content: "网页上写的内容" });
  await reopen(page);
  await saved(page);
  await expect(page.locator('[data-state="newer"], [data-state="changed"], [data-state="conflict"]')).toHaveCount(0);
});

test("a partial pull and a save leave a colleague's other field alone", async ({ page, context }) => {
  const { document, colleague, read } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await colleague({ topic: "别处改的题目", content: "别处改的内容" });
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await page.locator('[data-pull="content"]').getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "写入所选" }).click();
  await expect.poll(() => text(page, "topic")).toBe("别处改的题目");
  await reopen(page);
  await type(page, "insight", "心得");
  await save(page);
  await expect.poll(async () => (await read()).data["insight"]).toBe("心得");
  expect((await read()).data).toMatchObject({ topic: "别处改的题目", content: "别处改的内容" });
  await state(page, "content", "newer");
});

test("a field that both changed is shown with both texts and saved by choice; what only a colleague changed is theirs", async ({ page, context }) => {
  const { document, colleague, read } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await colleague({ topic: "别处改的", content: "别处写的" });
  await type(page, "topic", "文档里的");
  await save(page);
  await expect(page.getByText("别人也改了这份表")).toBeVisible();
  expect((await read()).data["topic"]).toBe("别处改的");
  await expect(page.locator("[data-conflict]")).toHaveCount(1);
  await page.locator('[data-conflict="topic"]').getByLabel(/保留文档中的/).check();
  await page.getByRole("button", { name: "按所选保存" }).click();
  await saved(page);
  expect((await read()).data).toMatchObject({ topic: "文档里的", content: "别处写的" });
  await state(page, "content", "newer");
});

test("a document filled elsewhere, whose record a colleague changed meanwhile, is merged with what it was made from", async ({ page, context }) => {
  const { document, colleague, read } = await paper(context);
  await colleague({ content: "别处写的" });
  await colleague({ date: "2024-05-06" });
  await openInWord(page, service.url, document);
  await type(page, "topic", "离线写的");
  await state(page, "content", "newer");
  await save(page);
  await saved(page);
  expect((await read()).data).toMatchObject({ topic: "离线写的", content: "别处写的", date: "2024-05-06" });
});

test("a co-author's text that comes in while Word saves is not taken for saved", async ({ page, context }) => {
  const { document, read } = await paper(context);
  await openInWord(page, service.url, document, "Web", { coAuthorEditsWhileSaving: true });
  await saved(page);
  await type(page, "topic", "我的");
  await page.evaluate(() => fakeWord.coAuthor("content", 0, "同伴写的"));
  await save(page);
  await expect.poll(async () => (await read()).data["topic"]).toBe("我的");
  await state(page, "content", "changed");
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  expect((await read()).data["content"]).toBe("原来的内容");
  await save(page);
  await saved(page);
  expect((await read()).data["content"]).toBe("同伴写的");
});

test("a control that was deleted deletes nothing; the form is repaired by a fresh document with its values", async ({ page, context }) => {
  const { document, read } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await page.evaluate(() => fakeWord.remove("content", 0, "control"));
  await type(page, "topic", "新题目");
  await save(page);
  await expect.poll(async () => (await read()).data["topic"]).toBe("新题目");
  expect((await read()).data["content"]).toBe("原来的内容");
  await state(page, "content", "missing");
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await expect(page.getByText(/文档中缺少这些位置.*内容/)).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "修复本文档" }).click();
  const stream = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  await page.unroute(/\/office\.js(\?|$)/);
  await openInWord(page, service.url, Buffer.concat(chunks));
  await saved(page);
  expect(await Promise.all([text(page, "topic"), text(page, "content")])).toEqual(["新题目", "原来的内容"]);
  await expect(page.locator('[data-state="missing"]')).toHaveCount(0);
});

test("a place deleted behind the pane's back is named, and the repair is offered", async ({ page, context }) => {
  const { document, colleague } = await paper(context);
  await openInWord(page, service.url, document);
  await saved(page);
  await colleague({ content: "别处写的" });
  await page.getByRole("button", { name: "取数", exact: true }).click();
  const write = page.getByRole("button", { name: "写入所选" });
  // The list has been read from the document; only now does the place go.
  await expect(write).toBeVisible();
  await page.evaluate(() => fakeWord.remove("content", 0, "control"));
  await write.click();
  const alert = page.getByRole("alert").filter({ hasText: "没有写入" });
  await expect(alert).toContainText("学习内容");
  await expect(alert.getByRole("button", { name: "修复本文档" })).toBeVisible();
});

test("the content code of the record stands in the pane and changes with a save", async ({ page, context }) => {
  const { document, call, record } = await paper(context);
  const code = async () => ((await (await call("GET", `/api/records/${record.id}`)).json()) as { contentCode: string }).contentCode;
  await openInWord(page, service.url, document);
  const before = await code();
  await expect(page.getByText(new RegExp(`当前内容码是 ${before}`))).toBeVisible();
  await type(page, "topic", "新题目");
  await save(page);
  await expect(page.getByText(new RegExp(`当前内容码是 ${before}`))).toBeHidden();
  await expect(page.getByText(new RegExp(`当前内容码是 ${await code()}`))).toBeVisible();
});

test("rows: a wrapped row is saved, a deleted one waits for the person's word, and only then its session goes", async ({ page, context }) => {
  const call = await enter(context, service.url, "p3001");
  for (const [date, topic] of [["2024-12-27", "年终甲"], ["2024-12-28", "年终乙"], ["2024-12-29", "年终丙"]]) {
    expect((await call("POST", "/api/schools/s-yunfan/sessions?year=2024", { date, topic, place: "会议室", lecturer: "秦远山" })).ok()).toBe(true);
  }
  const sessions = async () => (await (await call("GET", "/api/schools/s-yunfan/sessions?year=2024")).json()) as { topic: string; place: string; state: string }[];
  const shown = (await sessions()).filter((session) => session.state !== "dropped").map((session) => session.topic);
  const row = shown.indexOf("年终乙");
  const document = await (await call("GET", "/api/schools/s-yunfan/sheets/session-schedule/document?year=2024")).body();
  await openInWord(page, service.url, document, "M365", { rowControlsWrapped: true });
  await saved(page);
  await type(page, "rows.place", "图书馆", row + 1);
  await save(page);
  await expect.poll(async () => (await sessions()).find((session) => session.topic === "年终丙")?.place).toBe("图书馆");
  // Blank rows below are deleted too: else those below move up into the place of the deleted one.
  const rows = (await page.locator('[data-tag="rows.content"]').count()) + 30;
  await page.evaluate(
    ([first, last]) => {
      for (let at = last; at > first; at--) {
        try {
          fakeWord.remove("rows.content", at, "row");
        } catch {
          // fewer rows than that
        }
      }
    },
    [row + 1, rows] as const,
  );
  await page.evaluate((at) => fakeWord.remove("rows.content", at, "row"), row);
  await page.evaluate(() => fakeWord.moveCaret());
  await expect(page.locator('[data-gone="rows"]')).toContainText("年终乙");
  const writing = page.waitForResponse((response) => response.request().method() === "PUT");
  await save(page);
  expect((await writing).ok()).toBe(true);
  expect((await sessions()).map((session) => session.topic)).toContain("年终乙");
  await page.getByRole("button", { name: "确认删去" }).click();
  await save(page);
  await expect.poll(async () => (await sessions()).map((session) => session.topic)).not.toContain("年终乙");
  expect((await sessions()).map((session) => session.topic)).toEqual(expect.arrayContaining(["年终甲", "年终丙"]));
});
