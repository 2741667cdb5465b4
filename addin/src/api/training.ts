import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type TrainingSession = Schemas["SessionView"];
export type EditSession = Schemas["EditSession"];
export type Attendance = Schemas["AttendanceView"];
export type AttendanceRow = Schemas["AttendanceRow"];
export type EditMark = Schemas["EditMark"];
export type MarksSet = Schemas["MarksSet"];
export type EarlierPlan = Schemas["EarlierPlan"];
export type YearState = Schemas["YearStateView"];

export const listSessions = (schoolId: string, year: number, signal?: AbortSignal): Promise<TrainingSession[]> =>
  answer(client.GET("/api/schools/{id}/sessions", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const addSession = (schoolId: string, year: number, body: EditSession): Promise<TrainingSession> =>
  answer(client.POST("/api/schools/{id}/sessions", { params: { path: { id: schoolId }, query: { year } }, body }));

export const editSession = (schoolId: string, session: TrainingSession, body: EditSession): Promise<TrainingSession> =>
  answer(client.PUT("/api/schools/{id}/sessions/{sessionId}", { params: { path: { id: schoolId, sessionId: session.id } }, headers: ifMatch(session.version), body }));

export const removeSession = (schoolId: string, session: TrainingSession): Promise<unknown> =>
  answer(client.DELETE("/api/schools/{id}/sessions/{sessionId}", { params: { path: { id: schoolId, sessionId: session.id } }, headers: ifMatch(session.version) }));

/** The last year before this one whose plan it may begin from. */
export const getEarlierPlan = (schoolId: string, year: number, signal?: AbortSignal): Promise<EarlierPlan> =>
  answer(client.GET("/api/schools/{id}/sessions/earlier", { params: { path: { id: schoolId }, query: { year } }, signal }));

/** Plans the sessions of that year again; refused where the year has some. */
export const carrySessions = (schoolId: string, year: number): Promise<TrainingSession[]> =>
  answer(client.POST("/api/schools/{id}/sessions/carry", { params: { path: { id: schoolId }, query: { year } } }));

export const getAttendance = (schoolId: string, year: number, signal?: AbortSignal): Promise<Attendance> =>
  answer(client.GET("/api/schools/{id}/attendance", { params: { path: { id: schoolId }, query: { year } }, signal }));

export const setMarks = (schoolId: string, year: number, marks: EditMark[]): Promise<MarksSet> =>
  answer(client.PUT("/api/schools/{id}/attendance", { params: { path: { id: schoolId }, query: { year } }, body: { marks } }));

export type YearCheck = Schemas["YearCheckView"];
export type BlankMark = Schemas["BlankMark"];

export const checkYear = (schoolId: string, year: number, signal?: AbortSignal): Promise<YearCheck> =>
  answer(client.GET("/api/schools/{id}/years/{year}/check", { params: { path: { id: schoolId, year } }, signal }));

export const closeYear = (schoolId: string, year: number, blanks: readonly BlankMark[]): Promise<YearState> =>
  answer(
    client.POST("/api/schools/{id}/years/{year}/close", {
      params: { path: { id: schoolId, year } },
      body: { blanks: blanks.map(({ sessionId, personId }) => ({ sessionId, personId })) },
    }),
  );

export const reopenYear = (schoolId: string, year: number, reason: string): Promise<YearState> =>
  answer(client.POST("/api/schools/{id}/years/{year}/reopen", { params: { path: { id: schoolId, year } }, body: { reason } }));
