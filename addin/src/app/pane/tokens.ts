import type { HostAbilities } from "../../office/ports";
import { askInDialog, loginHint, officeToken } from "../../office/auth";

/** What the service says about signing in from the pane. */
export interface SignInSettings {
  /** Id of the registered application; null where no provider is configured (development). */
  readonly clientId: string | null;
  readonly authority: string | null;
  /** Scope of our own API, ending in access_as_user. */
  readonly scope: string | null;
}

export type TokenWay = "nested" | "office" | "dialog" | "cookie";

export interface TokenSource {
  readonly way: TokenWay;
  token(): Promise<string | null>;
}

/** Renewed this long before its end, so that no call leaves with a token that dies on the road. */
const earlyMs = 120_000;

/**
 * One way for the whole life of the pane, chosen once: nested app authentication, else Office's own token, else the dialog.
 * In the Chinese cloud nobody has shown the first two to work; each falls to the next when it fails for another reason than the person.
 * Tokens live in memory only.
 */
export function chooseTokens(host: HostAbilities | null, settings: SignInSettings, origin: string): TokenSource {
  if (!settings.clientId || !settings.authority || !settings.scope) return { way: "cookie", token: () => Promise.resolve(null) };
  const configured = { clientId: settings.clientId, authority: settings.authority, scope: settings.scope };
  const ways: TokenSource[] = [];
  if (host?.sets["NestedAppAuth"]) ways.push({ way: "nested", token: () => nested(configured) });
  if (host?.sets["IdentityAPI"]) ways.push({ way: "office", token: officeToken });
  ways.push({ way: "dialog", token: () => askInDialog(`${origin}/sign-in-dialog.html`) });
  return remembering(ways);
}

function remembering(ways: readonly TokenSource[]): TokenSource {
  let at = 0;
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<string | null> | null = null;
  const ask = async (): Promise<string | null> => {
    for (;;) {
      const source = ways[at];
      if (!source) return null;
      try {
        const token = await source.token();
        if (token) kept = { token, until: expiry(token) - earlyMs };
        return token;
      } catch (reason) {
        if (at + 1 >= ways.length) throw reason;
        at++;
      }
    }
  };
  return {
    get way() {
      return ways[Math.min(at, ways.length - 1)]?.way ?? "dialog";
    },
    token() {
      if (kept && kept.until > Date.now()) return Promise.resolve(kept.token);
      // Many calls at once ask one time.
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
  };
}

/** The end of a token in milliseconds. Read to renew in time, never to trust: the service validates. */
export function expiry(token: string): number {
  try {
    const body = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/"))) as { exp?: number };
    return (body.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}

interface Configured {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

async function nested({ clientId, authority, scope }: Configured): Promise<string | null> {
  const { createNestablePublicClientApplication, InteractionRequiredAuthError } = await import("@azure/msal-browser");
  const application = await createNestablePublicClientApplication({ auth: { clientId, authority }, cache: { cacheLocation: "memoryStorage" } });
  const hint = await loginHint();
  const request = { scopes: [scope], ...(hint ? { loginHint: hint } : {}) };
  try {
    return (await application.ssoSilent(request)).accessToken;
  } catch (reason) {
    if (!(reason instanceof InteractionRequiredAuthError)) throw reason;
    return (await application.acquireTokenPopup(request)).accessToken;
  }
}
