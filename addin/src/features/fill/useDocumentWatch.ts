import { useEffect } from "react";
import type { WordDocument } from "../../office/ports";

/** Shortest pause between two reads; a slow host gets more, so that a long form does not keep it busy. */
const pauseMs = 300;
const pausePerRead = 4;

/** Reads now, once more when the document is listened to, and again after every hint that the document may have changed. Never two at a time; a hint during a read brings one more after it. */
export function useDocumentWatch(document: WordDocument, read: () => Promise<unknown>): void {
  useEffect(() => {
    let gone = false;
    let busy = false;
    let again = false;
    let stop = () => {};
    const look = async () => {
      if (gone) return;
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      again = false;
      const started = performance.now();
      // A host that refuses one read is asked again at the next hint.
      await read().catch(() => undefined);
      await new Promise((next) => setTimeout(next, Math.max(pauseMs, (performance.now() - started) * pausePerRead)));
      busy = false;
      if (again) void look();
    };
    const hint = () => void look();
    hint();
    void document
      .onDirty(hint)
      .then((end) => {
        if (gone) return end();
        stop = end;
        // What was typed before anything listened raised no hint.
        hint();
      })
      .catch(() => undefined);
    addEventListener("focus", hint);
    return () => {
      gone = true;
      stop();
      removeEventListener("focus", hint);
    };
  }, [document, read]);
}
