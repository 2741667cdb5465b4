import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ApiProblem } from "../../api/problem";
import { editPost, removePost, setFilingSchool, type Cadre, type EditPost, type RosterPost } from "../../api/roster";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import { going } from "./posts";
import styles from "./roster.module.css";
import { rosterText } from "./text";

interface PostsDialogProps {
  schoolId: string;
  cadre: Cadre;
  onClose: () => void;
  onSaved: () => void;
}

/** All posts of a cadre with their days: those of this school can be corrected here. */
export function PostsDialog({ schoolId, cadre, onClose, onSaved }: PostsDialogProps) {
  const t = useText(rosterText);
  const common = useText(words);
  const notify = useNotice();
  const undo = useUndo();
  const [current, setCurrent] = useState(cadre);
  const done = (next: Cadre | null) => {
    notify({ text: t.postsSaved(cadre.name), undo: undo(onSaved) });
    onSaved();
    if (next) setCurrent(next);
    else onClose();
  };
  const own = current.posts.filter((post) => post.schoolId === schoolId);
  const others = current.posts.filter((post) => post.schoolId !== schoolId);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.postsTitle(cadre.name)}</DialogTitle>
          <DialogContent>
            <Text>{t.postsLead}</Text>
            {own.map((post) => (
              <OnePost key={`${post.id} ${post.from} ${post.to ?? ""}`} cadre={current} post={post} onDone={done} />
            ))}
            {others.map((post) => (
              <OtherPost key={post.id} post={post} />
            ))}
            {new Set(going(current.posts).map((post) => post.schoolId)).size > 1 && <FilingSchool key={current.version} cadre={current} onDone={done} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function OnePost({ cadre, post, onDone }: { cadre: Cadre; post: RosterPost; onDone: (next: Cadre | null) => void }) {
  const t = useText(rosterText);
  const common = useText(words);
  const language = useLanguage();
  const [values, setValues] = useState<EditPost>({ post: post.post, from: post.from, to: post.to, reason: null });
  const save = useAction(async () => onDone(await editPost(cadre, post.id, values)));
  const remove = useAction(async () => {
    await removePost(cadre, post.id);
    onDone(null);
  });
  const error = save.error ?? remove.error;
  const faultOf = (key: string) => {
    const item = error instanceof ApiProblem ? error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  const same = values.post.trim() === post.post && values.from === post.from && values.to === post.to;
  return (
    <fieldset className={styles["post"]}>
      <legend>{[post.post, post.ofRecord ? t.filingHere : t.secondPostMark].join(" · ")}</legend>
      <ProblemBar problem={error} />
      <div className={styles["fields"]}>
        <Field label={t.post} required validationMessage={faultOf("post")}>
          <ImeInput value={values.post} onText={(text) => setValues((old) => ({ ...old, post: text }))} />
        </Field>
        <Field label={t.firstDay} required validationMessage={faultOf("from")}>
          <Input type="date" value={values.from} onChange={(_, data) => setValues((old) => ({ ...old, from: data.value }))} />
        </Field>
        <Field label={t.lastDay} hint={t.lastDayHint} validationMessage={faultOf("to")}>
          <Input type="date" value={values.to ?? ""} onChange={(_, data) => setValues((old) => ({ ...old, to: data.value || null }))} />
        </Field>
        <Field label={t.leaveReason}>
          <ImeInput value={values.reason ?? ""} onText={(text) => setValues((old) => ({ ...old, reason: text || null }))} />
        </Field>
      </div>
      <div className={styles["bar"]}>
        <Button appearance="primary" disabled={save.busy || same || values.from === "" || values.post.trim() === ""} onClick={() => void save.run()}>
          {common.save}
        </Button>
        {cadre.posts.length > 1 && (
          <Button disabled={remove.busy} aria-label={`${t.removePost} ${post.post}`} onClick={() => void remove.run()}>
            {t.removePost}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function OtherPost({ post }: { post: RosterPost }) {
  const t = useText(rosterText);
  const language = useLanguage();
  return (
    <fieldset className={styles["post"]}>
      <legend>{[post.schoolName, post.post, post.ofRecord ? t.filingThere : t.secondPostMark].join(" · ")}</legend>
      <Text>
        {formatDay(post.from, language)}—{post.to ? formatDay(post.to, language) : t.now}
      </Text>
    </fieldset>
  );
}

function FilingSchool({ cadre, onDone }: { cadre: Cadre; onDone: (next: Cadre | null) => void }) {
  const t = useText(rosterText);
  const common = useText(words);
  const schools = [...new Map(going(cadre.posts).map((post) => [post.schoolId, post])).values()];
  const now = schools.find((post) => post.ofRecord)?.schoolId ?? "";
  const [schoolId, setSchool] = useState(now);
  const [from, setFrom] = useState("");
  const save = useAction(async () => onDone(await setFilingSchool(cadre, schoolId, from)));
  return (
    <fieldset className={styles["post"]}>
      <legend>{t.filingSchool}</legend>
      <Text>{t.filingSchoolLead}</Text>
      <ProblemBar problem={save.error} />
      <div className={styles["fields"]}>
        <Field label={common.school}>
          <Select value={schoolId} onChange={(_, data) => setSchool(data.value)}>
            {schools.map((post) => (
              <option key={post.schoolId} value={post.schoolId}>
                {post.schoolName}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.since}>
          <Input type="date" value={from} onChange={(_, data) => setFrom(data.value)} />
        </Field>
      </div>
      <Button disabled={save.busy || schoolId === now || from === ""} onClick={() => void save.run()}>
        {t.setFiling}
      </Button>
    </fieldset>
  );
}
