import { Button, Checkbox, Field, Select, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { issuePass, listHolders } from "../../api/inspection";
import { listSchools } from "../../api/roster";
import { formatDay } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./inspection.module.css";
import { inspectionText } from "./text";

/** The officer issues a pass. The service judges the days by the district's calendar. */
export function IssueForm({ onIssued }: { onIssued: () => void }) {
  const t = useText(inspectionText);
  const language = useLanguage();
  const notify = useNotice();
  const choices = useLoad("pass choices", async (signal) => {
    const [schools, holders] = await Promise.all([listSchools(signal), listHolders(signal)]);
    return { schools, holders };
  });
  const [school, setSchool] = useState("");
  const [holder, setHolder] = useState("");
  const [own, setOwn] = useState(true);
  const [personal, setPersonal] = useState(true);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [purpose, setPurpose] = useState("");
  const issue = useAction(async () => {
    const pass = await issuePass(school, { holderId: holder, schoolPortfolio: own, personalPortfolios: personal, from, until, purpose });
    notify({ text: t.issued(pass.holderName, formatDay(pass.until, language)) });
    setPurpose("");
    onIssued();
  });
  const ready = school !== "" && holder !== "" && from !== "" && until !== "" && purpose.trim() !== "" && (own || personal);
  return (
    <section className={styles["section"]} aria-labelledby="issue-pass">
      <Title3 as="h2" id="issue-pass">
        {t.issue}
      </Title3>
      <ProblemBar problem={issue.error} onClose={issue.clear} />
      <Load from={choices}>
        {({ schools, holders }) => (
          <div className={styles["form"]}>
            <Field label={t.schoolName} required>
              <Select value={school} onChange={(_, data) => setSchool(data.value)}>
                <option value="" />
                {schools.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t.holder} required>
              <Select value={holder} onChange={(_, data) => setHolder(data.value)}>
                <option value="" />
                {holders.map((each) => (
                  <option key={each.personId} value={each.personId}>
                    {each.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t.from} required>
              <input className={styles["date"]} type="date" aria-label={t.from} value={from} onChange={(event) => setFrom(event.target.value)} />
            </Field>
            <Field label={t.until} required>
              <input className={styles["date"]} type="date" aria-label={t.until} value={until} min={from || undefined} onChange={(event) => setUntil(event.target.value)} />
            </Field>
            <div role="group" aria-label={t.portfolios}>
              <Checkbox label={t.school} checked={own} onChange={(_, data) => setOwn(data.checked === true)} />
              <Checkbox label={t.personal} checked={personal} onChange={(_, data) => setPersonal(data.checked === true)} />
            </div>
            <Field label={t.purpose} required className={styles["wide"]}>
              <ImeInput value={purpose} onText={setPurpose} />
            </Field>
            <Button appearance="primary" disabled={!ready || issue.busy} onClick={() => void issue.run()}>
              {t.issue}
            </Button>
          </div>
        )}
      </Load>
    </section>
  );
}
