import { Button, Checkbox, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../shared/text";
import { words } from "../../shared/words";
import styles from "./FillPane.module.css";
import { paneText } from "./paneText";
import type { PullLine } from "./session";

interface PullListProps {
  lines: readonly PullLine[];
  notInDocument: readonly string[];
  busy: boolean;
  onApply: (lines: readonly PullLine[]) => void;
  onClose: () => void;
}

/** What a pull would overwrite, line by line. What only the platform changed is chosen; what was typed is not, until its author says so. */
export function PullList({ lines, notInDocument, busy, onApply, onClose }: PullListProps) {
  const t = useText(paneText);
  const w = useText(words);
  const [chosen, setChosen] = useState(() => new Set(lines.flatMap((line, index) => (line.safe ? [index] : []))));
  const choose = (index: number, on: boolean) =>
    setChosen((old) => {
      const next = new Set(old);
      const group = lines[index]!.group;
      // Rows that moved are taken or left together: half of them would stand twice.
      for (const [member, line] of lines.entries()) {
        if (member !== index && (group === null || line.group !== group)) continue;
        if (on) next.add(member);
        else next.delete(member);
      }
      return next;
    });
  return (
    <section className={styles["section"]} aria-label={t.pullTitle}>
      <Subtitle2 as="h2">{lines.length === 0 ? t.pullNone : t.pullTitle}</Subtitle2>
      {notInDocument.length > 0 && <span className={styles["invalid"]}>{t.pullNotIn(notInDocument.join("、"))}</span>}
      {lines.map((line, index) => (
        <div key={`${line.occurrence}:${line.tag}`} className={styles["difference"]} data-pull={line.tag}>
          <Checkbox label={line.tag.includes(".") ? `${line.label} ${t.row(line.occurrence + 1)}` : line.label} checked={chosen.has(index)} onChange={(_, data) => choose(index, data.checked === true)} />
          <span className={styles["before"]}>
            {t.inDocument}：{line.before || w.empty}
          </span>
          <span>
            {t.onPlatform}：{line.text || w.empty}
          </span>
        </div>
      ))}
      <div className={styles["actions"]}>
        {lines.length > 0 && (
          <Button appearance="primary" disabled={busy || chosen.size === 0} onClick={() => onApply(lines.filter((_, index) => chosen.has(index)))}>
            {t.apply}
          </Button>
        )}
        <Button onClick={onClose}>{w.close}</Button>
      </div>
    </section>
  );
}
