import { Button, Radio, RadioGroup, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../shared/text";
import { words } from "../../shared/words";
import styles from "./FillPane.module.css";
import { paneText } from "./paneText";
import type { TextConflict } from "./session";

const key = (conflict: TextConflict) => `${conflict.occurrence}:${conflict.tag}`;

/** Field by field: mine or theirs. Nothing is chosen beforehand. */
export function ConflictList({ conflicts, busy, onResolve }: { conflicts: readonly TextConflict[]; busy: boolean; onResolve: (mine: (conflict: TextConflict) => boolean) => void }) {
  const t = useText(paneText);
  const w = useText(words);
  const [choice, setChoice] = useState<Readonly<Record<string, string>>>({});
  const all = conflicts.every((conflict) => choice[key(conflict)] !== undefined);
  return (
    <section className={styles["section"]} aria-label={t.conflictTitle} role="alert">
      <Subtitle2 as="h2">{t.conflictTitle}</Subtitle2>
      <span>{t.conflictLead}</span>
      {conflicts.map((conflict) => (
        <div key={key(conflict)} className={styles["difference"]} data-conflict={conflict.tag}>
          <strong>{conflict.label}</strong>
          <RadioGroup value={choice[key(conflict)] ?? ""} onChange={(_, data) => setChoice((old) => ({ ...old, [key(conflict)]: data.value }))}>
            <Radio value="mine" label={`${t.mine}：${conflict.yours || w.empty}`} />
            <Radio value="theirs" label={`${t.theirs}：${conflict.theirs || w.empty}`} />
          </RadioGroup>
        </div>
      ))}
      <div className={styles["actions"]}>
        <Button appearance="primary" disabled={busy || !all} onClick={() => onResolve((conflict) => choice[key(conflict)] === "mine")}>
          {t.resolve}
        </Button>
      </div>
    </section>
  );
}
