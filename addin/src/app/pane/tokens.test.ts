import { afterEach, describe, expect, it, vi } from "vitest";
import { chooseTokens, expiry } from "./tokens";
import type { HostAbilities } from "../../office/ports";

const token = (seconds: number) => `x.${btoa(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + seconds }))}.y`;
const host = (sets: Record<string, string | null>): HostAbilities => ({ host: "Word", platform: "PC", version: "16", sets });
const settings = { clientId: "app", authority: "https://login.example.cn/tenant", scope: "api://app/access_as_user" };

afterEach(() => vi.unstubAllGlobals());

describe("chooseTokens", () => {
  it("uses the cookie where no provider is configured", async () => {
    const tokens = chooseTokens(null, { clientId: null, authority: null, scope: null }, "https://x");
    expect(tokens.way).toBe("cookie");
    expect(await tokens.token()).toBeNull();
  });

  it("asks Office once for many calls and keeps the token until shortly before its end", async () => {
    const getAccessToken = vi.fn(() => Promise.resolve(token(3600)));
    vi.stubGlobal("Office", { auth: { getAccessToken } });
    const tokens = chooseTokens(host({ NestedAppAuth: null, IdentityAPI: "1.3" }), settings, "https://x");
    await Promise.all([tokens.token(), tokens.token()]);
    await tokens.token();
    expect(getAccessToken).toHaveBeenCalledTimes(1);
    expect(tokens.way).toBe("office");
  });

  it("renews a token that is about to end", async () => {
    const getAccessToken = vi.fn(() => Promise.resolve(token(60)));
    vi.stubGlobal("Office", { auth: { getAccessToken } });
    const tokens = chooseTokens(host({ NestedAppAuth: null, IdentityAPI: "1.3" }), settings, "https://x");
    await tokens.token();
    await tokens.token();
    expect(getAccessToken).toHaveBeenCalledTimes(2);
  });

  it("falls to the dialog when Office's own sign-in fails, and stays there", async () => {
    const getAccessToken = vi.fn(() => Promise.reject(new Error("13012")));
    let answer: (message: unknown) => void = () => {};
    const displayDialogAsync = vi.fn((_address: string, _options: unknown, opened: (result: unknown) => void) => {
      opened({ status: "succeeded", value: { close: () => {}, addEventHandler: (kind: string, handler: (message: unknown) => void) => kind === "message" && (answer = handler) } });
      queueMicrotask(() => answer({ message: token(60) }));
    });
    vi.stubGlobal("Office", {
      auth: { getAccessToken },
      AsyncResultStatus: { Succeeded: "succeeded" },
      EventType: { DialogMessageReceived: "message", DialogEventReceived: "event" },
      context: { ui: { displayDialogAsync } },
    });
    const tokens = chooseTokens(host({ NestedAppAuth: null, IdentityAPI: "1.3" }), settings, "https://x");
    expect(await tokens.token()).not.toBeNull();
    expect(tokens.way).toBe("dialog");
    await tokens.token();
    expect(getAccessToken).toHaveBeenCalledTimes(1);
    expect(displayDialogAsync).toHaveBeenCalledWith("https://x/sign-in-dialog.html", expect.anything(), expect.anything());
  });

  it("takes an unreadable token for an ended one", () => {
    expect(expiry("not a token")).toBe(0);
  });
});
