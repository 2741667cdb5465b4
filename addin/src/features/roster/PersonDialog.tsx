import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { ApiProblem } from "../../api/problem";
import { addCadre, editPerson, type Cadre, type EditPerson } from "../../api/roster";
import { formatDay, normaliseDigits } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import styles from "./roster.module.css";
import { fieldLabel, personFields, rosterText, type PersonField } from "./text";

interface PersonDialogProps {
  schoolId: string;
  year: number;
  /** Null to add somebody new. */
  cadre: Cadre | null;
  onClose: () => void;
  onSaved: () => void;
  /** The platform number is somebody's whom the roster knows: take them over or bring them back. */
  onTransfer: (wanted: { query: string; post: string }) => void;
}

const months: readonly PersonField[] = ["birthMonth", "teachingSince"];

/** Only what was changed is sent; the rest stays as it is. */
export function changedFields(cadre: Cadre | null, values: Record<PersonField, string>): Partial<Record<PersonField, string>> {
  return Object.fromEntries(personFields.filter((key) => values[key].trim() !== (cadre?.[key] ?? "")).map((key) => [key, values[key].trim()]));
}

export function PersonDialog({ schoolId, year, cadre, onClose, onSaved, onTransfer }: PersonDialogProps) {
  const t = useText(rosterText);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [values, setValues] = useState(() => Object.fromEntries(personFields.map((key) => [key, cadre?.[key] ?? ""])) as Record<PersonField, string>);
  const [from, setFrom] = useState(cadre ? "" : `${year}-01-01`);
  const [correction, setCorrection] = useState(false);
  const save = useAction(async () => {
    const body: EditPerson = { ...changedFields(cadre, values), ...(from === "" ? {} : { from }), ...(cadre ? { schoolId, correction } : {}) };
    const saved = cadre ? await editPerson(cadre.personId, cadre.version, body) : await addCadre(schoolId, body);
    notify({ text: cadre ? t.savedNotice(saved.name) : t.addedNotice(saved.name), undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  const faultOf = (key: string) => {
    const item = save.error instanceof ApiProblem ? save.error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  return (
    <FormDialog title={cadre ? t.editTitle(cadre.name) : t.addTitle} save={save} incomplete={!cadre && from === ""} onClose={onClose}>
      {save.error instanceof ApiProblem && save.error.code === "platform-no-taken" && (
        <Button onClick={() => onTransfer({ query: values.platformNo.trim(), post: values.post })}>{t.transfer}</Button>
      )}
      <div className={styles["fields"]}>
        {personFields.map((key) => (
          <Field key={key} label={fieldLabel(key, t)} required={key === "name" || key === "post"} validationMessage={faultOf(key)}>
            <ImeInput
              value={values[key]}
              placeholder={months.includes(key) ? "1978-06" : undefined}
              onText={(text) => setValues((old) => ({ ...old, [key]: text }))}
              onBlur={() => months.includes(key) && setValues((old) => ({ ...old, [key]: normaliseDigits(old[key]).replace(/^(\d{4})[.年/](\d{1,2})月?$/, (_, year: string, month: string) => `${year}-${month.padStart(2, "0")}`) }))}
            />
          </Field>
        ))}
        <Field label={cadre ? t.since : t.firstDay} required={!cadre} validationMessage={faultOf("from")}>
          <Input type="date" value={from} disabled={correction} onChange={(_, data) => setFrom(data.value)} />
        </Field>
      </div>
      {cadre && (
        <Field hint={t.correctionHint}>
          <Checkbox label={t.correction} checked={correction} onChange={(_, data) => setCorrection(data.checked === true)} />
        </Field>
      )}
      {cadre && cadre.facts.length > 0 && (
        <details>
          <summary>{t.history}</summary>
          <ul className={styles["history"]}>
            {cadre.facts.map((fact, index) => (
              <li key={index}>
                {fieldLabel(fact.key, t)}：{fact.value}（{formatDay(fact.from, language)}—{formatDay(fact.to, language)}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </FormDialog>
  );
}
