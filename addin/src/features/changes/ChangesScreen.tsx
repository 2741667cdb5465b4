import { Button, Input, Text } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { undoAct } from "../../api/acts";
import { listChanges, type ChangeLine } from "../../api/changes";
import { useChangeText } from "../../shared/changeText";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { useUndo } from "../../shared/useUndo";
import { words } from "../../shared/words";
import { changesText } from "./text";

interface ChangesProps {
  year: number;
  schoolId?: string;
  personId?: string;
}

/** Lines that the service sends at once. */
const pageSize = 500;

function matches(line: ChangeLine, query: string): boolean {
  return [line.byName, line.personName, line.label, line.labelEn, line.paper, line.paperEn, line.before, line.after, line.reason].some((part) => part?.includes(query));
}

export default function ChangesScreen({ year, schoolId, personId }: ChangesProps) {
  const t = useText(changesText);
  const common = useText(words);
  const language = useLanguage();
  const text = useChangeText();
  const notify = useNotice();
  const undo = useUndo();
  const [query, setQuery] = useState("");
  const changes = useLoad(`changes ${year} ${schoolId} ${personId}`, (signal) => listChanges({ year, schoolId, personId }, signal));
  const more = useAction(async (all: ChangeLine[]) => changes.set([...all, ...(await listChanges({ year, schoolId, personId, before: all.at(-1)?.id }))]));
  const takeBack = useAction(async (act: string) => {
    await undoAct(act);
    changes.reload();
    notify({ text: common.undone, undo: undo(changes.reload) });
  });
  return (
    <Page title={t.title} lead={t.lead(year)}>
      <Input type="search" contentBefore={<SearchRegular />} aria-label={t.find} placeholder={t.find} value={query} onChange={(_, data) => setQuery(data.value)} />
      <ProblemBar problem={takeBack.error} onClose={takeBack.clear} />
      <Load from={changes}>
        {(all) => {
          const last = all.find((line) => line.mayUndo)?.id;
          const shown = all.filter((line) => matches(line, query.trim()));
          if (shown.length === 0) return <Text>{all.length === 0 ? t.nothing : t.noMatch}</Text>;
          return (
            <>
            <Table
              label={t.title}
              rows={shown}
              rowKey={(line) => line.id}
              columns={[
                { key: "at", header: t.when, cell: (line) => formatMoment(line.at, language), nowrap: true },
                { key: "by", header: t.who, cell: (line) => line.byName, nowrap: true },
                { key: "person", header: t.whose, cell: (line) => line.personName ?? "" },
                { key: "subject", header: t.what, cell: (line) => [pick(language, line.paper ?? "", line.paperEn ?? ""), text.subject(line)].filter(Boolean).join(" · ") },
                { key: "before", header: t.before, cell: (line) => text.value(line, line.before) },
                { key: "after", header: t.after, cell: (line) => text.value(line, line.after) },
                { key: "reason", header: t.why, cell: (line) => text.reason(line.reason) },
                {
                  key: "undo",
                  header: <span className="visually-hidden">{common.undo}</span>,
                  nowrap: true,
                  cell: (line) =>
                    line.actId !== null &&
                    line.id === last && (
                      <Button size="small" disabled={takeBack.busy} onClick={() => void takeBack.run(line.actId ?? "")}>
                        {t.undoLast}
                      </Button>
                    ),
                },
              ]}
            />
            {all.length % pageSize === 0 && (
              <div>
                <Button disabled={more.busy} onClick={() => void more.run(all)}>
                  {t.older}
                </Button>
              </div>
            )}
            <ProblemBar problem={more.error} onClose={more.clear} />
            </>
          );
        }}
      </Load>
    </Page>
  );
}
