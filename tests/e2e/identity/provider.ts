import { generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Provider, { type Configuration, type JWK } from "oidc-provider";

export const clientId = "cadredocs";
export const clientSecret = "a-secret-of-the-tests-only-a-secret-of-the-tests";
/** The pane's API, as the service names it by default. */
export const apiAudience = `api://${clientId}`;
/** The sign-in window of the pane, a public client as every script in a browser is. */
export const paneClientId = "cadredocs-pane";
export const officeRedirect = "http://127.0.0.1/office";

/** The district's tenant; `somebody@elsewhere.test` stands for an account of another one. */
export const districtTenant = "11111111-1111-1111-1111-111111111111";
const otherTenant = "22222222-2222-2222-2222-222222222222";

interface Key {
  readonly id: string;
  readonly secret: KeyObject;
}

type Claims = Record<string, unknown>;

/** Changes the parts of an id token on its way to the service; what it gives is signed anew with `key`, or not at all for null. */
export interface Spoiling {
  readonly claims?: (claims: Claims) => Claims;
  readonly key?: Key | null;
}

const newKey = (): Key => ({ id: randomUUID(), secret: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey });
const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A real OpenID provider on loopback. Its login page is ours, and the token endpoint has a layer in front that can spoil id tokens. */
export class IdentityProvider {
  authority = "";
  /** Spoils the id tokens of all coming answers; null leaves them as they are. */
  spoil: Spoiling | null = null;
  private key = newKey();
  private server: Server | undefined;
  private provider: Provider | undefined;
  private redirects: readonly string[] = [];

  /** Query of every page that a client asked to sign somebody in with. */
  readonly asked: URLSearchParams[] = [];

  /** The key that signs now. */
  get signingKey(): Key {
    return this.key;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    if (!address || typeof address !== "object") throw new Error("no port");
    this.server = server;
    this.authority = `http://127.0.0.1:${address.port}`;
  }

  /** Knows the service from now on. */
  serve(service: string): void {
    this.redirects = [`${service}/signin-oidc`];
    this.provider = this.build(service);
  }

  /** Another key signs and is published; the old one is gone. Sessions and codes stay. */
  rotate(service: string): Key {
    const old = this.key;
    this.key = newKey();
    this.provider = this.build(service);
    return old;
  }

  async dispose(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => this.server?.close(done));
  }

  private build(service: string): Provider {
    const configuration: Configuration = {
      clients: [
        { client_id: clientId, client_secret: clientSecret, redirect_uris: [...this.redirects], post_logout_redirect_uris: [`${service}/`], response_types: ["code"], grant_types: ["authorization_code"] },
        // Office's own broker, which gets the pane its tokens.
        { client_id: "office", redirect_uris: [officeRedirect], response_types: ["code"], grant_types: ["authorization_code"], token_endpoint_auth_method: "none" },
        { client_id: paneClientId, redirect_uris: [`${service}/sign-in-dialog.html`], response_types: ["code"], grant_types: ["authorization_code"], token_endpoint_auth_method: "none" },
      ],
      clientBasedCORS: (_, origin, client) => client.clientId === paneClientId && origin === service,
      jwks: { keys: [{ ...(this.key.secret.export({ format: "jwk" }) as JWK), kid: this.key.id, use: "sig", alg: "RS256" }] },
      cookies: { keys: ["one key of the tests"] },
      pkce: { required: () => true },
      // As Entra does: the claims stand in the id token itself.
      conformIdTokenClaims: false,
      claims: { openid: ["sub", "roles", "tid"], email: ["email"], profile: ["name"] },
      findAccount: (_, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id, email: id, name: id, tid: tenantOf(id), roles: rolesOf(id) }) }),
      interactions: { url: (_, interaction) => `/login/${interaction.uid}` },
      features: {
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => [],
          useGrantedResource: () => true,
          getResourceServerInfo: (_, audience) => ({ audience, scope: "access_as_user read_only", accessTokenFormat: "jwt", accessTokenTTL: 3600, jwt: { sign: { alg: "RS256" } } }),
        },
      },
      extraTokenClaims: (_, token) => {
        const account = "accountId" in token ? (token.accountId ?? "") : "";
        return { email: account, tid: tenantOf(account), roles: rolesOf(account) };
      },
      // Everybody agreed when the district set the application up.
      loadExistingGrant: async (context) => {
        const { client, session, params } = context.oidc;
        const grant = new context.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
        grant.addOIDCScope("openid profile email");
        if (params?.["resource"]) grant.addResourceScope(String(params["resource"]), "access_as_user read_only");
        await grant.save();
        return grant;
      },
    };
    return new Provider(this.authority, configuration);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.provider;
    if (!provider) {
      response.writeHead(503).end();
      return;
    }
    if (request.url?.startsWith("/auth?")) this.asked.push(new URLSearchParams(request.url.slice("/auth?".length)));
    if (request.url?.startsWith("/login/")) await login(provider, request, response);
    else {
      if (request.url === "/token" && this.spoil) this.intercept(response, this.spoil);
      provider.callback()(request, response);
    }
  }

  // The answer of the token endpoint is one piece of JSON; its id token is changed before it leaves.
  private intercept(response: ServerResponse, spoiling: Spoiling): void {
    const end = response.end.bind(response) as (body: string) => ServerResponse;
    response.end = ((body: string | Buffer) => {
      const answer = JSON.parse(body.toString()) as { id_token?: string };
      if (answer.id_token) answer.id_token = this.respell(answer.id_token, spoiling);
      const text = JSON.stringify(answer);
      response.setHeader("Content-Length", Buffer.byteLength(text));
      return end(text);
    }) as ServerResponse["end"];
  }

  private respell(token: string, { claims = (same) => same, key = this.key }: Spoiling): string {
    const body = encode(claims(JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Claims));
    if (key === null) return `${encode({ alg: "none", typ: "JWT" })}.${body}.`;
    const signed = `${encode({ alg: "RS256", kid: key.id })}.${body}`;
    return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key.secret).toString("base64url")}`;
  }
}

const tenantOf = (account: string): string => (account.endsWith("@elsewhere.test") ? otherTenant : districtTenant);
const rolesOf = (account: string): string[] => (account.startsWith("p0") ? ["reviewer", "officer"] : ["cadre", "secretary"]);

/** The provider's login page: an account name, no password. */
async function login(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    await provider.interactionFinished(request, response, { login: { accountId: new URLSearchParams(body).get("account") ?? "" } });
    return;
  }
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end('<!doctype html><html lang="en"><title>District accounts</title><form method="post"><label>Account <input name="account" autofocus></label> <button>Continue</button></form></html>');
}
