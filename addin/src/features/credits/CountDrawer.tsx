import { Button, Field, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { CreditColumn, CreditRow, EditCredit } from "../../api/credits";
import { ApiProblem } from "../../api/problem";
import { normaliseDigits } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { EvidenceDrawer } from "../../shared/ui/EvidenceDrawer";
import { ImeInput, ImeTextarea } from "../../shared/ui/ImeInput";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import styles from "./credits.module.css";
import { withTyped } from "./edit";
import { creditsText } from "./text";

interface CountDrawerProps {
  row: CreditRow | undefined;
  column: CreditColumn | undefined;
  mayEdit: boolean;
  onSave: (row: CreditRow, body: EditCredit) => Promise<void>;
  onClose: () => void;
}

/** What stands behind one number of 表4: its papers, and the number typed instead with its reason. */
export function CountDrawer({ row, column, mayEdit, onSave, onClose }: CountDrawerProps) {
  const t = useText(creditsText);
  const language = useLanguage();
  const count = column && row?.counts[column.key];
  const [value, setValue] = useState(count?.typed?.toString() ?? "");
  const [reason, setReason] = useState(count?.reason ?? "");
  const save = useAction(async (typed: { value: number; reason: string } | null) => {
    if (!row || !column) return;
    await onSave(row, withTyped(row, column.key, typed));
    onClose();
  });
  const number = /^\d{1,2}$/.test(value) ? Number(value) : null;
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  return (
    <EvidenceDrawer title={row && column ? t.papers(row.name, pick(language, column.label, column.labelEn)) : ""} evidence={count} onClose={onClose}>
      {mayEdit && (
        <section className={styles["stack"]} aria-labelledby="typed-title">
          <Text as="h3" weight="semibold" id="typed-title" className={styles["heading"]}>
            {t.typeTitle}
          </Text>
          <Text>{t.typeLead}</Text>
          <ProblemBar problem={save.error} />
          {stale && <Text>{t.stale}</Text>}
          <Field label={t.typedValue}>
            <ImeInput value={value} inputMode="numeric" onText={(text) => setValue(normaliseDigits(text).trim())} />
          </Field>
          <Field label={t.typedReason} required={value !== ""} hint={value !== "" && reason.trim() === "" ? t.typedOnlyReason : undefined}>
            <ImeTextarea value={reason} onText={setReason} rows={3} resize="vertical" />
          </Field>
          <div className={styles["actions"]}>
            <Button
              appearance="primary"
              disabled={save.busy || number === null || reason.trim() === ""}
              onClick={() => number !== null && void save.run({ value: number, reason: reason.trim() })}
            >
              {t.saveTyped}
            </Button>
            {count?.typed != null && (
              <Button disabled={save.busy} onClick={() => void save.run(null)}>
                {t.clearTyped}
              </Button>
            )}
          </div>
        </section>
      )}
    </EvidenceDrawer>
  );
}
