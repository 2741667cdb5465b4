import { useCallback } from "react";
import { lastAct, undoAct } from "../api/acts";
import { ApiProblem } from "../api/problem";
import { pick, useLanguage, useText } from "./text";
import { useNotice } from "./ui/Notices";
import { words } from "./words";

/**
 * The way back of the write that was just made: what the notice's 撤销 does, or undefined where the service offers none.
 * Ask right after the write; `after` follows a taking back, to show what stands there now.
 */
export function useUndo(): (after: () => void) => (() => void) | undefined {
  const t = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  return useCallback(
    (after: () => void) => {
      const act = lastAct();
      if (act === null) return undefined;
      return () => {
        undoAct(act).then(
          () => {
            notify({ text: t.undone });
            after();
          },
          (reason: unknown) => {
            const text = reason instanceof ApiProblem ? [pick(language, reason.title, reason.titleEn), pick(language, reason.detail, reason.detailEn)].filter(Boolean).join(" ") : t.unexpected;
            notify({ text, intent: "warning" });
          },
        );
      };
    },
    [language, notify, t],
  );
}
