import { useEffect, useState } from "react";
import type { DocumentIdentity, WordDocument } from "../../office/ports";
import { formatMoment } from "../../shared/format";
import { Button } from "../../shared/light/Button";
import { MessageBar, MessageBarBody } from "../../shared/light/MessageBar";
import { Title3 } from "../../shared/light/Texts";
import { useLanguage, useText } from "../../shared/text";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import styles from "./FillPane.module.css";
import type { UnsentStore } from "./kept";
import { keepOffline } from "./offlineKeep";
import { paneText } from "./paneText";

interface OfflinePaneProps {
  document: WordDocument;
  identity: DocumentIdentity;
  store: UnsentStore;
  /** Tries the service again. */
  onRetry: () => void;
}

/** How often the service is asked whether it is back, besides the browser's own word. */
const retryMs = 15_000;

/** The document is a form, but the service cannot be reached: what is written can be kept until it is back. */
export default function OfflinePane({ document, identity, store, onRetry }: OfflinePaneProps) {
  const t = useText(paneText);
  const language = useLanguage();
  const [kept, setKept] = useState<{ count: number; at: string } | null>(null);
  const keep = useAction(async () => {
    const at = new Date().toISOString();
    setKept({ count: await keepOffline(document, store, identity, at), at });
  });

  useEffect(() => {
    addEventListener("online", onRetry);
    const timer = setInterval(onRetry, retryMs);
    return () => {
      removeEventListener("online", onRetry);
      clearInterval(timer);
    };
  }, [onRetry]);

  return (
    <div className={styles["pane"]} data-offline>
      <header className={styles["head"]}>
        <Title3 as="h1">{t.offlineTitle}</Title3>
        <span className={styles["quiet"]}>{t.formOf(identity.form, identity.record)}</span>
      </header>
      <span>{t.offlineLead}</span>
      <ProblemBar problem={keep.error} onClose={keep.clear} />
      <div role="status" aria-live="polite">
        {kept && (
          <MessageBar intent="warning">
            <MessageBarBody>{kept.count === 0 ? t.nothingToKeep : t.keptHere(kept.count, formatMoment(kept.at, language))}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles["actions"]}>
        <Button appearance="primary" disabled={keep.busy} onClick={() => void keep.run()}>
          {t.keepHere}
        </Button>
        <Button onClick={onRetry}>{t.tryAgain}</Button>
      </div>
    </div>
  );
}
