import { signInUnfinishedProblem, offlineProblem, signInFailedProblem } from "../../api/problem";
import { askInDialog, loginHint, OfficeSignInError, officeToken } from "../../office/auth";

/** What the chain asks a way for. */
export interface Wish {
  /** The last token was refused: one from a cache will not do. */
  readonly fresh: boolean;
  /** Claims that the service's challenge demands (JSON): only the person can satisfy them. */
  readonly claims: string | null;
  /** The account was not let in: the person must be able to choose another. */
  readonly anotherAccount: boolean;
}

/** One way to a token. Rejects with NotSupportedHere where it can never succeed in this Office, else with an ApiProblem. */
export interface Way {
  readonly name: "nested" | "office" | "dialog";
  ask(wish: Wish): Promise<string>;
}

/** This Office, this account or this cloud does not have the way: no retry helps, the next way may. */
export class NotSupportedHere extends Error {
  override name = "NotSupportedHere";
}

/** What the dialog's page tells the pane. */
export type DialogAnswer = { readonly token: string } | { readonly refused: string };

export interface Configured {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

/** What a failure that is none of the way's own peculiarities means to the person. */
const problemOf = (cause: string): Error => (navigator.onLine ? signInFailedProblem(cause) : offlineProblem());

// Names of the library's errors. Its broker passes on whatever the identity platform said; of that, setup faults come back at every try.
const cancelled = ["user_canceled", "user_cancelled", "access_denied"];
const away = ["no_network_connectivity", "network_error", "post_request_failed", "get_request_failed"];
const notHere = ["nested_app_auth_bridge_disabled", "no_account_found", "invalid_client", "unauthorized_client", "invalid_request", "invalid_scope", "invalid_resource", "invalid_grant", "unsupported_response_type", "unsupported_grant_type"];

/** Nested app authentication: Office itself is the broker. */
export function nestedWay({ clientId, authority, scope }: Configured): Way {
  const loading = once(async () => {
    const library = await import("@azure/msal-browser");
    let nested = false;
    const application = await library.createNestablePublicClientApplication({ auth: { clientId, authority }, cache: { cacheLocation: "memoryStorage" } }, undefined, (configuration, controller) => {
      nested = true;
      return new library.PublicClientApplication(configuration, controller);
    });
    // Without the bridge the library silently makes its ordinary client, whose windows cannot come back into a pane.
    if (!nested) throw new NotSupportedHere();
    return { library, application };
  });
  return {
    name: "nested",
    async ask(wish) {
      try {
        const { library, application } = await loading();
        const hint = wish.anotherAccount ? null : await loginHint();
        const request = { scopes: [scope], ...(hint ? { loginHint: hint } : {}), ...(wish.claims ? { claims: wish.claims } : {}) };
        const byPerson = async () => (await application.acquireTokenPopup({ ...request, ...(wish.anotherAccount ? { prompt: "select_account" } : {}) })).accessToken;
        if (wish.claims !== null || wish.anotherAccount) return await byPerson();
        try {
          return (wish.fresh ? await application.acquireTokenSilent({ ...request, forceRefresh: true }) : await application.ssoSilent(request)).accessToken;
        } catch (reason) {
          if (!(reason instanceof library.InteractionRequiredAuthError)) throw reason;
          return await byPerson();
        }
      } catch (reason) {
        if (reason instanceof NotSupportedHere) throw reason;
        const code = typeof reason === "object" && reason !== null && "errorCode" in reason ? String(reason.errorCode) : "nested";
        if (cancelled.includes(code)) throw signInUnfinishedProblem();
        if (away.includes(code)) throw offlineProblem();
        if (notHere.includes(code)) throw new NotSupportedHere(code);
        throw problemOf(code);
      }
    },
  };
}

// Of getAccessToken: API absent, nobody signed in to Office, a kind of account it cannot use, our setup unknown to it, consent it cannot ask for, a browser zone, a platform without it.
const officeNotHere = [13000, 13001, 13003, 13004, 13005, 13007, 13010, 13012];
const officeCancelled = 13002;

/** Office's own older call. */
export const officeWay = (): Way => ({
  name: "office",
  async ask(wish) {
    // It knows one account, Office's: to choose another is the dialog's work.
    if (wish.anotherAccount) throw new NotSupportedHere();
    try {
      return await officeToken(wish.claims);
    } catch (reason) {
      const code = reason instanceof OfficeSignInError ? reason.code : 0;
      if (code === officeCancelled) throw signInUnfinishedProblem();
      if (officeNotHere.includes(code)) throw new NotSupportedHere(String(code));
      throw problemOf(`Office ${code}`);
    }
  },
});

// Of the dialog: closed, and not allowed to open when Office asked.
const dialogCancelled = [12006, 12009];

/** A window of our own origin that goes to the provider; works in every Office and every cloud. */
export const dialogWay = (origin: string): Way => ({
  name: "dialog",
  async ask(wish) {
    if (!navigator.onLine) throw offlineProblem();
    const query = new URLSearchParams({ ...(wish.claims ? { claims: wish.claims } : {}), ...(wish.anotherAccount ? { prompt: "login" } : {}) }).toString();
    let answer: DialogAnswer;
    try {
      answer = JSON.parse(await askInDialog(`${origin}/sign-in-dialog.html${query ? `?${query}` : ""}`)) as DialogAnswer;
    } catch (reason) {
      const code = reason instanceof OfficeSignInError ? reason.code : 0;
      throw dialogCancelled.includes(code) ? signInUnfinishedProblem() : problemOf(`Office ${code}`);
    }
    if ("token" in answer) return answer.token;
    if (answer.refused === "network") throw offlineProblem();
    throw answer.refused === "access_denied" ? signInUnfinishedProblem() : problemOf(answer.refused);
  },
});

/** Runs until it succeeds, then keeps the answer. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((reason: unknown) => {
      made = null;
      throw reason;
    });
    return made;
  };
}
