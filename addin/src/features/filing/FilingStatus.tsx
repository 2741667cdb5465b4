import { Button, Field, MessageBar, MessageBarBody, ProgressBar, Text, Title3 } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import type { Filing, FilingItem } from "../../api/filing";
import { formatBytes, formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import styles from "./filing.module.css";
import { filingText } from "./text";
import { fileName, folderOf, progressOf } from "./tree";
import type { FilingWork } from "./useFilingWork";

/** How far the filing is, what keeps it waiting, and each file that needs a person. */
export function FilingStatus({ work, mayFile }: { work: FilingWork; mayFile: boolean }) {
  const t = useText(filingText);
  const { start, cancel, resume, retry, replacing, setReplacing } = work;
  return (
    <>
      <ProblemBar problem={start.error ?? cancel.error ?? resume.error ?? retry.error} onClose={() => (start.clear(), cancel.clear(), resume.clear(), retry.clear())} />
      <Load from={work.filings}>
        {() =>
          work.latest === undefined ? (
            <Text>{t.never}</Text>
          ) : (
            <>
              <Progress filing={work.latest} />
              {work.latest.waitingFiles.length > 0 && <WaitingFiles items={work.latest.waitingFiles} mayFile={mayFile} busy={retry.busy} onRetry={(item) => void retry.run(item, false)} />}
              {work.latest.problems.length > 0 && (
                <Troubles filing={work.latest} mayFile={mayFile} busy={retry.busy} onRetry={(item) => void retry.run(item, false)} onReplace={setReplacing} />
              )}
            </>
          )
        }
      </Load>
      <Ask open={replacing !== null} title={t.replaceTitle} confirm={t.replace} busy={retry.busy} onClose={() => setReplacing(null)} onConfirm={() => replacing && void retry.run(replacing, true)}>
        <p>{t.replaceLead}</p>
        <p>{replacing?.path}</p>
      </Ask>
    </>
  );
}

function Progress({ filing }: { filing: Filing }) {
  const t = useText(filingText);
  const language = useLanguage();
  const running = filing.state === "running";
  const bytes = filing.sending.reduce((sum, file) => sum + file.sentBytes, filing.bytes);
  const title = { running: t.running, done: t.done, "done-with-failures": t["done-with-failures"], cancelled: t.cancelledState }[filing.state];
  const facts = [
    t.progress(filing.done, filing.total),
    filing.alreadyFiled > 0 ? t.already(filing.alreadyFiled) : null,
    filing.failed > 0 ? t.failed(filing.failed) : null,
    bytes > 0 ? formatBytes(bytes) : null,
    running && filing.filesPerSecond !== null ? t.rate(filing.filesPerSecond.toFixed(1)) : null,
    running && filing.bytesPerSecond ? t.byteRate(formatBytes(Math.round(filing.bytesPerSecond))) : null,
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
      {running &&
        filing.sending.map((file) => (
          <Field
            key={file.path}
            label={{ children: t.sending(fileName(file)), size: "small" }}
            hint={file.sizeBytes === null ? formatBytes(file.sentBytes) : t.sent(formatBytes(file.sentBytes), formatBytes(file.sizeBytes))}
            data-sending={file.sentBytes}
          >
            <ProgressBar value={file.sizeBytes === null ? undefined : file.sentBytes / file.sizeBytes} />
          </Field>
        ))}
      {running && filing.waitingUntil && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t.waiting(formatMoment(filing.waitingUntil, language), pick(language, filing.waiting, filing.waitingEn))}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

interface TroublesProps {
  filing: Filing;
  mayFile: boolean;
  busy: boolean;
  onRetry: (item: FilingItem) => void;
  onReplace: (item: FilingItem) => void;
}

/** A list, not a table: in the pane's width a table would hide its buttons beyond the edge. */
function Troubles({ filing, mayFile, busy, onRetry, onReplace }: TroublesProps) {
  const t = useText(filingText);
  const language = useLanguage();
  return (
    <section className={styles["section"]} aria-labelledby="troubles">
      <Title3 as="h2" id="troubles">
        {t.troubles}
      </Title3>
      {filing.failed > filing.problems.length && <Text>{t.firstOf(filing.problems.length, filing.failed)}</Text>}
      <ul className={styles["troubles"]}>
        {filing.problems.map((item) => (
          <li key={item.id} data-trouble={item.code ?? item.state}>
            <strong>{fileName(item)}</strong>
            <span className={styles["note"]}>{folderOf(item.path).replaceAll("/", "/\u200b")}</span>
            <span>{pick(language, item.message, item.messageEn)}</span>
            {mayFile && (
              <div className={styles["actions"]}>
                <Button size="small" icon={<ArrowClockwiseRegular />} disabled={busy} aria-label={t.retryOf(fileName(item))} onClick={() => onRetry(item)}>
                  {t.retry}
                </Button>
                {item.canReplace && (
                  <Button size="small" disabled={busy} aria-label={t.replaceOf(fileName(item))} onClick={() => onReplace(item)}>
                    {t.replace}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WaitingFilesProps {
  items: readonly FilingItem[];
  mayFile: boolean;
  busy: boolean;
  onRetry: (item: FilingItem) => void;
}

/** Files that are tried again by themselves, with whom to ask; whoever closed the file in Word need not wait for the next turn. */
function WaitingFiles({ items, mayFile, busy, onRetry }: WaitingFilesProps) {
  const t = useText(filingText);
  const language = useLanguage();
  return (
    <section className={styles["section"]} aria-labelledby="waiting-files">
      <Title3 as="h2" id="waiting-files">
        {t.waitingFiles}
      </Title3>
      <ul className={styles["troubles"]}>
        {items.map((item) => (
          <li key={item.id} data-waiting={item.code}>
            <strong>{fileName(item)}</strong>
            <span>{pick(language, item.message, item.messageEn)}</span>
            <span className={styles["note"]}>{t.nextTry(formatMoment(item.nextTry, language), item.attempts)}</span>
            {mayFile && (
              <div className={styles["actions"]}>
                <Button size="small" icon={<ArrowClockwiseRegular />} disabled={busy} aria-label={t.retryNowOf(fileName(item))} onClick={() => onRetry(item)}>
                  {t.retryNow}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
