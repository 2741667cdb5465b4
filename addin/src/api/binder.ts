import { answer, client } from "./client";
import type { components } from "./schema";

export type PrintCheck = components["schemas"]["PrintCheck"];
export type PaperGaps = components["schemas"]["PaperGaps"];

/** What to know before a portfolio is printed: PDF or not, and characters that the fonts lack. */
export const checkPrint = (schoolId: string, year: number, person: string | undefined, signal?: AbortSignal): Promise<PrintCheck> =>
  answer(client.GET("/api/schools/{id}/preflight", { params: { path: { id: schoolId }, query: { year, ...(person ? { person } : {}) } }, signal }));

interface BinderChoice {
  year: number;
  /** One cadre's portfolio; without it the school's. */
  person?: string | undefined;
  /** The school's with every cadre's behind it. */
  everyone: boolean;
  singleSided: boolean;
  format: "docx" | "pdf";
}

export function binderAddress(schoolId: string, { year, person, everyone, singleSided, format }: BinderChoice): string {
  const query = new URLSearchParams({ year: String(year), format });
  if (person) query.set("person", person);
  if (everyone) query.set("everyone", "true");
  if (singleSided) query.set("singleSided", "true");
  return `/api/schools/${encodeURIComponent(schoolId)}/binder?${query.toString()}`;
}
