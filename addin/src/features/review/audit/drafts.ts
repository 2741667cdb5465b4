import type { Opinion } from "./session";

/** What was typed and not saved, by row key. */
export type Drafts = Readonly<Record<string, Opinion>>;

export interface DraftStore {
  get(year: number): Drafts;
  set(year: number, drafts: Drafts): void;
}

/** In the pane's own storage, apart for each host (Office partitions it): opinions only, by row key. */
export function draftStore(partition: string, personId: string): DraftStore {
  const name = (year: number) => `${partition}cadredocs.opinions.${personId}.${year}`;
  return {
    get(year) {
      try {
        return JSON.parse(localStorage.getItem(name(year)) ?? "{}") as Drafts;
      } catch {
        return {};
      }
    },
    set(year, drafts) {
      try {
        if (Object.keys(drafts).length === 0) localStorage.removeItem(name(year));
        else localStorage.setItem(name(year), JSON.stringify(drafts));
      } catch {
        // Storage refused: the workbook itself still holds what was typed.
      }
    },
  };
}
