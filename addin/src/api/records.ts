import type { SaidCode } from "../shared/contentCode";
import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import { address, upload } from "./upload";

type Schemas = components["schemas"];
export type RecordLine = Schemas["RecordLine"];
export type RecordView = Schemas["RecordView"];
export type Reading = Schemas["ReadingView"];
export type ReadingField = Schemas["ReadingField"];
export type NewRecord = Schemas["NewRecord"];
export type Draft = Schemas["DraftView"];
export type Attachment = Schemas["AttachmentView"];

/** A field in which two versions of a record differ; a member of the 412 answer. */
export interface Difference {
  section: string | null;
  row: number | null;
  key: string;
  label: string;
  yours: string;
  theirs: string;
}

/** Values as the service keeps them: text or numbers by field, arrays of rows by section. */
export type RecordData = Record<string, unknown>;

export const listRecords = (query: { schoolId?: string; personId?: string; year?: number; formId?: string }): Promise<RecordLine[]> =>
  answer(client.GET("/api/records", { params: { query } }));

export const createRecord = (body: NewRecord): Promise<RecordView> => answer(client.POST("/api/records", { body }));

export const getRecord = (id: string, signal?: AbortSignal): Promise<RecordView> =>
  answer(client.GET("/api/records/{id}", { params: { path: { id } }, signal }));

/** `reviewed` names fields whose text of last year was read and stays: their marks go. */
export const saveRecord = (id: string, version: number, data: RecordData, reviewed?: readonly string[]): Promise<RecordView> =>
  answer(client.PUT("/api/records/{id}", { params: { path: { id } }, headers: ifMatch(version), body: { data, reviewed } as Schemas["RecordValues"] }));

/** A first text from the owner's own year, with the records it rests on; nothing is changed. */
export const getDraft = (id: string): Promise<Draft> => answer(client.GET("/api/records/{id}/draft", { params: { path: { id } } }));

export type RecordStep = "submit" | "withdraw" | "accept" | "reopen";

/** `keepCarried` hands in although text of last year stands untouched; without it the service asks. */
export function stepRecord(id: string, version: number, step: RecordStep, keepCarried = false): Promise<RecordView> {
  const init = { params: { path: { id } }, headers: ifMatch(version) };
  switch (step) {
    case "submit":
      return answer(client.POST("/api/records/{id}/submit", { ...init, params: { ...init.params, query: { keepCarried } } }));
    case "withdraw":
      return answer(client.POST("/api/records/{id}/withdraw", init));
    case "accept":
      return answer(client.POST("/api/records/{id}/accept", init));
    case "reopen":
      return answer(client.POST("/api/records/{id}/reopen", init));
  }
}

export const returnRecord = (id: string, version: number, comment: string): Promise<RecordView> =>
  answer(client.POST("/api/records/{id}/return", { params: { path: { id } }, headers: ifMatch(version), body: { comment } }));

/** `paper` gives a copy to print: what is empty stays blank. */
export const documentAddress = (id: string, format: "docx" | "xlsx", paper = false): string =>
  address(`/api/records/${id}/document`, paper ? { format, paper: "true" } : { format });

/** Notes that a copy with this content code was printed; refused where the values changed since. */
export const markPrinted = (id: string, code: string): Promise<RecordView> =>
  answer(client.POST("/api/records/{id}/printed", { params: { path: { id }, query: { code } } }));

/** Reads a filled document; nothing is changed until the reading is applied. */
export const readDocument = (file: File, recordId?: string): Promise<Reading> => upload("/api/readings", file, { recordId });

export const applyReading = (reading: Reading, overwrite: boolean): Promise<RecordView> =>
  answer(client.POST("/api/readings/{id}/apply", { params: { path: { id: reading.id } }, headers: ifMatch(reading.currentVersion), body: { overwrite } }));

/** The same for a reading of which only id and version are at hand. */
export const applyReadingOf = (id: string, currentVersion: number): Promise<RecordView> =>
  answer(client.POST("/api/readings/{id}/apply", { params: { path: { id } }, headers: ifMatch(currentVersion), body: { overwrite: false } }));

/** Keeps a file beside a record; `said` is what a scan's content code is. */
export const attachFile = (recordId: string, file: File, kind: string, said: SaidCode = {}): Promise<Attachment> =>
  upload(`/api/records/${recordId}/attachments`, file, { kind, contentCode: said.contentCode, withoutCode: said.withoutCode ? "true" : undefined });

export const attachmentAddress = (id: string): string => `/api/attachments/${id}`;
