import { ApiProblem } from "../../api/problem";
import { getTexts, putTexts, type TextRecord } from "../../api/texts";
import { OfflineError, type PaneRecord, type RecordSource, type TextProblem, type Unsent, type UnsentStore } from "./session";

const paneRecord = (record: TextRecord): PaneRecord => ({ ...record, state: record.state });

const offline = (reason: unknown): unknown => (reason instanceof ApiProblem && reason.status === 0 ? new OfflineError(reason.title) : reason);

/** The record behind the document, from the service. */
export const serviceRecords: RecordSource = {
  load: async (id) => paneRecord(await getTexts(id)),
  async push(id, version, texts) {
    try {
      const written = await putTexts(id, version, [...texts]);
      switch (written.kind) {
        case "saved":
          return { kind: "saved", record: paneRecord(written.record) };
        case "conflict":
          return { kind: "conflict", record: paneRecord(written.record), conflicts: written.conflicts };
        case "refused":
          return {
            kind: "refused",
            problems: written.problem.items.map<TextProblem>((item) => ({ tag: item.field ?? null, occurrence: (item.row ?? 1) - 1, message: item.message, messageEn: item.messageEn })),
          };
      }
    } catch (reason) {
      throw offline(reason);
    }
  },
};

/** Unsent saves in the pane's own storage, apart for each host (Office partitions it). */
export function unsentStore(partition: string): UnsentStore {
  const key = (recordId: string) => `${partition}cadredocs.unsent.${recordId}`;
  return {
    get(recordId) {
      try {
        const text = localStorage.getItem(key(recordId));
        return text === null ? null : (JSON.parse(text) as Unsent);
      } catch {
        return null;
      }
    },
    set(recordId, unsent) {
      try {
        if (unsent) localStorage.setItem(key(recordId), JSON.stringify(unsent));
        else localStorage.removeItem(key(recordId));
      } catch {
        // Storage refused: the document itself still holds what was typed.
      }
    },
  };
}
