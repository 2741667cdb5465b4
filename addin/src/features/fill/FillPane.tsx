import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { WordDocument } from "../../office/ports";
import { ApiProblem } from "../../api/problem";
import { formatMoment } from "../../shared/format";
import { Button } from "../../shared/light/Button";
import { MessageBar, MessageBarBody, MessageBarTitle } from "../../shared/light/MessageBar";
import { Badge, Title3 } from "../../shared/light/Texts";
import { pick, useLanguage, useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { WithFluent } from "../../shared/ui/WithFluent";
import { useAction } from "../../shared/useAction";
import { FieldList } from "./FieldList";
import styles from "./FillPane.module.css";
import { paneText } from "./paneText";
import type { FieldView, FillSession, PullLine, PushOutcome, TextConflict, TextProblem } from "./session";

const Ask = lazy(() => import("../../shared/ui/Ask").then((module) => ({ default: module.Ask })));
const ConflictList = lazy(() => import("./ConflictList").then((module) => ({ default: module.ConflictList })));
const PullList = lazy(() => import("./PullList").then((module) => ({ default: module.PullList })));
const PrintCheck = lazy(() => import("./PrintCheck"));

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

type SavedState = { kind: "unknown" } | { kind: "saved"; at: string } | { kind: "changed" } | { kind: "kept"; at: string };

/** The open form: what it is, what is saved, every field with its state, pull, save, hand in. */
export function FillPane({ session, document, onSubmit, onRepair, onPrinted }: FillPaneProps) {
  const t = useText(paneText);
  const language = useLanguage();
  const notice = useNotice();
  const [views, setViews] = useState<readonly FieldView[]>([]);
  const [problems, setProblems] = useState<readonly TextProblem[]>([]);
  const [conflicts, setConflicts] = useState<readonly TextConflict[]>([]);
  const [pull, setPull] = useState<{ lines: readonly PullLine[]; notInDocument: readonly string[] } | null>(null);
  const [asking, setAsking] = useState<"submit" | "carried" | null>(null);
  // Stays once it was there: a dialog that is taken away before it has closed leaves the page behind it hidden from readers.
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState<SavedState>(() => (session.unsent ? { kind: "kept", at: session.unsent.at } : { kind: "unknown" }));
  const record = session.current;
  const reading = useRef(false);

  const refresh = useCallback(
    async (found: readonly TextProblem[] = []) => {
      if (reading.current) return;
      reading.current = true;
      try {
        const next = await session.view(found);
        setViews(next);
        if (next.some((view) => view.state === "changed" || view.state === "invalid")) setSaved((old) => (old.kind === "kept" ? old : { kind: "changed" }));
        else setSaved((old) => (old.kind === "kept" || old.kind === "saved" ? old : { kind: "saved", at: "" }));
      } finally {
        reading.current = false;
      }
    },
    [session],
  );

  // Events are hints; the truth is read when the pane gets the focus and before every act.
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void refresh();
    void document
      .onDirty(() => void refresh())
      .then((end) => {
        if (gone) end();
        else stop = end;
      })
      .catch(() => undefined);
    const focus = () => void refresh();
    addEventListener("focus", focus);
    return () => {
      gone = true;
      stop();
      removeEventListener("focus", focus);
    };
  }, [document, refresh]);

  const took = async (outcome: PushOutcome | { kind: "kept"; at: string }): Promise<boolean> => {
    setProblems(outcome.kind === "refused" ? outcome.problems : []);
    setConflicts(outcome.kind === "conflict" ? outcome.conflicts : []);
    if (outcome.kind === "saved") {
      setSaved({ kind: "saved", at: new Date().toISOString() });
      notice({ text: t.saved });
      await document.save(session.current.contentCode).catch(() => undefined);
    } else if (outcome.kind === "kept") {
      setSaved({ kind: "kept", at: outcome.at });
    }
    await refresh(outcome.kind === "refused" ? outcome.problems : []);
    return outcome.kind === "saved";
  };

  const save = useAction(async () => void (await took(await session.push())));
  const resolve = useAction(async (mine: (conflict: TextConflict) => boolean) => void (await took(await session.resolve(conflicts, mine))));
  const preview = useAction(async () => setPull(await session.pullPreview()));
  const apply = useAction(async (lines: readonly PullLine[]) => {
    await session.pull(lines);
    setPull(null);
    await refresh();
    notice({ text: t.pulled(lines.length), undo: () => void session.undoPull().then(() => refresh()) });
  });
  const submit = useAction(async (keepCarried: boolean) => {
    if (!(await took(await session.push()))) return;
    try {
      await onSubmit(keepCarried);
    } catch (reason) {
      if (!(reason instanceof ApiProblem) || reason.code !== "carried-untouched") throw reason;
      setAsking("carried");
      return;
    }
    await session.reload();
    await refresh();
    notice({ text: t.submitted });
  });
  const repair = useAction(onRepair);
  const goTo = useAction((view: FieldView) => document.goTo(view.tag, view.occurrence));
  const busy = save.busy || resolve.busy || preview.busy || apply.busy || submit.busy;
  const trouble: unknown = save.error ?? resolve.error ?? preview.error ?? apply.error ?? submit.error ?? repair.error ?? goTo.error;

  return (
    <div className={styles["pane"]}>
      <header className={styles["head"]}>
        <Title3 as="h1">{[record.sheet, pick(language, record.title, record.titleEn)].filter(Boolean).join(" ")}</Title3>
        <div className={styles["line"]}>
          <span>{[record.owner, record.period].join(" · ")}</span>
          <StateTag state={record.state} />
        </div>
        <div className={styles["line"]} role="status" aria-live="polite">
          <SavedMark saved={saved} />
        </div>
      </header>
      <ProblemBar problem={trouble} />
      {record.comment && record.state === "returned" && (
        <MessageBar intent="warning">
          <MessageBarBody>
            <MessageBarTitle>{t.returned}</MessageBarTitle>
            {record.comment}
          </MessageBarBody>
        </MessageBar>
      )}
      {saved.kind === "kept" && (
        <MessageBar intent="warning">
          <MessageBarBody>{t.keptAt(formatMoment(saved.at, language))}</MessageBarBody>
        </MessageBar>
      )}
      {session.documentVersion < record.version && (
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
          {saved.kind === "kept" ? t.sendKept : t.save}
        </Button>
        <Button disabled={busy} onClick={() => void preview.run()}>
          {t.pull}
        </Button>
        {session.canUndo && (
          <Button disabled={busy} onClick={() => void session.undoPull().then(() => refresh())}>
            {t.undoPull}
          </Button>
        )}
        <Button disabled={busy || !record.editable} onClick={() => (setAsked(true), setAsking("submit"))}>
          {t.submit}
        </Button>
      </div>
      {problems.length > 0 && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>
            {t.problems}
            <ul>
              {problems.map((problem, index) => (
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
      <FieldList views={views} onGoTo={(view) => void goTo.run(view)} />
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

function SavedMark({ saved }: { saved: SavedState }) {
  const t = useText(paneText);
  const language = useLanguage();
  switch (saved.kind) {
    case "saved":
      return (
        <Badge color="success" data-saved="yes">
          {t.savedAt(formatMoment(saved.at, language))}
        </Badge>
      );
    case "changed":
    case "kept":
      return (
        <Badge color="warning" data-saved="no">
          {t.notSaved}
        </Badge>
      );
    default:
      return null;
  }
}
