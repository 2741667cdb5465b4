import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ApiProblem } from "../../api/problem";
import { addJointSession, editJointSession, type JointSession, type RegionYear } from "../../api/region";
import type { Scheme } from "../../api/scheme";
import type { EditSession } from "../../api/training";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./region.module.css";
import { regionText } from "./text";

interface JointDialogProps {
  region: RegionYear;
  scheme: Scheme;
  joint: JointSession | null;
  onSaved: () => void;
  onClose: () => void;
}

export function JointDialog({ region, scheme, joint, onSaved, onClose }: JointDialogProps) {
  const t = useText(regionText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const [session, setSession] = useState<EditSession>({
    date: joint?.date ?? "", topic: joint?.topic ?? "", place: joint?.place ?? "", lecturer: joint?.lecturer ?? "", carrier: joint?.carrier ?? "", content: joint?.content ?? "", state: "planned",
  });
  const [schools, setSchools] = useState<ReadonlySet<string>>(new Set(joint?.schoolIds ?? region.schools.map((school) => school.id)));
  const put = (part: Partial<EditSession>) => setSession((old) => ({ ...old, ...part }));
  const save = useAction(async () => {
    if (joint) {
      await editJointSession(region.regionId, joint, session);
      notify({ text: t.changed });
    } else {
      const made = await addJointSession(region, session, [...schools]);
      notify({ text: t.saved(made.schoolIds.length) });
    }
    onSaved();
    onClose();
  });
  const faultOf = (key: string) => {
    const item = save.error instanceof ApiProblem ? save.error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(schools);
    if (on) next.add(id);
    else next.delete(id);
    setSchools(next);
  };
  const options = (list: { key: string; label: string; labelEn: string }[]) => (
    <>
      <option value="">{t.noChoice}</option>
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
          <DialogTitle>{joint ? t.editTitle : t.addTitle}</DialogTitle>
          <DialogContent>
            <div className={styles["section"]}>
              <ProblemBar problem={save.error} />
              {joint && <Text>{t.editLead}</Text>}
              <Field label={t.date} required validationMessage={faultOf("date")}>
                <input className={styles["date"]} type="date" aria-label={t.date} min={scheme.from} max={scheme.to} value={session.date} onChange={(event) => put({ date: event.target.value })} />
              </Field>
              <Field label={t.topic} required validationMessage={faultOf("topic")}>
                <ImeInput value={session.topic} onText={(topic) => put({ topic })} />
              </Field>
              <Field label={t.place}>
                <ImeInput value={session.place ?? ""} onText={(place) => put({ place })} />
              </Field>
              <Field label={t.lecturer}>
                <ImeInput value={session.lecturer ?? ""} onText={(lecturer) => put({ lecturer })} />
              </Field>
              <Field label={t.carrier}>
                <Select value={session.carrier ?? ""} onChange={(_, data) => put({ carrier: data.value })}>
                  {options(scheme.carriers)}
                </Select>
              </Field>
              <Field label={t.content}>
                <Select value={session.content ?? ""} onChange={(_, data) => put({ content: data.value })}>
                  {options(scheme.contents)}
                </Select>
              </Field>
              {!joint && (
                <div role="group" aria-label={t.schools} className={styles["schools"]}>
                  {region.schools.map((school) => (
                    <Checkbox key={school.id} label={school.name} checked={schools.has(school.id)} onChange={(_, data) => toggle(school.id, data.checked === true)} />
                  ))}
                </div>
              )}
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={save.busy || session.date === "" || session.topic.trim() === "" || schools.size === 0} onClick={() => void save.run()}>
              {common.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
