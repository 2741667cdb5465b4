import { Badge, Button, MessageBar, MessageBarActions, MessageBarBody, Radio, RadioGroup, Select, Subtitle2, Text } from "@fluentui/react-components";
import { ArrowSyncRegular, CheckmarkRegular, SaveRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ReviewRow, ReviewSchool } from "../../../api/review";
import type { ExcelWorkbook } from "../../../office/ports";
import { useLanguage, useText } from "../../../shared/text";
import { Ask } from "../../../shared/ui/Ask";
import { useNotice } from "../../../shared/ui/Notices";
import { ProblemBar } from "../../../shared/ui/ProblemBar";
import { useAction } from "../../../shared/useAction";
import styles from "./audit.module.css";
import { RowCard } from "./RowCard";
import { reviewShape, type AuditRow, type AuditSession, type AuditView, type Conflict, type SaveResult } from "./session";
import { auditText } from "./text";
import { Conflicts, Faults } from "./Trouble";

interface AuditRowsProps {
  session: AuditSession;
  workbook: ExcelWorkbook;
  opinions: readonly string[];
  schools: readonly ReviewSchool[];
  /** What the table shows. */
  shown: Shown;
  onShow: (shown: Shown) => Promise<void>;
  /** Schools with opinions not saved. */
  onUnsaved: (schoolIds: ReadonlySet<string>) => void;
  onSaved: () => void;
}

/** Which rows the table shows: odd ones, those without an opinion, or all; of one school or of every one. */
export interface Shown {
  which: "all" | "odd" | "open";
  school: string | null;
}

const agree = "同意";
const nothing: AuditView = { rows: [], absent: [] };

/** The open audit workbook: what is selected, what is written, what is not saved. */
export function AuditRows({ session, workbook, opinions, schools, shown, onShow, onUnsaved, onSaved }: AuditRowsProps) {
  const t = useText(auditText);
  const language = useLanguage();
  const notify = useNotice();
  const [view, setView] = useState<AuditView>(nothing);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [result, setResult] = useState<SaveResult>({ saved: 0, conflicts: [], problems: [] });
  const [barred, setBarred] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<string | null>(null);
  const [lost, setLost] = useState(Object.keys(session.lostDrafts).length);
  const reading = useRef(false);

  const put = useCallback(
    (next: AuditView) => {
      setView(next);
      onUnsaved(new Set(next.rows.filter((row) => row.touched).map((row) => row.schoolId)));
    },
    [onUnsaved],
  );
  const reread = useCallback(async () => {
    if (reading.current) return;
    reading.current = true;
    try {
      put(await session.view());
    } finally {
      reading.current = false;
    }
  }, [session, put]);
  const reselect = useCallback(async () => setSelected(await session.selected()), [session]);

  // Events are hints (a choice from a list may be silent); the truth is read on focus and before every act.
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => void Promise.all([reread(), reselect()]).catch(() => undefined);
    // A paste into a hundred cells is one look, not a hundred.
    const hint = () => {
      clearTimeout(timer);
      timer = setTimeout(look, 300);
    };
    look();
    void workbook
      .onTable(reviewShape.name, hint, () => void reselect().catch(() => undefined))
      .then((end) => {
        if (gone) end();
        else stop = end;
      })
      .catch(() => undefined);
    addEventListener("focus", look);
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
      removeEventListener("focus", look);
    };
  }, [workbook, reread, reselect]);

  const took = async (outcome: SaveResult) => {
    setResult(outcome);
    put(await session.lastView());
    if (outcome.saved > 0) {
      notify({ text: t.savedNow(outcome.saved) });
      onSaved();
    }
  };
  const save = useAction(async () => took(await session.save()));
  const resolve = useAction(async (mine: (conflict: Conflict) => boolean) => took(await session.resolve(result.conflicts, mine)));
  const refresh = useAction(async () => {
    const { updated } = await session.refresh();
    put(await session.lastView());
    notify({ text: t.refreshed(updated) });
  });
  const undo = useAction(async (written: Parameters<AuditSession["undo"]>[0]) => {
    await session.undo(written);
    put(await session.lastView());
  });
  const write = useAction(async (opinion: string, reason: string | null) => {
    const done = await session.write(opinion, reason);
    setBarred(done.barred);
    put(await session.lastView());
    if (done.written.length > 0) notify({ text: opinion === "" ? t.cleared(done.written.length) : t.wrote(opinion, done.written.length), undo: () => void undo.run(done.written) });
  });
  const acceptClean = useAction(async () => {
    const written = await session.acceptClean();
    put(await session.lastView());
    notify(written.length === 0 ? { text: t.accepted(0) } : { text: t.accepted(written.length), undo: () => void undo.run(written) });
  });
  const show = useAction(onShow);
  const goTo = useAction(async (key: string) => {
    if (!(await session.goTo(key))) notify({ text: t.gone1 });
  });
  const restore = useAction(async (again: boolean) => {
    if (again) await session.restore();
    else session.forget();
    setLost(0);
    put(await session.lastView());
  });

  const actions = [save, resolve, refresh, undo, write, acceptClean, show, goTo, restore];
  const busy = actions.some((action) => action.busy);
  const touched = view.rows.filter((row) => row.touched);
  const chosen = selected.flatMap((key) => view.rows.filter((row) => row.key === key));
  return (
    <div className={styles["section"]}>
      <div role="status">
        <Badge appearance="tint" color={touched.length > 0 ? "warning" : "success"} data-unsaved={touched.length}>
          {touched.length > 0 ? t.notSaved(touched.length) : t.saved}
        </Badge>
      </div>
      <ProblemBar problem={actions.find((action) => action.error !== undefined)?.error} onClose={() => actions.forEach((action) => action.clear())} />
      {lost > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.lost(lost)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabled={busy} onClick={() => void restore.run(true)}>
              {t.restore}
            </Button>
            <Button size="small" disabled={busy} onClick={() => void restore.run(false)}>
              {t.forget}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles["line"]}>
        <Button appearance="primary" icon={<SaveRegular />} disabled={busy || touched.length === 0} onClick={() => void save.run()}>
          {t.save(touched.length)}
        </Button>
        <Button icon={<ArrowSyncRegular />} disabled={busy} onClick={() => void refresh.run()}>
          {t.refresh}
        </Button>
      </div>
      {result.problems.length > 0 && <Faults problems={result.problems} onGoTo={(key) => void goTo.run(key)} />}
      {result.conflicts.length > 0 && <Conflicts key={result.conflicts.map((each) => each.key).join()} conflicts={result.conflicts} busy={busy} onResolve={(mine) => void resolve.run(mine)} />}
      <State view={view} own={session.own.length > 0} />
      <section className={styles["section"]} aria-label={t.phrases}>
        {chosen.length === 1 && chosen[0] ? <RowCard key={chosen[0].key} row={chosen[0]} year={session.year} /> : <Text>{chosen.length === 0 ? t.selectedNone : t.selectedMany(chosen.length)}</Text>}
        {barred.length > 0 && <Barred keys={barred} session={session} />}
        <div className={styles["line"]} role="group" aria-label={t.phrases}>
          {opinions.map((opinion) => (
            <Button key={opinion} size="small" disabled={busy || chosen.length === 0} onClick={() => (needsReason(opinion, chosen) ? setAsking(opinion) : void write.run(opinion, null))}>
              {opinion}
            </Button>
          ))}
          <Button size="small" appearance="subtle" disabled={busy || chosen.every((row) => row.opinion === "")} onClick={() => void write.run("", "")}>
            {t.clear}
          </Button>
        </div>
      </section>
      <section className={styles["section"]} aria-label={t.show}>
        <RadioGroup layout="horizontal" aria-label={t.show} value={shown.which} disabled={busy} onChange={(_, data) => void show.run({ ...shown, which: data.value as Shown["which"] })}>
          <Radio value="all" label={t.all} />
          <Radio value="odd" label={t.odd} />
          <Radio value="open" label={t.open} />
        </RadioGroup>
        {schools.length > 1 && (
          <Select aria-label={t.school} value={shown.school ?? ""} disabled={busy} onChange={(_, data) => void show.run({ ...shown, school: data.value === "" ? null : data.value })}>
            <option value="">{t.everySchool}</option>
            {schools.map((school) => (
              <option key={school.schoolId}>{school.schoolName}</option>
            ))}
          </Select>
        )}
        <div>
          <Button icon={<CheckmarkRegular />} disabled={busy} onClick={() => void acceptClean.run()}>
            {t.acceptClean}
          </Button>
        </div>
      </section>
      {touched.length > 0 && <Touched rows={touched} onGoTo={(key) => void goTo.run(key)} />}
      <Ask
        open={asking !== null}
        title={t.reasonTitle(asking ?? "", chosen.length)}
        reason={t.reason}
        confirm={asking ?? ""}
        busy={busy}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => {
          const opinion = asking ?? "";
          setAsking(null);
          void write.run(opinion, reason);
        }}
      >
        {chosen.map((row) => row.name).join(language === "zh" ? "、" : ", ")}
      </Ask>
    </div>
  );
}

/** Whatever differs from the declaration needs a reason. */
const needsReason = (opinion: string, rows: readonly AuditRow[]): boolean => opinion !== agree && rows.some((row) => opinion !== `核定${row.declared}分`);

/** What the platform knows and the workbook does not. */
function State({ view, own }: { view: AuditView; own: boolean }) {
  const t = useText(auditText);
  const language = useLanguage();
  const stale = view.rows.filter((row) => row.stale && !row.touched).length;
  const gone = view.rows.filter((row) => row.barred === "unknown").length;
  const notes = [
    stale > 0 ? t.stale(stale) : null,
    view.absent.length > 0 ? t.absent(view.absent.map((row) => row.name).join(language === "zh" ? "、" : ", ")) : null,
    gone > 0 ? t.gone(gone) : null,
    own ? t.ownLead : null,
  ].filter((note) => note !== null);
  return notes.map((note) => (
    <MessageBar key={note} intent="info" layout="multiline">
      <MessageBarBody>{note}</MessageBarBody>
    </MessageBar>
  ));
}

function Touched({ rows, onGoTo }: { rows: readonly AuditRow[]; onGoTo: (key: string) => void }) {
  const t = useText(auditText);
  return (
    <section className={styles["section"]} aria-label={t.changed}>
      <Subtitle2 as="h2">{t.changed}</Subtitle2>
      <ul className={styles["list"]}>
        {rows.slice(0, 50).map((row) => (
          <li key={row.key}>
            <button type="button" className={styles["link"]} data-changed={row.personId} onClick={() => onGoTo(row.key)}>
              {t.goTo(row.name, row.school, row.opinion)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why some of the selected rows got no opinion. */
function Barred({ keys, session }: { keys: readonly string[]; session: AuditSession }) {
  const t = useText(auditText);
  const language = useLanguage();
  const rows = keys.map((key) => session.rowOf(key));
  const names = (some: readonly (ReviewRow | undefined)[]) => some.map((row) => row?.name ?? "").join(language === "zh" ? "、" : ", ");
  const [own, signed, unknown] = [rows.filter((row) => row?.own), rows.filter((row) => row && !row.own && row.signedOff), rows.filter((row) => row === undefined)];
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {[own.length > 0 ? t.own(names(own)) : null, signed.length > 0 ? t.signedRows(names(signed)) : null, unknown.length > 0 ? t.unknownRows(unknown.length) : null].filter(Boolean).join(" ")}
      </MessageBarBody>
    </MessageBar>
  );
}
