import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { openInWord } from "./office/host.js";
import { newPaper, type RecordView } from "./people.js";
import { Service } from "./service.js";

/** The pane without the service: what is written is kept until the service has it. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());
test.use({ viewport: { width: 350, height: 640 } });

const type = (page: Page, tag: string, text: string) => page.evaluate(([t, v]) => fakeWord.type(t, 0, v), [tag, text] as const);
const text = (page: Page, tag: string) => page.evaluate((t) => fakeWord.text(t, 0), tag);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const away = (page: Page) => page.route("**/api/**", (route) => route.abort());
const back = (page: Page) => page.unroute("**/api/**");
const saved = (page: Page) => expect(page.locator('[data-saved="yes"]')).toBeVisible();
const online = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("cadredocs.unsent")).length);

async function paper(context: BrowserContext) {
  const made = await newPaper(context, service.url, "p3010");
  const read = async () => (await (await made.call("GET", `/api/records/${made.record.id}`)).json()) as RecordView;
  return { ...made, read };
}

async function opened(page: Page, document: Buffer): Promise<void> {
  await openInWord(page, service.url, document);
  await saved(page);
}

test("a save is kept, and goes by itself when the network is back", async ({ page, context }) => {
  const { document, read } = await paper(context);
  await opened(page, document);
  await type(page, "topic", "断网时写的");
  await away(page);
  await button(page, "保存").click();
  await expect(page.getByText(/联网后会再次提示保存/)).toBeVisible();
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  await back(page);
  await online(page);
  await saved(page);
  expect((await read()).data["topic"]).toBe("断网时写的");
  expect(await kept(page)).toBe(0);
});

test("Word closed without saving: the kept texts are offered beside the original file, put back and saved", async ({ page, context }) => {
  const { document, read } = await paper(context);
  await opened(page, document);
  await type(page, "topic", "断网时写的");
  await type(page, "content", "也是断网时写的");
  await away(page);
  await button(page, "保存").click();
  await expect(page.getByText(/联网后会再次提示保存/)).toBeVisible();
  await back(page);
  // The fake begins again with the file it was given: the original one.
  await page.reload();
  await expect(page.locator('[data-kept="topic"]')).toContainText("断网时写的");
  expect(await text(page, "topic")).not.toContain("断网时写的");
  // A save of the old document does not throw it away.
  await button(page, "现在保存").click();
  await expect(page.locator("[data-kept]")).toHaveCount(2);
  await button(page, "填回所选").click();
  await expect.poll(() => text(page, "content")).toBe("也是断网时写的");
  await expect(page.locator("[data-kept]")).toHaveCount(0);
  await button(page, "现在保存").click();
  await saved(page);
  expect((await read()).data).toMatchObject({ topic: "断网时写的", content: "也是断网时写的" });
  expect(await kept(page)).toBe(0);
});

test("a kept text is thrown away only by the person, who can take that back", async ({ page, context }) => {
  const { document } = await paper(context);
  await opened(page, document);
  await type(page, "topic", "不要了");
  await away(page);
  await button(page, "保存").click();
  await expect(page.getByText(/联网后会再次提示保存/)).toBeVisible();
  await back(page);
  await page.reload();
  await button(page, "丢弃所选").click();
  await expect(page.locator("[data-kept]")).toHaveCount(0);
  expect(await kept(page)).toBe(0);
  await button(page, "撤销").click();
  await expect(page.locator('[data-kept="topic"]')).toBeVisible();
  expect(await kept(page)).toBe(1);
});

test("opened without the service: the form is named, its texts can be kept, and the pane goes on when the service is back", async ({ page, context }) => {
  const { document, read, record } = await paper(context);
  await opened(page, document);
  await away(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "连接不上区平台" })).toBeVisible();
  await expect(page.getByText(record.id)).toBeVisible();
  await type(page, "topic", "没有连上时写的");
  await button(page, "保存在本机").click();
  await expect(page.getByText(/已把\d+处内容留在本机/)).toBeVisible();
  await back(page);
  await online(page);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await button(page, "现在保存").click();
  await saved(page);
  expect((await read()).data["topic"]).toBe("没有连上时写的");
  expect(await kept(page)).toBe(0);
});

test("a form that the service did not give in the middle of opening waits in the same way", async ({ page, context }) => {
  const { document } = await paper(context);
  await page.route("**/api/records/**", (route) => route.abort());
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: "连接不上区平台" })).toBeVisible();
  await page.unroute("**/api/records/**");
  await button(page, "重新连接").click();
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
});
