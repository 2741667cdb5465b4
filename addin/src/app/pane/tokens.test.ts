import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HostAbilities } from "../../office/ports";
import { chooseTokens, expiry, type SignInSettings } from "./tokens";

class InteractionRequiredAuthError extends Error {}
class LibraryError extends Error {
  constructor(readonly errorCode: string) {
    super(errorCode);
  }
}

/** The sign-in library's nested application; `bridge` says whether Office offers one. */
const library = vi.hoisted(() => ({ bridge: true, ssoSilent: vi.fn(), acquireTokenSilent: vi.fn(), acquireTokenPopup: vi.fn() }));
vi.mock("@azure/msal-browser", () => ({
  InteractionRequiredAuthError,
  PublicClientApplication: class {
    ssoSilent = library.ssoSilent;
    acquireTokenSilent = library.acquireTokenSilent;
    acquireTokenPopup = library.acquireTokenPopup;
  },
  createNestablePublicClientApplication: (configuration: unknown, _: unknown, make: (configuration: unknown, controller: unknown) => unknown) =>
    Promise.resolve(library.bridge ? make(configuration, {}) : {}),
}));

let made = 0;
/** A new token each time that lives this long. */
const token = (seconds: number) => `x.${btoa(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + seconds, n: made++ }))}.y`;
const host = (sets: Record<string, string | null>): HostAbilities => ({ host: "Word", platform: "PC", version: "16", sets });
const settings: SignInSettings = { clientId: "app", authority: "https://login.example.cn/tenant", scope: "api://app/access_as_user", provider: "entra" };
const naa = host({ NestedAppAuth: "1.1", IdentityAPI: "1.3" });
const ltsc2021 = host({ NestedAppAuth: null, IdentityAPI: "1.3" });
const old = host({ NestedAppAuth: null, IdentityAPI: null });

const getAccessToken = vi.fn<(options: object) => Promise<string>>();
/** What comes of opening the dialog: the page's answer, or a number of Office's. */
const dialog = vi.fn<(address: string) => object | number>();

beforeEach(() => {
  library.bridge = true;
  for (const mock of [library.ssoSilent, library.acquireTokenSilent, library.acquireTokenPopup, getAccessToken, dialog]) mock.mockReset();
  vi.stubGlobal("Office", {
    auth: { getAccessToken },
    AsyncResultStatus: { Succeeded: "succeeded" },
    EventType: { DialogMessageReceived: "message", DialogEventReceived: "event" },
    context: {
      ui: {
        displayDialogAsync: (address: string, _options: unknown, opened: (result: unknown) => void) => {
          const came = dialog(address);
          const addEventHandler = (kind: string, handler: (event: unknown) => void) => {
            if (kind === "event" && typeof came === "number") queueMicrotask(() => handler({ error: came }));
            if (kind === "message" && typeof came !== "number") queueMicrotask(() => handler({ message: JSON.stringify(came) }));
          };
          opened({ status: "succeeded", value: { close: () => {}, addEventHandler } });
        },
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a token", () => {
  it("is not asked for where no provider is configured, or outside of Office", async () => {
    const none = chooseTokens(naa, { ...settings, clientId: null }, "https://x");
    expect(none.way).toBe("cookie");
    expect(await none.token()).toBeNull();
    expect(chooseTokens(null, settings, "https://x").way).toBe("cookie");
  });

  it("is asked for once by many calls, and renewed shortly before its end", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    getAccessToken.mockImplementation(() => Promise.resolve(token(3600)));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    const [first, second] = await Promise.all([tokens.token(), tokens.token()]);
    expect(second).toBe(first);
    vi.setSystemTime(Date.now() + 3400_000);
    expect(await tokens.token()).toBe(first);
    vi.setSystemTime(Date.now() + 100_000);
    expect(await tokens.token()).not.toBe(first);
    expect(getAccessToken).toHaveBeenCalledTimes(2);
  });

  it("of a short life is still used for half of it", async () => {
    getAccessToken.mockImplementation(() => Promise.resolve(token(60)));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    await tokens.token();
    await tokens.token();
    expect(getAccessToken).toHaveBeenCalledTimes(1);
  });

  it("that was refused is replaced, once for all calls that it was refused to", async () => {
    getAccessToken.mockImplementation(() => Promise.resolve(token(3600)));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    const refused = { token: (await tokens.token())!, claims: null };
    const [next, same] = [await tokens.token(refused), await tokens.token(refused)];
    expect(next).not.toBe(refused.token);
    expect(same).toBe(next);
    expect(getAccessToken).toHaveBeenCalledTimes(2);
  });

  it("that cannot be read has no known end", () => expect(expiry("not a token")).toBe(0));
});

describe("nested app authentication", () => {
  it("signs in silently", async () => {
    const given = token(3600);
    library.ssoSilent.mockResolvedValue({ accessToken: given });
    const tokens = chooseTokens(naa, settings, "https://x");
    expect(await tokens.token()).toBe(given);
    expect(tokens.way).toBe("nested");
    expect(library.ssoSilent).toHaveBeenCalledWith(expect.objectContaining({ scopes: [settings.scope] }));
    expect(library.acquireTokenPopup).not.toHaveBeenCalled();
  });

  it("asks the person where the provider wants to see them", async () => {
    const given = token(3600);
    library.ssoSilent.mockRejectedValue(new InteractionRequiredAuthError());
    library.acquireTokenPopup.mockResolvedValue({ accessToken: given });
    expect(await chooseTokens(naa, settings, "https://x").token()).toBe(given);
  });

  it("takes no token from the cache after a refusal, and asks the person at once for the claims of a challenge", async () => {
    const refused = { token: token(3600), claims: null };
    library.ssoSilent.mockResolvedValue({ accessToken: refused.token });
    library.acquireTokenSilent.mockImplementation(() => Promise.resolve({ accessToken: token(3600) }));
    library.acquireTokenPopup.mockImplementation(() => Promise.resolve({ accessToken: token(3600) }));
    const tokens = chooseTokens(naa, settings, "https://x");
    await tokens.token();
    const fresh = await tokens.token(refused);
    expect(library.acquireTokenSilent).toHaveBeenCalledWith(expect.objectContaining({ forceRefresh: true }));
    await tokens.token({ token: fresh!, claims: '{"access_token":{}}' });
    expect(library.acquireTokenPopup).toHaveBeenCalledWith(expect.objectContaining({ claims: '{"access_token":{}}' }));
  });

  it.each([
    ["Office has no bridge", () => void (library.bridge = false)],
    ["the bridge is switched off", () => void library.ssoSilent.mockRejectedValue(new LibraryError("nested_app_auth_bridge_disabled"))],
    ["our redirect address is not registered", () => void library.ssoSilent.mockRejectedValue(new LibraryError("invalid_client"))],
  ])("gives way to Office's older call where %s", async (_, arrange) => {
    arrange();
    getAccessToken.mockResolvedValue(token(3600));
    const tokens = chooseTokens(naa, settings, "https://x");
    await tokens.token();
    expect(tokens.way).toBe("office");
  });

  it.each([
    ["user_canceled", "sign-in-unfinished"],
    ["no_network_connectivity", "offline"],
    ["server_error", "sign-in-failed"],
  ])("stays the way after %s, which is told as %s", async (errorCode, code) => {
    library.ssoSilent.mockRejectedValueOnce(new LibraryError(errorCode));
    library.ssoSilent.mockResolvedValue({ accessToken: token(3600) });
    const tokens = chooseTokens(naa, settings, "https://x");
    await expect(tokens.token()).rejects.toMatchObject({ code });
    expect(await tokens.token()).not.toBeNull();
    expect(tokens.way).toBe("nested");
    expect(getAccessToken).not.toHaveBeenCalled();
  });
});

describe("Office's older call", () => {
  it.each([13000, 13001, 13003, 13012])("gives way to the dialog for good after %i", async (code) => {
    getAccessToken.mockRejectedValue({ code });
    dialog.mockImplementation(() => ({ token: token(3600) }));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    const first = await tokens.token();
    await tokens.token({ token: first!, claims: null });
    expect(tokens.way).toBe("dialog");
    expect(getAccessToken).toHaveBeenCalledTimes(1);
    expect(dialog).toHaveBeenCalledWith("https://x/sign-in-dialog.html");
  });

  it.each([
    [13002, "sign-in-unfinished"],
    [13006, "sign-in-failed"],
    [13013, "sign-in-failed"],
  ])("stays the way after %i, which is told as %s", async (code, problem) => {
    getAccessToken.mockRejectedValueOnce({ code }).mockResolvedValue(token(3600));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    await expect(tokens.token()).rejects.toMatchObject({ code: problem });
    await tokens.token();
    expect(tokens.way).toBe("office");
    expect(dialog).not.toHaveBeenCalled();
  });

  it("hands on the claims of a challenge", async () => {
    getAccessToken.mockImplementation(() => Promise.resolve(token(3600)));
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    await tokens.token({ token: (await tokens.token())!, claims: "{}" });
    expect(getAccessToken).toHaveBeenLastCalledWith(expect.objectContaining({ authChallenge: "{}" }));
  });

  it("is left for the dialog at the person's own wish", async () => {
    getAccessToken.mockRejectedValue({ code: 13006 });
    dialog.mockReturnValue({ token: token(3600) });
    const tokens = chooseTokens(ltsc2021, settings, "https://x");
    await expect(tokens.token()).rejects.toMatchObject({ code: "sign-in-failed" });
    tokens.useDialog();
    expect(await tokens.token()).not.toBeNull();
  });
});

describe("the dialog", () => {
  it("is the only way at a provider that is not Microsoft's", async () => {
    dialog.mockReturnValue({ token: token(3600) });
    const tokens = chooseTokens(naa, { ...settings, provider: "open-id" }, "https://x");
    await tokens.token();
    expect(tokens.way).toBe("dialog");
    expect(library.ssoSilent).not.toHaveBeenCalled();
  });

  it.each([
    ["closed", 12006, "sign-in-unfinished"],
    ["not allowed to open", 12009, "sign-in-unfinished"],
    ["unable to load", 12002, "sign-in-failed"],
    ["told no", { refused: "access_denied" }, "sign-in-unfinished"],
    ["without the provider", { refused: "network" }, "offline"],
    ["told of a fault", { refused: "invalid_scope" }, "sign-in-failed"],
  ])("that was %s is told and opens again", async (_, came, code) => {
    dialog.mockReturnValueOnce(came).mockReturnValue({ token: token(3600) });
    const tokens = chooseTokens(old, settings, "https://x");
    await expect(tokens.token()).rejects.toMatchObject({ code });
    expect(await tokens.token()).not.toBeNull();
  });

  it("lets somebody who was not let in choose another account, once", async () => {
    dialog.mockImplementation(() => ({ token: token(3600) }));
    const tokens = chooseTokens(old, settings, "https://x");
    await tokens.token();
    tokens.startOver();
    const other = await tokens.token();
    expect(dialog).toHaveBeenLastCalledWith("https://x/sign-in-dialog.html?prompt=login");
    await tokens.token({ token: other!, claims: null });
    expect(dialog).toHaveBeenLastCalledWith("https://x/sign-in-dialog.html");
  });

  it("is not opened without a network", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    await expect(chooseTokens(old, settings, "https://x").token()).rejects.toMatchObject({ code: "offline" });
    expect(dialog).not.toHaveBeenCalled();
  });
});
