import { offlineProblem, problemFrom } from "./problem";

let antiforgeryToken = "";
let authorization: (() => Promise<string | null>) | null = null;
let signInAgain: (() => Promise<void>) | null = null;
let waiting: Promise<void> | null = null;

export function setAntiforgeryToken(token: string): void {
  antiforgeryToken = token;
}

/** The pane's bearer token; the portal has none and uses the cookie. */
export function setAuthorization(source: () => Promise<string | null>): void {
  authorization = source;
}

/** What to do when the session has ended. A call that was refused waits for it and is then sent again, so nothing typed is lost. */
export function onSignedOut(handler: () => Promise<void>): void {
  signInAgain = handler;
}

let act: string | null = null;

/** The act that the last good write did, where the service can take it back. */
export const lastAct = (): string | null => act;

async function attempt(request: Request): Promise<Response> {
  const token = await authorization?.();
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

/** Sends a request to the service; signs in again and repeats it once where the session had ended. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await attempt(request);
  if (response.status !== 401 || signInAgain === null) return response;
  waiting ??= signInAgain().finally(() => {
    waiting = null;
  });
  await waiting;
  return attempt(again);
}

/** The failure that a response stands for. */
export async function failure(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  return problemFrom(response.status, body);
}
