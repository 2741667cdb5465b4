import { Button, Radio, RadioGroup, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../shared/text";
import { words } from "../../shared/words";
import styles from "./FillPane.module.css";
import { paneText } from "./paneText";
import type { TextConflict } from "./session";

/** One choice for a field; one for a whole section where its rows moved. */
const key = (conflict: TextConflict) => conflict.group ?? `${conflict.occurrence}:${conflict.tag}`;

/** Field by field: mine or theirs. Nothing is chosen beforehand. */
export function ConflictList({ conflicts, busy, onResolve }: { conflicts: readonly TextConflict[]; busy: boolean; onResolve: (mine: (conflict: TextConflict) => boolean) => void }) {
  const t = useText(paneText);
  const w = useText(words);
  const [choice, setChoice] = useState<Readonly<Record<string, string>>>({});
  const groups = [...new Set(conflicts.map(key))].map((name) => ({ name, members: conflicts.filter((conflict) => key(conflict) === name) }));
  const all = groups.every(({ name }) => choice[name] !== undefined);
  const label = (conflict: TextConflict) => (conflict.tag.includes(".") ? `${conflict.label} ${t.row(conflict.occurrence + 1)}` : conflict.label);
  const titleOf = (members: readonly TextConflict[]) => (members[0]!.group === null ? label(members[0]!) : t.conflictRows);
  const textOf = (members: readonly TextConflict[], side: "yours" | "theirs") =>
    members.length === 1 ? members[0]![side] || w.empty : members.map((conflict) => `\n${label(conflict)}：${conflict[side] || w.empty}`).join("");
  return (
    <section className={styles["section"]} aria-label={t.conflictTitle} role="alert">
      <Subtitle2 as="h2">{t.conflictTitle}</Subtitle2>
      <span>{t.conflictLead}</span>
      {groups.map(({ name, members }) => (
        <div key={name} className={styles["difference"]} data-conflict={members[0]!.group ?? members[0]!.tag}>
          <strong>{titleOf(members)}</strong>
          <RadioGroup aria-label={titleOf(members)} value={choice[name] ?? ""} onChange={(_, data) => setChoice((old) => ({ ...old, [name]: data.value }))}>
            <Radio value="mine" label={`${t.mine}：${textOf(members, "yours")}`} />
            <Radio value="theirs" label={`${t.theirs}：${textOf(members, "theirs")}`} />
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
