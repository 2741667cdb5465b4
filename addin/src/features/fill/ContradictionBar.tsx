import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { getContradictions, settleContradiction, type Contradiction } from "../../api/contradictions";
import { pick, useLanguage, useText } from "../../shared/text";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./fill.module.css";
import { fillText } from "./text";

interface ContradictionBarProps {
  recordId: string;
  version: number;
  /** While something is typed and not saved, the sheet is not corrected behind it. */
  dirty: boolean;
  onCorrected: () => void;
}

/** What this sheet says otherwise than the roster; the roster's value can be taken on the spot, the rest is the secretary's to settle. */
export function ContradictionBar({ recordId, version, dirty, onCorrected }: ContradictionBarProps) {
  const t = useText(fillText);
  const language = useLanguage();
  const found = useLoad(`contradictions ${recordId} ${version}`, (signal) => getContradictions(recordId, signal));
  const correct = useAction(async (item: Contradiction) => {
    found.set(await settleContradiction(item, "roster", null));
    onCorrected();
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <>
      <ProblemBar problem={correct.error} onClose={correct.clear} />
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t.contradictionTitle}</MessageBarTitle>
          {t.contradictionLead}
          <ul className={styles["list"]}>
            {found.data.map((item) => (
              <li key={item.field}>
                {t.contradiction(pick(language, item.label, item.labelEn), item.onSheet, item.inRoster === "" ? t.nothing : item.inRoster)}{" "}
                {item.mayCorrectSheet && (
                  <Button size="small" disabled={correct.busy || dirty} onClick={() => void correct.run(item)}>
                    {t.contradictionTake(item.inRoster)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </>
  );
}
