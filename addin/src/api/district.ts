import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type District = Schemas["DistrictView"];
export type DistrictSchool = Schemas["DistrictSchool"];

export const getDistrict = (year: number, signal?: AbortSignal): Promise<District> => answer(client.GET("/api/district", { params: { query: { year } }, signal }));
