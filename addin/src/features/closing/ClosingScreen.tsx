import { Button, Checkbox, MessageBar, MessageBarActions, MessageBarBody, Text, Title3 } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { checkYear, closeYear, reopenYear, type YearCheck } from "../../api/training";
import { formatCredit, formatMoment } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./closing.module.css";
import { keyOf, openBlanks } from "./confirmed";
import { closingText } from "./text";

interface ClosingProps {
  schoolId: string;
  year: number;
  /** Shows the college's evaluation once there is one; the app knows how. */
  children?: ReactNode;
}

/** The year before it is handed in: every blank is looked at, every gap has a name. */
export default function ClosingScreen({ schoolId, year, children }: ClosingProps) {
  const t = useText(closingText);
  const notify = useNotice();
  const check = useLoad(`check ${schoolId} ${year}`, (signal) => checkYear(schoolId, year, signal));
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<"close" | "reopen" | null>(null);
  const data = check.data;
  const act = useAction(async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      notify({ text: done });
    } finally {
      setAsking(null);
      check.reload();
    }
  });
  const open = data ? openBlanks(data.blanks, confirmed).length : 0;
  return (
    <Page
      title={t.title}
      lead={data && t.lead(data.schoolName, year)}
      actions={
        data?.state.canClose && (
          <Button appearance="primary" icon={<SendRegular />} disabled={open > 0 || act.busy} onClick={() => setAsking("close")}>
            {t.close}
          </Button>
        )
      }
    >
      <ProblemBar problem={act.error} onClose={act.clear} />
      <Load from={check}>
        {(view) => (
          <>
            <State view={view} onReopen={() => setAsking("reopen")} />
            {children}
            {!view.state.closed && <Blanks view={view} confirmed={confirmed} onConfirmed={view.state.canClose ? setConfirmed : undefined} />}
            <Gaps view={view} />
            <Papers title={t.waiting} none={t.noWaiting} papers={view.waiting} />
            <Papers title={t.schoolPapers} none={t.noSchoolPapers} papers={view.schoolPapers} />
            <Ask
              open={asking === "close"}
              title={t.closeTitle(year)}
              confirm={t.closeNow}
              busy={act.busy}
              onClose={() => setAsking(null)}
              onConfirm={() => void act.run(() => closeYear(schoolId, year, view.blanks), t.done)}
            >
              <Text>{t.closeLead(view.blanks.length, view.gaps.length, view.waiting.length)}</Text>
            </Ask>
            <Ask
              open={asking === "reopen"}
              title={t.reopenTitle}
              reason={t.reopenReason}
              confirm={t.reopen}
              busy={act.busy}
              onClose={() => setAsking(null)}
              onConfirm={(reason) => void act.run(() => reopenYear(schoolId, year, reason), t.reopened)}
            />
          </>
        )}
      </Load>
    </Page>
  );
}

function State({ view, onReopen }: { view: YearCheck; onReopen: () => void }) {
  const t = useText(closingText);
  const language = useLanguage();
  const { state } = view;
  return (
    <MessageBar intent={state.closed ? "success" : "info"} layout="multiline">
      <MessageBarBody>{state.closed ? t.closed(state.closedBy ?? "", formatMoment(state.closedAt, language)) : t.open}</MessageBarBody>
      {state.canReopen && (
        <MessageBarActions>
          <Button onClick={onReopen}>{t.reopen}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

interface BlanksProps {
  view: YearCheck;
  confirmed: ReadonlySet<string>;
  /** Left out where the asker may not hand in. */
  onConfirmed?: (confirmed: ReadonlySet<string>) => void;
}

function Blanks({ view, confirmed, onConfirmed }: BlanksProps) {
  const t = useText(closingText);
  const open = openBlanks(view.blanks, confirmed).length;
  const toggle = (key: string, on: boolean) => {
    const next = new Set(confirmed);
    if (on) next.add(key);
    else next.delete(key);
    onConfirmed?.(next);
  };
  return (
    <section className={styles["section"]} aria-labelledby="closing-blanks">
      <Title3 as="h2" id="closing-blanks">
        {t.blanks}
      </Title3>
      {view.blanks.length === 0 ? (
        <Text>
          {view.sessions === 0 ? t.noSessions : t.noBlanks} {view.sessions === 0 && <a href={href(["sessions"])}>{t.toSessions}</a>}
        </Text>
      ) : (
        <>
          <Text role="status">{t.blanksLead(open)}</Text>
          {onConfirmed && (
            <div className={styles["tools"]}>
              <Checkbox
                label={t.confirmAll}
                checked={open === 0 ? true : open < view.blanks.length ? "mixed" : false}
                onChange={(_, data) => onConfirmed(new Set(data.checked === true ? view.blanks.map(keyOf) : []))}
              />
              <a href={href(["attendance"])}>{t.toAttendance}</a>
            </div>
          )}
          <Table
            label={t.blanks}
            rows={view.blanks}
            rowKey={keyOf}
            columns={[
              { key: "name", header: t.name, heads: true, cell: (blank) => blank.name },
              { key: "day", header: t.day, nowrap: true, cell: (blank) => blank.label },
              { key: "topic", header: t.topic, cell: (blank) => blank.topic },
              {
                key: "confirmed",
                header: t.notCounted,
                align: "center",
                cell: (blank) =>
                  onConfirmed && (
                    <Checkbox aria-label={t.confirmBlank(blank.name, blank.label)} checked={confirmed.has(keyOf(blank))} onChange={(_, data) => toggle(keyOf(blank), data.checked === true)} />
                  ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Gaps({ view }: { view: YearCheck }) {
  const t = useText(closingText);
  const language = useLanguage();
  return (
    <section className={styles["section"]} aria-labelledby="closing-gaps">
      <Title3 as="h2" id="closing-gaps">
        {t.gaps}
      </Title3>
      {view.gaps.length === 0 ? (
        <Text>{t.noGaps}</Text>
      ) : (
        <>
          <Text>{t.gapsLead}</Text>
          <Table
            label={t.gaps}
            rows={view.gaps}
            rowKey={(gap) => gap.personId}
            columns={[
              { key: "name", header: t.name, heads: true, cell: (gap) => gap.name },
              { key: "missing", header: t.missing, cell: (gap) => gap.gaps.map((each) => t.gap(pick(language, each.label, each.labelEn), each.missing)).join("、") },
              { key: "credit", header: t.credit, align: "center", cell: (gap) => formatCredit(gap.credit) },
              { key: "reason", header: t.reason, cell: (gap) => gap.reason ?? "" },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Papers({ title, none, papers }: { title: string; none: string; papers: YearCheck["waiting"] }) {
  const language = useLanguage();
  return (
    <section className={styles["section"]} aria-label={title}>
      <Title3 as="h2">{title}</Title3>
      {papers.length === 0 ? (
        <Text>{none}</Text>
      ) : (
        <ul className={styles["papers"]}>
          {papers.map((paper) => {
            const label = [paper.name, pick(language, paper.label, paper.labelEn)].filter(Boolean).join(" · ");
            return (
              <li key={`${paper.recordId} ${paper.formId} ${paper.name}`}>
                {paper.recordId ? <a href={href(["paper", paper.recordId])}>{label}</a> : label} <StateTag state={paper.state} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
