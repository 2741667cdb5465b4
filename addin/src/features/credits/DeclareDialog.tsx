import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { CreditRow, EditCredit } from "../../api/credits";
import { ApiProblem } from "../../api/problem";
import { formatCredit } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeTextarea } from "../../shared/ui/ImeInput";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./credits.module.css";
import { withDeclared } from "./edit";
import { creditsText } from "./text";

interface DeclareProps {
  row: CreditRow;
  onSave: (row: CreditRow, body: EditCredit) => Promise<void>;
  onClose: () => void;
}

/** What the school declares for one cadre: as computed, nothing, or the year's credit over gaps with a reason. */
export function DeclareDialog({ row, onSave, onClose }: DeclareProps) {
  const t = useText(creditsText);
  const common = useText(words);
  const language = useLanguage();
  const [choice, setChoice] = useState(row.declared === null ? "follow" : String(row.declared));
  const [reason, setReason] = useState(row.declaredReason ?? "");
  const save = useAction(async () => {
    await onSave(row, withDeclared(row, choice === "follow" ? null : Number(choice), reason));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.declareTitle(row.name)}</DialogTitle>
          <DialogContent>
            <div className={styles["stack"]}>
              <ProblemBar problem={save.error} />
              {save.error instanceof ApiProblem && save.error.status === 412 && <p>{t.stale}</p>}
              {row.gaps.length > 0 && (
                <p>
                  {t.gaps}: {row.gaps.map((gap) => t.gap(pick(language, gap.label, gap.labelEn), gap.missing)).join("、")}
                </p>
              )}
              <RadioGroup aria-label={t.declared} value={choice} onChange={(_, data) => setChoice(data.value)}>
                <Radio value="follow" label={t.follow(formatCredit(row.proposed))} />
                <Radio value="2" label={t.full} />
                <Radio value="0" label={t.none} />
              </RadioGroup>
              <Field label={t.declaredReason}>
                <ImeTextarea value={reason} onText={setReason} rows={3} resize="vertical" />
              </Field>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={save.busy} onClick={() => void save.run()}>
              {common.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
