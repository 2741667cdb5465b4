import { Button, Field, Input, Text, Title3 } from "@fluentui/react-components";
import { SaveRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getDeadlines, setDeadlines, type DeadlineLine } from "../../api/deadlines";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { changed, keyOf } from "./changed";
import styles from "./deadlines.module.css";
import { deadlinesText } from "./text";

/** The last days of a year's papers, set by the college. */
export default function DeadlinesScreen({ year }: { year: number }) {
  const t = useText(deadlinesText);
  const notify = useNotice();
  const deadlines = useLoad(`deadlines ${year}`, (signal) => getDeadlines(year, signal));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const edits = deadlines.data ? changed(deadlines.data.lines, typed) : [];
  const save = useAction(async () => {
    deadlines.set(await setDeadlines(year, edits));
    setTyped({});
    notify({ text: t.saved });
  });
  return (
    <Page
      title={t.title}
      lead={t.lead(year)}
      actions={
        deadlines.data?.canEdit && (
          <Button appearance="primary" icon={<SaveRegular />} disabled={save.busy || edits.length === 0} onClick={() => void save.run()}>
            {edits.length === 0 ? t.save : t.saveSome(edits.length)}
          </Button>
        )
      }
    >
      <ProblemBar problem={save.error} onClose={save.clear} />
      <Load from={deadlines}>
        {(view) => (
          <>
            {!view.canEdit && <Text>{t.readOnly}</Text>}
            {(["school", "personal"] as const).map((portfolio) => (
              <section key={portfolio} className={styles["section"]} aria-labelledby={`deadlines-${portfolio}`}>
                <Title3 as="h2" id={`deadlines-${portfolio}`}>
                  {t[portfolio]}
                </Title3>
                <Lines
                  label={t[portfolio]}
                  lines={view.lines.filter((line) => line.portfolio === portfolio)}
                  typed={typed}
                  onTyped={view.canEdit ? (line, day) => setTyped({ ...typed, [keyOf(line)]: day }) : undefined}
                />
              </section>
            ))}
          </>
        )}
      </Load>
    </Page>
  );
}

interface LinesProps {
  label: string;
  lines: DeadlineLine[];
  typed: Readonly<Record<string, string>>;
  /** Left out where the asker only reads. */
  onTyped?: (line: DeadlineLine, day: string) => void;
}

function Lines({ label, lines, typed, onTyped }: LinesProps) {
  const t = useText(deadlinesText);
  const language = useLanguage();
  const paper = (line: DeadlineLine) => [line.sheet, pick(language, line.title, line.titleEn)].filter(Boolean).join(" ");
  const semester = (line: DeadlineLine) => pick(language, line.semesterName ?? "", line.semesterNameEn ?? "");
  return (
    <Table
      label={label}
      rows={lines}
      rowKey={keyOf}
      columns={[
        {
          key: "paper",
          header: t.paper,
          heads: true,
          cell: (line) => (
            <span className={styles["paper"]}>
              {paper(line)}
              {line.semesterName && <span className={styles["semester"]}>{semester(line)}</span>}
            </span>
          ),
        },
        {
          key: "due",
          header: t.due,
          cell: (line) =>
            onTyped ? (
              <Field hint={line.set === null && line.due !== null ? t.default(formatDay(line.due, language)) : undefined}>
                <Input
                  type="date"
                  className={styles["day"] ?? ""}
                  aria-label={t.dayOf([paper(line), semester(line)].filter(Boolean).join(" "))}
                  value={typed[keyOf(line)] ?? line.set ?? ""}
                  onChange={(_, data) => onTyped(line, data.value)}
                />
              </Field>
            ) : (
              formatDay(line.due, language)
            ),
        },
      ]}
    />
  );
}
