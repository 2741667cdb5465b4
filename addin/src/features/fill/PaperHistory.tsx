import { listChanges } from "../../api/changes";
import { useChangeText } from "../../shared/changeText";
import { formatMoment } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import { fillText } from "./text";

/** Who changed what in one paper; loaded when it is looked at. */
export function PaperHistory({ recordId, version }: { recordId: string; version: number }) {
  const t = useText(fillText);
  const common = useText(words);
  const language = useLanguage();
  const text = useChangeText();
  const changes = useLoad(`history ${recordId} ${version}`, (signal) => listChanges({ recordId }, signal));
  return (
    <Load from={changes}>
      {(lines) =>
        lines.length === 0 ? (
          <p>{common.none}</p>
        ) : (
          <Table
            label={t.history}
            rows={lines}
            rowKey={(line) => line.id}
            columns={[
              { key: "at", header: t.when, cell: (line) => formatMoment(line.at, language), nowrap: true },
              { key: "by", header: t.who, cell: (line) => line.byName, nowrap: true },
              { key: "subject", header: t.subject, cell: text.subject },
              { key: "before", header: t.before, cell: (line) => text.value(line, line.before) },
              { key: "after", header: t.after, cell: (line) => text.value(line, line.after) },
              { key: "reason", header: common.reason, cell: (line) => text.reason(line.reason) },
            ]}
          />
        )
      }
    </Load>
  );
}
