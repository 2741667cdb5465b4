import { useCallback, useEffect, useRef, useState } from "react";

export interface Loaded<T> {
  /** The last good answer; kept while a newer one is on its way. */
  data: T | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
  /** Puts an answer that a write already brought, without asking again. */
  set: (data: T) => void;
}

/** Loads when `key` changes; a null key waits. Answers to older questions are dropped. */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; data?: T; error?: unknown; loading: boolean }>({ key: null, loading: true });
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    setState((old) => ({ key, loading: true, ...(old.key === key ? { data: old.data } : {}) }));
    latest.current(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ key, data, loading: false });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState((old) => ({ key, data: old.data, error, loading: false }));
      },
    );
    return () => abort.abort();
  }, [key, turn]);

  const reload = useCallback(() => setTurn((old) => old + 1), []);
  const set = useCallback((data: T) => setState((old) => ({ ...old, data, error: undefined, loading: false })), []);
  const current = state.key === key;
  return { data: current ? state.data : undefined, error: current ? state.error : undefined, loading: current ? state.loading : key !== null, reload, set };
}
