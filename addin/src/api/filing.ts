import { answer, client } from "./client";
import { listen } from "./events";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type Filing = Schemas["FilingView"];
export type FilingItem = Schemas["FilingItemView"];
export type Verification = Schemas["VerifyView"];
export type LibraryDifference = Schemas["LibraryDifference"];

export const listFilings = (schoolId: string, year: number, signal?: AbortSignal): Promise<Filing[]> =>
  answer(client.GET("/api/schools/{schoolId}/filings", { params: { path: { schoolId }, query: { year } }, signal }));

export const startFiling = (schoolId: string, year: number): Promise<Filing> =>
  answer(client.POST("/api/schools/{schoolId}/filings", { params: { path: { schoolId } }, body: { year } }));

export const listFilingItems = (filingId: string, signal?: AbortSignal): Promise<FilingItem[]> =>
  answer(client.GET("/api/filings/{filingId}/items", { params: { path: { filingId } }, signal }));

export const cancelFiling = (filingId: string): Promise<Filing> => answer(client.POST("/api/filings/{filingId}/cancel", { params: { path: { filingId } } }));

export const resumeFiling = (filingId: string): Promise<Filing> => answer(client.POST("/api/filings/{filingId}/resume", { params: { path: { filingId } } }));

export const retryItem = (filingId: string, itemId: string, replace: boolean): Promise<Filing> =>
  answer(client.POST("/api/filings/{filingId}/items/{itemId}/retry", { params: { path: { filingId, itemId } }, body: { replace } }));

/** The numbers of a filing whenever they change, until it ends. */
export const watchFiling = (filingId: string, signal: AbortSignal): AsyncGenerator<Filing> => listen<Filing>(`/api/filings/${filingId}/events`, signal);

/** Compares a year's filed papers with the library; with `repair`, mends what can be mended. */
export const verifyLibrary = (schoolId: string, year: number, repair: boolean): Promise<Verification> =>
  answer(client.POST("/api/schools/{schoolId}/library/verify", { params: { path: { schoolId } }, body: { year, repair } }));

export const schoolArchiveAddress = (schoolId: string, year: number): string => address(`/api/schools/${schoolId}/archive`, { year });

export const ownArchiveAddress = (personId: string, year: number): string => address(`/api/people/${personId}/archive`, { year });
