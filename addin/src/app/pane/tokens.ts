import type { Refusal } from "../../api/transport";
import type { HostAbilities } from "../../office/ports";
import { dialogWay, nestedWay, NotSupportedHere, officeWay, type Way, type Wish } from "./ways";

/** What the service says about signing in from the pane. */
export interface SignInSettings {
  /** Id of the registered application; null where no provider is configured (development). */
  readonly clientId: string | null;
  readonly authority: string | null;
  /** Scope of our own API, ending in access_as_user. */
  readonly scope: string | null;
  /** Office's own accounts are Microsoft's: at any other provider only the dialog signs in. */
  readonly provider: "entra" | "open-id";
}

export interface TokenSource {
  readonly way: Way["name"] | "cookie";
  /** A token; after a refusal another than the refused one. Null where the cookie signs in: without a provider, or outside of Office. Rejects with an ApiProblem. */
  token(refused?: Refusal): Promise<string | null>;
  /** Forgets the token: the next one is asked of the person, who may choose another account. */
  startOver(): void;
  /** The person's own choice where an earlier way fails them. */
  useDialog(): void;
}

/** Renewed this long before its end, so that no call leaves with a token that dies on the road; a short one lives at least half its time. */
const earlyMs = 120_000;

/** For a token whose end cannot be read. */
const unreadableMs = 300_000;

/**
 * One way for the whole life of the pane: nested app authentication, else Office's own token, else the dialog. In the Chinese cloud nobody has shown
 * the first two to work. A way gives way to the next only where it can never work here; what the person or the network broke off is tried again the same way.
 * Tokens live in memory only.
 */
export function chooseTokens(host: HostAbilities | null, settings: SignInSettings, origin: string): TokenSource {
  const { clientId, authority, scope, provider } = settings;
  if (host === null || !clientId || !authority || !scope) return { way: "cookie", token: () => Promise.resolve(null), startOver: () => undefined, useDialog: () => undefined };
  const ways: Way[] = [];
  if (provider === "entra" && host.sets["NestedAppAuth"]) ways.push(nestedWay({ clientId, authority, scope }));
  if (provider === "entra" && host.sets["IdentityAPI"]) ways.push(officeWay());
  const dialog = dialogWay(origin);
  return chain([...ways, dialog], dialog);
}

function chain(ways: readonly Way[], last: Way): TokenSource {
  let left = ways;
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<string> | null = null;
  let anotherAccount = false;
  const current = (): Way => left[0] ?? last;

  const ask = async (wish: Wish): Promise<string> => {
    for (;;) {
      const way = current();
      try {
        const token = await way.ask(wish);
        kept = { token, until: goodUntil(token) };
        anotherAccount = false;
        return token;
      } catch (reason) {
        if (!(reason instanceof NotSupportedHere) || way === last) throw reason;
        left = left.slice(1);
      }
    }
  };
  return {
    get way() {
      return current().name;
    },
    token(refused) {
      if (kept && kept.token !== refused?.token && kept.until > Date.now()) return Promise.resolve(kept.token);
      // Many calls at once ask one time.
      asking ??= ask({ fresh: refused !== undefined, claims: refused?.claims ?? null, anotherAccount }).finally(() => (asking = null));
      return asking;
    },
    startOver() {
      kept = null;
      anotherAccount = true;
    },
    useDialog() {
      left = [last];
    },
  };
}

function goodUntil(token: string): number {
  const now = Date.now();
  const end = expiry(token);
  return end === 0 ? now + unreadableMs : end - Math.min(earlyMs, (end - now) / 2);
}

/** The end of a token in milliseconds; 0 where it cannot be read. Read to renew in time, never to trust: the service validates. */
export function expiry(token: string): number {
  try {
    const body = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/"))) as { exp?: number };
    return (body.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}
