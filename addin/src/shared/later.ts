import { lazy } from "react";

const ahead: (() => Promise<unknown>)[] = [];
const againMs = 3000;

const backOnline = () =>
  new Promise<void>((next) => {
    addEventListener("online", () => next(), { once: true });
    setTimeout(next, againMs);
  });

/**
 * A part that the first screen does without. It is drawn when it is wanted and fetched before that, by fetchAhead.
 * Where it cannot be fetched for want of a network its place stays empty meanwhile, and the rest of the screen stands.
 */
export const later: typeof lazy = (load) => {
  const patient: typeof load = async () => {
    for (;;) {
      try {
        return await load();
      } catch (reason) {
        if (navigator.onLine) throw reason;
        await backOnline();
      }
    }
  };
  ahead.push(load);
  return lazy(patient);
};

/** Fetches such parts once the page is at rest: what is shown when the network has gone should be there by then. */
export function fetchAhead(): void {
  const fetchAll = async () => {
    for (const load of ahead.splice(0)) await load().catch(() => undefined);
  };
  // Safari knows no idle time.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(() => void fetchAll());
  else setTimeout(() => void fetchAll(), 500);
}
