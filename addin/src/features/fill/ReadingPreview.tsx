import { Button, Checkbox, MessageBar, MessageBarBody, Switch, Title3 } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { applyReading, type Reading, type ReadingField, type RecordView } from "../../api/records";
import { pick, useLanguage, useText } from "../../shared/text";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./fill.module.css";
import { fillText } from "./text";

interface ReadingPreviewProps {
  reading: Reading;
  onApplied: (record: RecordView) => void;
  onDrop: () => void;
}

/** What was read from a file, field by field, before anything is changed. */
export function ReadingPreview({ reading, onApplied, onDrop }: ReadingPreviewProps) {
  const t = useText(fillText);
  const common = useText(words);
  const language = useLanguage();
  const changed = reading.fields.filter((field) => field.changed);
  const [onlyChanged, setOnlyChanged] = useState(changed.length > 0);
  const [overwrite, setOverwrite] = useState(false);
  const apply = useAction(async () => onApplied(await applyReading(reading, overwrite)));
  const shown = onlyChanged ? changed : reading.fields;
  const refused = reading.problems.length > 0;
  // The file may have been asked for further down the page: the answer is where the reader is taken.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const sourceWord = (field: ReadingField) => (field.source === null ? "" : t[field.source]);
  return (
    <section ref={section} tabIndex={-1} className={styles["stack"]} aria-labelledby="reading-title">
      <Title3 as="h2" id="reading-title">
        {t.reading(reading.fileName)}
      </Title3>
      <p className={styles["facts"]}>{changed.length === 0 ? t.readingNothing : t.readingLead(changed.length, reading.fields.length)}</p>
      <ProblemBar problem={apply.error} onClose={apply.clear} />
      {reading.stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t.readingStale(reading.documentVersion, reading.currentVersion)}
            <div>
              <Checkbox label={t.overwrite} checked={overwrite} onChange={(_, data) => setOverwrite(data.checked === true)} />
            </div>
          </MessageBarBody>
        </MessageBar>
      )}
      {refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <strong>{t.problems}</strong>
            <ul className={styles["list"]}>
              {reading.problems.map((problem, index) => (
                <li key={index}>{pick(language, problem.message, problem.messageEn)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {reading.notUnderstood.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <strong>{t.notUnderstood}</strong>
            <ul className={styles["list"]}>
              {reading.notUnderstood.map((note, index) => (
                <li key={index}>{pick(language, note.message, note.messageEn)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {reading.effects.length > 0 && (
        <section aria-label={t.effects}>
          <strong>{t.effects}</strong>
          <ul className={styles["list"]}>
            {reading.effects.map((effect, index) => (
              <li key={index} data-effect={effect.kind}>
                {pick(language, effect.message, effect.messageEn)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {reading.fields.length > 0 && (
        <>
          <Switch label={t.onlyChanged} checked={onlyChanged} onChange={(_, data) => setOnlyChanged(data.checked)} />
          <Table
            label={t.reading(reading.fileName)}
            rows={shown}
            rowKey={(field) => `${field.section} ${field.row} ${field.key}`}
            columns={[
              { key: "field", header: t.field, heads: true, cell: (field) => (field.row === null ? field.label : `${field.label} · ${common.row(field.row)}`) },
              { key: "before", header: t.before, cell: (field) => <Value text={field.before} /> },
              {
                key: "now",
                header: t.now,
                cell: (field) => (
                  <>
                    <Value text={field.value} strong={field.changed} />
                    {field.raw !== null && field.raw !== field.value && <span className={styles["note"]}>{t.normalised(field.raw)}</span>}
                  </>
                ),
              },
              { key: "source", header: t.source, cell: sourceWord, nowrap: true },
            ]}
          />
        </>
      )}
      <div className={styles["bar"]}>
        <Button appearance="primary" disabled={apply.busy || refused || changed.length === 0 || (reading.stale && !overwrite)} onClick={() => void apply.run()}>
          {t.apply}
        </Button>
        <Button onClick={onDrop}>{t.dropReading}</Button>
      </div>
    </section>
  );
}

export function Value({ text, strong = false }: { text: string; strong?: boolean }) {
  const common = useText(words);
  if (text === "") return <span className={styles["empty"]}>{common.empty}</span>;
  return strong ? <strong className={styles["value"]}>{text}</strong> : <span className={styles["value"]}>{text}</span>;
}
