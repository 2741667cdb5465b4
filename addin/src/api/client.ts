import createClient from "openapi-fetch";
import { problemFrom } from "./problem";
import type { paths } from "./schema";
import { send } from "./transport";

export const client = createClient<paths>({ baseUrl: "/", fetch: send });

/** The body of a good answer; anything else is thrown as an ApiProblem. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemFrom(response.status, error);
  return data as T;
}

/** The header of a write that names the version it saw. */
export const ifMatch = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
