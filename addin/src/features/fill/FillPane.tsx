import { Suspense, useCallback, useEffect, useState } from "react";
import { MissingFieldError, type WordDocument } from "../../office/ports";
import { ApiProblem } from "../../api/problem";
import { formatMoment } from "../../shared/format";
import { later } from "../../shared/later";
import { Button } from "../../shared/light/Button";
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "../../shared/light/MessageBar";
import { Title3 } from "../../shared/light/Texts";
import { pick, useLanguage, useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { WithFluent } from "../../shared/ui/WithFluent";
import { useAction } from "../../shared/useAction";
import { FieldList } from "./FieldList";
import { KeptList } from "./KeptList";
import styles from "./FillPane.module.css";
import type { KeptOffer } from "./kept";
import type { TextProblem } from "./paneRecord";
import { paneText } from "./paneText";
import { textProblems } from "./recordSource";
import { SavedMark } from "./SavedMark";
import { differsFromPlatform, type FieldView, type FillSession, type Look, type PullLine, type SaveOutcome, type TextConflict } from "./session";
import { useDocumentWatch } from "./useDocumentWatch";

// Rare: loaded when there is something to ask.
const Ask = later(() => import("../../shared/ui/Ask").then((module) => ({ default: module.Ask })));
const ConflictList = later(() => import("./ConflictList").then((module) => ({ default: module.ConflictList })));
const PullList = later(() => import("./PullList").then((module) => ({ default: module.PullList })));
const GoneRows = later(() => import("./GoneRows"));
const PrintCheck = later(() => import("./PrintCheck"));

interface FillPaneProps {
  session: FillSession;
  document: WordDocument;
  /** Hands the record in; rejects with the service's problem. */
  onSubmit: (keepCarried: boolean) => Promise<void>;
  /** Downloads a fresh document with the record's values. */
  onRepair: () => Promise<void>;
  /** Notes that a copy with this content code was printed. */
  onPrinted: (code: string) => Promise<void>;
}

interface Faults {
  title: string;
  items: readonly TextProblem[];
}

/** The open form: what it is, what is saved, every field with its state, pull, save, hand in. */
export function FillPane({ session, document, onSubmit, onRepair, onPrinted }: FillPaneProps) {
  const t = useText(paneText);
  const language = useLanguage();
  const notice = useNotice();
  const [look, setLook] = useState<Look | null>(null);
  const [faults, setFaults] = useState<Faults | null>(null);
  const [conflicts, setConflicts] = useState<readonly TextConflict[]>([]);
  const [pull, setPull] = useState<{ lines: readonly PullLine[]; notInDocument: readonly string[] } | null>(null);
  const [asking, setAsking] = useState<"submit" | "carried" | null>(null);
  // Stays once it was there: a dialog that is taken away before it has closed leaves the page behind it hidden from readers.
  const [asked, setAsked] = useState(false);
  const record = session.current;

  // Events are hints; the truth is read when the pane gets the focus and before every act.
  const refresh = useCallback(async () => setLook(await session.look()), [session]);
  useDocumentWatch(document, refresh);

  const took = async (outcome: SaveOutcome): Promise<boolean> => {
    setFaults(outcome.kind === "refused" ? { title: t.problems, items: outcome.problems } : null);
    setConflicts(outcome.kind === "conflict" ? outcome.conflicts : []);
    const now = session.lookAgain();
    setLook(now);
    if (outcome.kind !== "saved") return false;
    setPull(null);
    notice({ text: t.saved });
    // The footers tell the code only of a content that the document has in full.
    const whole = !now.fields.some(differsFromPlatform);
    await document.save(whole ? session.current.contentCode : undefined).catch(() => undefined);
    return true;
  };

  const save = useAction(async () => void (await took(await session.push())));
  const resolve = useAction(async (mine: (conflict: TextConflict) => boolean) => void (await took(await session.resolve(conflicts, mine))));
  const preview = useAction(async () => {
    setPull(await session.pullPreview());
    setLook(session.lookAgain());
  });
  const undo = useAction(async () => {
    await session.undoPull();
    setLook(session.lookAgain());
  });
  const apply = useAction(async (lines: readonly PullLine[]) => {
    await session.pull(lines);
    setPull(null);
    setLook(session.lookAgain());
    notice({ text: t.pulled(lines.length), undo: () => void undo.run() });
  });
  const putBack = useAction(async (offers: readonly KeptOffer[]) => {
    await session.putBack(offers);
    await refresh();
    notice({ text: t.putBackDone(offers.length) });
  });
  const discard = (offers: readonly KeptOffer[]) => {
    const giveBack = session.discard(offers);
    setLook(session.lookAgain());
    notice({
      text: t.discarded(offers.length),
      undo: () => {
        giveBack();
        setLook(session.lookAgain());
      },
    });
  };
  const deleteGone = (section: string) => {
    session.deleteGone(section);
    setLook(session.lookAgain());
    notice({ text: t.goneNext, intent: "warning" });
  };
  const submit = useAction(async (keepCarried: boolean) => {
    if (!(await took(await session.push()))) return;
    try {
      await onSubmit(keepCarried);
    } catch (reason) {
      if (!(reason instanceof ApiProblem)) throw reason;
      if (reason.code === "carried-untouched") {
        setAsking("carried");
        return;
      }
      if (reason.items.length === 0) throw reason;
      // What is missing stands at its field.
      const items = textProblems(reason);
      session.refused(items);
      setFaults({ title: pick(language, reason.title, reason.titleEn), items });
      setLook(session.lookAgain());
      return;
    }
    await session.reload();
    await refresh();
    notice({ text: t.submitted });
  });
  const repair = useAction(onRepair);
  const goTo = useAction((view: FieldView) => session.goTo(view));
  const acts = [save, resolve, preview, undo, apply, putBack, submit];
  const busy = acts.some((act) => act.busy);
  const trouble: unknown = [...acts, repair, goTo].find((act) => act.error !== undefined)?.error;
  const fields = look?.fields ?? [];
  const offers = look?.offers ?? [];
  const unsent = session.unsent;
  const saved = look === null ? null : unsent === null && !fields.some((view) => ["changed", "conflict", "invalid"].includes(view.state));

  // The person asked for this save already; it goes as soon as the network is back.
  const resume = unsent !== null && offers.length === 0 && record.editable && !busy ? save.run : null;
  useEffect(() => {
    if (!resume) return;
    const online = () => void resume();
    addEventListener("online", online);
    return () => removeEventListener("online", online);
  }, [resume]);

  return (
    <div className={styles["pane"]}>
      <header className={styles["head"]}>
        <Title3 as="h1">{[record.sheet, pick(language, record.title, record.titleEn)].filter(Boolean).join(" ")}</Title3>
        <div className={styles["line"]}>
          <span>{[record.owner, record.period].join(" · ")}</span>
          <StateTag state={record.state} />
        </div>
        <div className={styles["line"]} role="status" aria-live="polite">
          <SavedMark saved={saved} at={record.updatedAt} />
        </div>
      </header>
      {trouble instanceof MissingFieldError ? <MissingPlaces labels={labelsOf(record.fields, trouble.tags)} busy={repair.busy} onRepair={() => void repair.run()} /> : <ProblemBar problem={trouble} />}
      {record.comment && record.state === "returned" && (
        <MessageBar intent="warning">
          <MessageBarBody>
            <MessageBarTitle>{t.returned}</MessageBarTitle>
            {record.comment}
          </MessageBarBody>
        </MessageBar>
      )}
      {unsent !== null && offers.length === 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>{t.keptAt(formatMoment(unsent.at, language))}</MessageBarBody>
        </MessageBar>
      )}
      {offers.length > 0 && <KeptList offers={offers} busy={busy} onPutBack={(chosen) => void putBack.run(chosen)} onDiscard={discard} />}
      <Suspense>
        {look !== null && look.gone.length > 0 && <GoneRows gone={look.gone} busy={busy || repair.busy} onDelete={deleteGone} onRepair={() => void repair.run()} />}
      </Suspense>
      {fields.some((view) => view.state === "newer" || view.state === "conflict") && (
        <MessageBar intent="info">
          <MessageBarBody>{t.stale}</MessageBarBody>
        </MessageBar>
      )}
      {!record.editable && (
        <MessageBar intent="info">
          <MessageBarBody>{t.readOnly}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles["actions"]}>
        <Button appearance="primary" disabled={busy || !record.editable} onClick={() => void save.run()}>
          {unsent !== null ? t.sendKept : t.save}
        </Button>
        <Button disabled={busy} onClick={() => void preview.run()}>
          {t.pull}
        </Button>
        {session.canUndo && (
          <Button disabled={busy} onClick={() => void undo.run()}>
            {t.undoPull}
          </Button>
        )}
        <Button disabled={busy || !record.editable} onClick={() => (setAsked(true), setAsking("submit"))}>
          {t.submit}
        </Button>
      </div>
      {faults && faults.items.length > 0 && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>
            {faults.title}
            <ul>
              {faults.items.map((problem, index) => (
                <li key={index}>{pick(language, problem.message, problem.messageEn)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {conflicts.length > 0 && (
        <WithFluent>
          <ConflictList conflicts={conflicts} busy={busy} onResolve={(mine) => void resolve.run(mine)} />
        </WithFluent>
      )}
      {pull && (
        <WithFluent>
          <PullList key={record.version} lines={pull.lines} notInDocument={pull.notInDocument} busy={busy} onApply={(lines) => void apply.run(lines)} onClose={() => setPull(null)} />
        </WithFluent>
      )}
      <FieldList views={fields} onGoTo={(view) => void goTo.run(view)} />
      <Suspense>
        <PrintCheck session={session} document={document} onPrinted={onPrinted} onChanged={refresh} />
      </Suspense>
      <section className={styles["section"]}>
        <span className={styles["quiet"]}>{t.repairLead}</span>
        <div>
          <Button size="small" disabled={repair.busy} onClick={() => void repair.run()}>
            {t.repair}
          </Button>
        </div>
      </section>
      {asked && (
        <WithFluent>
          <Ask
            open={asking !== null}
            title={t.submit}
            confirm={asking === "carried" ? t.carriedSubmit : t.submit}
            busy={submit.busy}
            onClose={() => setAsking(null)}
            onConfirm={() => (setAsking(null), void submit.run(asking === "carried"))}
          >
            {asking === "carried" ? t.carriedAsk : t.submitAsk}
          </Ask>
        </WithFluent>
      )}
    </div>
  );
}

const labelsOf = (fields: readonly { tag: string; label: string }[], tags: readonly string[]): string =>
  [...new Set(tags.map((tag) => fields.find((field) => field.tag === tag)?.label ?? tag))].join("、");

/** A place was deleted between reading and writing. */
function MissingPlaces({ labels, busy, onRepair }: { labels: string; busy: boolean; onRepair: () => void }) {
  const t = useText(paneText);
  return (
    <MessageBar intent="error" role="alert">
      <MessageBarBody>{t.fieldsMissing(labels)}</MessageBarBody>
      <MessageBarActions>
        <Button disabled={busy} onClick={onRepair}>
          {t.repair}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
