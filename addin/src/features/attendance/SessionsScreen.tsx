import { Button, Text } from "@fluentui/react-components";
import { AddRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getScheme, type Scheme } from "../../api/scheme";
import { listRegions } from "../../api/region";
import { carrySessions, getEarlierPlan, listSessions, removeSession, type TrainingSession } from "../../api/training";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import { useLoad } from "../../shared/useLoad";
import { SessionDialog } from "./SessionDialog";
import { attendanceText } from "./text";

interface SessionsProps {
  schoolId: string;
  year: number;
}

interface Loaded {
  sessions: TrainingSession[];
  scheme: Scheme;
  /** The last year before with a plan; null where there is none. */
  earlier: number | null;
  /** The region's theme of the year; empty until it is set. */
  theme: string;
}

async function load(schoolId: string, year: number, signal: AbortSignal): Promise<Loaded> {
  const [sessions, scheme, regions, earlier] = await Promise.all([listSessions(schoolId, year, signal), getScheme(year), listRegions(year, signal), getEarlierPlan(schoolId, year, signal)]);
  return { sessions, scheme, earlier: earlier.year, theme: regions.find((region) => region.schools.some((school) => school.id === schoolId))?.theme ?? "" };
}

export default function SessionsScreen({ schoolId, year }: SessionsProps) {
  const t = useText(attendanceText);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const loaded = useLoad(`sessions ${schoolId} ${year}`, (signal) => load(schoolId, year, signal));
  const [editing, setEditing] = useState<TrainingSession | "new" | null>(null);
  const remove = useAction(async (session: TrainingSession) => {
    await removeSession(schoolId, session);
    loaded.reload();
    notify({ text: t.removed, undo: undo(loaded.reload) });
  });
  const carry = useAction(async () => {
    await carrySessions(schoolId, year);
    loaded.reload();
    notify({ text: t.carriedOver, undo: undo(loaded.reload) });
  });
  const word = (list: { key: string; label: string; labelEn: string }[] | undefined, key: string) => {
    const found = list?.find((each) => each.key === key);
    return found ? pick(language, found.label, found.labelEn) : key;
  };
  return (
    <Page
      title={t.sessionsTitle}
      lead={loaded.data && t.sessionsLead(loaded.data.sessions.filter((session) => session.state !== "dropped").length)}
      actions={
        <>
          {loaded.data && loaded.data.earlier !== null && loaded.data.sessions.every((session) => session.jointSessionId !== null) && (
            <Button icon={<CopyRegular />} disabled={carry.busy} onClick={() => void carry.run()}>
              {t.carryOver(loaded.data.earlier)}
            </Button>
          )}
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setEditing("new")}>
            {t.add}
          </Button>
        </>
      }
    >
      <ProblemBar problem={remove.error ?? carry.error} onClose={() => (remove.clear(), carry.clear())} />
      <Load from={loaded}>
        {({ sessions, scheme, theme }) => (
          <>
            {theme !== "" && <Text>{t.theme(theme)}</Text>}
            {sessions.length === 0 ? (
              <Text>{t.noneYet}</Text>
            ) : (
              <Table
                label={t.sessionsTitle}
                rows={sessions.map((session, index) => ({ ...session, number: index + 1 }))}
                rowKey={(session) => session.id}
                columns={[
                  { key: "number", header: t.number, align: "end", cell: (session) => session.number },
                  { key: "date", header: t.date, nowrap: true, cell: (session) => formatDay(session.date, language) },
                  { key: "topic", header: t.topic, cell: (session) => session.topic },
                  { key: "place", header: t.place, cell: (session) => session.place },
                  { key: "lecturer", header: t.lecturer, cell: (session) => session.lecturer },
                  { key: "carrier", header: t.carrier, cell: (session) => word(scheme.carriers, session.carrier) },
                  { key: "content", header: t.content, cell: (session) => word(scheme.contents, session.content) },
                  { key: "state", header: t.state, cell: (session) => [t[session.state], session.jointSessionId ? t.joint : null, session.carried ? t.untouched : null].filter(Boolean).join(" · ") },
                  {
                    key: "actions",
                    header: <span className="visually-hidden">{t.edit}</span>,
                    nowrap: true,
                    cell: (session) => (
                      <>
                        <Button size="small" appearance="subtle" aria-label={`${t.edit} ${session.label} ${session.topic}`} onClick={() => setEditing(session)}>
                          {t.edit}
                        </Button>
                        {session.marks === 0 && (
                          <Button size="small" appearance="subtle" disabled={remove.busy} aria-label={`${t.remove} ${session.label} ${session.topic}`} onClick={() => void remove.run(session)}>
                            {t.remove}
                          </Button>
                        )}
                      </>
                    ),
                  },
                ]}
              />
            )}
            {editing !== null && (
              <SessionDialog schoolId={schoolId} year={year} session={editing === "new" ? null : editing} scheme={scheme} onClose={() => setEditing(null)} onSaved={loaded.reload} />
            )}
          </>
        )}
      </Load>
    </Page>
  );
}
