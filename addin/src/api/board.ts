import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Board = Schemas["BoardView"];
export type BoardColumn = Schemas["BoardColumn"];
export type BoardCadre = Schemas["BoardCadre"];
export type BoardCell = Schemas["BoardCell"];
export type BoardSchoolItem = Schemas["BoardSchoolItem"];

export const getBoard = (schoolId: string, year: number, signal?: AbortSignal): Promise<Board> =>
  answer(client.GET("/api/schools/{id}/board", { params: { path: { id: schoolId }, query: { year } }, signal }));
