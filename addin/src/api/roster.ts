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
export type RosterPost = Schemas["RosterPost"];
export type EditPost = Schemas["EditPost"];
export type FoundPerson = Schemas["FoundPerson"];
export type Transfer = Schemas["Transfer"];

export const listSchools = (signal?: AbortSignal): Promise<School[]> => answer(client.GET("/api/schools", { signal }));

export const getRoster = (schoolId: string, year: number, signal?: AbortSignal): Promise<Roster> =>
  answer(client.GET("/api/schools/{id}/roster", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const editPerson = (personId: string, version: number, body: EditPerson): Promise<Cadre> =>
  answer(client.PUT("/api/people/{id}", { params: { path: { id: personId } }, headers: ifMatch(version), body: body as Schemas["EditPerson"] }));

export const addCadre = (schoolId: string, body: EditPerson): Promise<Cadre> =>
  answer(client.POST("/api/schools/{id}/roster/cadres", { params: { path: { id: schoolId } }, body: body as Schemas["EditPerson"] }));

export const endPost = (schoolId: string, departure: Schemas["Departure"]): Promise<unknown> =>
  answer(client.POST("/api/schools/{id}/roster/departures", { params: { path: { id: schoolId } }, body: departure }));

export const findPeople = (query: string): Promise<FoundPerson[]> => answer(client.GET("/api/people/find", { params: { query: { query } } }));

/** Takes somebody over from another school, brings back who left, or adds a second post. */
export const transferCadre = (schoolId: string, body: Transfer): Promise<Cadre> =>
  answer(client.POST("/api/schools/{id}/roster/transfers", { params: { path: { id: schoolId } }, body }));

export const editPost = (cadre: Cadre, postId: string, body: EditPost): Promise<Cadre> =>
  answer(client.PUT("/api/people/{id}/posts/{postId}", { params: { path: { id: cadre.personId, postId } }, headers: ifMatch(cadre.version), body }));

export const removePost = (cadre: Cadre, postId: string): Promise<unknown> =>
  answer(client.DELETE("/api/people/{id}/posts/{postId}", { params: { path: { id: cadre.personId, postId } }, headers: ifMatch(cadre.version) }));

/** Says which school files 表4 from a day on. */
export const setFilingSchool = (cadre: Cadre, schoolId: string, from: string): Promise<Cadre> =>
  answer(client.PUT("/api/people/{id}/filing-school", { params: { path: { id: cadre.personId } }, headers: ifMatch(cadre.version), body: { schoolId, from } }));

/** Who leads the school's training on 表4; null means the 支部书记. */
export const editTrainingLead = (school: School, trainingLead: string | null): Promise<School> =>
  answer(client.PUT("/api/schools/{id}", { params: { path: { id: school.id } }, headers: ifMatch(school.version), body: { trainingLead } }));

export interface ImportChoices {
  /** Heading → field key; null leaves the column out. */
  mapping: Record<string, string | null>;
  /** True where the file is the whole roster. */
  whole: boolean;
  /** First day of the changes, and of new people whose row names none. */
  from: string;
}

export const previewImport = (schoolId: string, file: File, choices: ImportChoices): Promise<ImportPreview> =>
  upload(`/api/schools/${schoolId}/roster/imports`, file, { mapping: JSON.stringify(choices.mapping), whole: String(choices.whole), from: choices.from });

export const applyImport = (id: string): Promise<ImportPreview> => answer(client.POST("/api/roster-imports/{id}/apply", { params: { path: { id } } }));

export const rosterExportAddress = (schoolId: string, year: number, format: "xlsx" | "csv"): string =>
  address(`/api/schools/${schoolId}/roster/export`, { year, format });
