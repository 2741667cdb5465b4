import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type CreditSheet = Schemas["CreditSheetView"];
export type CreditRow = Schemas["CreditRowView"];
export type CreditColumn = Schemas["CreditColumnView"];
export type CreditCount = Schemas["CreditCountView"];
export type EditCredit = Schemas["EditCredit"];

export const getCredits = (schoolId: string, year: number, signal?: AbortSignal): Promise<CreditSheet> =>
  answer(client.GET("/api/schools/{id}/credits", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const editCredit = (schoolId: string, year: number, row: CreditRow, body: EditCredit): Promise<CreditRow> =>
  answer(client.PUT("/api/schools/{id}/credits/{personId}", { params: { path: { id: schoolId, personId: row.personId }, query: { year } }, headers: ifMatch(row.version), body }));

export const creditDocumentAddress = (schoolId: string, year: number, format: "docx" | "xlsx", copy?: 1 | 2): string =>
  address(`/api/schools/${schoolId}/credits/document`, { year, format, copy });
