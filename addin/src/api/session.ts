import { answer, client } from "./client";
import type { components } from "./schema";
import { setAntiforgeryToken } from "./transport";

export type Session = components["schemas"]["Session"];
export type SessionRole = components["schemas"]["SessionRole"];
export type DevelopmentPerson = components["schemas"]["DevelopmentPerson"];

export async function getSession(): Promise<Session> {
  const session = await answer(client.GET("/api/session"));
  setAntiforgeryToken(session.antiforgeryToken);
  return session;
}

export const listDevelopmentPeople = (): Promise<DevelopmentPerson[]> => answer(client.GET("/api/development/people"));

/** Signs in by choosing a person; the new session comes with a new antiforgery token. */
export async function signInForDevelopment(personId: string): Promise<Session> {
  await answer(client.POST("/api/development/sign-in", { body: { personId } }));
  return getSession();
}

/** Ends the session here; where the provider has a session of its own, the browser leaves for the address that ends it. */
export async function signOut(): Promise<Session> {
  const { next } = await answer(client.POST("/api/sign-out"));
  if (next) location.assign(next);
  return getSession();
}

/** The address that begins the sign-in at the district's identity provider. */
export const signInAddress = (returnTo: string): string => `/sign-in?returnUrl=${encodeURIComponent(returnTo)}`;
