import { useCallback, useRef, useState } from "react";
import { ApiProblem } from "../../api/problem";
import { getAttendance, setMarks, type Attendance } from "../../api/training";
import { drafts } from "../../shared/settings";
import { useLoad } from "../../shared/useLoad";
import { reversed, spotKey, type Step } from "./marks";

/** Attendance while it is marked: a mark shows at once, is sent in the background, and can be taken back. */
export function useMarks(schoolId: string, year: number) {
  const attendance = useLoad(`attendance ${schoolId} ${year}`, (signal) => getAttendance(schoolId, year, signal));
  const draftKey = `attendance.${schoolId}.${year}`;
  // Marks that could not be sent outlive a reload of the page.
  const [kept] = useState(() => drafts.read<Step[]>(draftKey) ?? []);
  const [pending, setPending] = useState<ReadonlyMap<string, Step>>(() => new Map(kept.map((step) => [spotKey(step.sessionId, step.personId), step])));
  const [history, setHistory] = useState<readonly (readonly Step[])[]>([]);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [notices, setNotices] = useState<{ message: string; messageEn: string }[]>([]);
  const [unsent, setUnsent] = useState(kept.length > 0);
  const waiting = useRef<Step[]>(kept);
  const sending = useRef(false);

  const markAt = (sessionId: string, personId: string): string => {
    const own = pending.get(spotKey(sessionId, personId));
    return own ? own.after : (attendance.data?.cadres.find((row) => row.personId === personId)?.marks[sessionId] ?? "");
  };

  const { set: put, reload } = attendance;
  const flush = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    let sent: Step[] = [];
    try {
      while (waiting.current.length > 0) {
        const batch = waiting.current;
        sent = batch;
        waiting.current = [];
        // The same cell marked twice goes once: first seen, last mark.
        const cells = new Map<string, Step>();
        for (const step of batch) {
          const key = spotKey(step.sessionId, step.personId);
          cells.set(key, { ...step, before: cells.get(key)?.before ?? step.before });
        }
        const answer = await setMarks(schoolId, year, [...cells.values()].map(({ sessionId, personId, before, after }) => ({ sessionId, personId, mark: after, seen: before })));
        drafts.remove(draftKey);
        setUnsent(false);
        put(answer.attendance);
        setNotices(answer.notices);
        const later = new Set(waiting.current.map((step) => spotKey(step.sessionId, step.personId)));
        setPending((old) => new Map([...old].filter(([key]) => later.has(key) || !cells.has(key))));
      }
    } catch (reason) {
      if (reason instanceof ApiProblem && (reason.status === 0 || reason.status >= 500)) {
        // The service could not be reached: the marks stay on the screen and wait.
        waiting.current = [...sent, ...waiting.current];
        drafts.write(draftKey, waiting.current);
        setUnsent(true);
        setProblem(reason);
        return;
      }
      drafts.remove(draftKey);
      setUnsent(false);
      // Nothing of the batch was taken: show what the service has, and say why.
      waiting.current = [];
      setPending(new Map());
      setHistory([]);
      setProblem(reason);
      reload();
    } finally {
      sending.current = false;
    }
  }, [schoolId, year, draftKey, put, reload]);

  const apply = (steps: readonly Step[]) => {
    if (steps.length === 0) return;
    setProblem(undefined);
    setPending((old) => new Map([...old, ...steps.map((step) => [spotKey(step.sessionId, step.personId), step] as const)]));
    waiting.current.push(...steps);
    void flush();
  };

  return {
    attendance,
    markAt,
    problem,
    notices,
    clearProblem: () => setProblem(undefined),
    /** Sends the marks that wait for the service; undefined while none do. */
    retry: unsent
      ? () => {
          setProblem(undefined);
          void flush();
        }
      : undefined,
    saving: pending.size > 0,
    canUndo: history.length > 0,
    /** One act: one mark, or a whole column; undone as one. */
    mark: (steps: readonly Step[]) => {
      const real = steps.filter((step) => step.before !== step.after);
      if (real.length === 0) return;
      setHistory((old) => [...old.slice(-99), real]);
      apply(real);
    },
    undo: () => {
      const last = history[history.length - 1];
      if (!last) return;
      setHistory((old) => old.slice(0, -1));
      apply(reversed(last));
    },
  };
}

export type Marks = ReturnType<typeof useMarks>;
export type { Attendance };
