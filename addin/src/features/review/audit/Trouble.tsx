import { Button, MessageBar, MessageBarBody, Radio, RadioGroup, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { pick, useLanguage, useText } from "../../../shared/text";
import styles from "./audit.module.css";
import type { Conflict, SaveResult } from "./session";
import { auditText } from "./text";

/** Rows that were refused, each with its reason; a click goes to the row. */
export function Faults({ problems, onGoTo }: { problems: SaveResult["problems"]; onGoTo: (key: string) => void }) {
  const t = useText(auditText);
  const language = useLanguage();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {t.faults}
        <ul className={styles["list"]}>
          {problems.map((problem, index) => (
            <li key={index}>
              <button type="button" className={styles["link"]} data-fault={problem.code} onClick={() => onGoTo(problem.key)}>
                {pick(language, problem.message, problem.messageEn)}
              </button>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Row by row: mine or theirs. Nothing is chosen beforehand. */
export function Conflicts({ conflicts, busy, onResolve }: { conflicts: readonly Conflict[]; busy: boolean; onResolve: (mine: (conflict: Conflict) => boolean) => void }) {
  const t = useText(auditText);
  const [choice, setChoice] = useState<Readonly<Record<string, string>>>({});
  const words: Readonly<Record<string, string>> = { opinion: t.opinion, recognised: t.recognised, reason: t.reason, counts: t.counts };
  const say = (conflict: Conflict, side: "yours" | "theirs") =>
    conflict.fields.map((field) => `${words[field.field] ?? field.field} ${field[side] || t.empty}`).join(" · ");
  return (
    <section className={styles["section"]} role="alert" aria-label={t.conflicts}>
      <Subtitle2 as="h2">{t.conflicts}</Subtitle2>
      <span>{t.conflictsLead}</span>
      {conflicts.map((conflict) => (
        <div key={conflict.personId} className={styles["card"]} data-conflict={conflict.personId}>
          <strong>
            {conflict.name} · {conflict.school}
          </strong>
          <RadioGroup
            aria-label={`${conflict.name} ${conflict.school}`}
            value={choice[conflict.personId] ?? ""}
            onChange={(_, data) => setChoice((old) => ({ ...old, [conflict.personId]: data.value }))}
          >
            <Radio value="mine" label={`${t.mine}：${say(conflict, "yours")}`} />
            <Radio value="theirs" label={`${t.theirs}：${say(conflict, "theirs")}`} />
          </RadioGroup>
        </div>
      ))}
      <div>
        <Button appearance="primary" disabled={busy || !conflicts.every((conflict) => choice[conflict.personId])} onClick={() => onResolve((conflict) => choice[conflict.personId] === "mine")}>
          {t.resolve}
        </Button>
      </div>
    </section>
  );
}
