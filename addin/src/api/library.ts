import { answer, client } from "./client";
import type { Reading } from "./records";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type LibraryCopy = Schemas["LibraryCopy"];
export type LibraryFolder = Schemas["LibraryFolderView"];

/** Whether the paper's document in the library is still as it was filed. */
export const getLibraryCopy = (recordId: string, signal?: AbortSignal): Promise<LibraryCopy> =>
  answer(client.GET("/api/records/{id}/library", { params: { path: { id: recordId } }, signal }));

export const libraryCopyAddress = (recordId: string): string => `/api/records/${recordId}/library/content`;

/** Reads the paper's document back from the library; nothing is changed until the reading is applied. */
export const readFromLibrary = (recordId: string): Promise<Reading> => answer(client.POST("/api/records/{id}/library-reading", { params: { path: { id: recordId } } }));

/** What stands filed of a school and year. */
export const getLibrary = (schoolId: string, year: number, signal?: AbortSignal): Promise<LibraryFolder> =>
  answer(client.GET("/api/schools/{schoolId}/library", { params: { path: { schoolId }, query: { year } }, signal }));

export const libraryFileAddress = (schoolId: string, path: string): string => address(`/api/schools/${schoolId}/library/content`, { path });
