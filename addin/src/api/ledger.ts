import { answer, client } from "./client";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type Ledger = Schemas["LedgerView"];
export type LedgerPeriod = Schemas["PeriodView"];
export type LedgerLine = Schemas["LedgerLineView"];
export type OpeningYear = Schemas["OpeningYearView"];
export type Platform = Schemas["PlatformView"];
export type PlatformLine = Schemas["PlatformLine"];
export type PlatformFiling = Schemas["PlatformFilingView"];

export const getLedger = (personId: string, year: number, signal?: AbortSignal): Promise<Ledger> =>
  answer(client.GET("/api/people/{id}/ledger", { params: { path: { id: personId }, query: { year } }, signal }));

export const addOpeningYear = (personId: string, year: number, proof: string): Promise<OpeningYear> =>
  answer(client.POST("/api/people/{id}/opening-years", { params: { path: { id: personId } }, body: { year, proof } }));

export const removeOpeningYear = (personId: string, year: number): Promise<unknown> =>
  answer(client.DELETE("/api/people/{id}/opening-years/{year}", { params: { path: { id: personId, year } } }));

export const confirmOpeningYear = (personId: string, year: number): Promise<OpeningYear> =>
  answer(client.POST("/api/people/{id}/opening-years/{year}/confirm", { params: { path: { id: personId, year } } }));

/** The college takes its confirmation back. */
export const withdrawOpeningYear = (personId: string, year: number, reason: string): Promise<OpeningYear> =>
  answer(client.POST("/api/people/{id}/opening-years/{year}/withdraw", { params: { path: { id: personId, year } }, body: { reason } }));

export const trainingCreditsAddress = (personId: string, year: number, format: "docx" | "xlsx"): string =>
  address(`/api/people/${personId}/sheets/training-credits/document`, { year, format });

export const getPlatform = (schoolId: string, year: number, signal?: AbortSignal): Promise<Platform> =>
  answer(client.GET("/api/schools/{id}/platform", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const platformSheetAddress = (schoolId: string, form: "platform-ethics" | "platform-skills", year: number, format: "docx" | "xlsx"): string =>
  address(`/api/schools/${schoolId}/sheets/${form}/document`, { year, format });

export const filePlatform = (schoolId: string, year: number, personIds: string[]): Promise<PlatformFiling> =>
  answer(client.POST("/api/schools/{id}/platform/filings", { params: { path: { id: schoolId }, query: { year } }, body: { personIds } }));

export const platformWorkbookAddress = (filingId: string): string => `/api/platform-filings/${filingId}/workbook`;

export const setReceipt = (filingId: string, receipt: string): Promise<PlatformFiling> =>
  answer(client.PUT("/api/platform-filings/{id}/receipt", { params: { path: { id: filingId } }, body: { receipt } }));

export const withdrawFiling = (filingId: string, reason: string): Promise<PlatformFiling> =>
  answer(client.POST("/api/platform-filings/{id}/withdraw", { params: { path: { id: filingId } }, body: { reason } }));
