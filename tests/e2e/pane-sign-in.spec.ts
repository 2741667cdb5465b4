import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { District, paneToken } from "./identity/district.js";
import { openInWord } from "./office/host.js";

/** The pane signs in with a token that Office gets from a real OpenID provider; no cookie is there. */
const district = new District();

let recordId = "";
let document: Buffer;

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(180_000);
  await district.start();
  const request = await playwright.request.newContext({ extraHTTPHeaders: bearer(await token(await playwright.request.newContext(), cadre)) });
  const record = (await (await request.post(`${district.url}/api/records`, { data: { formId: "reflection", year: 2024 } })).json()) as { id: string };
  recordId = record.id;
  document = await (await request.get(`${district.url}/api/records/${recordId}/document?format=docx`)).body();
  await request.dispose();
});

test.afterAll(() => district.dispose());
test.use({ viewport: { width: 350, height: 640 } });

const cadre = "p3010@example.com";
const token = (request: APIRequestContext, account: string, scope?: string, resource?: string) => paneToken(request, district.provider.authority, account, scope, resource);
const bearer = (value: string) => ({ Authorization: `Bearer ${value}` });

/** Office's own sign-in (IdentityAPI), which answers with this token. */
async function officeGives(page: Page, value: string): Promise<void> {
  await page.addInitScript((given) => {
    let office: object;
    Object.defineProperty(globalThis, "Office", {
      get: () => office,
      set: (next: object) => (office = { ...next, auth: { getAccessToken: () => Promise.resolve(given) } }),
    });
  }, value);
}

test("a person's token opens the form, saves it and leaves no cookie behind", async ({ page, context, playwright }) => {
  const request = await playwright.request.newContext();
  const given = await token(request, cadre);
  await officeGives(page, given);
  await openInWord(page, district.url, document, "LTSC2021");
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  await page.evaluate(() => fakeWord.type("topic", 0, "用令牌保存"));
  await expect(page.locator('[data-saved="no"]')).toBeVisible();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  const saved = (await (await request.get(`${district.url}/api/records/${recordId}`, { headers: bearer(given) })).json()) as { data: Record<string, string> };
  expect(saved.data["topic"]).toBe("用令牌保存");
  expect((await context.cookies()).map((each) => each.name)).not.toContain("cadredocs");
  // In memory only.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(given);
  await request.dispose();
});

const refusals: [string, string, string?, string?][] = [
  ["without our scope", cadre, "read_only"],
  ["for another audience", cadre, undefined, "api://elsewhere"],
  ["of another tenant", "p3010@elsewhere.test"],
  ["of somebody outside the roster", "stranger@example.com"],
];
for (const [fault, account, scope, resource] of refusals) {
  test(`a token ${fault} opens nothing, and the pane says whom to ask`, async ({ page, playwright }) => {
    const request = await playwright.request.newContext();
    const given = await token(request, account, scope, resource);
    const answer = await request.get(`${district.url}/api/duties?year=2024`, { headers: bearer(given) });
    expect(answer.status()).toBe(401);
    await officeGives(page, given);
    await openInWord(page, district.url, document, "LTSC2021");
    await expect(page.getByRole("heading", { name: "您的账号还不能使用本平台" })).toBeVisible();
    await request.dispose();
  });
}

test("a token whose audience was changed, or without a signature, opens nothing", async ({ playwright }) => {
  const request = await playwright.request.newContext();
  const given = await token(request, cadre);
  const [head, body, signature] = given.split(".") as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
  expect(claims["aud"]).toBe("api://cadredocs");
  const other = Buffer.from(JSON.stringify({ ...claims, aud: "api://elsewhere" })).toString("base64url");
  const unsigned = `${Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url")}.${body}.`;
  for (const broken of [`${head}.${other}.${signature}`, unsigned]) {
    expect((await request.get(`${district.url}/api/duties?year=2024`, { headers: bearer(broken) })).status()).toBe(401);
  }
  expect((await request.get(`${district.url}/api/duties?year=2024`, { headers: bearer(given) })).status()).toBe(200);
  await request.dispose();
});
