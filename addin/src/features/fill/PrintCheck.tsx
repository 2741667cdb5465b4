import { useState } from "react";
import type { WordDocument } from "../../office/ports";
import { Button } from "../../shared/light/Button";
import { MessageBar, MessageBarBody } from "../../shared/light/MessageBar";
import { Badge } from "../../shared/light/Texts";
import { useText } from "../../shared/text";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import styles from "./FillPane.module.css";
import { printText } from "./printText";
import { differsFromPlatform, type FillSession } from "./session";

interface PrintCheckProps {
  session: FillSession;
  document: WordDocument;
  /** Notes the print; rejects with the service's problem. */
  onPrinted: (code: string) => Promise<void>;
  /** Told when document or record were read anew. */
  onChanged: () => Promise<void>;
}

type Outcome = "ready" | "differs" | "missing" | "noPlace" | "notUpdated";

/** 打印核对: brings the code in the footers up to date, notes the print, and says why a print would be void. */
export default function PrintCheck({ session, document, onPrinted, onChanged }: PrintCheckProps) {
  const t = useText(printText);
  const [found, setFound] = useState<{ outcome: Outcome; code: string } | null>(null);
  const { contentCode: code, printedCode } = session.current;
  const old = document.printedCodes().filter((each) => each !== code);
  const check = useAction(async () => {
    setFound(null);
    const outcome = await prepare(session, document, onPrinted);
    setFound({ outcome, code: session.current.contentCode });
    await onChanged();
  });
  // What was found holds for the content it was found for.
  const shown = found?.code === code ? found.outcome : null;
  return (
    <section className={styles["section"]} aria-label={t.title}>
      <span className={styles["quiet"]}>{t.lead(code)}</span>
      {printedCode !== "" && (
        <div>
          {printedCode === code ? (
            <Badge color="success" data-printed="yes">
              {t.printed}
            </Badge>
          ) : (
            <MessageBar intent="warning">
              <MessageBarBody>{t.void(printedCode)}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      )}
      {old.length > 0 && shown === null && (
        <MessageBar intent="warning">
          <MessageBarBody>{t.old(old.join("、"))}</MessageBarBody>
        </MessageBar>
      )}
      <div>
        <Button size="small" disabled={check.busy} onClick={() => void check.run()}>
          {t.title}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {shown !== null && (
          <MessageBar intent={shown === "ready" ? "success" : "warning"} data-print={shown}>
            <MessageBarBody>{shown === "ready" ? t.ready(code) : t[shown]}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <ProblemBar problem={check.error} />
    </section>
  );
}

/** Everything is read afresh: a print is checked against what the platform has now. */
async function prepare(session: FillSession, document: WordDocument, onPrinted: (code: string) => Promise<void>): Promise<Outcome> {
  await session.reload();
  const differing = (await session.look()).fields.filter(differsFromPlatform);
  if (differing.some((view) => view.state !== "missing")) return "differs";
  if (differing.length > 0) return "missing";
  if (document.printedCodes().length === 0) return "noPlace";
  const code = session.current.contentCode;
  if (document.printedCodes().some((each) => each !== code)) {
    await document.save(code);
    await document.readFields();
    if (document.printedCodes().some((each) => each !== code)) return "notUpdated";
  }
  await onPrinted(code);
  await session.reload();
  return "ready";
}
