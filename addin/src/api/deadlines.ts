import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type DeadlineList = Schemas["DeadlineListView"];
export type DeadlineLine = Schemas["DeadlineLine"];
export type EditDeadline = Schemas["EditDeadline"];

export const getDeadlines = (year: number, signal?: AbortSignal): Promise<DeadlineList> => answer(client.GET("/api/deadlines/{year}", { params: { path: { year } }, signal }));

/** Sets some of a year's last days; what is not named stays. */
export const setDeadlines = (year: number, deadlines: EditDeadline[]): Promise<DeadlineList> =>
  answer(client.PUT("/api/deadlines/{year}", { params: { path: { year } }, body: { deadlines } }));
