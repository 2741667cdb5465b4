import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, MessageBar, MessageBarBody, Select } from "@fluentui/react-components";
import { useState } from "react";
import { ApiProblem } from "../../api/problem";
import { saveTraining, type OtherTraining } from "../../api/trainings";
import { normaliseDigits } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import styles from "./ledger.module.css";
import { ledgerText } from "./text";

// The note of 表12 names these three and nothing else.
const levels = ["国家级", "市级", "区级"];

interface TrainingDialogProps {
  personId: string;
  training: OtherTraining | null;
  onClose: () => void;
  onSaved: () => void;
}

/** One other training; a twin of the same name and days is asked about, not refused. */
export function TrainingDialog({ personId, training, onClose, onSaved }: TrainingDialogProps) {
  const t = useText(ledgerText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [values, setValues] = useState({
    name: training?.name ?? "",
    level: training?.level ?? "区级",
    from: training?.from ?? "",
    to: training?.to ?? "",
    issuer: training?.issuer ?? "",
    credit: training ? String(training.credit) : "",
  });
  const save = useAction(async (keepDuplicate: boolean) => {
    await saveTraining(personId, training, { ...values, name: values.name.trim(), credit: Number(normaliseDigits(values.credit)) || 0, keepDuplicate });
    notify({ text: t.trainingSaved(values.name.trim()), undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  const twin = save.error instanceof ApiProblem && save.error.code === "training-duplicate";
  const faultOf = (key: string) => {
    const item = save.error instanceof ApiProblem ? save.error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  const put = (key: keyof typeof values) => (text: string) => setValues((old) => ({ ...old, [key]: text }));
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{training ? t.trainingEditTitle : t.trainingAdd}</DialogTitle>
          <DialogContent>
            {twin ? (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{t.trainingTwin}</MessageBarBody>
              </MessageBar>
            ) : (
              <ProblemBar problem={save.error} />
            )}
            <div className={styles["dialog"]}>
              <Field label={t.course} required validationMessage={faultOf("name")}>
                <ImeInput value={values.name} onText={put("name")} />
              </Field>
              <Field label={t.level} required validationMessage={faultOf("level")}>
                <Select value={values.level} onChange={(_, data) => put("level")(data.value)}>
                  {levels.map((level) => (
                    <option key={level}>{level}</option>
                  ))}
                </Select>
              </Field>
              <Field label={t.from} required hint={t.dayHint} validationMessage={faultOf("from")}>
                <ImeInput value={values.from} onText={put("from")} placeholder="2024-03-05" />
              </Field>
              <Field label={t.to} required hint={t.dayHint}>
                <ImeInput value={values.to} onText={put("to")} placeholder="2024-06" />
              </Field>
              <Field label={t.issuer}>
                <ImeInput value={values.issuer} onText={put("issuer")} />
              </Field>
              <Field label={t.credit} required validationMessage={faultOf("credit")}>
                <ImeInput value={values.credit} onText={put("credit")} inputMode="decimal" />
              </Field>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            {twin && (
              <Button disabled={save.busy} onClick={() => void save.run(true)}>
                {t.trainingKeepBoth}
              </Button>
            )}
            <Button appearance="primary" disabled={save.busy} onClick={() => void save.run(false)}>
              {common.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
