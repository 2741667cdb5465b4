import { answer, client } from "./client";
import type { components } from "./schema";

export type ChangeLine = components["schemas"]["ChangeLine"];

export interface ChangeFilter {
  schoolId?: string;
  personId?: string;
  recordId?: string;
  year?: number;
}

export const listChanges = (filter: ChangeFilter, signal?: AbortSignal): Promise<ChangeLine[]> =>
  answer(client.GET("/api/changes", { params: { query: filter }, signal }));
