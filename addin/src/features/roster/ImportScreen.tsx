import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Select, Switch, Text, Textarea, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { applyImport, previewImport, type ImportChoices, type ImportPreview, type ImportRow } from "../../api/roster";
import { pick, useLanguage, useText } from "../../shared/text";
import { FilePicker } from "../../shared/ui/FilePicker";
import { Waiting } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./roster.module.css";
import { fieldLabel, personFields, rosterText } from "./text";
import { TransferDialog, type Wanted } from "./TransferDialog";

const mappable = ["personId", ...personFields, "from"] as const;

export default function ImportScreen({ schoolId, year, onDone }: { schoolId: string; year: number; onDone: () => void }) {
  const t = useText(rosterText);
  const notify = useNotice();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<Record<string, string | null>>({});
  const [whole, setWhole] = useState(false);
  const [from, setFrom] = useState(`${year}-01-01`);
  const [transfer, setTransfer] = useState<Wanted | null>(null);
  const read = useAction(async (chosen: File, choices: ImportChoices) => {
    const next = await previewImport(schoolId, chosen, choices);
    setPreview(next);
    setMapping(Object.fromEntries(next.columns.map((column) => [column.header, column.mappedTo])));
  });
  const apply = useAction(async (id: string) => {
    const { counts } = await applyImport(id);
    notify({ text: t.applied(counts.add, counts.change) });
    onDone();
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    void read.run(chosen, { mapping: {}, whole, from });
  };
  const again = (choices: Partial<ImportChoices>) => {
    if (file && (choices.from ?? from) !== "") void read.run(file, { mapping, whole, from, ...choices });
  };
  return (
    <Page title={t.importTitle} lead={t.importLead} actions={<Button onClick={onDone}>{t.toRoster}</Button>}>
      <section className={styles["step"]} aria-labelledby="step-file">
        <Title3 as="h2" id="step-file">
          {t.stepFile}
        </Title3>
        <Field label={t.importFrom} hint={t.importFromHint} required className={styles["day"]}>
          <Input
            type="date"
            value={from}
            onChange={(_, data) => {
              setFrom(data.value);
              again({ from: data.value });
            }}
          />
        </Field>
        <FilePicker label={file ? t.another : t.import} accept=".xlsx,.csv" hint={t.fileHint} busy={read.busy || from === ""} onFile={choose} />
        <Field label={t.paste} hint={t.pasteHint} className={styles["paste"]}>
          <Textarea
            rows={2}
            value=""
            disabled={read.busy || from === ""}
            onPaste={(event) => {
              const text = event.clipboardData.getData("text/plain");
              event.preventDefault();
              // Cells copied from Excel or WPS come as lines of tabbed texts, which is a table like any other.
              if (text.trim() !== "") choose(new File([text], `${t.pasted}.csv`, { type: "text/csv" }));
            }}
          />
        </Field>
        {file && <Text>{file.name}</Text>}
      </section>
      {read.busy && <Waiting />}
      <ProblemBar problem={apply.error ?? read.error} onClose={() => (apply.clear(), read.clear())} />
      {preview && (
        <>
          <section className={styles["step"]} aria-labelledby="step-columns">
            <Title3 as="h2" id="step-columns">
              {t.stepColumns}
            </Title3>
            <FileProblems preview={preview} />
            <Table
              label={t.stepColumns}
              rows={preview.columns}
              rowKey={(column) => column.index}
              columns={[
                { key: "header", header: t.heading, heads: true, cell: (column) => column.header },
                {
                  key: "field",
                  header: t.meaning,
                  cell: (column) => (
                    <Select
                      aria-label={`${column.header}: ${t.meaning}`}
                      value={mapping[column.header] ?? ""}
                      onChange={(_, data) => setMapping((old) => ({ ...old, [column.header]: data.value || null }))}
                    >
                      <option value="">{t.leaveOut}</option>
                      {mappable.map((key) => (
                        <option key={key} value={key}>
                          {fieldLabel(key, t)}
                        </option>
                      ))}
                    </Select>
                  ),
                },
              ]}
            />
            <div className={styles["bar"]}>
              <Checkbox
                label={t.whole}
                checked={whole}
                onChange={(_, data) => {
                  setWhole(data.checked === true);
                  again({ whole: data.checked === true });
                }}
              />
              {preview.columns.some((column) => (mapping[column.header] ?? null) !== column.mappedTo) && (
                <Button appearance="primary" disabled={read.busy} onClick={() => again({})}>
                  {t.remap}
                </Button>
              )}
            </div>
          </section>
          <RowsStep preview={preview} busy={apply.busy || read.busy} onApply={(id) => void apply.run(id)} onTransfer={setTransfer} />
        </>
      )}
      {transfer && <TransferDialog schoolId={schoolId} year={year} wanted={transfer} onClose={() => setTransfer(null)} onSaved={() => again({})} />}
    </Page>
  );
}

function FileProblems({ preview }: { preview: ImportPreview }) {
  const language = useLanguage();
  if (preview.problems.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <ul className={styles["list"]}>
          {preview.problems.map((problem, index) => (
            <li key={index}>{pick(language, problem.message, problem.messageEn)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

interface RowsStepProps {
  preview: ImportPreview;
  busy: boolean;
  onApply: (id: string) => void;
  onTransfer: (wanted: Wanted) => void;
}

/** A roster of thousands is not drawn before somebody asks; faulty rows stand first. */
const firstRows = 200;

/** Somebody the roster knows from another school or from before. */
const known = ["belongs-elsewhere", "left-before"];

const valueOf = (row: ImportRow, field: string): string => row.changes.find((change) => change.field === field)?.after ?? "";

function RowsStep({ preview, busy, onApply, onTransfer }: RowsStepProps) {
  const t = useText(rosterText);
  const common = useText(words);
  const language = useLanguage();
  const { counts, id } = preview;
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [onlyChanges, setOnlyChanges] = useState(true);
  const [all, setAll] = useState(false);
  const changing = counts.add + counts.change + counts.drop;
  const shown = preview.rows.filter((row) => (onlyErrors ? row.status === "error" : !onlyChanges || row.status !== "same"));
  const statusWord: Record<ImportRow["status"], string> = { add: t.add_, change: t.change, same: t.same, drop: t.drop, error: t.error };
  return (
    <section className={styles["step"]} aria-labelledby="step-rows">
      <Title3 as="h2" id="step-rows">
        {t.stepRows}
      </Title3>
      <Text role="status">{t.counts(counts.add, counts.change, counts.same, counts.drop, counts.error)}</Text>
      {changing + counts.error === 0 && preview.problems.length === 0 && <Text>{t.nothingToDo}</Text>}
      {preview.absent.length > 0 && (
        <Text>
          {t.absent(preview.absent.length)}
          {preview.absent.map((person) => person.name).join("、")}
        </Text>
      )}
      <div className={styles["bar"]}>
        {counts.error > 0 && <Switch label={t.onlyErrors} checked={onlyErrors} onChange={(_, data) => setOnlyErrors(data.checked)} />}
        {counts.same > 0 && <Switch label={t.onlyChanges} checked={onlyChanges} disabled={onlyErrors} onChange={(_, data) => setOnlyChanges(data.checked)} />}
      </div>
      {shown.length > 0 && (
        <Table
          label={t.stepRows}
          rows={(all ? shown : shown.slice(0, firstRows)).map((row, index) => ({ ...row, index }))}
          rowKey={(row) => row.index}
          rowState={(row) => (row.status === "error" ? "danger" : undefined)}
          columns={[
            { key: "row", header: t.rowNo, align: "end", cell: (row) => row.row ?? "" },
            { key: "name", header: t.name, heads: true, cell: (row) => row.name },
            { key: "status", header: t.what, cell: (row) => statusWord[row.status], nowrap: true },
            {
              key: "changes",
              header: t.changes,
              cell: (row) => (
                <ul className={styles["list"]}>
                  {row.changes.map((change) => (
                    <li key={change.field}>
                      {fieldLabel(change.field, t)}：{change.before !== "" && <span className={styles["old"]}>{change.before}</span>} {change.after || common.empty}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: "problems",
              header: t.faults,
              cell: (row) => (
                <ul className={styles["list"]}>
                  {row.problems.map((problem, index) => (
                    <li key={index} className={styles["fault"]}>
                      {pick(language, problem.message, problem.messageEn)}
                    </li>
                  ))}
                  {row.problems.some((problem) => known.includes(problem.code)) && (
                    <li>
                      <Button size="small" aria-label={`${t.transfer} ${row.name}`} onClick={() => onTransfer({ query: valueOf(row, "platformNo") || row.name, post: valueOf(row, "post") })}>
                        {t.transfer}
                      </Button>
                    </li>
                  )}
                </ul>
              ),
            },
          ]}
        />
      )}
      {!all && shown.length > firstRows && (
        <div>
          <Button onClick={() => setAll(true)}>{t.showAll(shown.length)}</Button>
        </div>
      )}
      {counts.error > 0 && <Text>{t.fixFirst}</Text>}
      <div>
        <Button appearance="primary" disabled={busy || id === null || counts.error > 0 || changing === 0} onClick={() => id !== null && onApply(id)}>
          {t.apply}
        </Button>
      </div>
    </section>
  );
}
