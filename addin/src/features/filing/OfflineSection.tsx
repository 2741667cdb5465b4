import { Button, Text, Title3 } from "@fluentui/react-components";
import { ArrowDownloadRegular, CheckmarkRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { packForOffline, readReturned, type ReturnedPaper } from "../../api/inbox";
import { applyReadingOf } from "../../api/records";
import { pick, useLanguage, useText } from "../../shared/text";
import { FilePicker } from "../../shared/ui/FilePicker";
import { Waiting } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import styles from "./filing.module.css";
import { inboxText } from "./inboxText";

/** A school without a network: forms go out as one .zip and come back as another. */
export function OfflineSection({ schoolId, year }: { schoolId: string; year: number }) {
  const t = useText(inboxText);
  const language = useLanguage();
  const notify = useNotice();
  const [papers, setPapers] = useState<ReturnedPaper[] | null>(null);
  const [applied, setApplied] = useState<readonly string[]>([]);
  const pack = useAction(async () => notify({ text: t.packed(await packForOffline(schoolId, year)) }));
  const read = useAction(async (file: File) => {
    setPapers(null);
    setApplied([]);
    setPapers(await readReturned(schoolId, file));
  });
  const open = (papers ?? []).flatMap((paper) => (paper.reading && !paper.reading.stale && paper.reading.changed > 0 && !applied.includes(paper.reading.id) ? [paper.reading] : []));
  const apply = useAction(async (readings: typeof open) => {
    for (const reading of readings) {
      await applyReadingOf(reading.id, reading.currentVersion);
      setApplied((before) => [...before, reading.id]);
    }
  });
  return (
    <section className={styles["section"]} aria-labelledby="offline">
      <Title3 as="h2" id="offline">
        {t.offline}
      </Title3>
      <Text>{t.offlineLead}</Text>
      <ProblemBar problem={pack.error ?? read.error ?? apply.error} onClose={() => (pack.clear(), read.clear(), apply.clear())} />
      <div className={styles["actions"]}>
        <Button icon={<ArrowDownloadRegular />} disabled={pack.busy} onClick={() => void pack.run()}>
          {t.pack}
        </Button>
      </div>
      <FilePicker label={t.upload} accept=".zip" busy={read.busy} onFile={(file) => void read.run(file)} />
      {(read.busy || pack.busy) && <Waiting />}
      {papers && (
        <>
          {open.length > 1 && (
            <div className={styles["actions"]}>
              <Button appearance="primary" disabled={apply.busy} onClick={() => void apply.run(open)}>
                {t.applyAll(open.length)}
              </Button>
            </div>
          )}
          <Table
            label={t.returned}
            rows={papers}
            rowKey={(paper) => paper.file}
            columns={[
              { key: "file", header: t.paper, heads: true, cell: (paper) => paper.file.replaceAll("/", "/\u200b") },
              {
                key: "result",
                header: t.result,
                cell: ({ reading, message, messageEn }) =>
                  reading
                    ? [reading.owner, reading.title, t.changed(reading.changed), reading.notUnderstood > 0 && t.notUnderstood(reading.notUnderstood), reading.stale && t.olderThan]
                        .filter(Boolean)
                        .join(" · ")
                    : pick(language, message, messageEn),
              },
              {
                key: "apply",
                header: <span className="visually-hidden">{t.apply}</span>,
                cell: ({ reading }) =>
                  reading &&
                  (applied.includes(reading.id) ? (
                    <span>
                      <CheckmarkRegular aria-hidden /> {t.appliedOne}
                    </span>
                  ) : (
                    open.some((each) => each.id === reading.id) && (
                      <Button size="small" disabled={apply.busy} onClick={() => void apply.run([reading])}>
                        {t.apply}
                      </Button>
                    )
                  )),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
