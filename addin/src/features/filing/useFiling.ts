import { useEffect, useRef, useState } from "react";
import { watchFiling, type Filing } from "../../api/filing";

/** Follows a running filing; begins again after a lost connection, because the work goes on without the watcher. */
export function useFiling(filing: Filing | undefined, onEnd: () => void): Filing | undefined {
  const [live, setLive] = useState<Filing | undefined>(undefined);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });

  const watched = filing?.state === "running" ? filing.id : null;
  useEffect(() => {
    if (watched === null) return;
    const abort = new AbortController();
    const follow = async () => {
      while (!abort.signal.aborted) {
        try {
          for await (const next of watchFiling(watched, abort.signal)) {
            setLive(next);
            if (next.state !== "running") {
              end.current();
              return;
            }
          }
        } catch {
          // The line was lost or the service is restarting: look again in a moment.
        }
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
    };
    void follow();
    return () => {
      abort.abort();
      // What was seen last is old news when the same filing runs again.
      setLive(undefined);
    };
  }, [watched]);

  return live && live.id === filing?.id && filing.state === "running" ? live : filing;
}
