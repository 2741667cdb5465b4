import { ApiProblem } from "../../api/problem";
import { getTexts, putTexts, type TextRecord } from "../../api/texts";
import type { Unsent, UnsentStore } from "./kept";
import { OfflineError, type PaneRecord, type RecordSource, type TextProblem } from "./paneRecord";

const paneRecord = (record: TextRecord): PaneRecord => ({ ...record, state: record.state });

const offline = (reason: unknown): unknown => (reason instanceof ApiProblem && reason.status === 0 ? new OfflineError(reason.title) : reason);

/** The service's faults by place. */
export const textProblems = (problem: ApiProblem): TextProblem[] =>
  problem.items.map((item) => ({ tag: item.field ?? null, occurrence: (item.row ?? 1) - 1, message: item.message, messageEn: item.messageEn }));

/** The record behind the document, from the service. */
export const serviceRecords: RecordSource = {
  async load(id, code) {
    try {
      return paneRecord(await getTexts(id, code));
    } catch (reason) {
      throw offline(reason);
    }
  },
  async push(id, seen, texts) {
    try {
      const written = await putTexts(id, seen.version, seen.code, [...texts]);
      return written.kind === "refused" ? { kind: "refused", problems: textProblems(written.problem) } : { kind: written.kind, record: paneRecord(written.record) };
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
        return text === null ? null : whole(JSON.parse(text) as Unsent);
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

/** What an earlier pane kept has neither labels nor times for each text. */
const whole = (unsent: Unsent): Unsent => ({ at: unsent.at, texts: unsent.texts.map((text) => ({ ...text, label: text.label ?? text.tag, at: text.at ?? unsent.at })) });
