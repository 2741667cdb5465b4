import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import type { EditSession } from "./training";

type Schemas = components["schemas"];
export type RegionYear = Schemas["RegionYearView"];
export type JointSession = Schemas["JointSessionView"];

export const listRegions = (year: number, signal?: AbortSignal): Promise<RegionYear[]> => answer(client.GET("/api/regions", { params: { query: { year } }, signal }));

export const setTheme = (region: RegionYear, theme: string): Promise<unknown> =>
  answer(client.PUT("/api/regions/{id}/theme", { params: { path: { id: region.regionId }, query: { year: region.year } }, headers: ifMatch(region.themeVersion), body: { theme } }));

export const addJointSession = (region: RegionYear, session: EditSession, schoolIds: string[]): Promise<JointSession> =>
  answer(client.POST("/api/regions/{id}/joint-sessions", { params: { path: { id: region.regionId }, query: { year: region.year } }, body: { session, schoolIds } }));

export const editJointSession = (regionId: string, joint: JointSession, session: EditSession): Promise<JointSession> =>
  answer(client.PUT("/api/regions/{id}/joint-sessions/{sessionId}", { params: { path: { id: regionId, sessionId: joint.id } }, headers: ifMatch(joint.version), body: session }));

export const cancelJointSession = (regionId: string, joint: JointSession): Promise<unknown> =>
  answer(client.DELETE("/api/regions/{id}/joint-sessions/{sessionId}", { params: { path: { id: regionId, sessionId: joint.id } }, headers: ifMatch(joint.version) }));
