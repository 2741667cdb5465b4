import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { DraftsRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { ApiProblem, type ProblemItem } from "../../api/problem";
import { documentAddress, getDraft, readDocument, returnRecord, stepRecord, type Draft, type Reading, type RecordStep, type RecordView } from "../../api/records";
import { formatMoment } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { FilePicker } from "../../shared/ui/FilePicker";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { Attachments } from "./Attachments";
import { untouched } from "./carried";
import { rowSource } from "./computed";
import { ConflictView } from "./ConflictView";
import { ContradictionBar } from "./ContradictionBar";
import styles from "./fill.module.css";
import { DraftPanel } from "./DraftPanel";
import { FormEditor } from "./FormEditor";
import { FormRead } from "./FormRead";
import { LibraryCopy } from "./LibraryCopy";
import { libraryText } from "./libraryText";
import { PaperHistory } from "./PaperHistory";
import { PrintCopy } from "./PrintCopy";
import { ReadingPreview } from "./ReadingPreview";
import { fillText } from "./text";
import { faultsOf, usePaper, type OpenPaper } from "./usePaper";
import { withValue } from "./values";

interface PaperProps {
  recordId: string;
  /** In a drawer the paper is read and judged, not filled in. */
  reading?: boolean;
  /** True where the portal's screens can be reached by links. */
  linked?: boolean;
  /** Told after every change, so that the list around it can follow. */
  onChanged?: (record: RecordView) => void;
}

/** One paper: its values to fill in or to read, its file to take and to bring back, its way through the school. */
export function Paper({ recordId, reading: readOnly = false, linked = false, onChanged }: PaperProps) {
  const t = useText(fillText);
  const tLibrary = useText(libraryText);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const paper = usePaper(recordId);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [reading, setReading] = useState<Reading | null>(null);
  const [asking, setAsking] = useState<"submit" | "return" | null>(null);
  const [carriedItems, setCarriedItems] = useState<readonly ProblemItem[] | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [complete, setComplete] = useState(false);

  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (reason) {
      setProblem(reason);
      throw reason;
    }
  };
  const took = (record: RecordView, text: string) => {
    // The list around must follow a step taken back as well.
    const back = undo(() => (paper.opened.reload(), onChanged?.(record)));
    paper.take(record);
    onChanged?.(record);
    notify({ text, undo: back });
  };
  const save = useAction(() => attempt(async () => void onChanged?.(await paper.save())));
  const resolve = useAction((choices: Parameters<typeof paper.resolve>[0]) => attempt(() => paper.resolve(choices)));
  const done = { submit: t.submitted, withdraw: t.withdrawn, accept: t.accepted, reopen: t.reopened } as const;
  const step = useAction<[name: RecordStep, keepCarried?: boolean]>((name, keepCarried = false) =>
    attempt(async () => {
      setComplete(name === "submit");
      const { version } = await paper.save();
      const record = await stepRecord(recordId, version, name, keepCarried).catch((reason: unknown) => {
        // Not a failure but a question: the author answers it in a dialog.
        if (reason instanceof ApiProblem && reason.code === "carried-untouched") setCarriedItems(reason.items);
        else throw reason;
      });
      setAsking(null);
      if (!record) return;
      setCarriedItems(null);
      took(record, done[name]);
    }),
  );
  const giveBack = useAction((comment: string, version: number) =>
    attempt(async () => {
      took(await returnRecord(recordId, version, comment), t.returned);
      setAsking(null);
    }),
  );
  const review = useAction((key: string) => attempt(async () => void onChanged?.(await paper.review(key))));
  const makeDraft = useAction(() => attempt(async () => setDraft(await getDraft(recordId))));
  const isEmpty = (key: string) => (paper.values?.fields[key] ?? "") === "";
  const applyDraft = () => {
    const filled = (draft?.fields ?? []).filter((field) => isEmpty(field.key));
    const put = (text: (field: (typeof filled)[number]) => string) =>
      paper.change((old) => filled.reduce((values, field) => withValue(values, { section: null, row: null, key: field.key }, text(field)), old));
    put((field) => field.paragraphs.map((paragraph) => paragraph.text).join("\n"));
    notify({ text: t.draftApplied(filled.length), undo: () => put(() => "") });
  };
  const upload = useAction((file: File) => attempt(async () => setReading(await readDocument(file, recordId))));
  const busy = save.busy || step.busy || giveBack.busy || resolve.busy;

  return (
    <Load from={paper.opened}>
      {({ record, form, scheme }: OpenPaper) => {
        const may = (right: string) => record.allowed.includes(right);
        const editing = may("edit") && !readOnly && !form.uploadOnly;
        const source = rowSource(record.formId);
        const faults = faultsOf(problem, (item) => pick(language, item.message, item.messageEn));
        return (
          <div className={styles["stack"]}>
            <div className={styles["facts"]}>
              <StateTag state={record.state} />
              {record.personName && (
                <span>
                  {t.owner} {record.personName}
                </span>
              )}
              <span>{[record.schoolName, record.semesterName ?? (record.untilYear > record.year ? `${record.year}–${record.untilYear}` : record.year)].join(" · ")}</span>
              <span>
                {t.code} {record.contentCode}
              </span>
              <span>{t.savedAt(formatMoment(record.updatedAt, language))}</span>
            </div>
            {record.state === "returned" && record.comment && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  <MessageBarTitle>{t.returnedTitle}</MessageBarTitle>
                  {record.comment}
                </MessageBarBody>
              </MessageBar>
            )}
            {record.personId && record.state !== "filed" && (
              <ContradictionBar recordId={recordId} version={record.version} dirty={paper.dirty} onCorrected={paper.opened.reload} />
            )}
            {form.restricted && <Text>{t.restricted}</Text>}
            {!form.official && !form.uploadOnly && <Text>{t.unofficial}</Text>}
            {paper.draft && editing && (
              <MessageBar intent="info">
                <MessageBarBody>{t.draftFound}</MessageBarBody>
                <MessageBarActions>
                  <Button onClick={paper.restoreDraft}>{t.draftRestore}</Button>
                  <Button onClick={paper.dropDraft}>{t.draftDrop}</Button>
                </MessageBarActions>
              </MessageBar>
            )}
            {paper.conflict === null && <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />}
            {paper.conflict && paper.base && (
              <ConflictView key={paper.conflict.version} differences={paper.conflict.differences} base={paper.base} busy={busy} onResolve={(choices) => void resolve.run(choices)} />
            )}
            {record.kinds.length > 0 && (
              <div className={styles["bar"]}>
                {record.kinds.includes("docx") && (
                  <DownloadButton address={documentAddress(recordId, "docx")} fileName={`${form.title}.docx`} onProblem={setProblem}>
                    {t.downloadWord}
                  </DownloadButton>
                )}
                {record.kinds.includes("xlsx") && (
                  <DownloadButton address={documentAddress(recordId, "xlsx")} fileName={`${form.title}.xlsx`} onProblem={setProblem}>
                    {t.downloadExcel}
                  </DownloadButton>
                )}
              </div>
            )}
            {record.kinds.length > 0 && !readOnly && (
              <PrintCopy record={record} fileName={form.title} dirty={paper.dirty} onRecord={(next) => (paper.take(next), onChanged?.(next))} onProblem={setProblem} />
            )}
            {editing && <FilePicker label={t.uploadFilled} accept=".docx,.xlsx" hint={t.uploadHint} busy={upload.busy} onFile={(file) => void upload.run(file)} />}
            {reading && (
              <ReadingPreview
                reading={reading}
                onDrop={() => setReading(null)}
                onApplied={(next) => {
                  setReading(null);
                  took(next, t.applied);
                }}
              />
            )}
            {editing && record.drafts && !draft && (
              <div>
                <Button icon={<DraftsRegular />} disabled={makeDraft.busy} onClick={() => void makeDraft.run()}>
                  {t.draftMake}
                </Button>
              </div>
            )}
            {editing && draft && <DraftPanel draft={draft} isEmpty={isEmpty} onApply={applyDraft} onClose={() => setDraft(null)} />}
            {form.uploadOnly ? (
              <Text>{t.uploadOnly}</Text>
            ) : editing && paper.values ? (
              <FormEditor
                form={form}
                values={paper.values}
                marks={(scheme.attendance.marks ?? []).map((mark) => mark.mark)}
                complete={complete}
                faults={faults}
                carried={untouched(record.carried, paper.values)}
                onReviewed={(key) => void review.run(key)}
                otherHand={record.otherHand}
                rowsFrom={
                  source && (
                    <MessageBar intent="info" layout="multiline">
                      <MessageBarBody>
                        {t[source.text]} {linked && source.screen && <a href={href([source.screen])}>{t.goThere}</a>}
                      </MessageBarBody>
                    </MessageBar>
                  )
                }
                onValues={paper.change}
              />
            ) : (
              paper.values && <FormRead form={form} values={paper.values} />
            )}
            <Accordion collapsible multiple defaultOpenItems={form.uploadOnly ? ["attachments"] : []}>
              <AccordionItem value="attachments">
                <AccordionHeader>{`${t.attachments} (${record.attachments.length})`}</AccordionHeader>
                <AccordionPanel>
                  <Attachments record={record} onRecord={(next) => (paper.take(next), onChanged?.(next))} />
                </AccordionPanel>
              </AccordionItem>
              {record.kinds.length > 0 && !form.uploadOnly && (
                <AccordionItem value="library">
                  <AccordionHeader>{tLibrary.title}</AccordionHeader>
                  <AccordionPanel>
                    <LibraryCopy key={record.version} recordId={recordId} mayEdit={may("edit")} mayReopen={may("reopen")} onReading={setReading} />
                  </AccordionPanel>
                </AccordionItem>
              )}
              <AccordionItem value="history">
                <AccordionHeader>{t.history}</AccordionHeader>
                <AccordionPanel>
                  <PaperHistory recordId={recordId} version={record.version} />
                </AccordionPanel>
              </AccordionItem>
            </Accordion>
            <div className={styles["footer"]}>
              {editing && (
                <>
                  <Button appearance={paper.dirty ? "primary" : "secondary"} disabled={busy || !paper.dirty} onClick={() => void save.run()}>
                    {t.save}
                  </Button>
                  <span role="status">{save.busy ? t.saving : paper.dirty ? t.unsaved : t.saved}</span>
                </>
              )}
              {may("submit") && (
                <Button appearance={paper.dirty ? "secondary" : "primary"} disabled={busy} onClick={() => setAsking("submit")}>
                  {t.submit}
                </Button>
              )}
              {may("accept") && (
                <Button appearance="primary" disabled={busy} onClick={() => void step.run("accept")}>
                  {t.accept}
                </Button>
              )}
              {may("return") && (
                <Button disabled={busy} onClick={() => setAsking("return")}>
                  {t.return}
                </Button>
              )}
              {may("withdraw") && (
                <Button disabled={busy} onClick={() => void step.run("withdraw")}>
                  {t.withdraw}
                </Button>
              )}
              {may("reopen") && (
                <Button disabled={busy} onClick={() => void step.run("reopen")}>
                  {t.reopen}
                </Button>
              )}
            </div>
            <Ask
              open={asking === "submit"}
              title={record.personId ? t.submitTitle : t.submitSchoolTitle}
              confirm={t.submit}
              busy={busy}
              onClose={() => setAsking(null)}
              onConfirm={() => void step.run("submit").then(() => setAsking(null))}
            >
              <p>{record.personId ? t.submitLead : t.submitSchoolLead}</p>
            </Ask>
            <Ask
              open={carriedItems !== null}
              title={t.carriedTitle}
              confirm={t.carriedSubmit}
              busy={busy}
              onClose={() => setCarriedItems(null)}
              onConfirm={() => void step.run("submit", true)}
            >
              <p>{t.carriedLead}</p>
              <ul className={styles["list"]}>
                {carriedItems?.map((item, index) => (
                  <li key={index}>{pick(language, item.message, item.messageEn)}</li>
                ))}
              </ul>
            </Ask>
            <Ask
              open={asking === "return"}
              title={t.returnTitle}
              reason={t.returnReason}
              confirm={t.return}
              busy={busy}
              onClose={() => setAsking(null)}
              onConfirm={(comment) => void giveBack.run(comment, record.version)}
            />
          </div>
        );
      }}
    </Load>
  );
}
