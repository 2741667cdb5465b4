import { Button, Field, Input, Select, Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { endLibraryPass, giveLibraryPass, type LibraryPass, type LibraryRights } from "../../api/rights";
import { formatDay } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { lastDayOf } from "./days";
import styles from "./filing.module.css";
import { rightsText } from "./rightsText";

interface LibraryPassesProps {
  schoolId: string;
  rights: LibraryRights;
  onRights: (rights: LibraryRights) => void;
}

/** Reviewers who may read the school's folders for a time: who, until when, one more, one less. */
export function LibraryPasses({ schoolId, rights, onRights }: LibraryPassesProps) {
  const t = useText(rightsText);
  const language = useLanguage();
  const notify = useNotice();
  const [person, setPerson] = useState("");
  const [day, setDay] = useState("");
  const [ending, setEnding] = useState<LibraryPass | null>(null);
  const give = useAction(async () => {
    onRights(await giveLibraryPass(schoolId, person, day));
    notify({ text: t.given(rights.reviewers.find((each) => each.personId === person)?.name ?? "") });
    setPerson("");
    setDay("");
  });
  const end = useAction(async (pass: LibraryPass) => {
    setEnding(null);
    onRights(await endLibraryPass(schoolId, pass.id));
    notify({ text: t.ended });
  });
  return (
    <section className={styles["section"]} aria-labelledby="library-passes">
      <Title3 as="h2" id="library-passes">
        {t.passes}
      </Title3>
      <Text>{t.passesLead}</Text>
      <ProblemBar problem={give.error ?? end.error} onClose={() => (give.clear(), end.clear())} />
      {rights.passes.length === 0 ? (
        <Text>{t.noPasses}</Text>
      ) : (
        <Table
          label={t.passes}
          rows={rights.passes}
          rowKey={(pass) => pass.id}
          columns={[
            { key: "who", header: t.reviewer, heads: true, cell: (pass) => pass.name },
            { key: "until", header: t.until, nowrap: true, cell: (pass) => (pass.over ? t.over : formatDay(lastDayOf(pass.until), language)) },
            {
              key: "end",
              header: <span className="visually-hidden">{t.end}</span>,
              cell: (pass) =>
                !pass.over && (
                  <Button size="small" disabled={end.busy} aria-label={t.endOf(pass.name)} onClick={() => setEnding(pass)}>
                    {t.end}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {rights.reviewers.length === 0 ? (
        <Text>{t.noReviewers}</Text>
      ) : (
        <div className={styles["form"]}>
          <Field label={t.reviewer}>
            <Select value={person} onChange={(_, data) => setPerson(data.value)}>
              <option value="">{t.choose}</option>
              {rights.reviewers.map((each) => (
                <option key={each.personId} value={each.personId}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.lastDay}>
            <Input type="date" value={day} onChange={(_, data) => setDay(data.value)} />
          </Field>
          <Button disabled={person === "" || day === "" || give.busy} onClick={() => void give.run()}>
            {t.give}
          </Button>
        </div>
      )}
      <Ask open={ending !== null} title={t.endTitle(ending?.name ?? "")} confirm={t.end} busy={end.busy} onClose={() => setEnding(null)} onConfirm={() => ending && void end.run(ending)}>
        <p>{t.endLead}</p>
      </Ask>
    </section>
  );
}
