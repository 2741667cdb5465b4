import { Title3 } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { getDistrict, type District } from "../../api/district";
import { getReviewQueue, type ReviewSchool } from "../../api/review";
import { formatCredit } from "../../shared/format";
import { href } from "../../shared/router";
import { useText } from "../../shared/text";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary";
import { Load, Waiting } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import styles from "./dashboard.module.css";
import { percent, shareOf } from "./numbers";
import { dashboardText } from "./text";

const Charts = lazy(() => import("./charts"));

export default function DashboardScreen({ year }: { year: number }) {
  const t = useText(dashboardText);
  const district = useLoad(`district ${year}`, (signal) => getDistrict(year, signal));
  const queue = useLoad(`exceptions ${year}`, (signal) => getReviewQueue(year, signal));
  const schools = district.data?.schools ?? [];
  const cadres = schools.reduce((sum, school) => sum + school.cadres, 0);
  return (
    <Page title={t.title} lead={district.data && t.lead(schools.length, cadres, percent(shareOf(schools)))}>
      <Load from={district}>
        {(data) => (
          <>
            <ErrorBoundary>
              <Suspense fallback={<Waiting />}>
                <Charts district={data} />
              </Suspense>
            </ErrorBoundary>
            <Tables district={data} />
          </>
        )}
      </Load>
      <section className={styles["section"]} aria-labelledby="exceptions">
        <Title3 as="h2" id="exceptions">
          {t.exceptions}
        </Title3>
        <Load from={queue}>{(all) => <Exceptions schools={all.filter((school) => school.exceptions.length > 0 && !school.signedOff)} />}</Load>
      </section>
    </Page>
  );
}

function Exceptions({ schools }: { schools: readonly ReviewSchool[] }) {
  const t = useText(dashboardText);
  if (schools.length === 0) return <p>{t.none}</p>;
  return (
    <Table
      label={t.exceptions}
      rows={schools}
      rowKey={(school) => school.schoolId}
      columns={[
        { key: "school", header: t.school, heads: true, cell: (school) => <a href={href(["review", school.schoolId])}>{school.schoolName}</a> },
        { key: "region", header: t.region, cell: (school) => school.regionName },
        { key: "count", header: t.exceptions, align: "end", cell: (school) => t.exceptionCount(school.exceptions.length) },
        { key: "reviewed", header: t.reviewed, align: "end", cell: (school) => `${school.reviewed} / ${school.cadres}` },
      ]}
    />
  );
}

/** The numbers behind the charts, for those who read rather than look. */
function Tables({ district }: { district: District }) {
  const t = useText(dashboardText);
  return (
    <details>
      <summary className={styles["summary"]}>{t.asTable}</summary>
      <div className={styles["section"]}>
        <Table
          label={t.completeness}
          rows={district.schools}
          rowKey={(school) => school.schoolId}
          columns={[
            { key: "school", header: t.school, heads: true, cell: (school) => school.schoolName },
            { key: "region", header: t.region, cell: (school) => school.regionName },
            { key: "cadres", header: t.cadres, align: "end", cell: (school) => school.cadres },
            { key: "expected", header: t.expected, align: "end", cell: (school) => school.expected },
            { key: "accepted", header: t.accepted, align: "end", cell: (school) => school.accepted },
            { key: "submitted", header: t.submitted, align: "end", cell: (school) => school.submitted },
            { key: "returned", header: t.returned, align: "end", cell: (school) => school.returned },
            { key: "draft", header: t.draft, align: "end", cell: (school) => school.draft },
            { key: "missing", header: t.missing, align: "end", cell: (school) => school.missing },
            { key: "share", header: t.share, align: "end", cell: (school) => percent(shareOf([school])) },
          ]}
        />
        <Table
          label={t.months}
          rows={district.months}
          rowKey={(month) => month.month}
          columns={[
            { key: "month", header: t.monthHeader, heads: true, cell: (month) => t.month(month.month) },
            { key: "submitted", header: t.submitted, align: "end", cell: (month) => month.submitted },
            { key: "accepted", header: t.accepted, align: "end", cell: (month) => month.accepted },
          ]}
        />
        <Table
          label={t.credits}
          rows={district.credits}
          rowKey={(year) => year.year}
          columns={[
            { key: "year", header: t.year, heads: true, cell: (year) => year.year },
            { key: "lines", header: t.lines, align: "end", cell: (year) => year.lines },
            { key: "declared", header: t.declared, align: "end", cell: (year) => formatCredit(year.declared) },
            { key: "recognised", header: t.recognised, align: "end", cell: (year) => formatCredit(year.recognised) },
          ]}
        />
      </div>
    </details>
  );
}
