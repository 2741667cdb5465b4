import { useEffect, useState, type ReactNode } from "react";
import { Spinner } from "../light/Texts";
import { useText } from "../text";
import type { Loaded } from "../useLoad";
import { words } from "../words";
import { ProblemBar } from "./ProblemBar";

/** True once half a second has passed: shorter waits show nothing. */
export function useLate(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), 500);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);
  return active && late;
}

export function Waiting({ label, active = true }: { label?: string; active?: boolean }) {
  const t = useText(words);
  const late = useLate(active);
  return <div role="status">{late && <Spinner label={label ?? t.loading} />}</div>;
}

/** Shows what was loaded, or why it was not and how to try again. An older answer stays while a newer one is fetched. */
export function Load<T>({ from, children }: { from: Loaded<T>; children: (data: T) => ReactNode }) {
  return (
    <>
      <ProblemBar problem={from.error} onRetry={from.reload} />
      {from.data === undefined ? from.loading && <Waiting /> : children(from.data)}
    </>
  );
}
