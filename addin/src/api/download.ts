import { failure, send } from "./transport";

/** The file name in a Content-Disposition header; the extended form (RFC 5987) carries Chinese. */
export function fileNameOf(header: string | null, fallback: string): string {
  const extended = /filename\*=(?:UTF-8|utf-8)''([^;]+)/.exec(header ?? "")?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/.exec(header ?? "")?.[1] ?? fallback;
}

/** Fetches a file as base64, for a host that opens it itself. */
export async function fetchBase64(address: string): Promise<string> {
  const response = await send(new Request(address));
  if (!response.ok) throw await failure(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}

/** Fetches a file and hands it to the browser. A refusal becomes a message, not a file full of JSON. */
export async function download(address: string, fallbackName: string, method: "GET" | "POST" = "GET"): Promise<string> {
  const response = await send(new Request(address, { method }));
  if (!response.ok) throw await failure(response);
  const name = fileNameOf(response.headers.get("Content-Disposition"), fallbackName);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  // The browser reads the address after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
