import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Action } from "../useAction";
import { useText } from "../text";
import { words } from "../words";
import { ProblemBar } from "./ProblemBar";

interface FormDialogProps {
  title: string;
  /** What the first button does; its refusal stands above the fields. */
  save: Action<[]>;
  /** Label of the first button; 保存 by default. */
  confirm?: string;
  /** True where something is still missing. */
  incomplete?: boolean;
  /** A further refusal, such as of a look-up within the dialog. */
  problem?: unknown;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of fields that saves or is left. */
export function FormDialog({ title, save, confirm, incomplete = false, problem, onClose, children }: FormDialogProps) {
  const t = useText(words);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <ProblemBar problem={save.error ?? problem} />
            {children}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button appearance="primary" disabled={save.busy || incomplete} onClick={() => void save.run()}>
              {confirm ?? t.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
