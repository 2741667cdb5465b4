/**
 * The authorization code flow with PKCE (RFC 7636) for the sign-in dialog, at any OpenID provider. The token is given to the caller and kept nowhere:
 * what has to outlive the way to the provider and back is the one-time verifier and state, which are worth nothing once the code is spent.
 */

/** Where and as whom to ask. */
export interface Provider {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** Resource indicator (RFC 8707); null where the scope names the API itself, as Entra's do. */
  readonly resource: string | null;
  /** Our page that the provider sends the browser back to. */
  readonly redirect: string;
}

/** The provider, or the way to it, refused; the code is its own (RFC 6749) or one of ours. */
export class ProviderRefusal extends Error {
  override name = "ProviderRefusal";

  constructor(readonly code: string) {
    super(code);
  }
}

interface Endpoints {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

const pendingKey = "cadredocs.sign-in";

/** The address to send the browser to. `wishes` go along as they are: claims of a challenge, a prompt. */
export async function beginCodeFlow(provider: Provider, wishes: Readonly<Record<string, string>>): Promise<string> {
  const { authorization_endpoint: endpoint } = await endpoints(provider);
  const [state, verifier] = [random(), random()];
  const challenge = base64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
  sessionStorage.setItem(pendingKey, JSON.stringify({ state, verifier }));
  const address = new URL(endpoint);
  const query = { client_id: provider.clientId, response_type: "code", redirect_uri: provider.redirect, scope: `openid ${provider.scope}`, state, code_challenge: challenge, code_challenge_method: "S256" };
  for (const [name, value] of Object.entries({ ...query, ...resourceOf(provider), ...wishes })) address.searchParams.set(name, value);
  return address.href;
}

/** The access token for what the provider sent back. */
export async function finishCodeFlow(provider: Provider, answer: URLSearchParams): Promise<string> {
  const pending = takePending();
  // An answer that this window did not ask for: somebody else's code would sign somebody else in.
  if (pending === null || answer.get("state") !== pending.state) throw new ProviderRefusal("state");
  const refused = answer.get("error");
  if (refused !== null) throw new ProviderRefusal(refused);
  const { issuer, token_endpoint: endpoint } = await endpoints(provider);
  const by = answer.get("iss");
  if (by !== null && by !== issuer) throw new ProviderRefusal("issuer");
  const form = { grant_type: "authorization_code", client_id: provider.clientId, code: answer.get("code") ?? "", redirect_uri: provider.redirect, code_verifier: pending.verifier };
  const body = await read(endpoint, { method: "POST", body: new URLSearchParams({ ...form, ...resourceOf(provider) }) });
  if (typeof body["access_token"] !== "string") throw new ProviderRefusal("no-token");
  return body["access_token"];
}

const resourceOf = ({ resource }: Provider): Record<string, string> => (resource === null ? {} : { resource });

async function endpoints({ authority }: Provider): Promise<Endpoints> {
  return (await read(`${authority.replace(/\/$/, "")}/.well-known/openid-configuration`)) as unknown as Endpoints;
}

async function read(address: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, credentials: "omit" });
  } catch {
    throw new ProviderRefusal("network");
  }
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return body;
  throw new ProviderRefusal(typeof body["error"] === "string" ? body["error"] : `http-${response.status}`);
}

// Good once.
function takePending(): { state: string; verifier: string } | null {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return text === null ? null : (JSON.parse(text) as { state: string; verifier: string });
}

const random = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));
const base64Url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
