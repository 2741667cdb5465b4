import { failure, send } from "./transport";

/** Sends a file with further form fields. Fields without a value are left out. */
export async function upload<T>(address: string, file: File, fields: Record<string, string | undefined> = {}): Promise<T> {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(name, value);
  }
  const response = await send(new Request(address, { method: "POST", body: form }));
  if (!response.ok) throw await failure(response);
  return (await response.json()) as T;
}

/** An address with its query; undefined values are left out. */
export function address(path: string, query: Record<string, string | number | boolean | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
