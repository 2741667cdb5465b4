import { Button, Field, Select, Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { addOpeningYear, confirmOpeningYear, removeOpeningYear, withdrawOpeningYear, type Ledger } from "../../api/ledger";
import { formatMoment } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import styles from "./ledger.module.css";
import { ledgerText } from "./text";

/** Years before the rule: entered with proof by the cadre or the school, confirmed by the college. */
export function OpeningYears({ ledger, onChanged }: { ledger: Ledger; onChanged: () => void }) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const notify = useNotice();
  const [choice, setChoice] = useState("");
  const [proof, setProof] = useState("");
  const [asking, setAsking] = useState<number | null>(null);
  const year = Number(choice) || ledger.openYears[0];
  const act = useAction(async (work: () => Promise<unknown>, done: string) => {
    await work();
    notify({ text: done });
    onChanged();
  });
  const add = async (chosen: number) => {
    if (await act.run(() => addOpeningYear(ledger.personId, chosen, proof.trim()), t.added(chosen))) {
      setProof("");
      setChoice("");
    }
  };
  if (ledger.openYears.length === 0 && ledger.openingYears.length === 0) return null;
  return (
    <section className={styles["section"]} aria-labelledby="opening-years">
      <Title3 as="h2" id="opening-years">
        {t.openingTitle}
      </Title3>
      <Text>{t.openingLead}</Text>
      <ProblemBar problem={act.error} onClose={act.clear} />
      {ledger.openingYears.length === 0 ? (
        <Text>{t.noOpening}</Text>
      ) : (
        <Table
          label={t.openingTitle}
          rows={ledger.openingYears}
          rowKey={(opening) => opening.year}
          columns={[
            { key: "year", header: t.openingYear, heads: true, cell: (opening) => opening.year },
            { key: "proof", header: t.openingProof, cell: (opening) => opening.proof },
            { key: "state", header: t.state, cell: (opening) => (opening.confirmedAt ? t.confirmed(opening.confirmedBy ?? "", formatMoment(opening.confirmedAt, language)) : t.waiting) },
            {
              key: "actions",
              header: <span className="visually-hidden">{t.confirm}</span>,
              nowrap: true,
              cell: (opening) =>
                opening.confirmedAt ? (
                  ledger.canConfirm && (
                    <Button size="small" appearance="subtle" disabled={act.busy} aria-label={t.unconfirmLabel(opening.year)} onClick={() => setAsking(opening.year)}>
                      {t.unconfirm}
                    </Button>
                  )
                ) : (
                  <>
                    {ledger.canConfirm && (
                      <Button
                        size="small"
                        appearance="primary"
                        disabled={act.busy}
                        aria-label={t.confirmLabel(opening.year)}
                        onClick={() => void act.run(() => confirmOpeningYear(ledger.personId, opening.year), t.nowConfirmed(opening.year))}
                      >
                        {t.confirm}
                      </Button>
                    )}
                    {ledger.canEdit && (
                      <Button
                        size="small"
                        appearance="subtle"
                        disabled={act.busy}
                        aria-label={t.removeLabel(opening.year)}
                        onClick={() => void act.run(() => removeOpeningYear(ledger.personId, opening.year), t.removed(opening.year))}
                      >
                        {t.remove}
                      </Button>
                    )}
                  </>
                ),
            },
          ]}
        />
      )}
      <Ask
        open={asking !== null}
        title={t.unconfirmTitle(asking ?? 0)}
        reason={t.unconfirmReason}
        confirm={t.unconfirm}
        busy={act.busy}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => {
          const chosen = asking ?? 0;
          setAsking(null);
          void act.run(() => withdrawOpeningYear(ledger.personId, chosen, reason), t.unconfirmed(chosen));
        }}
      />
      {ledger.canEdit && year !== undefined && (
        <div className={styles["form"]}>
          <Field label={t.openingYear}>
            <Select value={String(year)} onChange={(_, data) => setChoice(data.value)}>
              {ledger.openYears.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.openingProof} required hint={t.openingProofHint} className={styles["wide"]}>
            <ImeInput value={proof} onText={setProof} />
          </Field>
          <Button appearance="primary" disabled={act.busy || proof.trim() === ""} onClick={() => void add(year)}>
            {t.add}
          </Button>
        </div>
      )}
    </section>
  );
}
