import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type District = Schemas["DistrictView"];
export type Region = Schemas["RegionLine"];
export type DistrictSchool = Schemas["DistrictSchool"];
export type EditRegion = Schemas["EditRegion"];
export type EditDistrictSchool = Schemas["EditDistrictSchool"];
export type Grant = Schemas["GrantLine"];
export type NewGrant = Schemas["NewGrant"];
export type LoginLine = Schemas["LoginLine"];
export type LoginList = Schemas["LoginList"];
export type NumberedLogin = Schemas["NumberedLogin"];

export const getDistrict = (signal?: AbortSignal): Promise<District> => answer(client.GET("/api/district", { signal }));

export const saveRegion = (id: string | null, body: EditRegion): Promise<District> =>
  id === null ? answer(client.POST("/api/district/regions", { body })) : answer(client.PUT("/api/district/regions/{id}", { params: { path: { id } }, body }));

export const removeRegion = (id: string): Promise<unknown> => answer(client.DELETE("/api/district/regions/{id}", { params: { path: { id } } }));

export const saveSchool = (school: DistrictSchool | null, body: EditDistrictSchool): Promise<District> =>
  school === null
    ? answer(client.POST("/api/district/schools", { body }))
    : answer(client.PUT("/api/district/schools/{id}", { params: { path: { id: school.id } }, headers: ifMatch(school.version), body }));

export const removeSchool = (id: string): Promise<unknown> => answer(client.DELETE("/api/district/schools/{id}", { params: { path: { id } } }));

export const listGrants = (signal?: AbortSignal): Promise<Grant[]> => answer(client.GET("/api/grants", { signal }));

export const addGrant = (body: NewGrant): Promise<unknown> => answer(client.POST("/api/grants", { body }));

export const removeGrant = (id: string): Promise<unknown> => answer(client.DELETE("/api/grants/{id}", { params: { path: { id } } }));

export const listLogins = (query: string, withoutLogin: boolean, signal?: AbortSignal): Promise<LoginList> =>
  answer(client.GET("/api/logins", { params: { query: { query, withoutLogin } }, signal }));

export const setLogin = (person: LoginLine, login: string | null): Promise<unknown> =>
  answer(client.PUT("/api/logins/{personId}", { params: { path: { personId: person.personId } }, headers: ifMatch(person.version), body: { login } }));

export const setLogins = (rows: NumberedLogin[]): Promise<Schemas["LoginsSet"]> => answer(client.POST("/api/logins", { body: { rows } }));

export const addPerson = (name: string, login: string | null): Promise<LoginLine> => answer(client.POST("/api/logins/people", { body: { name, login } }));
