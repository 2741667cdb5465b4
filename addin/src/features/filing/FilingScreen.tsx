import { Button, Field, MessageBar, MessageBarBody, ProgressBar, Text, Title3 } from "@fluentui/react-components";
import { ArchiveRegular, ArrowClockwiseRegular, PlayRegular, StopRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { cancelFiling, listFilingItems, listFilings, resumeFiling, retryItem, startFiling, type Filing, type FilingItem } from "../../api/filing";
import { formatBytes, formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./filing.module.css";
import { FolderTree } from "./FolderTree";
import { InboxSection } from "./InboxSection";
import { OfflineSection } from "./OfflineSection";
import { filingText } from "./text";
import { progressOf, treeOf } from "./tree";
import { useFiling } from "./useFiling";

interface FilingProps {
  schoolId: string;
  year: number;
  /** False for those who only look. */
  mayFile: boolean;
}

export default function FilingScreen({ schoolId, year, mayFile }: FilingProps) {
  const t = useText(filingText);
  const notify = useNotice();
  const filings = useLoad(`filings ${schoolId} ${year}`, (signal) => listFilings(schoolId, year, signal));
  const latest = useFiling(filings.data?.[0], filings.reload);
  const [replacing, setReplacing] = useState<FilingItem | null>(null);
  const items = useLoad(latest ? `items ${latest.id} ${latest.state} ${latest.state === "running" ? Math.floor(latest.done / 20) : latest.done}` : null, (signal) =>
    listFilingItems(latest?.id ?? "", signal),
  );
  const put = (next: Filing) => filings.set([next, ...(filings.data ?? []).filter((each) => each.id !== next.id)]);
  const start = useAction(async () => put(await startFiling(schoolId, year)));
  const cancel = useAction(async (id: string) => {
    put(await cancelFiling(id));
    notify({ text: t.cancelled, undo: () => void resume.run(id) });
  });
  const resume = useAction(async (id: string) => put(await resumeFiling(id)));
  const retry = useAction(async (item: FilingItem, replace: boolean) => {
    setReplacing(null);
    if (latest) put(await retryItem(latest.id, item.id, replace));
  });
  const running = latest?.state === "running";
  const unfinished = latest !== undefined && !running && latest.done < latest.total;
  return (
    <Page
      title={t.title}
      lead={t.lead(year)}
      actions={
        mayFile && (
          <>
            {!running && (
              <Button appearance="primary" icon={<ArchiveRegular />} disabled={start.busy} onClick={() => void start.run()}>
                {latest ? t.again : t.start}
              </Button>
            )}
            {running && (
              <Button icon={<StopRegular />} disabled={cancel.busy} onClick={() => void cancel.run(latest.id)}>
                {t.cancel}
              </Button>
            )}
            {unfinished && (
              <Button icon={<PlayRegular />} disabled={resume.busy} onClick={() => void resume.run(latest.id)}>
                {t.resume}
              </Button>
            )}
          </>
        )
      }
    >
      <ProblemBar problem={start.error ?? cancel.error ?? resume.error ?? retry.error} onClose={() => (start.clear(), cancel.clear(), resume.clear(), retry.clear())} />
      <Load from={filings}>
        {() =>
          latest === undefined ? (
            <Text>{t.never}</Text>
          ) : (
            <>
              <Progress filing={latest} />
              {latest.problems.length > 0 && (
                <Troubles items={latest.problems} mayFile={mayFile && !running} busy={retry.busy} onRetry={(item) => void retry.run(item, false)} onReplace={setReplacing} />
              )}
              <section className={styles["section"]} aria-labelledby="tree">
                <Title3 as="h2" id="tree">
                  {t.tree}
                </Title3>
                <Load from={items}>{(all) => <FolderTree folder={treeOf(all)} />}</Load>
              </section>
            </>
          )
        }
      </Load>
      {mayFile && <InboxSection schoolId={schoolId} year={year} />}
      {mayFile && <OfflineSection schoolId={schoolId} year={year} />}
      <Ask open={replacing !== null} title={t.replaceTitle} confirm={t.replace} busy={retry.busy} onClose={() => setReplacing(null)} onConfirm={() => replacing && void retry.run(replacing, true)}>
        <p>{t.replaceLead}</p>
        <p>{replacing?.path}</p>
      </Ask>
    </Page>
  );
}

function Progress({ filing }: { filing: Filing }) {
  const t = useText(filingText);
  const language = useLanguage();
  const running = filing.state === "running";
  const title = { running: t.running, done: t.done, "done-with-failures": t["done-with-failures"], cancelled: t.cancelledState }[filing.state];
  const facts = [
    t.progress(filing.done, filing.total),
    filing.alreadyFiled > 0 ? t.already(filing.alreadyFiled) : null,
    filing.failed > 0 ? t.failed(filing.failed) : null,
    filing.bytes > 0 ? formatBytes(filing.bytes) : null,
    running && filing.filesPerSecond !== null ? t.rate(filing.filesPerSecond.toFixed(1)) : null,
    t.started(formatMoment(filing.createdAt, language)),
    filing.endedAt ? t.ended(formatMoment(filing.endedAt, language)) : null,
  ].filter(Boolean);
  return (
    <section className={styles["progress"]} aria-labelledby="progress">
      <Title3 as="h2" id="progress">
        {title}
      </Title3>
      <Field validationState={filing.failed > 0 ? "warning" : filing.state === "done" ? "success" : "none"} validationMessage={facts.join(" · ")}>
        <ProgressBar value={progressOf(filing)} thickness="large" color={filing.failed > 0 ? "warning" : filing.state === "done" ? "success" : "brand"} aria-label={title} />
      </Field>
      {running && filing.waitingUntil && (
        <MessageBar intent="info">
          <MessageBarBody>{t.waiting(formatMoment(filing.waitingUntil, language), pick(language, filing.waiting, filing.waitingEn))}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

interface TroublesProps {
  items: readonly FilingItem[];
  mayFile: boolean;
  busy: boolean;
  onRetry: (item: FilingItem) => void;
  onReplace: (item: FilingItem) => void;
}

function Troubles({ items, mayFile, busy, onRetry, onReplace }: TroublesProps) {
  const t = useText(filingText);
  const language = useLanguage();
  return (
    <section className={styles["section"]} aria-labelledby="troubles">
      <Title3 as="h2" id="troubles">
        {t.troubles}
      </Title3>
      <Table
        label={t.troubles}
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          { key: "path", header: t.tree, cell: (item) => item.path.replaceAll("/", "/\u200b") },
          { key: "why", header: t.care, cell: (item) => pick(language, item.message, item.messageEn) },
          {
            key: "actions",
            header: <span className="visually-hidden">{t.retry}</span>,
            cell: (item) =>
              mayFile && (
                <div className={styles["actions"]}>
                  <Button size="small" icon={<ArrowClockwiseRegular />} disabled={busy} onClick={() => onRetry(item)}>
                    {t.retry}
                  </Button>
                  {item.canReplace && (
                    <Button size="small" disabled={busy} onClick={() => onReplace(item)}>
                      {t.replace}
                    </Button>
                  )}
                </div>
              ),
          },
        ]}
      />
    </section>
  );
}
