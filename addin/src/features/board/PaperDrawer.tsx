import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer, Text } from "@fluentui/react-components";
import { ArrowNextRegular, DismissRegular, DocumentAddRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import type { BoardCell } from "../../api/board";
import { href } from "../../shared/router";
import { useText } from "../../shared/text";
import { NoticePlace } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./board.module.css";
import type { Spot } from "./select";
import { boardText } from "./text";

interface PaperDrawerProps {
  title: string;
  spot: Spot | null;
  cell: Pick<BoardCell, "state" | "recordId" | "count"> | undefined;
  mayStart: boolean;
  renderPaper: (recordId: string) => ReactNode;
  onStart: (spot: Spot) => Promise<void>;
  onNext?: () => void;
  onClose: () => void;
}

/** One cell of the board opened: its paper, or the offer to begin it. */
export function PaperDrawer({ title, spot, cell, mayStart, renderPaper, onStart, onNext, onClose }: PaperDrawerProps) {
  const t = useText(boardText);
  const common = useText(words);
  const start = useAction(onStart);
  const close = useRef<HTMLButtonElement>(null);
  const state = cell?.state;
  // A step takes its own button away and the focus with it; without a focus inside, Escape would not reach the drawer.
  useEffect(() => {
    if (spot && document.activeElement === document.body) close.current?.focus();
  }, [spot, state]);
  return (
    <OverlayDrawer position="end" size="large" className={styles["drawer"]} open={spot !== null} onOpenChange={(_, data) => !data.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle heading={{ as: "h2" }} action={<Button ref={close} appearance="subtle" aria-label={common.close} icon={<DismissRegular />} onClick={onClose} />}>
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <NoticePlace />
        {spot && cell?.recordId ? (
          <div className={styles["stack"]}>
            <div className={styles["links"]}>
              <a href={href(["paper", cell.recordId])}>{t.full}</a>
              {onNext && (
                <Button size="small" icon={<ArrowNextRegular />} onClick={onNext}>
                  {t.nextOpen}
                </Button>
              )}
            </div>
            {renderPaper(cell.recordId)}
          </div>
        ) : (
          spot && (
            <div className={styles["stack"]}>
              <Text weight="semibold">{t.missingTitle}</Text>
              <ProblemBar problem={start.error} onClose={start.clear} />
              {mayStart && (
                <>
                  <Text>{t.missingLead(spot.name)}</Text>
                  <div>
                    <Button icon={<DocumentAddRegular />} disabled={start.busy} onClick={() => void start.run(spot)}>
                      {t.startFor}
                    </Button>
                  </div>
                </>
              )}
            </div>
          )
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}
