import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { openInWord } from "./office/host.js";
import { enter, newPaper } from "./people.js";
import { files } from "./portal.js";
import { Service } from "./service.js";

/** What stands beside the form in Word's pane: the person's duties, new forms, and what to tell the administrator. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

test.use({ viewport: { width: 350, height: 640 } });

const type = (page: Page, tag: string, text: string) => page.evaluate(([t, v]) => fakeWord.type(t!, 0, v!), [tag, text]);

/** A document of Word's own, none of ours. */
function emptyDocument(): string {
  const empty = join(files, "empty-beside.docx");
  execFileSync("/usr/bin/python3", ["-c", "import docx,sys; docx.Document().save(sys.argv[1])", empty]);
  return empty;
}

test("the ribbon's 我的应交材料 shows the duties beside an open form, of any year, and the form is one step away with what was typed", async ({ page, context }) => {
  const { document } = await newPaper(context, service.url, "p3010");
  await openInWord(page, service.url, document, "M365", {}, "?view=duties");
  await expect(page.getByRole("heading", { name: "本人现在欠什么" })).toBeVisible();
  await expect(page.getByText(/^2024年度(应交|的)/)).toBeVisible();
  await page.getByRole("combobox", { name: "年度" }).selectOption("2025");
  await expect(page.getByText(/^2025年度(应交|的)|^这一年度没有/)).toBeVisible();
  await page.getByRole("button", { name: "本表", exact: true }).click();
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await type(page, "topic", "还没有保存");
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  await page.getByRole("button", { name: "我的应交材料" }).click();
  await expect(page.getByRole("heading", { name: "本人现在欠什么" })).toBeVisible();
  await page.getByRole("button", { name: "本表", exact: true }).click();
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
});

test("a form that is started in Word opens as a document of its own that knows its record", async ({ page, context }) => {
  await enter(context, service.url, "p3010");
  await openInWord(page, service.url, readFileSync(emptyDocument()));
  await page.getByRole("button", { name: "开始填写: 学期岗位工作计划 2024学年第一学期" }).click();
  await expect(page.getByText(/已作为新文档打开/)).toBeVisible();
  const [file] = await page.evaluate(() => fakeWord.opened());
  await openInWord(page, service.url, Buffer.from(file!, "base64"));
  await expect(page.getByRole("heading", { name: "学期岗位工作计划" })).toBeVisible();
});

test("where Word cannot open a new document, it is downloaded and said so", async ({ page, context }) => {
  await enter(context, service.url, "p3010");
  await openInWord(page, service.url, readFileSync(emptyDocument()), "Web", { newDocumentDenied: true });
  const taking = page.waitForEvent("download");
  await page.getByRole("button", { name: "开始填写: 学期岗位工作总结 2023学年第二学期" }).click();
  expect((await taking).suggestedFilename()).toMatch(/\.docx$/);
  await expect(page.getByText(/已下载，请打开下载的文件/)).toBeVisible();
});

test("the pane's diagnostics name host, requirement sets, cloud, way of signing in and the service's version, and are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { document } = await newPaper(context, service.url, "p3010");
  await openInWord(page, service.url, document, "LTSC2021");
  await page.getByRole("button", { name: "诊断信息", exact: true }).click();
  const facts = page.locator("[data-diagnostics]");
  await expect(facts).toContainText("WordApi 1.3");
  await page.getByRole("button", { name: "复制诊断信息" }).click();
  await expect(page.getByRole("button", { name: "已复制" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of [/^Office 程序: Word$/m, /^平台: PC$/m, /^云环境: Global$/m, /^登录方式: cookie$/m, /^服务版本: \d/m, /^当前登录: p3010$/m]) expect(copied).toMatch(line);
});
