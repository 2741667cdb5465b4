import { expect, test, type Page } from "@playwright/test";
import { District, login, paneToken } from "./identity/district.js";
import { apiAudience, paneClientId } from "./identity/provider.js";
import { withDialog } from "./office/dialog.js";
import { openInWord } from "./office/host.js";

/** The pane's sign-in window at a real OpenID provider that is not Microsoft's: code flow with PKCE in the page itself, tokens in memory only. */
const district = new District({ Cloud__Provider: "OpenId", Cloud__PaneClientId: paneClientId });
const cadre = "p3010@example.com"; // 柳如絮, 云帆中学

let document: Buffer;
let recordId = "";

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(180_000);
  await district.start();
  const token = await paneToken(await playwright.request.newContext(), district.provider.authority, cadre);
  const request = await playwright.request.newContext({ extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
  recordId = ((await (await request.post(`${district.url}/api/records`, { data: { formId: "reflection", year: 2024 } })).json()) as { id: string }).id;
  document = await (await request.get(`${district.url}/api/records/${recordId}/document?format=docx`)).body();
  await request.dispose();
});

test.afterAll(() => district.dispose());
test.use({ viewport: { width: 350, height: 640 } });
test.beforeEach(() => void (district.provider.asked.length = 0));

/** Opens the pane and gives the sign-in window that it opens. */
async function start(page: Page): Promise<Page> {
  await withDialog(page, page.context());
  const [window] = await Promise.all([page.waitForEvent("popup"), openInWord(page, district.url, document, "M365")]);
  return window;
}

const opened = (page: Page) => expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
const save = (page: Page) => page.getByRole("button", { name: "保存", exact: true }).click();

test("the window signs the person in with code and PKCE, and the token is in no storage", async ({ page }) => {
  const window = await start(page);
  await login(window, cadre);
  await opened(page);
  expect(window.isClosed()).toBe(true);
  const asked = district.provider.asked[0]!;
  expect(Object.fromEntries(asked)).toMatchObject({ client_id: paneClientId, code_challenge_method: "S256", resource: apiAudience, scope: "openid access_as_user" });
  const told = await page.evaluate(() => dialogs.told);
  expect(told).toHaveLength(1);
  const { token } = JSON.parse(told[0]!.message) as { token: string };
  expect(token.split(".")).toHaveLength(3);
  // Neither in the window's storage when it told the pane, nor in the pane's: not even the one-time state is left.
  expect(told[0]!.storage).toBe("{}");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(token);
  expect((await page.context().cookies(district.url)).map((each) => each.name)).not.toContain("cadredocs");
});

test("a window that was closed is told, and the next one signs in", async ({ page }) => {
  const window = await start(page);
  await expect(window.getByLabel("Account")).toBeVisible();
  await window.close();
  await expect(page.getByRole("alert")).toContainText("登录没有完成");
  const [next] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "重试" }).click()]);
  await login(next, cadre);
  await opened(page);
});

test("somebody outside the roster can sign in as somebody else", async ({ page }) => {
  await login(await start(page), "stranger@example.com");
  await expect(page.getByRole("heading", { name: "您的账号还不能使用本平台" })).toBeVisible();
  const [next] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "重试" }).click()]);
  // The provider's own session does not answer for the stranger again.
  await login(next, cadre);
  await opened(page);
});

test("a challenge for claims asks the person once, and the save goes through", async ({ page }) => {
  await login(await start(page), cadre);
  await opened(page);
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  await page.route(`**/api/records/${recordId}/texts`, (route) =>
    route.request().method() === "PUT" && route.request().headers()["authorization"] === refused
      ? route.fulfill({ status: 401, headers: { "WWW-Authenticate": `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"` }, body: "{}" })
      : route.continue(),
  );
  const refused = `Bearer ${(JSON.parse((await page.evaluate(() => dialogs.told))[0]!.message) as { token: string }).token}`;
  await page.evaluate(() => fakeWord.type("topic", 0, "追加验证后保存"));
  const saving = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await save(page);
  await saving;
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  expect(await page.evaluate(() => dialogs.opened.length)).toBe(2);
  expect(district.provider.asked.at(-1)?.get("claims")).toBe(claims);
});

test("a token that is refused again and again asks for one new token and no more", async ({ page }) => {
  await login(await start(page), cadre);
  await opened(page);
  await page.route(`**/api/records/${recordId}/texts`, (route) => (route.request().method() === "PUT" ? route.fulfill({ status: 401, body: "{}" }) : route.continue()));
  for (let i = 0; i < 2; i++) {
    const last = page.waitForResponse((response) => response.request().method() === "PUT");
    await save(page);
    await last;
    await expect(page.getByRole("alert").first()).toBeVisible();
  }
  expect(await page.evaluate(() => dialogs.opened.length)).toBe(2);
});

test("without a network a save is kept and sent when it is back, although the token has run out", async ({ page, context }) => {
  await page.clock.install();
  await login(await start(page), cadre);
  await opened(page);
  // A place of its own: the tests before have written into others, which would be a conflict and not a save.
  await page.evaluate(() => fakeWord.type("content", 0, "断网时写的"));
  await page.clock.setSystemTime(Date.now() + 2 * 3600_000);
  await context.setOffline(true);
  await save(page);
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain("断网时写的");
  expect(await page.evaluate(() => dialogs.opened.length)).toBe(1);
  await context.setOffline(false);
  const saving = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await page.getByRole("button", { name: "现在保存" }).click();
  await saving;
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).not.toContain("断网时写的");
  // The page's clock stays ahead of the provider's, so that even the new token has run out for the calls after it.
  expect(await page.evaluate(() => dialogs.opened.length)).toBeGreaterThan(1);
});

test("an address with somebody else's code signs nobody in", async ({ page }) => {
  await withDialog(page, page.context());
  await page.goto(`${district.url}/sign-in-dialog.html?code=stolen&state=guessed`);
  await expect(page.getByText("登录没有完成")).toBeVisible();
});
