import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { Service } from "../service.js";
import { apiAudience, clientId, clientSecret, districtTenant, IdentityProvider, officeRedirect } from "./provider.js";

/** The service and its identity provider, both real, each on a port of its own. */
export class District {
  readonly provider = new IdentityProvider();
  service!: Service;

  get url(): string {
    return this.service.url;
  }

  /** `settings` stand beside those that every test of signing in needs. */
  constructor(private readonly settings: Record<string, string> = {}) {}

  async start(): Promise<void> {
    await this.provider.listen();
    this.service = new Service({
      Cloud__Profile: "Custom",
      Cloud__Authority: this.provider.authority,
      Cloud__ClientId: clientId,
      Cloud__ClientSecret: clientSecret,
      Cloud__Tenants__0: districtTenant,
      Cloud__OfficeScript: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      Cloud__FrameAncestors__0: "https://office.example",
      RateLimits__SignInsPerMinute: "1000",
      ...this.settings,
    });
    await this.service.start();
    this.provider.serve(this.url);
  }

  async dispose(): Promise<void> {
    await this.service.dispose();
    await this.provider.dispose();
  }
}

/** Types an account name on the provider's login page. */
export async function login(page: Page, account: string): Promise<void> {
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** From the portal's start through the provider and back. */
export async function signInAs(page: Page, url: string, account: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("link", { name: "用区教育账号登录" }).click();
  await login(page, account);
}

/** The address that a finished sign-in would come back to, not yet opened. */
export async function callbackAddress(request: APIRequestContext, url: string, authority: string, account: string): Promise<string> {
  const asked = await leads(request, authority, `${url}/sign-in?returnUrl=%2F`);
  const loginPage = await leads(request, authority, asked);
  return leads(request, authority, await leads(request, authority, loginPage, { account }));
}

/** A person's token for the pane, by the same code flow that Office's broker runs. */
export async function paneToken(request: APIRequestContext, authority: string, account: string, scope = "access_as_user", resource = apiAudience): Promise<string> {
  const verifier = "v".repeat(43);
  const challenge = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))).toString("base64url");
  const query = new URLSearchParams({
    client_id: "office", response_type: "code", redirect_uri: officeRedirect, scope: `openid ${scope}`, resource, code_challenge: challenge, code_challenge_method: "S256",
  });
  let next = await leads(request, authority, `/auth?${query}`);
  next = await leads(request, authority, next, { account });
  next = await leads(request, authority, next);
  const code = new URL(next).searchParams.get("code");
  if (!code) throw new Error(`no code: ${next}`);
  const answer = await request.post(`${authority}/token`, { form: { grant_type: "authorization_code", client_id: "office", code, redirect_uri: officeRedirect, code_verifier: verifier, resource } });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token: ${await answer.text()}`);
  return token;
}

async function leads(request: APIRequestContext, authority: string, address: string, form?: Record<string, string>): Promise<string> {
  const answer = await request.fetch(new URL(address, authority).href, { maxRedirects: 0, ...(form ? { method: "POST", form } : {}) });
  expect([302, 303], await answer.text()).toContain(answer.status());
  return answer.headers()["location"]!;
}
