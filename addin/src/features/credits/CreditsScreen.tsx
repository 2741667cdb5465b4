import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { creditDocumentAddress, editCredit, getCredits, type CreditColumn, type CreditRow, type CreditSheet, type EditCredit } from "../../api/credits";
import { ApiProblem } from "../../api/problem";
import { formatCredit, formatMoment } from "../../shared/format";
import { href } from "../../shared/router";
import { isBelow } from "../../shared/below";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { useUndo } from "../../shared/useUndo";
import styles from "./credits.module.css";
import { CountDrawer } from "./CountDrawer";
import { DeclareDialog } from "./DeclareDialog";
import { shownCount } from "./edit";
import { creditsText } from "./text";

interface CreditsProps {
  schoolId: string;
  year: number;
}

export default function CreditsScreen({ schoolId, year }: CreditsProps) {
  const t = useText(creditsText);
  const notify = useNotice();
  const undo = useUndo();
  const sheet = useLoad(`credits ${schoolId} ${year}`, (signal) => getCredits(schoolId, year, signal));
  const [problem, setProblem] = useState<unknown>(undefined);
  const [cell, setCell] = useState<{ personId: string; column: CreditColumn } | null>(null);
  const [declaring, setDeclaring] = useState<string | null>(null);

  const put = (data: CreditSheet, row: CreditRow) => sheet.set({ ...data, rows: data.rows.map((each) => (each.personId === row.personId ? row : each)) });
  const save = async (row: CreditRow, body: EditCredit): Promise<void> => {
    const data = sheet.data;
    if (!data) return;
    try {
      const saved = await editCredit(schoolId, year, row, body);
      put(data, saved);
      notify({ text: t.saved(row.name), undo: undo(sheet.reload) });
      // The content code and whether the print is void follow from the numbers.
      sheet.reload();
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.status === 412 && reason.more["current"]) put(data, reason.more["current"] as CreditRow);
      throw reason;
    }
  };
  const rowOf = (personId: string | undefined) => sheet.data?.rows.find((each) => each.personId === personId);
  const opened = rowOf(cell?.personId);
  const declared = rowOf(declaring ?? undefined);
  return (
    <Page
      title={t.title}
      lead={sheet.data && t.lead(sheet.data.lead ?? "")}
      actions={
        <>
          <DownloadButton appearance="primary" address={creditDocumentAddress(schoolId, year, "docx")} fileName="表4.docx" onProblem={setProblem}>
            {t.word}
          </DownloadButton>
          <DownloadButton address={creditDocumentAddress(schoolId, year, "xlsx")} fileName="表4.xlsx" onProblem={setProblem}>
            {t.excel}
          </DownloadButton>
          <DownloadButton address={creditDocumentAddress(schoolId, year, "docx", 1)} fileName="表4-1.docx" onProblem={setProblem}>
            {t.copy1}
          </DownloadButton>
          <DownloadButton address={creditDocumentAddress(schoolId, year, "docx", 2)} fileName="表4-2.docx" onProblem={setProblem}>
            {t.copy2}
          </DownloadButton>
        </>
      }
    >
      <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
      <Load from={sheet}>
        {(data) => (
          <>
            <SheetState sheet={data} />
            {data.rows.length === 0 ? (
              <Text>{t.nobody}</Text>
            ) : (
              <CreditTable sheet={data} onCell={(personId, column) => setCell({ personId, column })} onDeclare={setDeclaring} />
            )}
          </>
        )}
      </Load>
      <CountDrawer
        key={`${cell?.personId} ${cell?.column.key} ${opened?.version}`}
        row={opened}
        column={cell?.column}
        mayEdit={sheet.data?.canEdit === true}
        onSave={save}
        onClose={() => setCell(null)}
      />
      {declared && <DeclareDialog key={declared.version} row={declared} onSave={save} onClose={() => setDeclaring(null)} />}
    </Page>
  );
}

function SheetState({ sheet }: { sheet: CreditSheet }) {
  const t = useText(creditsText);
  const language = useLanguage();
  return (
    <>
      {sheet.signedOff && (
        <MessageBar intent="success">
          <MessageBarBody>{t.signedOff(sheet.signedOff.by, formatMoment(sheet.signedOff.at, language))}</MessageBarBody>
        </MessageBar>
      )}
      {sheet.closed && !sheet.signedOff && (
        <MessageBar intent="info">
          <MessageBarBody>{t.closed}</MessageBarBody>
        </MessageBar>
      )}
      {sheet.sheet?.printVoid && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.printVoid}</MessageBarBody>
        </MessageBar>
      )}
      {sheet.sheet && (
        <p className={styles["facts"]}>
          <span>{t.code(sheet.sheet.contentCode)}</span>
          {sheet.sheet.printedCode !== "" && <span>{t.printed(sheet.sheet.printedCode)}</span>}
          <a href={href(["paper", sheet.sheet.recordId])}>{t.openSheet}</a>
        </p>
      )}
    </>
  );
}

interface CreditTableProps {
  sheet: CreditSheet;
  onCell: (personId: string, column: CreditColumn) => void;
  onDeclare: (personId: string) => void;
}

function CreditTable({ sheet, onCell, onDeclare }: CreditTableProps) {
  const t = useText(creditsText);
  const language = useLanguage();
  return (
    <Table<CreditRow>
      label={t.title}
      rows={sheet.rows}
      rowKey={(row) => row.personId}
      columns={[
        { key: "name", header: t.name, heads: true, cell: (row) => row.name },
        { key: "post", header: t.post, cell: (row) => row.post },
        ...sheet.columns.map((column) => ({
          key: column.key,
          header: pick(language, column.label, column.labelEn),
          align: "center" as const,
          cell: (row: CreditRow) => {
            const count = row.counts[column.key];
            const below = isBelow(column.minimum, count);
            return (
              <button
                type="button"
                className={`${styles["count"]} ${below ? styles["below"] : ""}`}
                title={[below ? t.below(column.minimum) : null, count?.typed != null ? t.typedMark : null].filter(Boolean).join(" · ") || undefined}
                aria-label={t.countLabel(row.name, pick(language, column.label, column.labelEn), shownCount(count))}
                onClick={() => onCell(row.personId, column)}
              >
                {shownCount(count)}
                {count?.typed != null && <sup>*</sup>}
              </button>
            );
          },
        })),
        {
          key: "gaps",
          header: t.gaps,
          cell: (row) =>
            row.gaps.length === 0 ? (
              t.complete
            ) : (
              <details className={styles["gaps"]}>
                <summary>{t.gapCount(row.gaps.length)}</summary>
                <ul className={styles["papers"]}>
                  {row.gaps.map((gap) => (
                    <li key={`${gap.formId} ${gap.semester}`}>{t.gap(pick(language, gap.label, gap.labelEn), gap.missing)}</li>
                  ))}
                </ul>
              </details>
            ),
        },
        {
          key: "declared",
          header: t.declared,
          align: "center",
          cell: (row) => (
            <span className={styles["declared"]}>
              {formatCredit(row.credit)}
              {sheet.canEdit && <Button size="small" appearance="subtle" icon={<EditRegular />} aria-label={`${t.edit} ${row.name}`} title={t.edit} onClick={() => onDeclare(row.personId)} />}
            </span>
          ),
        },
        {
          key: "opinion",
          header: t.opinion,
          cell: (row) => (
            <>
              {row.opinion ?? ""}
              {row.opinionReason && <span className={styles["note"]}>{row.opinionReason}</span>}
            </>
          ),
        },
        { key: "recognised", header: t.recognised, align: "center", cell: (row) => formatCredit(row.recognised) },
      ]}
    />
  );
}
