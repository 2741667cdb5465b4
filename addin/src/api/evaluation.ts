import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import { address } from "./upload";

type Schemas = components["schemas"];
export type Evaluations = Schemas["EvaluationsView"];
export type SchoolEvaluation = Schemas["SchoolEvaluationView"];

export const listEvaluations = (year: number, signal?: AbortSignal): Promise<Evaluations> => answer(client.GET("/api/evaluations", { params: { query: { year } }, signal }));

export const getEvaluation = (schoolId: string, year: number, signal?: AbortSignal): Promise<Evaluations> =>
  answer(client.GET("/api/schools/{id}/evaluation", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const setEvaluation = (schoolId: string, year: number, version: number, grade: string, comment: string): Promise<SchoolEvaluation> =>
  answer(client.PUT("/api/schools/{id}/evaluation", { params: { path: { id: schoolId }, query: { year } }, headers: ifMatch(version), body: { grade, comment } }));

export const resultsAddress = (year: number, purpose: string): string => address("/api/results/workbook", { year, purpose });
