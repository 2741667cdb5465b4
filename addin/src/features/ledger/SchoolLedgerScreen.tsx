import { Field, MessageBar, MessageBarBody, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { getPlatform, platformSheetAddress, type Platform, type PlatformLine } from "../../api/ledger";
import { formatCredit } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import styles from "./ledger.module.css";
import { PlatformFilings } from "./PlatformFilings";
import { ledgerText } from "./text";

interface SchoolLedgerProps {
  schoolId: string;
  /** The year whose period is shown first. */
  year: number;
}

/** The period's ledger of a school: what 表5-1 and 表5-2 print, and what goes to the online platform. */
export default function SchoolLedgerScreen({ schoolId, year }: SchoolLedgerProps) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? year;
  const ledger = useLoad(`platform ${schoolId} ${at}`, (signal) => getPlatform(schoolId, at, signal));
  const [problem, setProblem] = useState<unknown>(undefined);
  const data = ledger.data;
  return (
    <Page
      title={t.title}
      lead={data && t.schoolLead(data.schoolName, data.rows.length)}
      actions={
        data &&
        !data.refusal && (
          <>
            {(["platform-ethics", "platform-skills"] as const).flatMap((form) =>
              (["docx", "xlsx"] as const).map((format) => {
                const label = form === "platform-ethics" ? (format === "docx" ? t.word51 : t.excel51) : format === "docx" ? t.word52 : t.excel52;
                return (
                  <DownloadButton key={`${form} ${format}`} address={platformSheetAddress(schoolId, form, data.until, format)} fileName={`${label}.${format}`} onProblem={setProblem}>
                    {label}
                  </DownloadButton>
                );
              }),
            )}
          </>
        )
      }
    >
      <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
      <Load from={ledger}>
        {(view) => (
          <>
            <Field label={t.periodChoice} orientation="horizontal" className={styles["choice"]}>
              <Select value={String(view.from)} onChange={(_, choice) => setChosen(Number(choice.value))}>
                {view.periods.map((period) => (
                  <option key={period.from} value={period.from}>
                    {t.period(period.numeral, period.from, period.until)}
                  </option>
                ))}
              </Select>
            </Field>
            {view.refusal && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{pick(language, view.refusal, view.refusalEn)}</MessageBarBody>
              </MessageBar>
            )}
            {view.rows.length === 0 ? <Text>{t.nobody}</Text> : <Rows view={view} />}
            {!view.refusal && <PlatformFilings key={view.from} view={view} onChanged={ledger.reload} />}
          </>
        )}
      </Load>
    </Page>
  );
}

function Rows({ view }: { view: Platform }) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const years = view.rows[0]?.lines.map((line) => line.year) ?? [];
  const status = (row: PlatformLine) => (row.filed ? t.filed : row.problems.length > 0 ? row.problems.map((each) => pick(language, each.message, each.messageEn)).join(" ") : row.years > 0 ? t.ready : t.nothing);
  return (
    <Table
      label={t.title}
      rows={view.rows}
      rowKey={(row) => row.personId}
      rowState={(row) => (!row.filed && row.problems.length > 0 ? "warning" : undefined)}
      columns={[
        { key: "name", header: t.name, heads: true, cell: (row) => <a href={href(["ledger", row.personId])}>{row.name}</a> },
        { key: "number", header: t.number, nowrap: true, cell: (row) => row.platformNo },
        ...years.map((each, index) => ({
          key: String(each),
          header: each,
          nowrap: true,
          cell: (row: PlatformLine) => {
            const line = row.lines[index];
            return line && <span data-ledger={line.state}>{pick(language, line.stateLabel, line.stateLabelEn)}</span>;
          },
        })),
        { key: "years", header: t.years, align: "center", cell: (row) => row.years },
        { key: "ethics", header: t.ethics, align: "center", cell: (row) => formatCredit(row.ethics) },
        { key: "skills", header: t.skills, align: "center", cell: (row) => formatCredit(row.skills) },
        ...(view.refusal ? [] : [{ key: "status", header: t.problems, cell: status }]),
      ]}
    />
  );
}
