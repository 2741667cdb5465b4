import { Button, Field, Switch, Text, Title3 } from "@fluentui/react-components";
import { AddRegular, ClipboardPasteRegular, SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { addPerson, listLogins, setLogin, setLogins, type LoginLine } from "../../api/administration";
import { useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput, ImeTextarea } from "../../shared/ui/ImeInput";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./administration.module.css";
import { pastedLogins } from "./pasted";
import { administrationText, roleWord } from "./text";

/** Logins of people: found by name, set one by one or pasted from a sheet. */
export function Logins({ mayEdit }: { mayEdit: boolean }) {
  const t = useText(administrationText);
  const common = useText(words);
  const [query, setQuery] = useState("");
  const [without, setWithout] = useState(false);
  const [editing, setEditing] = useState<LoginLine | null>(null);
  const [dialog, setDialog] = useState<"person" | "many" | null>(null);
  const logins = useLoad(`logins ${query} ${without}`, (signal) => listLogins(query, without, signal));
  return (
    <section className={styles["section"]} aria-labelledby="logins">
      <div className={styles["bar"]}>
        <Title3 as="h2" id="logins">
          {t.logins}
        </Title3>
        {mayEdit && (
          <>
            <Button icon={<AddRegular />} onClick={() => setDialog("person")}>
              {t.addPerson}
            </Button>
            <Button icon={<ClipboardPasteRegular />} onClick={() => setDialog("many")}>
              {t.manyLogins}
            </Button>
          </>
        )}
      </div>
      <Text>{logins.data ? t.loginsLead(logins.data.withoutLogin) : t.loginsWhat}</Text>
      <div className={styles["bar"]}>
        <ImeInput type="search" contentBefore={<SearchRegular />} aria-label={t.findPerson} placeholder={t.findPerson} value={query} onText={setQuery} />
        <Switch label={t.onlyWithout} checked={without} onChange={(_, data) => setWithout(data.checked)} />
      </div>
      <Load from={logins}>
        {({ people, total }) => (
          <>
            {people.length === 0 ? (
              <Text role="status">{t.foundNobody}</Text>
            ) : (
              <Table
                label={t.logins}
                rows={people}
                rowKey={(person) => person.personId}
                columns={[
                  { key: "name", header: common.name, heads: true, cell: (person) => person.name },
                  { key: "platformNo", header: t.platformNo, cell: (person) => person.platformNo ?? "", nowrap: true },
                  { key: "posts", header: common.post, cell: (person) => person.posts.join("、") },
                  { key: "roles", header: t.role, cell: (person) => person.roles.map((role) => roleWord(role, t)).join("、") },
                  { key: "login", header: t.login, cell: (person) => person.login ?? t.noLogin, nowrap: true },
                  {
                    key: "actions",
                    header: <span className="visually-hidden">{t.edit}</span>,
                    nowrap: true,
                    cell: (person) =>
                      mayEdit && (
                        <Button size="small" appearance="subtle" aria-label={`${t.edit} ${person.name} ${t.login}`} onClick={() => setEditing(person)}>
                          {t.edit}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
            {total > people.length && <Text>{t.more(people.length, total)}</Text>}
          </>
        )}
      </Load>
      {editing && <LoginDialog person={editing} onClose={() => setEditing(null)} onSaved={logins.reload} />}
      {dialog === "person" && <PersonDialog onClose={() => setDialog(null)} onSaved={logins.reload} />}
      {dialog === "many" && <ManyDialog onClose={() => setDialog(null)} onSaved={logins.reload} />}
    </section>
  );
}

interface DialogProps {
  onClose: () => void;
  onSaved: () => void;
}

function LoginDialog({ person, onClose, onSaved }: DialogProps & { person: LoginLine }) {
  const t = useText(administrationText);
  const notify = useNotice();
  const [login, setText] = useState(person.login ?? "");
  const save = useAction(async () => {
    await setLogin(person, login.trim() || null);
    notify({ text: t.saved(person.name) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={t.loginTitle(person.name)} save={save} onClose={onClose}>
      <Field label={t.login} hint={t.loginHint}>
        <ImeInput value={login} onText={setText} />
      </Field>
    </FormDialog>
  );
}

function PersonDialog({ onClose, onSaved }: DialogProps) {
  const t = useText(administrationText);
  const common = useText(words);
  const notify = useNotice();
  const [name, setName] = useState("");
  const [login, setText] = useState("");
  const save = useAction(async () => {
    await addPerson(name, login.trim() || null);
    notify({ text: t.saved(name.trim()) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={t.addPerson} save={save} incomplete={name.trim() === ""} onClose={onClose}>
      <Text>{t.addPersonLead}</Text>
      <div className={styles["fields"]}>
        <Field label={common.name} required>
          <ImeInput value={name} onText={setName} />
        </Field>
        <Field label={t.login}>
          <ImeInput value={login} onText={setText} />
        </Field>
      </div>
    </FormDialog>
  );
}

function ManyDialog({ onClose, onSaved }: DialogProps) {
  const t = useText(administrationText);
  const notify = useNotice();
  const [text, setText] = useState("");
  const rows = pastedLogins(text);
  const save = useAction(async () => {
    const { set, same } = await setLogins(rows);
    notify({ text: t.loginsSet(set, same) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={t.manyLogins} save={save} incomplete={rows.length === 0} onClose={onClose}>
      <Field label={t.manyLabel} hint={t.manyHint(rows.length)}>
        <ImeTextarea value={text} onText={setText} rows={8} resize="vertical" />
      </Field>
    </FormDialog>
  );
}
