import { Text, Title3 } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getReviewQueue, reviewWorkbookAddress, uploadReviewWorkbook, type ReviewSchool, type ReviewUpload } from "../../api/review";
import { formatCredit } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { FilePicker } from "../../shared/ui/FilePicker";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./review.module.css";
import { reviewText } from "./text";

interface ReviewProps {
  year: number;
  mayReview: boolean;
}

export default function ReviewScreen({ year, mayReview }: ReviewProps) {
  const t = useText(reviewText);
  const queue = useLoad(`review ${year}`, (signal) => getReviewQueue(year, signal));
  const [problem, setProblem] = useState<unknown>(undefined);
  const [result, setResult] = useState<ReviewUpload | null>(null);
  const upload = useAction(async (file: File) => {
    setResult(null);
    setResult(await uploadReviewWorkbook(year, file));
    queue.reload();
  });
  const schools = queue.data ?? [];
  return (
    <Page
      title={t.title}
      lead={queue.data && t.lead(schools.filter((school) => !school.signedOff).length, year)}
      actions={
        mayReview && (
          <DownloadButton appearance="primary" address={reviewWorkbookAddress(year)} fileName={`${year}.xlsx`} onProblem={setProblem}>
            {t.workbook}
          </DownloadButton>
        )
      }
    >
      {mayReview && <FilePicker label={t.upload} accept=".xlsx" hint={t.uploadHint} busy={upload.busy} onFile={(file) => void upload.run(file)} />}
      <ProblemBar problem={upload.error ?? problem} onClose={() => (upload.clear(), setProblem(undefined))} />
      {result && <UploadResult result={result} />}
      <Load from={queue}>
        {() => (schools.length === 0 ? <Text>{t.nobody}</Text> : <Queue schools={schools} mayReview={mayReview} />)}
      </Load>
    </Page>
  );
}

/** Everybody in whose row something stands out; two of one name are two people. */
const namesOf = (school: ReviewSchool): string[] => [...new Map(school.exceptions.map((each) => [each.personId, each.name])).values()];

function Queue({ schools, mayReview }: { schools: readonly ReviewSchool[]; mayReview: boolean }) {
  const t = useText(reviewText);
  const language = useLanguage();
  const paper = (each: ReviewSchool["plan"]) =>
    each ? (
      <a href={href(["paper", each.recordId])}>
        <StateTag state={each.state} />
      </a>
    ) : (
      <StateTag state="missing" />
    );
  return (
    <Table
      label={t.title}
      rows={schools}
      rowKey={(school) => school.schoolId}
      columns={[
        { key: "school", header: t.school, heads: true, cell: (school) => <a href={href(["review", school.schoolId])}>{school.schoolName}</a> },
        { key: "region", header: t.region, cell: (school) => school.regionName, nowrap: true },
        {
          key: "reviewed",
          header: t.reviewed,
          align: "center",
          nowrap: true,
          cell: (school) =>
            school.signedOff ? (
              <span className={styles["done"]}>
                <CheckmarkCircleRegular aria-hidden /> {t.signedOff}
              </span>
            ) : (
              `${school.reviewed} / ${school.cadres}`
            ),
        },
        {
          key: "exceptions",
          header: t.exceptions,
          cell: (school) =>
            school.exceptions.length === 0 ? (
              t.noExceptions
            ) : (
              <details className={styles["gaps"]}>
                <summary>{t.people(namesOf(school).join(language === "zh" ? "、" : ", "), namesOf(school).length)}</summary>
                <ul className={styles["list"]}>
                  {school.exceptions.map((each, index) => (
                    <li key={index}>
                      {each.name}：{pick(language, each.label, each.labelEn)}
                    </li>
                  ))}
                </ul>
              </details>
            ),
        },
        { key: "plan", header: t.plan, cell: (school) => paper(school.plan) },
        { key: "summary", header: t.summary, cell: (school) => paper(school.summary) },
        {
          key: "open",
          header: <span className="visually-hidden">{t.open}</span>,
          nowrap: true,
          cell: (school) => (
            <a href={href(["review", school.schoolId])} aria-label={`${mayReview ? t.open : t.look} ${school.schoolName}`}>
              {mayReview ? t.open : t.look}
            </a>
          ),
        },
      ]}
    />
  );
}

function UploadResult({ result }: { result: ReviewUpload }) {
  const t = useText(reviewText);
  const fieldWord: Record<string, string> = { opinion: t.opinion, recognised: t.recognised, reason: t.reason, counts: t.counts };
  return (
    <section className={styles["stack"]} aria-labelledby="upload-result">
      <Title3 as="h2" id="upload-result">
        {t.result}
      </Title3>
      <Text role="status">{t.resultLead(result.applied.length, result.unchanged, result.conflicts.length)}</Text>
      {result.applied.length > 0 && (
        <Table
          label={t.result}
          rows={result.applied}
          rowKey={(row) => row.personId}
          columns={[
            { key: "row", header: t.row, align: "end", cell: (row) => row.row },
            { key: "name", header: t.name, heads: true, cell: (row) => row.name },
            { key: "school", header: t.school, cell: (row) => row.schoolName },
            { key: "opinion", header: t.opinion, cell: (row) => row.opinion ?? "" },
            { key: "recognised", header: t.recognised, align: "center", cell: (row) => formatCredit(row.recognised) },
          ]}
        />
      )}
      {result.conflicts.length > 0 && (
        <>
          <Title3 as="h3">{t.conflicts}</Title3>
          <Text>{t.conflictLead}</Text>
          <Table
            label={t.conflicts}
            rows={result.conflicts}
            rowKey={(row) => `${row.personId} ${row.field}`}
            rowState={() => "warning"}
            columns={[
              { key: "row", header: t.row, align: "end", cell: (row) => row.row },
              { key: "name", header: t.name, heads: true, cell: (row) => row.name },
              { key: "school", header: t.school, cell: (row) => row.schoolName },
              { key: "field", header: t.field, cell: (row) => fieldWord[row.field] ?? row.field },
              { key: "yours", header: t.yours, cell: (row) => row.yours },
              { key: "theirs", header: t.theirs, cell: (row) => row.theirs },
            ]}
          />
        </>
      )}
    </section>
  );
}
