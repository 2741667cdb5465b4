import { answer, client, ifMatch } from "./client";
import { ApiProblem } from "./problem";
import type { components } from "./schema";

export type TextRecord = components["schemas"]["TextRecord"];
export type TextPlace = components["schemas"]["TextPlace"];
export type PaneSettings = components["schemas"]["PaneSettings"];
export type FieldText = components["schemas"]["FieldText"];

/** What the service wrote into the page; null where another gave it (vite's own server). */
export const settingsInPage = (): PaneSettings | null => {
  const data = document.getElementById("pane-settings")?.textContent;
  return data ? (JSON.parse(data) as PaneSettings) : null;
};

export const getPaneSettings = (): Promise<PaneSettings> => {
  const given = settingsInPage();
  return given ? Promise.resolve(given) : answer(client.GET("/api/pane/settings"));
};

/** The record as texts; with those that a document of this content code was made from, where the record has another by now. */
export const getTexts = (id: string, code?: string): Promise<TextRecord> => answer(client.GET("/api/records/{id}/texts", { params: { path: { id }, query: code ? { code } : {} } }));

export type WrittenTexts =
  | { kind: "saved"; record: TextRecord }
  | { kind: "stale"; record: TextRecord }
  | { kind: "refused"; problem: ApiProblem };

/** Saves the texts; a stale version and refused texts are answers here, all else is thrown. */
export async function putTexts(id: string, version: number, code: string, texts: FieldText[]): Promise<WrittenTexts> {
  try {
    const record = await answer(client.PUT("/api/records/{id}/texts", { params: { path: { id } }, headers: ifMatch(version), body: { texts, code } }));
    return { kind: "saved", record };
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 412 && "record" in reason.more) return { kind: "stale", record: reason.more["record"] as TextRecord };
    if (reason instanceof ApiProblem && reason.status === 422) return { kind: "refused", problem: reason };
    throw reason;
  }
}
