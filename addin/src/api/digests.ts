import { answer, client } from "./client";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type Digests = Schemas["DigestView"];
export type DigestRun = Schemas["DigestRun"];

/** Whether weekly messages go out, and what the asker would get now. */
export const getDigests = (language: "zh" | "en", signal?: AbortSignal): Promise<Digests> =>
  answer(client.GET("/api/digests", { params: { query: { language } }, signal }));

/** Sends the week's messages now; nobody gets a second one. */
export const sendDigests = (): Promise<DigestRun> => answer(client.POST("/api/digests/send"));

/** What is still owed, as a text for a messaging group or a table; of all schools without an id. */
export const digestAddress = (schoolId: string | null, format: "txt" | "csv", language: "zh" | "en"): string =>
  address(schoolId === null ? "/api/digests/export" : `/api/schools/${schoolId}/digest`, { format, language });
