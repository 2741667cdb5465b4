import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Pass = Schemas["PassView"];
export type NewPass = Schemas["NewPass"];
export type PassHolder = Schemas["PassHolder"];
export type SchoolInspections = Schemas["SchoolInspections"];

export const listPasses = (signal?: AbortSignal): Promise<Pass[]> => answer(client.GET("/api/inspections", { signal }));

export const listHolders = (signal?: AbortSignal): Promise<PassHolder[]> => answer(client.GET("/api/inspections/holders", { signal }));

export const getSchoolInspections = (schoolId: string, signal?: AbortSignal): Promise<SchoolInspections> =>
  answer(client.GET("/api/schools/{id}/inspections", { params: { path: { id: schoolId } }, signal }));

export const issuePass = (schoolId: string, body: NewPass): Promise<Pass> => answer(client.POST("/api/schools/{id}/inspections", { params: { path: { id: schoolId } }, body }));

export const revokePass = (id: string, reason: string): Promise<Pass> => answer(client.POST("/api/inspections/{id}/revoke", { params: { path: { id } }, body: { reason } }));
