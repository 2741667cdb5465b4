import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useText } from "../text";
import { words } from "../words";
import { ImeTextarea } from "./ImeInput";

interface AskProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** Label of the reason field; without it no reason is asked for. */
  reason?: string;
  confirm: string;
  busy?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks before something that is hard to take back, with a reason where the regulation wants one. */
export function Ask(props: AskProps) {
  return (
    <Dialog open={props.open} onOpenChange={(_, data) => !data.open && props.onClose()}>
      <DialogSurface>{props.open && <AskBody {...props} />}</DialogSurface>
    </Dialog>
  );
}

function AskBody({ title, children, reason: label, confirm, busy = false, onConfirm, onClose }: AskProps) {
  const t = useText(words);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = label !== undefined && reason.trim() === "";
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {children}
        {label !== undefined && (
          <Field label={label} required validationMessage={asked && missing ? t.reasonNeeded : undefined}>
            <ImeTextarea value={reason} onText={setReason} rows={3} resize="vertical" />
          </Field>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button appearance="primary" disabled={busy} onClick={() => (missing ? setAsked(true) : onConfirm(reason.trim()))}>
          {confirm}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
