import { Field, Input, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { endPost, type Cadre } from "../../api/roster";
import { useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import { otherSchools } from "./posts";
import styles from "./roster.module.css";
import { rosterText } from "./text";

interface DepartureProps {
  schoolId: string;
  cadre: Cadre;
  onClose: () => void;
  onSaved: () => void;
}

export function DepartureDialog({ schoolId, cadre, onClose, onSaved }: DepartureProps) {
  const t = useText(rosterText);
  const common = useText(words);
  const notify = useNotice();
  const undo = useUndo();
  const [lastDay, setLastDay] = useState("");
  const [reason, setReason] = useState("");
  const others = otherSchools(cadre, schoolId);
  const [filing, setFiling] = useState("");
  const leave = useAction(async () => {
    await endPost(schoolId, { personId: cadre.personId, lastDay, reason: reason.trim() || null, filingSchoolId: filing || null });
    notify({ text: t.leftNotice(cadre.name), undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={t.leaveTitle(cadre.name)} save={leave} confirm={common.confirm} incomplete={lastDay === "" || (cadre.ofRecord && others.length > 1 && filing === "")} onClose={onClose}>
      <div className={styles["fields"]}>
        <Field label={t.lastDay} required>
          <Input type="date" value={lastDay} onChange={(_, data) => setLastDay(data.value)} />
        </Field>
        {cadre.ofRecord && others.length > 1 && (
          <Field label={t.filingAfterwards} required>
            <Select value={filing} onChange={(_, data) => setFiling(data.value)}>
              <option value="">{t.choose}</option>
              {others.map((school) => (
                <option key={school.id} value={school.id}>
                  {school.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t.leaveReason}>
          <ImeInput value={reason} onText={setReason} />
        </Field>
      </div>
      {cadre.ofRecord && others.length === 1 && <Text>{t.filingGoesTo(others[0]?.name ?? "")}</Text>}
    </FormDialog>
  );
}
