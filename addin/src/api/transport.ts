import { ApiProblem, offlineProblem, problemFrom, signInFailedProblem } from "./problem";

/** A token that the service did not take, with the claims that its challenge demands (JSON). */
export interface Refusal {
  readonly token: string;
  readonly claims: string | null;
}

let antiforgeryToken = "";
let authorization: ((refused?: Refusal) => Promise<string | null>) | null = null;
/** A fresh token was refused too: until one is taken again, nobody is asked for another. */
let refusedAfresh = false;
let signInAgain: (() => Promise<void>) | null = null;
let waiting: Promise<void> | null = null;

export function setAntiforgeryToken(token: string): void {
  antiforgeryToken = token;
}

/** The pane's bearer token, another one after a refusal; the portal has none and uses the cookie. */
export function setAuthorization(source: (refused?: Refusal) => Promise<string | null>): void {
  authorization = source;
  refusedAfresh = false;
}

/** What to do when the session has ended. A call that was refused waits for it and is then sent again, so nothing typed is lost. */
export function onSignedOut(handler: () => Promise<void>): void {
  signInAgain = handler;
}

let act: string | null = null;

/** The act that the last good write did, where the service can take it back. */
export const lastAct = (): string | null => act;

async function bearer(refused?: Refusal): Promise<string | null> {
  try {
    return (await authorization?.(refused)) ?? null;
  } catch (reason) {
    // Whoever saves without a network must learn just that, so that what was typed is kept and offered again.
    if (!navigator.onLine) throw offlineProblem();
    throw reason instanceof ApiProblem ? reason : signInFailedProblem("token");
  }
}

async function attempt(request: Request, token: string | null): Promise<Response> {
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  else if (request.method !== "GET") request.headers.set("X-CSRF", antiforgeryToken);
  try {
    const response = await fetch(request);
    if (request.method !== "GET" && response.ok) act = response.headers.get("X-Act");
    return response;
  } catch (reason) {
    if (request.signal.aborted) throw reason;
    throw offlineProblem();
  }
}

/** Claims of a challenge (`claims="<base64>"`, as the identity platform sends them); null where it has none. */
function claimsOf(response: Response): string | null {
  const coded = /\bclaims="([^"]+)"/.exec(response.headers.get("WWW-Authenticate") ?? "")?.[1];
  try {
    return coded === undefined ? null : atob(coded.replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    return null;
  }
}

/** Sends a request to the service; signs in again and repeats it once where the token was refused or the session had ended. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await bearer();
  const response = await attempt(request, token);
  if (response.status !== 401) {
    refusedAfresh = false;
    return response;
  }
  if (token !== null) return refusedAfresh ? response : withFreshToken(again, { token, claims: claimsOf(response) });
  if (signInAgain === null) return response;
  waiting ??= signInAgain().finally(() => {
    waiting = null;
  });
  await waiting;
  return attempt(again, null);
}

// Once, never a loop: what the second token does not open, a third would not.
async function withFreshToken(request: Request, refused: Refusal): Promise<Response> {
  const response = await attempt(request, await bearer(refused));
  refusedAfresh = response.status === 401;
  return response;
}

/** The failure that a response stands for. */
export async function failure(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  return problemFrom(response.status, body);
}
