import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Select, Tab, TabList, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { fetchBase64 } from "../../../api/download";
import { getReviewQueue, getReviewRows, reviewWorkbookAddress, saveReviewRows } from "../../../api/review";
import { getScheme } from "../../../api/scheme";
import type { ExcelWorkbook } from "../../../office/ports";
import { useText } from "../../../shared/text";
import { DownloadButton } from "../../../shared/ui/DownloadButton";
import { Load } from "../../../shared/ui/Loading";
import { useNotice } from "../../../shared/ui/Notices";
import { ProblemBar } from "../../../shared/ui/ProblemBar";
import { useAction } from "../../../shared/useAction";
import { useLoad } from "../../../shared/useLoad";
import { opinionList } from "../opinions";
import { AuditRows, type Shown } from "./AuditRows";
import styles from "./audit.module.css";
import { draftStore } from "./drafts";
import { SchoolList } from "./SchoolList";
import { AuditSession, ForeignTableError } from "./session";
import { auditText } from "./text";

interface AuditPaneProps {
  workbook: ExcelWorkbook;
  /** The year of the open audit workbook; null where another workbook is open. */
  openYear: number | null;
  years: readonly number[];
  currentYear: number;
  personId: string;
  /** Prefix of the pane's storage. */
  partition: string;
}

type Ahead = { year: number; queue: ReturnType<typeof getReviewQueue>; rows: ReturnType<typeof getReviewRows>; scheme: ReturnType<typeof getScheme> };

let ahead: Partial<Ahead> = {};
/** The screen has asked: what comes now is for it to ask again, or a later reload would be given an old answer. */
let drawn = false;

/** Asks for what the screen will show, before it is drawn. Each answer is used once. */
export function beginAudit(year: number): void {
  if (drawn) return;
  ahead = { year, queue: getReviewQueue(year), rows: getReviewRows(year), scheme: getScheme(year) };
  for (const each of [ahead.queue, ahead.rows, ahead.scheme]) each?.catch(() => undefined);
}

function begun<K extends "queue" | "rows" | "scheme">(what: K, year: number): Ahead[K] | undefined {
  drawn = true;
  const asked = ahead.year === year ? ahead[what] : undefined;
  delete ahead[what];
  return asked;
}

const source = { rows: (year: number) => begun("rows", year) ?? getReviewRows(year), save: saveReviewRows };

type Opened = { session: AuditSession; opinions: string[] } | { missing: readonly string[] };

/** Excel's pane of a reviewer: the open audit workbook and the schools behind it; without one, the way to it. */
export default function AuditPane({ workbook, openYear, years, currentYear, personId, partition }: AuditPaneProps) {
  const t = useText(auditText);
  const [chosenYear, setChosenYear] = useState(currentYear);
  const [tab, setTab] = useState<"rows" | "schools">("rows");
  const [shown, setShown] = useState<Shown>({ which: "all", school: null });
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const year = openYear ?? chosenYear;
  const queue = useLoad(`audit queue ${year}`, (signal) => begun("queue", year) ?? getReviewQueue(year, signal));
  const opened = useLoad<Opened>(openYear === null ? null : `audit ${openYear}`, async () => {
    try {
      const [session, scheme] = await Promise.all([AuditSession.open(workbook, source, draftStore(partition, personId), year), begun("scheme", year) ?? getScheme(year)]);
      await session.view();
      return { session, opinions: opinionList(scheme) };
    } catch (reason) {
      if (reason instanceof ForeignTableError) return { missing: reason.missing };
      throw reason;
    }
  });
  const left = (queue.data ?? []).filter((school) => !school.signedOff).length;
  const session = opened.data && "session" in opened.data ? opened.data.session : null;
  const show = async (next: Shown) => {
    setShown(next);
    try {
      await session?.filter(next.which, next.school);
    } catch (reason) {
      setShown(shown);
      throw reason;
    }
  };
  const only = useAction(async (school: string) => {
    await show({ which: "all", school });
    setTab("rows");
  });
  return (
    <div className={styles["pane"]}>
      <header className={styles["head"]}>
        <Title3 as="h1">{t.title(year)}</Title3>
      </header>
      {openYear === null ? (
        <>
          <NotOurs workbook={workbook} year={year} years={years} onYear={setChosenYear} />
          <SchoolList queue={queue} year={year} unsaved={unsaved} onSigned={() => undefined} />
        </>
      ) : (
        <>
          <TabList selectedValue={tab} onTabSelect={(_, data) => setTab(data.value as "rows" | "schools")}>
            <Tab value="rows">{t.rowsTab}</Tab>
            <Tab value="schools">{t.schoolsTab(left)}</Tab>
          </TabList>
          <Load from={opened}>
            {(data) =>
              "missing" in data ? (
                <>
                  <MessageBar intent="error" layout="multiline">
                    <MessageBarBody>
                      <MessageBarTitle>{t.foreign}</MessageBarTitle>
                      {t.foreignLead(data.missing.join("、"))}
                    </MessageBarBody>
                  </MessageBar>
                  <NotOurs workbook={workbook} year={year} years={[year]} onYear={setChosenYear} />
                </>
              ) : (
                <div hidden={tab !== "rows"}>
                  <AuditRows session={data.session} workbook={workbook} opinions={data.opinions} schools={queue.data ?? []} shown={shown} onShow={show} onUnsaved={setUnsaved} onSaved={queue.reload} />
                </div>
              )
            }
          </Load>
          <ProblemBar problem={only.error} onClose={only.clear} />
          {tab === "schools" && (
            <SchoolList
              queue={queue}
              year={year}
              unsaved={unsaved}
              onOnly={session ? (school) => void only.run(school.schoolName) : undefined}
              onSigned={() => void session?.refresh()}
            />
          )}
        </>
      )}
    </div>
  );
}

function NotOurs({ workbook, year, years, onYear }: { workbook: ExcelWorkbook; year: number; years: readonly number[]; onYear: (year: number) => void }) {
  const t = useText(auditText);
  const notify = useNotice();
  const [problem, setProblem] = useState<unknown>(undefined);
  const open = useAction(async () => {
    await workbook.openNew(await fetchBase64(reviewWorkbookAddress(year)));
    notify({ text: t.opened });
  });
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t.notOurs}</MessageBarTitle>
          {t.notOursLead}
        </MessageBarBody>
        <MessageBarActions />
      </MessageBar>
      <ProblemBar problem={open.error ?? problem} onClose={() => (open.clear(), setProblem(undefined))} />
      <div className={styles["line"]}>
        {years.length > 1 && (
          <Select aria-label={t.year} value={String(year)} onChange={(_, data) => onYear(Number(data.value))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        )}
        <Button appearance="primary" disabled={open.busy} onClick={() => void open.run()}>
          {t.openWorkbook}
        </Button>
        <DownloadButton address={reviewWorkbookAddress(year)} fileName={`${year}.xlsx`} onProblem={setProblem}>
          {t.download}
        </DownloadButton>
      </div>
    </>
  );
}
