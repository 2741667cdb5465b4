import { answer, client } from "./client";
import type { components } from "./schema";

export type Scheme = components["schemas"]["SchemeView"];
export type Form = components["schemas"]["FormView"];
export type FormField = components["schemas"]["FieldView"];
export type FormSection = components["schemas"]["SectionView"];

const known = new Map<number, Promise<Scheme>>();

/** The scheme of a year; asked for once, since a published version does not change under its name. */
export function getScheme(year: number): Promise<Scheme> {
  let scheme = known.get(year);
  if (!scheme) {
    scheme = answer(client.GET("/api/scheme/{year}", { params: { path: { year } } }));
    scheme.catch(() => known.delete(year));
    known.set(year, scheme);
  }
  return scheme;
}
