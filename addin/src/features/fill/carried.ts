import type { RecordView } from "../../api/records";
import type { FormValues } from "./values";

/** What still stands as it came from last year, in the text as it is being typed. */
export function untouched(carried: RecordView["carried"], values: FormValues): ReadonlyMap<string, readonly string[]> {
  const left = new Map<string, readonly string[]>();
  for (const { key, paragraphs } of carried) {
    const lines = new Set((values.fields[key] ?? "").split("\n"));
    const same = paragraphs.filter((paragraph) => lines.has(paragraph));
    if (same.length > 0) left.set(key, same);
  }
  return left;
}

export const countOf = (carried: ReadonlyMap<string, readonly string[]>): number => [...carried.values()].reduce((sum, paragraphs) => sum + paragraphs.length, 0);
