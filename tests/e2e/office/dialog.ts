import type { BrowserContext, Page } from "@playwright/test";

/** What the dialog's page told the pane, and what its storage held at that moment. */
export interface Told {
  readonly message: string;
  readonly storage: string;
}

declare global {
  var dialogs: { readonly opened: string[]; readonly told: Told[] };
}

/**
 * Office's dialog as a window of the browser: `displayDialogAsync` in the pane opens it, `messageParent` in it tells the pane, closing it raises event 12006.
 * The two share no storage in Office; here only what the page itself wrote is looked at.
 */
export async function withDialog(page: Page, context: BrowserContext): Promise<void> {
  await context.route(/\/office\.js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: `(${inDialog.toString()})()` }));
  await page.addInitScript(inPane);
}

function inDialog(): void {
  const messageParent = (message: string) => (opener as Window).postMessage({ message, storage: JSON.stringify({ ...localStorage, ...sessionStorage }) }, location.origin);
  Object.assign(globalThis, { Office: { onReady: () => Promise.resolve({ host: null, platform: null }), context: { ui: { messageParent } } } });
}

function inPane(): void {
  if (location.pathname !== "/pane.html") return;
  globalThis.dialogs = { opened: [], told: [] };
  type Handler = (event: object) => void;
  const displayDialogAsync = (address: string, _: object, opened: (result: object) => void) => {
    dialogs.opened.push(address);
    const child = open(address, "_blank", "popup,width=420,height=520");
    const handlers: Record<string, Handler> = {};
    const end = () => {
      clearInterval(watch);
      removeEventListener("message", listen);
    };
    const listen = ({ data, origin, source }: MessageEvent<Told>) => {
      if (source !== child) return;
      dialogs.told.push(data);
      handlers["dialogMessageReceived"]?.({ message: data.message, origin });
    };
    const watch = setInterval(() => {
      if (!child?.closed) return;
      end();
      handlers["dialogEventReceived"]?.({ error: 12006 });
    }, 50);
    addEventListener("message", listen);
    const close = () => {
      end();
      child?.close();
    };
    opened({ status: "succeeded", value: { close, addEventHandler: (kind: string, handler: Handler) => (handlers[kind] = handler) } });
  };
  let office: { context: object } | undefined;
  Object.defineProperty(globalThis, "Office", {
    get: () => office,
    set: (next: { context: object }) => {
      const context = Object.create(next.context, { ui: { value: { displayDialogAsync } } }) as object;
      office = { ...next, context, AsyncResultStatus: { Succeeded: "succeeded" }, EventType: { DialogMessageReceived: "dialogMessageReceived", DialogEventReceived: "dialogEventReceived" } } as { context: object };
    },
  });
}
