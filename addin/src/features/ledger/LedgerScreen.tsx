import { Button, MessageBar, MessageBarBody, Text, Title3 } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getLedger, trainingCreditsAddress, type LedgerLine, type LedgerPeriod } from "../../api/ledger";
import { formatCredit, formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import styles from "./ledger.module.css";
import { OpeningYears } from "./OpeningYears";
import { ledgerText } from "./text";
import { Trainings } from "./Trainings";

interface LedgerProps {
  personId: string;
  /** The year that 表12 is made for and whose period is shown. */
  year: number;
  own: boolean;
  onBack?: () => void;
}

/** A cadre's credits: a line per year with what stands behind it, by five-year period. */
export default function LedgerScreen({ personId, year, own, onBack }: LedgerProps) {
  const t = useText(ledgerText);
  const ledger = useLoad(`ledger ${personId} ${year}`, (signal) => getLedger(personId, year, signal));
  const [problem, setProblem] = useState<unknown>(undefined);
  return (
    <Page
      title={own || !ledger.data ? t.mine : t.of(ledger.data.name)}
      lead={t.lead}
      actions={
        <>
          {onBack && (
            <Button icon={<ArrowLeftRegular />} onClick={onBack}>
              {t.back}
            </Button>
          )}
          <DownloadButton address={trainingCreditsAddress(personId, year, "docx")} fileName="表12.docx" onProblem={setProblem}>
            {t.word12}
          </DownloadButton>
          <DownloadButton address={trainingCreditsAddress(personId, year, "xlsx")} fileName="表12.xlsx" onProblem={setProblem}>
            {t.excel12}
          </DownloadButton>
        </>
      }
    >
      <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
      <Load from={ledger}>
        {(data) => (
          <>
            {data.periods.map((period) => (
              <Period key={period.from} period={period} />
            ))}
            <OpeningYears ledger={data} onChanged={ledger.reload} />
            <Trainings ledger={data} onChanged={ledger.reload} />
          </>
        )}
      </Load>
    </Page>
  );
}

function Period({ period }: { period: LedgerPeriod }) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const title = t.period(period.numeral, period.from, period.until);
  const proof = (line: LedgerLine) => (
    <>
      {[line.proof, line.reviewedBy ? t.reviewed(line.reviewedBy, formatMoment(line.reviewedAt, language)) : null].filter(Boolean).join(" · ")}
      {line.filedTwice && <span className={styles["note"]}>{t.twice}</span>}
    </>
  );
  return (
    <section className={styles["section"]} aria-labelledby={`period-${period.from}`}>
      <Title3 as="h2" id={`period-${period.from}`}>
        {title}
      </Title3>
      {period.refusal ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t.totalUnset(period.years)}。{pick(language, period.refusal, period.refusalEn)}
          </MessageBarBody>
        </MessageBar>
      ) : (
        <Text weight="semibold">{t.total(period.years, formatCredit(period.ethics), formatCredit(period.ethicsCap), formatCredit(period.skills), formatCredit(period.skillsCap))}</Text>
      )}
      <Table
        label={title}
        rows={period.lines}
        rowKey={(line) => line.year}
        columns={[
          { key: "year", header: t.year, heads: true, nowrap: true, cell: (line) => line.year },
          { key: "state", header: t.state, nowrap: true, cell: (line) => <span data-ledger={line.state}>{pick(language, line.stateLabel, line.stateLabelEn)}</span> },
          { key: "declared", header: t.declared, align: "center", cell: (line) => formatCredit(line.declared) },
          { key: "recognised", header: t.recognised, align: "center", cell: (line) => formatCredit(line.recognised) },
          ...(period.refusal
            ? []
            : [
                { key: "ethics", header: t.ethics, align: "center" as const, cell: (line: LedgerLine) => formatCredit(line.ethics) },
                { key: "skills", header: t.skills, align: "center" as const, cell: (line: LedgerLine) => formatCredit(line.skills) },
              ]),
          { key: "school", header: t.school, cell: (line) => line.schoolName ?? "" },
          { key: "proof", header: t.proof, cell: proof },
        ]}
      />
    </section>
  );
}
