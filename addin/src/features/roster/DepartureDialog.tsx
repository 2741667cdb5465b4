import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { endPost, type Cadre } from "../../api/roster";
import { useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
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
  const leave = useAction(async () => {
    await endPost(schoolId, cadre.personId, lastDay, reason.trim() || null);
    notify({ text: t.leftNotice(cadre.name), undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.leaveTitle(cadre.name)}</DialogTitle>
          <DialogContent>
            <ProblemBar problem={leave.error} />
            <div className={styles["fields"]}>
              <Field label={t.lastDay} required>
                <Input type="date" value={lastDay} onChange={(_, data) => setLastDay(data.value)} />
              </Field>
              <Field label={t.leaveReason}>
                <ImeInput value={reason} onText={setReason} />
              </Field>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={leave.busy || lastDay === ""} onClick={() => void leave.run()}>
              {common.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
