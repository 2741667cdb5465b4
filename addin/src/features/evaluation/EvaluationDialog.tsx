import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState } from "react";
import { setEvaluation, type Evaluations, type SchoolEvaluation } from "../../api/evaluation";
import { ApiProblem } from "../../api/problem";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeTextarea } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./evaluation.module.css";
import { shareText } from "./numbers";
import { evaluationText } from "./text";

interface DialogProps {
  year: number;
  grades: Evaluations["grades"];
  school: SchoolEvaluation;
  onReload: () => void;
  onClose: () => void;
}

export function EvaluationDialog({ year, grades, school, onReload, onClose }: DialogProps) {
  const t = useText(evaluationText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const { school: facts } = school.facts;
  const [grade, setGrade] = useState(school.evaluation?.grade ?? "");
  const [comment, setComment] = useState(school.evaluation?.comment ?? "");
  const save = useAction(async () => {
    try {
      await setEvaluation(facts.schoolId, year, school.evaluation?.version ?? 0, grade, comment);
      notify({ text: t.saved(facts.schoolName) });
      onClose();
    } finally {
      onReload();
    }
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.dialog(facts.schoolName, year)}</DialogTitle>
          <DialogContent>
            <div className={styles["section"]}>
              <ProblemBar problem={save.error} />
              {save.error instanceof ApiProblem && save.error.status === 412 && <Text>{t.stale}</Text>}
              <Text>
                {t.share} {shareText(facts)} · {t.credits} {facts.recognised}/{facts.cadres} · {t.sessions} {school.facts.sessionsHeld}/{school.facts.sessionsPlanned}
              </Text>
              <Field label={t.grade} required>
                <RadioGroup layout="horizontal" value={grade} onChange={(_, data) => setGrade(data.value)}>
                  {grades.map((each) => (
                    <Radio key={each.key} value={each.key} label={pick(language, each.label, each.labelEn)} />
                  ))}
                </RadioGroup>
              </Field>
              <Field label={t.comment}>
                <ImeTextarea value={comment} onText={setComment} rows={5} resize="vertical" />
              </Field>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={save.busy || grade === ""} onClick={() => void save.run()}>
              {common.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
