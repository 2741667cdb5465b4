import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Dashboard = Schemas["DashboardView"];
export type DashboardSchool = Schemas["DashboardSchool"];
export type DashboardMonths = Schemas["DashboardMonthsView"];

export const getDashboard = (year: number, signal?: AbortSignal): Promise<Dashboard> => answer(client.GET("/api/dashboard", { params: { query: { year } }, signal }));

export const getDashboardMonths = (year: number, signal?: AbortSignal): Promise<DashboardMonths> => answer(client.GET("/api/dashboard/months", { params: { query: { year } }, signal }));
