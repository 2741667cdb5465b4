import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import { address, upload } from "./upload";

type Schemas = components["schemas"];
export type School = Schemas["SchoolLine"];
export type Roster = Schemas["RosterView"];
export type Cadre = Schemas["RosterCadre"];
export type EditPerson = Partial<Schemas["EditPerson"]>;
export type ImportPreview = Schemas["ImportPreview"];
export type ImportRow = Schemas["DifferenceRow"];

export const listSchools = (signal?: AbortSignal): Promise<School[]> => answer(client.GET("/api/schools", { signal }));

export const getRoster = (schoolId: string, year: number, signal?: AbortSignal): Promise<Roster> =>
  answer(client.GET("/api/schools/{id}/roster", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const editPerson = (personId: string, version: number, body: EditPerson): Promise<Cadre> =>
  answer(client.PUT("/api/people/{id}", { params: { path: { id: personId } }, headers: ifMatch(version), body: body as Schemas["EditPerson"] }));

export const addCadre = (schoolId: string, body: EditPerson): Promise<Cadre> =>
  answer(client.POST("/api/schools/{id}/roster/cadres", { params: { path: { id: schoolId } }, body: body as Schemas["EditPerson"] }));

export const endPost = (schoolId: string, personId: string, lastDay: string, reason: string | null): Promise<unknown> =>
  answer(client.POST("/api/schools/{id}/roster/departures", { params: { path: { id: schoolId } }, body: { personId, lastDay, reason } }));

export interface ImportChoices {
  /** Heading → field key; null leaves the column out. */
  mapping: Record<string, string | null>;
  /** True where the file is the whole roster. */
  whole: boolean;
}

export const previewImport = (schoolId: string, file: File, choices: ImportChoices): Promise<ImportPreview> =>
  upload(`/api/schools/${schoolId}/roster/imports`, file, { mapping: JSON.stringify(choices.mapping), whole: String(choices.whole) });

export const applyImport = (id: string): Promise<ImportPreview> => answer(client.POST("/api/roster-imports/{id}/apply", { params: { path: { id } } }));

export const rosterExportAddress = (schoolId: string, year: number, format: "xlsx" | "csv"): string =>
  address(`/api/schools/${schoolId}/roster/export`, { year, format });
