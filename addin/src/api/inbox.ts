import type { SaidCode } from "../shared/contentCode";
import { answer, client } from "./client";
import { download } from "./download";
import type { Reading } from "./records";
import type { components } from "./schema";
import { address, upload } from "./upload";

type Schemas = components["schemas"];
export type Inbox = Schemas["InboxView"];
export type InboxPaper = Schemas["InboxPaperView"];
export type ReturnedPaper = Schemas["ReturnedPaper"];
export type LibraryState = Schemas["LibraryState"];

export const getInbox = (schoolId: string, signal?: AbortSignal): Promise<Inbox> =>
  answer(client.GET("/api/schools/{schoolId}/inbox", { params: { path: { schoolId } }, signal }));

export const scanInbox = (schoolId: string): Promise<Inbox> => answer(client.POST("/api/schools/{schoolId}/inbox/scan", { params: { path: { schoolId } } }));

/** Reads a paper of the inbox in; without a record, into the one it was recognised for. */
export const readInboxPaper = (paperId: string, recordId: string | null): Promise<Reading> =>
  answer(client.POST("/api/inbox/{paperId}/reading", { params: { path: { paperId } }, body: { recordId } }));

/** Puts a scan of the inbox beside its record; `said` is what its content code is. */
export const attachInboxPaper = (paperId: string, recordId: string | null, said: SaidCode): Promise<unknown> =>
  answer(client.POST("/api/inbox/{paperId}/attachment", { params: { path: { paperId } }, body: { recordId, ...said } }));

export const dismissInboxPaper = (paperId: string): Promise<unknown> => answer(client.POST("/api/inbox/{paperId}/dismiss", { params: { path: { paperId } } }));

/** Everything the school still owes, as prefilled documents; begins papers that nobody began. */
export const packForOffline = (schoolId: string, year: number): Promise<string> =>
  download(address(`/api/schools/${schoolId}/package`, { year }), "package.zip", "POST");

/** Reads a .zip of filled forms that came back; nothing is changed yet. */
export const readReturned = (schoolId: string, file: File): Promise<ReturnedPaper[]> => upload(`/api/schools/${schoolId}/returns`, file);

/** What is wrong with the schools' libraries, as far as the service knows. */
export const getLibraryState = (signal?: AbortSignal): Promise<LibraryState> => answer(client.GET("/api/library/state", { signal }));
