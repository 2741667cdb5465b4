import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Contradiction = Schemas["Contradiction"];
export type Settled = Schemas["Settled"];

/** Facts that a year's sheets of a school's cadres state otherwise than the roster. */
export const listContradictions = (schoolId: string, year: number, signal?: AbortSignal): Promise<Contradiction[]> =>
  answer(client.GET("/api/schools/{id}/contradictions", { params: { path: { id: schoolId }, query: { year } }, signal }));

/** The same of one sheet. */
export const getContradictions = (recordId: string, signal?: AbortSignal): Promise<Contradiction[]> =>
  answer(client.GET("/api/records/{id}/contradictions", { params: { path: { id: recordId } }, signal }));

/** Settles one; answers what is left on the sheet. */
export const settleContradiction = ({ recordId, version, field, onSheet, inRoster }: Contradiction, right: Settled, from: string | null): Promise<Contradiction[]> =>
  answer(
    client.POST("/api/records/{id}/contradictions/settle", {
      params: { path: { id: recordId } },
      headers: ifMatch(version),
      body: { field, onSheet, inRoster, right, from },
    }),
  );
