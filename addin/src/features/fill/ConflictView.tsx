import { Button, Radio, RadioGroup, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import type { Difference } from "../../api/records";
import { useText } from "../../shared/text";
import { Table } from "../../shared/ui/Table";
import { words } from "../../shared/words";
import styles from "./fill.module.css";
import { Value } from "./ReadingPreview";
import { fillText } from "./text";
import { spotId, valueAt, withValue, type FormValues } from "./values";

export type Side = "yours" | "theirs";

/** Where I changed nothing, the other's value is the sensible start; where I did, mine is. */
export function firstChoice(difference: Difference, base: FormValues): Side {
  return difference.yours === valueAt(base, difference) ? "theirs" : "yours";
}

/** My values with the other's where that was chosen. */
export function merge(values: FormValues, differences: readonly Difference[], choices: ReadonlyMap<string, Side>): FormValues {
  return differences.reduce((merged, each) => (choices.get(spotId(each)) === "theirs" ? withValue(merged, each, each.theirs) : merged), values);
}

interface ConflictViewProps {
  differences: readonly Difference[];
  base: FormValues;
  busy: boolean;
  onResolve: (choices: ReadonlyMap<string, Side>) => void;
}

/** Someone else saved first: every field that differs, both values, one choice each. */
export function ConflictView({ differences, base, busy, onResolve }: ConflictViewProps) {
  const t = useText(fillText);
  const common = useText(words);
  const [choices, setChoices] = useState(() => new Map(differences.map((each) => [spotId(each), firstChoice(each, base)])));
  const all = (side: Side) => setChoices(new Map(differences.map((each) => [spotId(each), side])));
  const name = (each: Difference) => (each.row === null ? each.label : `${each.label} · ${common.row(each.row)}`);
  return (
    <section className={styles["stack"]} role="alert" aria-labelledby="conflict-title">
      <Title3 as="h2" id="conflict-title">
        {t.conflict}
      </Title3>
      <p className={styles["facts"]}>{t.conflictLead}</p>
      <div className={styles["bar"]}>
        <Button onClick={() => all("yours")}>{t.keepMine}</Button>
        <Button onClick={() => all("theirs")}>{t.keepTheirs}</Button>
      </div>
      <Table
        label={t.conflict}
        rows={differences}
        rowKey={spotId}
        columns={[
          { key: "field", header: t.field, heads: true, cell: name },
          { key: "mine", header: t.mine, cell: (each) => <Value text={each.yours} /> },
          { key: "theirs", header: t.theirs, cell: (each) => <Value text={each.theirs} /> },
          {
            key: "choice",
            header: common.confirm,
            cell: (each) => (
              <RadioGroup
                aria-label={name(each)}
                value={choices.get(spotId(each))}
                onChange={(_, data) => setChoices((old) => new Map(old).set(spotId(each), data.value as Side))}
              >
                <Radio value="yours" label={t.mine} />
                <Radio value="theirs" label={t.theirs} />
              </RadioGroup>
            ),
          },
        ]}
      />
      <div>
        <Button appearance="primary" disabled={busy} onClick={() => onResolve(choices)}>
          {t.resolve}
        </Button>
      </div>
    </section>
  );
}
