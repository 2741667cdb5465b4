import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { callbackAddress, District, login, signInAs } from "./identity/district.js";
import type { Spoiling } from "./identity/provider.js";

/** Signing in with a real OpenID provider, by the browser. */
const district = new District();

const secretary = "p2001@example.com"; // 严守拙, 青禾小学
const cadre = "p3010@example.com"; // 柳如絮, 云帆中学

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await district.start();
});

test.afterAll(() => district.dispose());

test.afterEach(() => {
  district.provider.spoil = null;
});

const nobody = async (context: BrowserContext) => expect(((await (await context.request.get(`${district.url}/api/session`)).json()) as { person: unknown }).person).toBeNull();
const refused = (page: Page) => expect(page.getByRole("alert")).toContainText("没有登录成功");
const signOut = async (page: Page) => {
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
};

test("signs in with code, PKCE and cookie, and comes back to the page it left", async ({ page, context }) => {
  const asked: URL[] = [];
  page.on("request", (request) => request.url().startsWith(`${district.provider.authority}/auth?`) && asked.push(new URL(request.url())));
  await page.goto(`${district.url}/#/roster`);
  await page.getByRole("link", { name: "用区教育账号登录" }).click();
  await login(page, secretary);
  await expect(page.getByText("严守拙").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("#/roster");
  expect(asked[0]?.searchParams.get("code_challenge_method")).toBe("S256");
  const cookie = (await context.cookies(district.url)).find((each) => each.name === "cadredocs");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await expect(page.evaluate(() => document.cookie)).resolves.not.toContain("cadredocs=");
});

test("signing out ends the provider's session too", async ({ page, context }) => {
  await signInAs(page, district.url, secretary);
  await signOut(page);
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await page.getByRole("link", { name: "用区教育账号登录" }).click();
  // No silent way back in: the provider asks who it is.
  await expect(page.getByLabel("Account")).toBeVisible();
  await nobody(context);
});

const spoilings: [string, () => Spoiling][] = [
  ["the wrong nonce", () => ({ claims: (claims) => ({ ...claims, nonce: "another" }) })],
  ["no nonce", () => ({ claims: ({ nonce: _, ...claims }) => claims })],
  ["the wrong audience", () => ({ claims: (claims) => ({ ...claims, aud: "somebody-else" }) })],
  ["the wrong issuer", () => ({ claims: (claims) => ({ ...claims, iss: "https://elsewhere.example" }) })],
  ["another tenant", () => ({ claims: (claims) => ({ ...claims, tid: "33333333-3333-3333-3333-333333333333" }) })],
  ["an end in the past", () => ({ claims: (claims) => ({ ...claims, iat: 1_700_000_000, exp: 1_700_003_600 }) })],
  ["no signature", () => ({ key: null })],
];
for (const [fault, spoiling] of spoilings) {
  test(`an id token with ${fault} signs nobody in`, async ({ page, context }) => {
    district.provider.spoil = spoiling();
    await signInAs(page, district.url, secretary);
    await refused(page);
    await expect(page.getByRole("alert")).toContainText("没有通过核验");
    await nobody(context);
    district.provider.spoil = null;
    await page.getByRole("link", { name: "用区教育账号登录" }).click();
    await expect(page.getByText("严守拙").first()).toBeVisible();
  });
}

test("a new signing key is fetched when it first signs, and the withdrawn one no longer counts", async ({ page, browser }) => {
  await signInAs(page, district.url, secretary);
  await expect(page.getByText("严守拙").first()).toBeVisible();
  const old = district.provider.rotate(district.url);
  const second = await browser.newContext({ locale: "zh-CN" });
  const after = await second.newPage();
  await signInAs(after, district.url, cadre);
  await expect(after.getByText("柳如絮").first()).toBeVisible();
  await second.close();
  const third = await browser.newContext({ locale: "zh-CN" });
  const withOld = await third.newPage();
  district.provider.spoil = { key: old };
  await signInAs(withOld, district.url, cadre);
  await refused(withOld);
  await nobody(third);
  await third.close();
});

test("the address of a finished sign-in is good once", async ({ page, context }) => {
  let callback = "";
  page.on("request", (request) => request.url().startsWith(`${district.url}/signin-oidc`) && (callback = request.url()));
  await signInAs(page, district.url, secretary);
  await expect(page.getByText("严守拙").first()).toBeVisible();
  await context.clearCookies({ name: "cadredocs" });
  await page.goto(callback);
  await expect(page.getByRole("alert")).toContainText("这次登录已经用过");
  await nobody(context);
});

test("the address of one browser's sign-in does not sign another browser in", async ({ context, browser }) => {
  const callback = await callbackAddress(context.request, district.url, district.provider.authority, secretary);
  expect(callback).toContain("/signin-oidc?code=");
  const other = await browser.newContext({ locale: "zh-CN" });
  const victim = await other.newPage();
  await victim.goto(callback);
  await refused(victim);
  await nobody(other);
  await other.close();
});

test("somebody outside the roster is told whom to ask", async ({ page, context }) => {
  await signInAs(page, district.url, "stranger@example.com");
  await expect(page.getByRole("alert")).toContainText("您的账号不在名册中");
  await nobody(context);
});

test("two tabs sign in at once and each comes back to its own page", async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(`${district.url}/#/roster`);
  await second.goto(`${district.url}/#/credits`);
  await first.getByRole("link", { name: "用区教育账号登录" }).click();
  await second.getByRole("link", { name: "用区教育账号登录" }).click();
  await login(second, secretary);
  await expect(second.getByText("严守拙").first()).toBeVisible();
  await login(first, secretary);
  await expect(first.getByText("严守拙").first()).toBeVisible();
  expect(new URL(first.url()).hash).toBe("#/roster");
  expect(new URL(second.url()).hash).toBe("#/credits");
});

/** Signs in and opens a new paper of the cadre with something typed in it. */
async function typing(page: Page, text: string): Promise<void> {
  await signInAs(page, district.url, cadre);
  await page.getByLabel("年度", { exact: true }).selectOption("2024");
  await page.getByRole("button", { name: /^(开始|继续)填写: 表7/ }).first().click();
  await page.getByLabel("学习内容").first().fill(text);
}

test("a session that ends while somebody types is renewed in a window, and the save goes through", async ({ page, context }) => {
  await typing(page, "会话过期前写的");
  await context.clearCookies({ name: "cadredocs" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toContainText("登录已过期");
  const [window] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "打开登录窗口" }).click()]);
  await window.waitForEvent("close");
  await expect(page.getByText("已保存到区平台").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("学习内容").first()).toHaveValue("会话过期前写的");
});

test("after a reload and a new sign-in what was typed is offered again", async ({ page, context }) => {
  await typing(page, "重新登录后还在");
  // Kept in this tab shortly after the last key.
  await expect.poll(() => page.evaluate(() => Object.values(sessionStorage).join())).toContain("重新登录后还在");
  await context.clearCookies();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole("link", { name: "用区教育账号登录" }).click();
  await login(page, cadre);
  await page.getByRole("button", { name: "恢复" }).click();
  await expect(page.getByLabel("学习内容").first()).toHaveValue("重新登录后还在");
});

test("what one person typed is not saved in the name of another", async ({ page, context }) => {
  await typing(page, "只属于柳如絮");
  await context.clearCookies();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const [window] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "打开登录窗口" }).click()]);
  const writes: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && writes.push(request.url()));
  await login(window, secretary);
  await expect(page.getByText("严守拙").first()).toBeVisible();
  expect(writes).toEqual([]);
});
