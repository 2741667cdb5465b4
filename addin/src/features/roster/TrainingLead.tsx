import { Button, Field, Text } from "@fluentui/react-components";
import { useState } from "react";
import { editTrainingLead, listSchools, type School } from "../../api/roster";
import { useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import styles from "./roster.module.css";
import { rosterText } from "./text";

/** 干部自培负责人 as 表4 names them; the 支部书记 where nobody is named (A16). */
export function TrainingLead({ schoolId, mayEdit }: { schoolId: string; mayEdit: boolean }) {
  const t = useText(rosterText);
  const schools = useLoad("schools", listSchools);
  const [editing, setEditing] = useState(false);
  const school = schools.data?.find((each) => each.id === schoolId);
  if (!school) return null;
  return (
    <div className={styles["bar"]}>
      <Text>
        {t.lead4}：{school.trainingLead ?? t.leadDefault}
      </Text>
      {mayEdit && (
        <Button size="small" aria-label={`${t.edit} ${t.lead4}`} onClick={() => setEditing(true)}>
          {t.edit}
        </Button>
      )}
      {editing && <LeadDialog school={school} onClose={() => setEditing(false)} onSaved={schools.reload} />}
    </div>
  );
}

function LeadDialog({ school, onClose, onSaved }: { school: School; onClose: () => void; onSaved: () => void }) {
  const t = useText(rosterText);
  const common = useText(words);
  const notify = useNotice();
  const undo = useUndo();
  const [lead, setLead] = useState(school.trainingLead ?? "");
  const save = useAction(async () => {
    await editTrainingLead(school, lead.trim() || null);
    notify({ text: t.leadSaved, undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={t.lead4} save={save} onClose={onClose}>
      <Field label={common.name} hint={t.leadHint}>
        <ImeInput value={lead} onText={setLead} />
      </Field>
    </FormDialog>
  );
}
