import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { settleContradiction, type Contradiction, type Settled } from "../../api/contradictions";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import { contradictionText } from "./contradictionText";

interface SettleProps {
  item: Contradiction;
  title: string;
  onClose: () => void;
  onSettled: () => void;
}

/** Chooses which statement is right, with the day on which a value began. */
export function SettleDialog({ item, title, onClose, onSettled }: SettleProps) {
  const t = useText(contradictionText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [right, setRight] = useState<Settled | "">("");
  const [from, setFrom] = useState("");
  const needsDay = item.dated && (right === "sheet" || right === "both");
  const settle = useAction(async () => {
    if (right === "") return;
    await settleContradiction(item, right, needsDay ? from : null);
    notify({ text: right === "roster" ? t.sheetCorrected(item.onSheet, item.inRoster) : t.rosterChanged(item.personName), undo: undo(onSettled) });
    onSettled();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.settleTitle(item.personName, pick(language, item.label, item.labelEn))}</DialogTitle>
          <DialogContent>
            <ProblemBar problem={settle.error} />
            <p>{t.settleLead(title, formatDay(item.day, language), item.onSheet, item.inRoster === "" ? t.nothing : item.inRoster)}</p>
            <Field label={t.which} required>
              <RadioGroup value={right} onChange={(_, data) => setRight(data.value as Settled)}>
                {item.mayCorrectSheet && <Radio value="roster" label={t.rosterRight(item.inRoster)} />}
                {item.mayChangeRoster && <Radio value="sheet" label={t.sheetRight(item.onSheet)} />}
                {item.mayChangeRoster && item.dated && item.inRoster !== "" && <Radio value="both" label={t.bothRight(item.onSheet, item.inRoster)} />}
              </RadioGroup>
            </Field>
            {needsDay && (
              <Field label={right === "sheet" ? t.fromSheet(item.onSheet) : t.fromRoster(item.inRoster)} required>
                <Input type="date" value={from} onChange={(_, data) => setFrom(data.value)} />
              </Field>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={settle.busy || right === "" || (needsDay && from === "")} onClick={() => void settle.run()}>
              {common.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
