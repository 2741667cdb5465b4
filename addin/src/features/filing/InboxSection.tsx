import { Button, MessageBar, MessageBarBody, Select, Text, Title3 } from "@fluentui/react-components";
import { MailInboxRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { attachInboxPaper, dismissInboxPaper, getInbox, readInboxPaper, scanInbox, type InboxPaper } from "../../api/inbox";
import { applyReading, listRecords, type Reading } from "../../api/records";
import type { SaidCode } from "../../shared/contentCode";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { ScanCode } from "../../shared/ui/ScanCode";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./filing.module.css";
import { inboxText } from "./inboxText";

/** Papers that arrived in the library without us. */
export function InboxSection({ schoolId, year }: { schoolId: string; year: number }) {
  const t = useText(inboxText);
  const language = useLanguage();
  const notify = useNotice();
  const inbox = useLoad(`inbox ${schoolId}`, (signal) => getInbox(schoolId, signal));
  const records = useLoad(inbox.data?.papers.some((paper) => paper.recordId === null) ? `inbox records ${schoolId} ${year}` : null, () => listRecords({ schoolId, year }));
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [reading, setReading] = useState<Reading | null>(null);
  const [scanned, setScan] = useState<InboxPaper | null>(null);
  const scan = useAction(async () => inbox.set(await scanInbox(schoolId)));
  const take = useAction(async (paper: InboxPaper) => {
    const record = chosen[paper.id] ?? null;
    if (paper.readable) {
      setReading(await readInboxPaper(paper.id, record));
    } else {
      setScan(paper);
    }
  });
  const attach = useAction(async (paper: InboxPaper, said: SaidCode) => {
    await attachInboxPaper(paper.id, chosen[paper.id] ?? null, said);
    setScan(null);
    notify({ text: t.attached });
    inbox.reload();
  });
  const dismiss = useAction(async (paper: InboxPaper) => {
    await dismissInboxPaper(paper.id);
    inbox.reload();
  });
  const apply = useAction(async () => {
    if (reading) await applyReading(reading, reading.stale);
    setReading(null);
    notify({ text: t.applied });
    inbox.reload();
  });
  const busy = take.busy || attach.busy || dismiss.busy || scan.busy;
  const changes = reading?.fields.filter((field) => field.changed) ?? [];
  return (
    <section className={styles["section"]} aria-labelledby="inbox">
      <Title3 as="h2" id="inbox">
        {t.inbox}
      </Title3>
      <ProblemBar problem={scan.error ?? take.error ?? (scanned ? undefined : attach.error) ?? dismiss.error ?? apply.error} onClose={() => (scan.clear(), take.clear(), attach.clear(), dismiss.clear(), apply.clear())} />
      <Load from={inbox}>
        {(view) => (
          <>
            <Text>{t.inboxLead(view.folder)}</Text>
            {view.trouble && (
              <MessageBar intent="warning">
                <MessageBarBody>{pick(language, view.trouble, view.troubleEn)}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles["actions"]}>
              <Button icon={<MailInboxRegular />} disabled={busy} onClick={() => void scan.run()}>
                {t.scan}
              </Button>
              {view.readAt && <span className={styles["note"]}>{t.readAt(formatMoment(view.readAt, language))}</span>}
            </div>
            {view.papers.length === 0 ? (
              <Text>{t.empty}</Text>
            ) : (
              <Table
                label={t.inbox}
                rows={view.papers}
                rowKey={(paper) => paper.id}
                columns={[
                  { key: "paper", header: t.paper, heads: true, cell: (paper) => paper.path.slice(view.folder.length + 1).replaceAll("/", "/\u200b") || paper.path },
                  {
                    key: "what",
                    header: t.what,
                    cell: (paper) => (
                      <>
                        {[paper.owner, pick(language, paper.formTitle, paper.formTitleEn)].filter(Boolean).join(" · ")}
                        <div className={styles["note"]}>{pick(language, paper.message, paper.messageEn)}</div>
                      </>
                    ),
                  },
                  {
                    key: "actions",
                    header: t.assign,
                    cell: (paper) => (
                      <div className={styles["actions"]}>
                        {paper.recordId === null && (
                          <Select aria-label={t.assign} value={chosen[paper.id] ?? ""} onChange={(_, data) => setChosen({ ...chosen, [paper.id]: data.value })}>
                            <option value="">{t.choose}</option>
                            {records.data?.map((record) => (
                              <option key={record.id} value={record.id}>
                                {[record.personName, record.sheet, pick(language, record.title, record.titleEn)].filter(Boolean).join(" · ")}
                              </option>
                            ))}
                          </Select>
                        )}
                        <Button size="small" disabled={busy || (paper.recordId === null && !chosen[paper.id])} onClick={() => void take.run(paper)}>
                          {paper.readable ? t.read : t.attach}
                        </Button>
                        <Button size="small" appearance="subtle" disabled={busy} onClick={() => void dismiss.run(paper)}>
                          {t.dismiss}
                        </Button>
                      </div>
                    ),
                  },
                ]}
              />
            )}
          </>
        )}
      </Load>
      <ScanCode
        file={scanned?.path.split("/").at(-1) ?? null}
        busy={attach.busy}
        problem={attach.error}
        onConfirm={(said) => scanned && void attach.run(scanned, said)}
        onClose={() => (setScan(null), attach.clear())}
      />
      <Ask open={reading !== null} title={t.readTitle(reading?.title ?? "")} confirm={t.apply} busy={apply.busy} onClose={() => setReading(null)} onConfirm={() => void apply.run()}>
        {reading?.stale && (
          <MessageBar intent="warning">
            <MessageBarBody>{t.stale}</MessageBarBody>
          </MessageBar>
        )}
        {changes.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <Table
            label={t.readTitle(reading?.title ?? "")}
            rows={changes}
            rowKey={(field) => `${field.section ?? ""}.${field.row ?? ""}.${field.key}`}
            columns={[
              { key: "field", header: t.field, heads: true, cell: (field) => field.label + (field.row === null ? "" : ` ${field.row}`) },
              { key: "before", header: t.before, cell: (field) => field.before },
              { key: "after", header: t.after, cell: (field) => field.value },
            ]}
          />
        )}
      </Ask>
    </section>
  );
}
