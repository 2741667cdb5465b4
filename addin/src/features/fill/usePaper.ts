import { useEffect, useMemo, useRef, useState } from "react";
import { ApiProblem } from "../../api/problem";
import { getRecord, saveRecord, type Difference, type RecordView } from "../../api/records";
import { getScheme, type Form, type Scheme } from "../../api/scheme";
import { drafts } from "../../shared/settings";
import { useLoad } from "../../shared/useLoad";
import { merge, type Side } from "./ConflictView";
import { fromData, sameValues, toData, type FormValues } from "./values";

export interface OpenPaper {
  record: RecordView;
  form: Form;
  scheme: Scheme;
}

export async function openPaper(id: string, signal?: AbortSignal): Promise<OpenPaper> {
  const record = await getRecord(id, signal);
  const scheme = await getScheme(record.year);
  const form = scheme.forms.find((each) => each.id === record.formId);
  if (!form) throw new Error(`The scheme has no form ${record.formId}.`);
  return { record, form, scheme };
}

interface Conflict {
  version: number;
  differences: readonly Difference[];
}

/** The places a refusal of the service names, by the id of their boxes. */
export function faultsOf(problem: unknown, message: (item: { message: string; messageEn: string }) => string): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  if (problem instanceof ApiProblem) {
    for (const item of problem.items) {
      if (!item.field) continue;
      const [section, key] = item.field.split(".", 2);
      faults.set(key && item.row ? `${section}.${item.row}.${key}` : item.field, message(item));
    }
  }
  return faults;
}

/** A paper being edited: what is stored, what is typed, and how the two come together again. */
export function usePaper(id: string) {
  const opened = useLoad(`paper ${id}`, (signal) => openPaper(id, signal));
  const [edited, setEdited] = useState<FormValues | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [kept, setKept] = useState(() => drafts.read<FormValues>(`paper.${id}`));

  const paper = opened.data;
  const base = useMemo(() => (paper ? fromData(paper.record.data, paper.form) : null), [paper]);
  const values = edited ?? base;
  const dirty = edited !== null && base !== null && !sameValues(edited, base);
  const draft = kept !== null && base !== null && edited === null && !sameValues(kept, base) ? kept : null;

  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => drafts.write(`paper.${id}`, edited), 400);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => {
      clearTimeout(timer);
      removeEventListener("beforeunload", warn);
    };
  }, [dirty, edited, id]);

  // A save that answers after more was typed must not throw the newer text away.
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);

  const take = (record: RecordView, sent?: FormValues) => {
    if (!paper) return;
    opened.set({ ...paper, record });
    setConflict(null);
    if (sent === undefined || (latest.current && sameValues(latest.current, sent))) {
      setEdited(null);
      setKept(null);
      drafts.remove(`paper.${id}`);
    }
  };

  const save = async (sent: FormValues, version: number, reviewed?: readonly string[]): Promise<RecordView> => {
    try {
      const record = await saveRecord(id, version, toData(sent), reviewed);
      take(record, sent);
      return record;
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.status === 412 && Array.isArray(reason.more["differences"])) {
        setConflict({ version: Number(reason.more["currentVersion"]), differences: reason.more["differences"] as Difference[] });
      }
      throw reason;
    }
  };

  return {
    opened,
    base,
    values,
    dirty,
    draft,
    conflict,
    change: (update: (old: FormValues) => FormValues) => setEdited((old) => (old ?? base ? update((old ?? base) as FormValues) : old)),
    restoreDraft: () => {
      setEdited(draft);
      setKept(null);
    },
    dropDraft: () => {
      drafts.remove(`paper.${id}`);
      setKept(null);
    },
    take,
    save: () => {
      if (!values || !paper) throw new Error("Nothing is open.");
      return dirty ? save(values, paper.record.version) : Promise.resolve(paper.record);
    },
    /** Saves, and takes the marks of last year's text off this field. */
    review: (key: string) => {
      if (!values || !paper) throw new Error("Nothing is open.");
      return save(values, paper.record.version, [key]);
    },
    resolve: async (choices: ReadonlyMap<string, Side>) => {
      if (!values || !conflict) return;
      const merged = merge(values, conflict.differences, choices);
      setEdited(merged);
      latest.current = merged;
      await save(merged, conflict.version);
    },
  };
}
