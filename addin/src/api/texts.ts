import { answer, client, ifMatch } from "./client";
import { ApiProblem } from "./problem";
import type { components } from "./schema";

export type TextRecord = components["schemas"]["TextRecord"];
export type TextPlace = components["schemas"]["TextPlace"];
export type PaneSettings = components["schemas"]["PaneSettings"];
export type FieldText = components["schemas"]["FieldText"];

export const getPaneSettings = (): Promise<PaneSettings> => answer(client.GET("/api/pane/settings"));

export const getTexts = (id: string): Promise<TextRecord> => answer(client.GET("/api/records/{id}/texts", { params: { path: { id } } }));

/** One place where a stale document and the record differ; a member of the 412 answer. */
export interface TextConflict {
  tag: string;
  occurrence: number;
  label: string;
  yours: string;
  theirs: string;
}

export type WrittenTexts =
  | { kind: "saved"; record: TextRecord }
  | { kind: "conflict"; record: TextRecord; conflicts: TextConflict[] }
  | { kind: "refused"; problem: ApiProblem };

/** Saves the texts; a stale version and refused texts are answers here, all else is thrown. */
export async function putTexts(id: string, version: number, texts: FieldText[]): Promise<WrittenTexts> {
  try {
    const record = await answer(client.PUT("/api/records/{id}/texts", { params: { path: { id } }, headers: ifMatch(version), body: { texts } }));
    return { kind: "saved", record };
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 412 && "record" in reason.more) {
      return { kind: "conflict", record: reason.more["record"] as TextRecord, conflicts: reason.more["conflicts"] as TextConflict[] };
    }
    if (reason instanceof ApiProblem && reason.status === 422) return { kind: "refused", problem: reason };
    throw reason;
  }
}
