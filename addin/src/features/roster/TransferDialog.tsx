import { Button, Field, Input, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../../api/problem";
import { findPeople, transferCadre, type FoundPerson } from "../../api/roster";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { going } from "./posts";
import styles from "./roster.module.css";
import { rosterText } from "./text";

/** Whom to look for, as far as it is known where the dialog is opened. */
export interface Wanted {
  query: string;
  post: string;
  personId?: string;
}

interface TransferDialogProps {
  schoolId: string;
  year: number;
  wanted: Wanted;
  onClose: () => void;
  onSaved: () => void;
}

/** Takes somebody over from another school, brings back who left, or enters a second post here. */
export function TransferDialog({ schoolId, year, wanted, onClose, onSaved }: TransferDialogProps) {
  const t = useText(rosterText);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [query, setQuery] = useState(wanted.query);
  const [found, setFound] = useState<FoundPerson[] | null>(null);
  const [personId, setPersonId] = useState("");
  const [second, setSecond] = useState(false);
  const [post, setPost] = useState(wanted.post);
  const [from, setFrom] = useState(`${year}-01-01`);
  const find = useAction(async () => {
    const people = await findPeople(query.trim());
    setFound(people);
    setPersonId((people.find((person) => person.personId === wanted.personId) ?? (people.length === 1 ? people[0] : undefined))?.personId ?? "");
  });
  const first = useRef(find.run);
  useEffect(() => {
    if (wanted.query !== "") void first.current();
  }, [wanted.query]);
  const person = found?.find((each) => each.personId === personId);
  const inOffice = person ? going(person.posts).filter((each) => each.schoolId !== schoolId) : [];
  const save = useAction(async () => {
    const saved = await transferCadre(schoolId, { personId, platformNo: null, post: post.trim(), from, secondPost: second && inOffice.length > 0 });
    notify({ text: t.transferred(saved.name), undo: undo(onSaved) });
    onSaved();
    onClose();
  });
  const faultOf = (key: string) => {
    const item = save.error instanceof ApiProblem ? save.error.items.find((each) => each.field === key) : undefined;
    return item && pick(language, item.message, item.messageEn);
  };
  const describe = (each: FoundPerson) => {
    const last = each.posts[0];
    const where = last && `${last.schoolName} ${last.post}${last.to ? ` · ${t.left(formatDay(last.to, language))}` : ""}`;
    return [each.name, each.platformNo, formatDay(each.birthMonth, language), where ?? t.noPost].filter(Boolean).join(" · ");
  };
  return (
    <FormDialog title={t.transfer} save={save} incomplete={!person || post.trim() === "" || from === ""} problem={find.error} onClose={onClose}>
      <form
        className={styles["bar"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== "") void find.run();
        }}
      >
        <Field label={t.findPerson} hint={t.findPersonHint}>
          <ImeInput value={query} onText={setQuery} />
        </Field>
        <Button type="submit" disabled={find.busy || query.trim() === ""}>
          {t.search}
        </Button>
      </form>
      {found?.length === 0 && <Text role="status">{t.foundNobody}</Text>}
      {found && found.length > 0 && (
        <RadioGroup className={styles["found"]} aria-label={t.findPerson} value={personId} onChange={(_, data) => setPersonId(data.value)}>
          {found.map((each) => (
            <Radio key={each.personId} value={each.personId} label={describe(each)} />
          ))}
        </RadioGroup>
      )}
      {person && (
        <>
          {inOffice.length > 0 ? (
            <Field label={t.transferKind}>
              <RadioGroup value={second ? "second" : "move"} onChange={(_, data) => setSecond(data.value === "second")}>
                <Radio value="move" label={t.moves(inOffice.map((each) => `${each.schoolName} ${each.post}`).join("、"))} />
                <Radio value="second" label={t.second(inOffice.find((each) => each.ofRecord)?.schoolName ?? "")} />
              </RadioGroup>
            </Field>
          ) : (
            <Text>{t.returns(person.name)}</Text>
          )}
          <div className={styles["fields"]}>
            <Field label={t.postHere} required validationMessage={faultOf("post")}>
              <ImeInput value={post} onText={setPost} />
            </Field>
            <Field label={t.firstDay} required validationMessage={faultOf("from")}>
              <Input type="date" value={from} onChange={(_, data) => setFrom(data.value)} />
            </Field>
          </div>
        </>
      )}
    </FormDialog>
  );
}
