import { expect, type BrowserContext } from "@playwright/test";

export interface RecordView {
  id: string;
  version: number;
  state: string;
  data: Record<string, string>;
}

/** Signs the browser in as a person of the sample district and gives an API client for the same person. */
export async function enter(context: BrowserContext, url: string, personId: string) {
  const call = async (method: string, path: string, body?: unknown, version?: number) => {
    const session = (await (await context.request.get(`${url}/api/session`)).json()) as { antiforgeryToken: string };
    return context.request.fetch(`${url}${path}`, {
      method,
      headers: { "X-CSRF": session.antiforgeryToken, ...(version === undefined ? {} : { "If-Match": `"${version}"` }) },
      ...(body === undefined ? {} : { data: body }),
    });
  };
  expect((await call("POST", "/api/development/sign-in", { personId })).ok()).toBe(true);
  return call;
}

/** A new paper of the person, with its document. */
export async function newPaper(context: BrowserContext, url: string, personId: string, formId = "reflection") {
  const call = await enter(context, url, personId);
  const record = (await (await call("POST", "/api/records", { formId, year: 2024 })).json()) as RecordView;
  const document = await (await call("GET", `/api/records/${record.id}/document?format=docx`)).body();
  return { call, record, document };
}
