import { answer, client } from "./client";
import type { components } from "./schema";

export type ChangeLine = components["schemas"]["ChangeLine"];

export interface ChangeFilter {
  schoolId?: string;
  personId?: string;
  recordId?: string;
  year?: number;
  /** Id of the last line seen: what came before it. */
  before?: string;
}

export const listChanges = (filter: ChangeFilter, signal?: AbortSignal): Promise<ChangeLine[]> =>
  answer(client.GET("/api/changes", { params: { query: filter }, signal }));
