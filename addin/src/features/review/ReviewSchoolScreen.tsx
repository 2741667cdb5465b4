import { Button, MessageBar, MessageBarBody, Switch } from "@fluentui/react-components";
import { CheckmarkRegular, SaveRegular, SignatureRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getCredits, type CreditColumn, type CreditRow, type CreditSheet } from "../../api/credits";
import { ApiProblem } from "../../api/problem";
import { acceptCleanLines, editOpinion, signOff, takeBackSignOff } from "../../api/review";
import { getScheme } from "../../api/scheme";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { EvidenceDrawer } from "../../shared/ui/EvidenceDrawer";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import { isChanged, isOdd, opinionList, type OpinionEdit } from "./opinions";
import { OpinionTable } from "./OpinionTable";
import { reviewText } from "./text";

interface ReviewSchoolProps {
  schoolId: string;
  year: number;
  personId: string;
  mayReview: boolean;
  onBack: () => void;
}

interface OpenSheet {
  sheet: CreditSheet;
  opinions: string[];
}

async function open(schoolId: string, year: number, signal: AbortSignal): Promise<OpenSheet> {
  const [sheet, scheme] = await Promise.all([getCredits(schoolId, year, signal), getScheme(year)]);
  return { sheet, opinions: opinionList(scheme) };
}

export default function ReviewSchoolScreen({ schoolId, year, personId, mayReview, onBack }: ReviewSchoolProps) {
  const t = useText(reviewText);
  const common = useText(words);
  const language = useLanguage();
  const notify = useNotice();
  const loaded = useLoad(`review school ${schoolId} ${year}`, (signal) => open(schoolId, year, signal));
  const [edits, setEdits] = useState<Record<string, OpinionEdit>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [cell, setCell] = useState<{ personId: string; column: CreditColumn } | null>(null);
  const [asking, setAsking] = useState(false);
  const [onlyOdd, setOnlyOdd] = useState(false);

  const sheet = loaded.data?.sheet;
  const rows = sheet?.rows ?? [];
  const changed = rows.filter((row) => isChanged(row, edits[row.personId]));
  const put = (next: readonly CreditRow[]) => {
    const byPerson = new Map(next.map((row) => [row.personId, row]));
    if (loaded.data && sheet) loaded.set({ ...loaded.data, sheet: { ...sheet, rows: rows.map((row) => byPerson.get(row.personId) ?? row) } });
  };

  /** Saves each changed row with the version it saw; a row that fails keeps its text and says why. */
  const save = useAction(async () => {
    const saved: CreditRow[] = [];
    const current: CreditRow[] = [];
    const failed: Record<string, string> = {};
    for (const row of changed) {
      const edit = edits[row.personId];
      if (!edit) continue;
      try {
        saved.push(await editOpinion(year, row, { opinion: edit.opinion || null, recognised: null, reason: edit.reason.trim() || null }));
      } catch (reason) {
        if (!(reason instanceof ApiProblem) || reason.status === 0 || reason.status >= 500) throw reason;
        if (reason.status === 412 && reason.more["current"]) current.push(reason.more["current"] as CreditRow);
        const item = reason.items[0];
        failed[row.personId] = reason.status === 412 ? t.stale : item ? pick(language, item.message, item.messageEn) : pick(language, reason.detail || reason.title, reason.detailEn || reason.titleEn);
      }
    }
    put([...saved, ...current]);
    setFaults(failed);
    setEdits((old) => Object.fromEntries(Object.entries(old).filter(([id]) => !saved.some((row) => row.personId === id))));
    if (saved.length > 0) {
      const before = changed.filter((row) => saved.some((each) => each.personId === row.personId));
      notify({ text: t.saved(saved.length), undo: () => void takeBack.run(saved, before) });
    }
  });
  const takeBack = useAction(async (saved: readonly CreditRow[], before: readonly CreditRow[]) => {
    for (const row of saved) {
      const old = before.find((each) => each.personId === row.personId);
      await editOpinion(year, row, { opinion: old?.opinion ?? null, recognised: old?.recognised ?? null, reason: old?.opinionReason ?? null });
    }
    loaded.reload();
  });
  const acceptClean = useAction(async () => {
    const people = await acceptCleanLines(schoolId, year);
    const next = await open(schoolId, year, new AbortController().signal);
    loaded.set(next);
    const agreed = next.sheet.rows.filter((row) => people.includes(row.personId));
    notify(people.length === 0 ? { text: t.noneClean } : { text: t.acceptedClean(people.length), undo: () => void takeBack.run(agreed, []) });
  });
  const sign = useAction(async () => {
    setAsking(false);
    await signOff(schoolId, year);
    loaded.reload();
    notify({ text: t.signed, undo: () => void unsign.run() });
  });
  const unsign = useAction(async () => {
    await takeBackSignOff(schoolId, year);
    loaded.reload();
    notify({ text: t.takenBack });
  });

  const busy = save.busy || acceptClean.busy || sign.busy || takeBack.busy || unsign.busy;
  const locked = !mayReview || sheet?.signedOff != null;
  const opened = rows.find((row) => row.personId === cell?.personId);
  const without = rows.filter((row) => !row.opinion).length;
  const problem = save.error ?? acceptClean.error ?? sign.error ?? takeBack.error ?? unsign.error;
  return (
    <Page
      title={sheet?.schoolName ?? common.loading}
      lead={sheet && t.schoolLead(rows.length, without)}
      actions={
        <>
          <Button onClick={onBack}>{t.backToQueue}</Button>
          {mayReview && sheet && !sheet.signedOff && (
            <>
              <Button icon={<CheckmarkRegular />} disabled={busy || changed.length > 0} onClick={() => void acceptClean.run()}>
                {t.acceptClean}
              </Button>
              <Button icon={<SaveRegular />} appearance="primary" disabled={busy || changed.length === 0} onClick={() => void save.run()}>
                {t.save(changed.length)}
              </Button>
              <Button icon={<SignatureRegular />} disabled={busy || changed.length > 0 || without > 0} onClick={() => setAsking(true)}>
                {t.signOff}
              </Button>
            </>
          )}
          {mayReview && sheet?.signedOff && (
            <Button disabled={busy} onClick={() => void unsign.run()}>
              {t.takeBack}
            </Button>
          )}
        </>
      }
    >
      <ProblemBar problem={problem} onClose={() => [save, acceptClean, sign, takeBack, unsign].forEach((action) => action.clear())} />
      <Load from={loaded}>
        {({ sheet: data, opinions }) => (
          <>
            {data.signedOff && (
              <MessageBar intent="success">
                <MessageBarBody>{[t.signedOff, data.signedOff.by, formatMoment(data.signedOff.at, language)].join(" · ")}</MessageBarBody>
              </MessageBar>
            )}
            <Switch label={t.onlyOdd} checked={onlyOdd} onChange={(_, state) => setOnlyOdd(state.checked)} />
            <OpinionTable
              columns={data.columns}
              rows={onlyOdd ? data.rows.filter(isOdd) : data.rows}
              opinions={opinions}
              edits={edits}
              faults={faults}
              locked={locked || busy}
              ownId={personId}
              onEdit={(id, edit) => {
                setEdits((old) => ({ ...old, [id]: edit }));
                setFaults((old) => ({ ...old, [id]: "" }));
              }}
              onCell={(id, column) => setCell({ personId: id, column })}
            />
          </>
        )}
      </Load>
      <EvidenceDrawer
        title={opened && cell ? `${opened.name} · ${pick(language, cell.column.label, cell.column.labelEn)}` : ""}
        evidence={cell ? opened?.counts[cell.column.key] : undefined}
        onClose={() => setCell(null)}
      />
      <Ask open={asking} title={t.signOffTitle} confirm={t.signOff} busy={sign.busy} onClose={() => setAsking(false)} onConfirm={() => void sign.run()}>
        <p>{t.signOffLead}</p>
      </Ask>
    </Page>
  );
}
