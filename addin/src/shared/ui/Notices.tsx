import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { Button } from "../light/Button";
import { MessageBar, MessageBarActions, MessageBarBody } from "../light/MessageBar";
import { useText } from "../text";
import { words } from "../words";
import styles from "./Notices.module.css";

interface Notice {
  text: string;
  /** Takes the step back; shown as a button while the notice stands. */
  undo?: () => void;
  /** Warning where something did not work although nothing is wrong; success by default. */
  intent?: "success" | "warning";
}

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

/** Says that something worked, with a way back where there is one. */
export const useNotice = (): ((notice: Notice) => void) => useContext(NoticeContext);

const PlaceContext = createContext<(place: HTMLElement | null) => void>(() => undefined);

/** Where notices stand while a drawer is open: outside of it they are covered, and neither keys nor readers reach them. */
export const NoticePlace = () => <div ref={useContext(PlaceContext)} />;

/** One notice at a time at the foot of the page. It stays until closed or replaced when it can be undone: no time limit on a way back. */
export function Notices({ children }: { children: ReactNode }) {
  const t = useText(words);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: Notice) => {
    clearTimeout(timer.current);
    setNotice(next);
    if (!next.undo) timer.current = setTimeout(() => setNotice(null), 8000);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const region = (
    <div className={styles["region"]} role="status" aria-live="polite">
      {notice && (
        <MessageBar intent={notice.intent ?? "success"} className={styles["notice"]}>
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={t.close} onClick={() => setNotice(null)} />}
          >
            {notice.undo && (
              <Button
                onClick={() => {
                  setNotice(null);
                  notice.undo?.();
                }}
              >
                {t.undo}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
  return (
    <NoticeContext.Provider value={show}>
      <PlaceContext.Provider value={setPlace}>{children}</PlaceContext.Provider>
      {place ? createPortal(region, place) : region}
    </NoticeContext.Provider>
  );
}
