import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type LibraryRights = Schemas["LibraryRightsView"];
export type LibraryPass = LibraryRights["passes"][number];
export type FolderRights = Schemas["FolderRights"];
export type FolderRightsView = Schemas["FolderRightsView"];

const at = (schoolId: string) => ({ params: { path: { schoolId } } });

/** What the last setting of the rights came to, and who holds a pass. */
export const getLibraryRights = (schoolId: string, signal?: AbortSignal): Promise<LibraryRights> =>
  answer(client.GET("/api/schools/{schoolId}/library/rights", { ...at(schoolId), signal }));

/** Who edits and who reads each folder, by the rules. */
export const listFolderRights = (schoolId: string, signal?: AbortSignal): Promise<FolderRightsView> =>
  answer(client.GET("/api/schools/{schoolId}/library/folders", { ...at(schoolId), signal }));

/** Sets the rights anew in the background. */
export const setLibraryRights = (schoolId: string): Promise<LibraryRights> => answer(client.POST("/api/schools/{schoolId}/library/rights", at(schoolId)));

export const giveLibraryPass = (schoolId: string, personId: string, lastDay: string): Promise<LibraryRights> =>
  answer(client.POST("/api/schools/{schoolId}/library/passes", { ...at(schoolId), body: { personId, lastDay } }));

export const endLibraryPass = (schoolId: string, passId: string): Promise<LibraryRights> =>
  answer(client.DELETE("/api/schools/{schoolId}/library/passes/{passId}", { params: { path: { schoolId, passId } } }));
