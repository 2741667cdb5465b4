import { answer, client } from "./client";
import type { components } from "./schema";

export type Duty = components["schemas"]["Duty"];

export const listDuties = (year: number, personId: string | undefined, signal?: AbortSignal): Promise<Duty[]> =>
  answer(client.GET("/api/duties", { params: { query: { year, personId } }, signal }));

export const listSchoolDuties = (schoolId: string, year: number, signal?: AbortSignal): Promise<Duty[]> =>
  answer(client.GET("/api/schools/{id}/duties", { params: { path: { id: schoolId }, query: { year } }, signal }));
