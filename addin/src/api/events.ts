import { failure, send } from "./transport";

/** Splits a stream of text into the data of server-sent events (WHATWG HTML, 9.2). Returns the events and the unfinished rest. */
export function splitEvents(text: string): { events: string[]; rest: string } {
  const blocks = text.replace(/\r\n?/g, "\n").split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks
    .map((block) => block.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, "")).join("\n"))
    .filter((data) => data !== "");
  return { events, rest };
}

/** Server-sent events by fetch, so that the pane's bearer token works too. Ends with the stream or the signal. */
export async function* listen<T>(address: string, signal: AbortSignal): AsyncGenerator<T> {
  const response = await send(new Request(address, { signal, headers: { Accept: "text/event-stream" } }));
  if (!response.ok || response.body === null) throw await failure(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { events, rest } = splitEvents(buffer + value);
    buffer = rest;
    for (const event of events) yield JSON.parse(event) as T;
  }
}
