import { MessageBar, MessageBarBody, Title3 } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { getDashboard, type Dashboard } from "../../api/dashboard";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary";
import { Load, Waiting } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { Completeness } from "./Completeness";
import styles from "./dashboard.module.css";
import { missingOf, percent, shareOf } from "./numbers";
import { dashboardText } from "./text";

const Charts = lazy(() => import("./charts"));
const Months = lazy(() => import("./Months"));

export default function DashboardScreen({ year }: { year: number }) {
  const t = useText(dashboardText);
  const language = useLanguage();
  const dashboard = useLoad(`dashboard ${year}`, (signal) => getDashboard(year, signal));
  const schools = dashboard.data?.schools ?? [];
  const cadres = schools.reduce((sum, school) => sum + school.cadres, 0);
  return (
    <Page title={t.title} lead={dashboard.data && t.lead(schools.length, cadres, percent(shareOf(schools)))}>
      <Load from={dashboard}>
        {(data) => (
          <>
            {data.periodRefusal && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{pick(language, data.periodRefusal, data.periodRefusalEn)}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles["charts"]}>
              <Completeness schools={data.schools} />
              <ErrorBoundary>
                <Suspense fallback={<Waiting />}>
                  <Charts dashboard={data} />
                </Suspense>
              </ErrorBoundary>
            </div>
            <ErrorBoundary>
              <Suspense fallback={<Waiting />}>
                <Months year={year} />
              </Suspense>
            </ErrorBoundary>
            <Tables dashboard={data} />
            <section className={styles["section"]} aria-labelledby="exceptions">
              <Title3 as="h2" id="exceptions">
                {t.exceptions}
              </Title3>
              {data.exceptions.length === 0 ? (
                <p>{t.none}</p>
              ) : (
                <Table
                  label={t.exceptions}
                  rows={data.exceptions.map((each, index) => ({ ...each, index }))}
                  rowKey={(each) => each.index}
                  columns={[
                    { key: "school", header: t.school, heads: true, cell: (each) => <a href={href(["review", each.schoolId])}>{each.schoolName}</a> },
                    { key: "label", header: t.matter, cell: (each) => pick(language, each.label, each.labelEn) },
                  ]}
                />
              )}
            </section>
          </>
        )}
      </Load>
    </Page>
  );
}

/** The numbers behind the charts, for those who read rather than look. */
function Tables({ dashboard }: { dashboard: Dashboard }) {
  const t = useText(dashboardText);
  return (
    <details>
      <summary className={styles["summary"]}>{t.asTable}</summary>
      <div className={styles["section"]}>
        <Table
          label={t.completeness}
          rows={dashboard.schools}
          rowKey={(school) => school.schoolId}
          columns={[
            { key: "school", header: t.school, heads: true, cell: (school) => school.schoolName },
            { key: "region", header: t.region, cell: (school) => school.regionName },
            { key: "cadres", header: t.cadres, align: "end", cell: (school) => school.cadres },
            { key: "due", header: t.due, align: "end", cell: (school) => school.due },
            { key: "accepted", header: t.accepted, align: "end", cell: (school) => school.accepted },
            { key: "submitted", header: t.submitted, align: "end", cell: (school) => school.submitted },
            { key: "returned", header: t.returned, align: "end", cell: (school) => school.returned },
            { key: "draft", header: t.draft, align: "end", cell: (school) => school.draft },
            { key: "missing", header: t.missing, align: "end", cell: missingOf },
            { key: "share", header: t.share, align: "end", cell: (school) => percent(shareOf([school])) },
            { key: "closed", header: t.state, cell: (school) => (school.signedOff ? t.signedOff : school.closed ? t.closed : "") },
          ]}
        />
        <Table
          label={t.credits}
          rows={dashboard.credits}
          rowKey={(year) => year.year}
          columns={[
            { key: "year", header: t.year, heads: true, cell: (year) => year.year },
            { key: "lines", header: t.lines, align: "end", cell: (year) => year.lines },
            { key: "recognised", header: t.recognised, align: "end", cell: (year) => year.recognised },
            { key: "returned", header: t.creditsReturned, align: "end", cell: (year) => year.returned + year.refused },
            { key: "waiting", header: t.waiting, align: "end", cell: (year) => year.waiting },
          ]}
        />
      </div>
    </details>
  );
}
