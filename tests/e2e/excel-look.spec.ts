import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { showBusyFiling } from "./filings.js";
import { openInExcel } from "./office/host.js";
import { Service } from "./service.js";

/** Each screen of Excel's pane at the widths a pane has, light, dark and in forced colours: no rule of axe broken, nothing wider than the pane. */
const service = new Service();
/** Where pictures go; none are taken without it. */
const folder = process.env["CADREDOCS_PICTURES"];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  if (folder) mkdirSync(folder, { recursive: true });
  await service.start();
});

test.afterAll(() => service.dispose());

async function signedIn(context: BrowserContext, personId: string) {
  const session = (await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string };
  expect((await context.request.post(`${service.url}/api/development/sign-in`, { headers: { "X-CSRF": session.antiforgeryToken }, data: { personId } })).ok()).toBe(true);
}

async function sheet(context: BrowserContext, formId: string): Promise<Buffer> {
  const session = (await (await context.request.get(`${service.url}/api/session`)).json()) as { antiforgeryToken: string };
  const asked = await context.request.post(`${service.url}/api/records`, { headers: { "X-CSRF": session.antiforgeryToken }, data: { formId, year: 2024, schoolId: "s-qinghe" } });
  const record = (await asked.json()) as { id?: string; existingId?: string };
  const file = await context.request.get(`${service.url}/api/records/${record.id ?? record.existingId}/document?format=xlsx`);
  expect(file.ok(), JSON.stringify(record)).toBe(true);
  return file.body();
}

const workbook = async (context: BrowserContext) => (await context.request.get(`${service.url}/api/review/workbook?year=2024`)).body();

/** The rules' package is typed against its own copy of Playwright. */
const axeOf = (page: Page) => new AxeBuilder({ page: page as never });

const screens: { name: string; person: string; file: (context: BrowserContext) => Promise<Buffer>; ready: (page: Page) => Promise<void> }[] = [
  {
    name: "audit",
    person: "p0001",
    file: workbook,
    ready: async (page) => {
      await page.evaluate(() => fakeExcel.type("review", 1, "区级审核意见", "退回补正"));
      await page.evaluate(() => fakeExcel.select("review", [0]));
      await page.getByRole("button", { name: /学期计划：/ }).click();
      await expect(page.locator('[data-unsaved="1"]')).toBeVisible();
    },
  },
  {
    name: "audit-faults",
    person: "p0001",
    file: workbook,
    ready: async (page) => {
      await page.evaluate(() => fakeExcel.type("review", 1, "区级审核意见", "退回补正"));
      await page.getByRole("button", { name: "保存1条意见" }).click();
      await expect(page.locator("[data-fault]")).toBeVisible();
    },
  },
  { name: "schools", person: "p0001", file: workbook, ready: async (page) => {
    await page.getByRole("tab", { name: /^学校/ }).click();
    await expect(page.locator("[data-school]").first()).toBeVisible();
  } },
  { name: "not-ours", person: "p0001", file: async (context) => {
    // Any workbook that is no audit workbook of this person's: a school's sheet.
    await signedIn(context, "p2001");
    const file = await sheet(context, "attendance");
    await signedIn(context, "p0001");
    return file;
  }, ready: (page) => expect(page.getByText("打开的不是审核工作簿")).toBeVisible() },
  { name: "attendance", person: "p2001", file: (context) => sheet(context, "attendance"), ready: async (page) => {
    await page.evaluate(() => fakeExcel.type("rows", 2, "4月16日", "△"));
    await page.getByRole("button", { name: "读取打开的表格" }).click();
    await expect(page.locator("[data-line]")).toHaveCount(1);
    await expect(page.getByRole("grid")).toBeVisible();
  } },
  { name: "sessions", person: "p2001", file: (context) => sheet(context, "session-schedule"), ready: (page) => expect(page.getByRole("table")).toBeVisible() },
  { name: "credits", person: "p2001", file: (context) => sheet(context, "credit-declaration"), ready: async (page) => {
    await page.evaluate(() => fakeExcel.type("rows", 3, "管理案例", "2"));
    await page.getByRole("button", { name: "读取打开的表格" }).click();
    await expect(page.locator("[data-line]")).toHaveCount(1);
    await expect(page.getByRole("table")).toBeVisible();
  } },
  { name: "filing", person: "p2001", file: (context) => sheet(context, "attendance"), ready: async (page) => {
    await showBusyFiling(page);
    await page.getByRole("combobox", { name: "页面" }).selectOption({ label: "归档" });
    await expect(page.locator("[data-trouble]")).toHaveCount(2);
  } },
];

for (const screen of screens) {
  test(`${screen.name}: readable, usable and inside the pane at every width and theme`, async ({ browser }) => {
    test.setTimeout(180_000);
    for (const look of [
      { name: "light", dark: false, forced: "none" },
      { name: "dark", dark: true, forced: "none" },
      { name: "forced", dark: false, forced: "active" },
    ] as const) {
      const context = await browser.newContext({ viewport: { width: 350, height: 640 }, locale: "zh-CN", colorScheme: look.dark ? "dark" : "light", forcedColors: look.forced, reducedMotion: "reduce", bypassCSP: true });
      await signedIn(context, screen.person);
      const page = await context.newPage();
      await openInExcel(page, service.url, await screen.file(context), "M365", { dark: look.dark });
      await screen.ready(page);
      for (const width of [320, 350, 450]) {
        await page.setViewportSize({ width, height: 640 });
        const where = `${screen.name} ${width} ${look.name}`;
        if (folder) await page.screenshot({ path: join(folder, `${where.replaceAll(" ", "-")}.png`), fullPage: true });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
        const { violations } = await axeOf(page).exclude("[data-tabster-dummy]").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
        expect(violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`), where).toEqual([]);
      }
      await context.close();
    }
  });
}
