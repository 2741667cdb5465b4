import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Dashboard = Schemas["DashboardView"];
export type DashboardSchool = Schemas["DashboardSchool"];

export const getDashboard = (year: number, signal?: AbortSignal): Promise<Dashboard> => answer(client.GET("/api/dashboard", { params: { query: { year } }, signal }));
