import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { ApiProblem } from "../../api/problem";
import type { Scheme } from "../../api/scheme";
import { addSession, editSession, type EditSession, type TrainingSession } from "../../api/training";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import styles from "./attendance.module.css";
import { attendanceText } from "./text";

interface SessionDialogProps {
  schoolId: string;
  year: number;
  session: TrainingSession | null;
  scheme: Scheme;
  onClose: () => void;
  onSaved: () => void;
}

const states = ["planned", "held", "dropped"] as const;

export function SessionDialog({ schoolId, year, session, scheme, onClose, onSaved }: SessionDialogProps) {
  const t = useText(attendanceText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [date, setDate] = useState(session?.date ?? "");
  const [topic, setTopic] = useState(session?.topic ?? "");
  const [place, setPlace] = useState(session?.place ?? "");
  const [lecturer, setLecturer] = useState(session?.lecturer ?? "");
  const [carrier, setCarrier] = useState(session?.carrier ?? "");
  const [content, setContent] = useState(session?.content ?? "");
  const [state, setState] = useState<TrainingSession["state"]>(session?.state ?? "planned");
  const save = useAction(async () => {
    const body: EditSession = { date, topic, place, lecturer, carrier, content, state };
    await (session ? editSession(schoolId, session, body) : addSession(schoolId, year, body));
    notify({ text: t.saveNotice, undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  const faultOf = (key: string) => {
    const item = save.error instanceof ApiProblem ? save.error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  const options = (list: { key: string; label: string; labelEn: string }[]) => (
    <>
      <option value="">{t.none}</option>
      {list.map((each) => (
        <option key={each.key} value={each.key}>
          {pick(language, each.label, each.labelEn)}
        </option>
      ))}
    </>
  );
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{session ? t.editTitle : t.addTitle}</DialogTitle>
          <DialogContent>
            <ProblemBar problem={save.error} />
            <div className={styles["fields"]}>
              <Field label={t.date} required validationMessage={faultOf("date")}>
                <Input type="date" min={scheme.from} max={scheme.to} value={date} onChange={(_, data) => setDate(data.value)} />
              </Field>
              <Field label={t.topic} required validationMessage={faultOf("topic")}>
                <ImeInput value={topic} onText={setTopic} />
              </Field>
              <Field label={t.place} validationMessage={faultOf("place")}>
                <ImeInput value={place} onText={setPlace} />
              </Field>
              <Field label={t.lecturer} validationMessage={faultOf("lecturer")}>
                <ImeInput value={lecturer} onText={setLecturer} />
              </Field>
              <Field label={t.carrier} validationMessage={faultOf("carrier")}>
                <Select value={carrier} onChange={(_, data) => setCarrier(data.value)}>
                  {options(scheme.carriers)}
                </Select>
              </Field>
              <Field label={t.content} validationMessage={faultOf("content")}>
                <Select value={content} onChange={(_, data) => setContent(data.value)}>
                  {options(scheme.contents)}
                </Select>
              </Field>
              <Field label={t.state}>
                <Select value={state} onChange={(_, data) => setState(data.value as TrainingSession["state"])}>
                  {states.map((each) => (
                    <option key={each} value={each}>
                      {t[each]}
                    </option>
                  ))}
                </Select>
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
