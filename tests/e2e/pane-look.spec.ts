import { expect, test, type Page } from "@playwright/test";
import { faultsOf, layoutFaults, looks, paneWidths, picture } from "./look.js";
import { showBusyFiling } from "./filings.js";
import { enter, newPaper } from "./people.js";
import { openInWord } from "./office/host.js";
import { Service } from "./service.js";

/** Every screen of the pane in Word: axe and layout, light, dark and forced colours, 320, 350 and 450 pixels. */
const service = new Service();
const person = "p3010";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

/** Office's own settings follow the look that the test sets. */
async function followLook(page: Page, language = "zh-CN"): Promise<void> {
  await page.addInitScript((wanted) => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let office: { context: object };
    Object.defineProperty(globalThis, "Office", {
      get: () => office,
      set: (next: { context: object }) => {
        office = { ...next, context: { ...next.context, displayLanguage: wanted, officeTheme: { get isDarkTheme() { return dark.matches; } } } };
      },
    });
  }, language);
}

const look = (page: Page, name: string) => faultsOf(page, `pane-${name}`, paneWidths);
const type = (page: Page, tag: string, text: string) => page.evaluate(([t, v]) => fakeWord.type(t!, 0, v!), [tag, text]);
const heading = (page: Page, name: RegExp | string) => expect(page.getByRole("heading", { name }).first()).toBeVisible();

test("a form while it is filled: fields, pull, fault, question, handed in, returned", async ({ page, context }) => {
  test.setTimeout(180_000);
  const { document, call, record } = await newPaper(context, service.url, person);
  await followLook(page);
  await openInWord(page, service.url, document);
  await heading(page, /表7/);
  await type(page, "topic", "写了一半");
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  const faults = await look(page, "form");
  await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "网页上写的题目", content: "网页上写的内容，长一些，看看差别列表里怎样换行。" } }, record.version);
  await page.getByRole("button", { name: "取数", exact: true }).click();
  await expect(page.locator("[data-pull]").first()).toBeVisible();
  faults.push(...(await look(page, "pull")));
  await page.reload();
  await heading(page, /表7/);
  await type(page, "date", "改天");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-state="invalid"]')).toBeVisible();
  faults.push(...(await look(page, "invalid")));
  await type(page, "date", "2024-05-06");
  await type(page, "content", "内容");
  await type(page, "insight", "心得");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  faults.push(...(await look(page, "submit")));
  expect(faults).toEqual([]);
});

test("a form somebody else changed, and one that could not be sent", async ({ page, context }) => {
  const { document, call, record } = await newPaper(context, service.url, person);
  await followLook(page);
  await openInWord(page, service.url, document);
  await heading(page, /表7/);
  await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "别处改的", content: "别处写的" } }, record.version);
  await type(page, "topic", "文档里的");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator("[data-conflict]").first()).toBeVisible();
  const faults = await look(page, "conflict");
  await page.reload();
  await heading(page, /表7/);
  await page.route("**/api/records/**", (route) => route.abort());
  await type(page, "insight", "断网时写的");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText(/联网后会再次提示保存/)).toBeVisible();
  faults.push(...(await look(page, "kept")));
  expect(faults).toEqual([]);
});

test("texts kept on this machine, rows that are gone, the service away", async ({ page, context }) => {
  test.setTimeout(180_000);
  const { document, call, record } = await newPaper(context, service.url, person);
  await followLook(page);
  await openInWord(page, service.url, document);
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await type(page, "topic", "断网时写的题目");
  await type(page, "content", "断网时写的内容，长一些，看看在窄的窗格里怎样换行，也看看两边的文字怎样分得开。");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText(/联网后会再次提示保存/)).toBeVisible();
  await page.reload();
  await heading(page, "连接不上区平台");
  await type(page, "topic", "没有连上时写的");
  await page.getByRole("button", { name: "保存在本机" }).click();
  await expect(page.getByText(/内容留在本机/)).toBeVisible();
  const faults = await look(page, "offline");
  await page.unroute("**/api/**");
  await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "别处改的题目" } }, record.version);
  await page.reload();
  await expect(page.locator("[data-kept]").first()).toBeVisible();
  faults.push(...(await look(page, "kept-offer")));
  const secretary = await enter(context, service.url, "p3001");
  for (const [date, topic] of [["2024-12-27", "年终甲"], ["2024-12-28", "年终乙"]]) await secretary("POST", "/api/schools/s-yunfan/sessions?year=2024", { date, topic, place: "会议室", lecturer: "秦远山" });
  const sheet = await (await secretary("GET", "/api/schools/s-yunfan/sheets/session-schedule/document?year=2024")).body();
  await page.unroute(/\/office\.js(\?|$)/);
  await openInWord(page, service.url, sheet);
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await page.evaluate(() => {
    // From below, so that the row above keeps its number.
    for (let row = 18; row >= 1; row--) fakeWord.remove("rows.content", row, "row");
    fakeWord.moveCaret();
  });
  await expect(page.locator("[data-gone]")).toBeVisible();
  faults.push(...(await look(page, "gone")));
  expect(faults).toEqual([]);
});

test("a form that was handed in and one that came back", async ({ page, context, browser }) => {
  const { document, call, record } = await newPaper(context, service.url, person);
  const filled = (await (await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "题", date: "2024-05-06", content: "内容", insight: "心得" } }, record.version)).json()) as { version: number };
  const submitted = (await (await call("POST", `/api/records/${record.id}/submit`, {}, filled.version)).json()) as { version: number };
  await followLook(page);
  await openInWord(page, service.url, document);
  await expect(page.locator('[data-state="submitted"]')).toBeVisible();
  const faults = await look(page, "submitted");
  const office = await browser.newContext();
  const secretary = await enter(office, service.url, "p3001");
  expect((await secretary("POST", `/api/records/${record.id}/return`, { comment: "请补充两个例子，并写明听课的班级与日期。" }, submitted.version)).ok()).toBe(true);
  await office.close();
  await page.reload();
  await expect(page.getByText("请补充两个例子")).toBeVisible();
  faults.push(...(await look(page, "returned")));
  expect(faults).toEqual([]);
});

test("the secretary's filing beside an open form, which is as it was afterwards", async ({ page, context }) => {
  test.setTimeout(180_000);
  const { document } = await newPaper(context, service.url, "p2001");
  await followLook(page);
  await showBusyFiling(page);
  await openInWord(page, service.url, document);
  await heading(page, /表7/);
  await type(page, "topic", "写了一半");
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  const faults = await look(page, "secretary-form");
  await page.getByRole("button", { name: "归档", exact: true }).click();
  await expect(page.locator("[data-trouble]")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "返回" })).toBeFocused();
  faults.push(...(await look(page, "filing")));
  await page.getByRole("button", { name: "返回" }).click();
  await expect(page.getByRole("button", { name: "归档", exact: true })).toBeFocused();
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  expect(faults).toEqual([]);
});

test("the duties beside a form and the diagnostics below it", async ({ page, context }) => {
  test.setTimeout(180_000);
  const { document } = await newPaper(context, service.url, "p3007");
  await followLook(page);
  await openInWord(page, service.url, document, "M365", {}, "?view=duties");
  await heading(page, "本人现在欠什么");
  await expect(page.getByRole("button", { name: /^开始填写/ }).first()).toBeVisible();
  const faults = await look(page, "duties");
  await page.getByRole("button", { name: "诊断信息", exact: true }).click();
  await expect(page.locator("[data-diagnostics]")).toBeVisible();
  faults.push(...(await look(page, "diagnostics")));
  expect(faults).toEqual([]);
});

test("signed out, no Office, a foreign document, somebody else's document", async ({ page, context }) => {
  test.setTimeout(180_000);
  const { document } = await newPaper(context, service.url, "p3009");
  await followLook(page);
  await enter(context, service.url, person);
  await openInWord(page, service.url, document);
  await heading(page, "这份文档在平台上找不到对应的材料");
  const faults = await look(page, "not-mine");
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole("searchbox")).toBeVisible();
  faults.push(...(await look(page, "sign-in")));
  await enter(context, service.url, person);
  await page.unroute(/\/office\.js(\?|$)/);
  await page.route(/\/office\.js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.reload();
  await heading(page, /要在 Word 或 Excel 的窗格里打开/);
  faults.push(...(await look(page, "no-office")));
  expect(faults).toEqual([]);
});

for (const language of ["zh-CN", "en-US"]) {
  test(`texts longer by 60 % break no layout (${language})`, async ({ page, context }) => {
    const { document, call, record } = await newPaper(context, service.url, person);
    await page.addInitScript(() => localStorage.setItem("cadredocs.texts", "long"));
    await followLook(page, language);
    await openInWord(page, service.url, document);
    await heading(page, /表7/);
    await call("PUT", `/api/records/${record.id}`, { data: { name: "柳如絮", topic: "别处改的", content: "别处写的" } }, record.version);
    await type(page, "topic", "文档里的");
    const faults: string[] = [];
    const see = async (name: string) => {
      for (const width of paneWidths) {
        await page.setViewportSize({ width, height: 640 });
        faults.push(...(await layoutFaults(page)).map((fault) => `${name} ${width}: ${fault}`));
        await picture(page, `pane-long-${language}-${name}-${width}`);
      }
    };
    await see("form");
    await page.getByRole("button", { name: language === "zh-CN" ? /^取数/ : /^Pull/ }).first().click();
    await expect(page.locator("[data-pull]").first()).toBeVisible();
    await see("pull");
    await page.getByRole("button", { name: language === "zh-CN" ? /^保存/ : /^Save/ }).first().click();
    await expect(page.locator("[data-conflict]").first()).toBeVisible();
    await see("conflict");
    expect(faults).toEqual([]);
  });
}

test("the pane follows Office's theme", async ({ page, context }) => {
  const { document } = await newPaper(context, service.url, person);
  await followLook(page);
  await openInWord(page, service.url, document);
  await heading(page, /表7/);
  const grounds = new Set<string>();
  for (const { colorScheme } of looks.slice(0, 2)) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((scheme) => globalThis.document.documentElement.style.colorScheme === scheme, colorScheme);
    grounds.add(await page.locator(".plain").evaluate((element) => getComputedStyle(element).backgroundColor));
  }
  expect(grounds.size).toBe(2);
});
