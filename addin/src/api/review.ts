import { answer, client, ifMatch } from "./client";
import type { CreditRow } from "./credits";
import type { components } from "./schema";
import { address, upload } from "./upload";

type Schemas = components["schemas"];
export type ReviewSchool = Schemas["ReviewSchool"];
export type ReviewUpload = Schemas["ReviewUploadView"];
export type EditOpinion = Schemas["EditOpinion"];
export type ReviewRows = Schemas["ReviewRowsView"];
export type ReviewRow = Schemas["ReviewRowView"];
export type ReviewRowEdit = Schemas["ReviewRowEdit"];
export type ReviewRowsSaved = Schemas["ReviewRowsSaved"];
export type ReviewConflict = Schemas["ReviewConflict"];

export const getReviewQueue = (year: number, signal?: AbortSignal): Promise<ReviewSchool[]> =>
  answer(client.GET("/api/review", { params: { query: { year } }, signal }));

export const reviewWorkbookAddress = (year: number): string => address("/api/review/workbook", { year });

export const uploadReviewWorkbook = (year: number, file: File): Promise<ReviewUpload> => upload(reviewWorkbookAddress(year), file);

/** The rows of the audit workbook as they stand now. */
export const getReviewRows = (year: number, signal?: AbortSignal): Promise<ReviewRows> => answer(client.GET("/api/review/rows", { params: { query: { year } }, signal }));

/** Saves changed rows of an open workbook, each by itself. */
export const saveReviewRows = (year: number, rows: ReviewRowEdit[]): Promise<ReviewRowsSaved> =>
  answer(client.POST("/api/review/rows", { params: { query: { year } }, body: { rows } }));

export const editOpinion = (year: number, row: CreditRow, body: EditOpinion): Promise<CreditRow> =>
  answer(client.PUT("/api/review/lines/{personId}", { params: { path: { personId: row.personId }, query: { year } }, headers: ifMatch(row.version), body }));

/** Agrees to every plain row of a school; answers with the people agreed to. */
export const acceptCleanLines = async (schoolId: string, year: number): Promise<string[]> =>
  (await answer(client.POST("/api/review/schools/{id}/accept-clean", { params: { path: { id: schoolId }, query: { year } } }))).personIds;

export const signOff = (schoolId: string, year: number): Promise<unknown> =>
  answer(client.POST("/api/review/schools/{id}/sign-off", { params: { path: { id: schoolId }, query: { year } } }));

export const takeBackSignOff = (schoolId: string, year: number): Promise<unknown> =>
  answer(client.DELETE("/api/review/schools/{id}/sign-off", { params: { path: { id: schoolId }, query: { year } } }));
