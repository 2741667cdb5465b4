import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { send, setAuthorization, type Refusal } from "./transport";

const service = vi.fn<(request: Request) => Promise<Response>>();
const ask = vi.fn<(refused?: Refusal) => Promise<string | null>>();
const answer = (status: number, headers: Record<string, string> = {}) => new Response("{}", { status, headers });
const save = () => new Request("https://service.example/api/records/1", { method: "PUT", body: "what was typed" });
const tokens = () => service.mock.calls.map(([request]) => request.headers.get("Authorization"));

beforeEach(() => {
  service.mockReset();
  ask.mockReset();
  vi.stubGlobal("fetch", service);
  setAuthorization(ask);
});
afterEach(() => vi.unstubAllGlobals());

describe("a call with a token", () => {
  it("is sent once more with a fresh token after a 401, body and all", async () => {
    ask.mockResolvedValueOnce("first").mockResolvedValueOnce("second");
    service.mockResolvedValueOnce(answer(401)).mockImplementationOnce(async (request) => new Response(await request.text()));
    const response = await send(save());
    expect(await response.text()).toBe("what was typed");
    expect(tokens()).toEqual(["Bearer first", "Bearer second"]);
    expect(ask).toHaveBeenLastCalledWith({ token: "first", claims: null });
  });

  it("hands the claims of a challenge to whoever gets the token", async () => {
    ask.mockResolvedValue("token");
    service.mockResolvedValueOnce(answer(401, { "WWW-Authenticate": `Bearer realm="", error="insufficient_claims", claims="${btoa('{"access_token":{"acrs":1}}')}"` })).mockResolvedValueOnce(answer(200));
    expect((await send(save())).status).toBe(200);
    expect(ask).toHaveBeenLastCalledWith({ token: "token", claims: '{"access_token":{"acrs":1}}' });
  });

  it("that is refused with a fresh token too is refused, and later calls do not ask again until one is let in", async () => {
    ask.mockResolvedValue("token");
    service.mockResolvedValue(answer(401));
    expect((await send(save())).status).toBe(401);
    expect((await send(save())).status).toBe(401);
    expect(service).toHaveBeenCalledTimes(3);
    service.mockResolvedValueOnce(answer(200));
    await send(save());
    await send(save());
    expect(service).toHaveBeenCalledTimes(6);
  });

  it("tells that the network is away where the token cannot be had for that reason", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    ask.mockRejectedValue(new Error("13006"));
    await expect(send(save())).rejects.toMatchObject({ status: 0, code: "offline" });
    expect(service).not.toHaveBeenCalled();
  });

  it("tells that signing in failed where the network is there", async () => {
    ask.mockRejectedValue(new Error("whatever"));
    await expect(send(save())).rejects.toMatchObject({ code: "sign-in-failed" });
  });
});
