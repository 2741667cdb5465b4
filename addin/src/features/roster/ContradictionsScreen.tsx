import { Button, Link, Text } from "@fluentui/react-components";
import { useState } from "react";
import { listContradictions, type Contradiction } from "../../api/contradictions";
import { formatDay } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { contradictionText } from "./contradictionText";
import { SettleDialog } from "./SettleDialog";

interface ContradictionsProps {
  schoolId: string;
  year: number;
}

/** Where a sheet says otherwise than the roster: which is right, and since when. */
export default function ContradictionsScreen({ schoolId, year }: ContradictionsProps) {
  const t = useText(contradictionText);
  const language = useLanguage();
  const loaded = useLoad(`contradictions ${schoolId} ${year}`, (signal) => listContradictions(schoolId, year, signal));
  const [settling, setSettling] = useState<Contradiction | null>(null);
  const titleOf = (item: Contradiction) => [item.sheet, pick(language, item.title, item.titleEn)].filter(Boolean).join(" ");
  return (
    <Page title={t.title} lead={loaded.data && (loaded.data.length === 0 ? t.none(year) : t.lead(loaded.data.length))}>
      <Load from={loaded}>
        {(items) =>
          items.length === 0 ? (
            <Text>{t.how}</Text>
          ) : (
            <Table
              label={t.title}
              rows={items}
              rowKey={(item) => `${item.recordId} ${item.field}`}
              columns={[
                { key: "name", header: t.name, heads: true, nowrap: true, cell: (item) => item.personName },
                { key: "field", header: t.field, nowrap: true, cell: (item) => pick(language, item.label, item.labelEn) },
                { key: "sheet", header: t.onSheet, cell: (item) => item.onSheet },
                { key: "paper", header: t.paper, cell: (item) => <Link href={href(["paper", item.recordId])}>{titleOf(item)}</Link> },
                { key: "day", header: t.day, nowrap: true, cell: (item) => formatDay(item.day, language) },
                { key: "roster", header: t.inRoster, cell: (item) => (item.inRoster === "" ? t.nothing : [item.inRoster, item.since && t.since(formatDay(item.since, language))].filter(Boolean).join(" ")) },
                {
                  key: "settle",
                  header: <span className="visually-hidden">{t.settle}</span>,
                  nowrap: true,
                  cell: (item) => (
                    <Button size="small" aria-label={`${t.settle} ${item.personName} ${item.label} ${titleOf(item)}`} onClick={() => setSettling(item)}>
                      {t.settle}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Load>
      {settling && <SettleDialog item={settling} title={titleOf(settling)} onClose={() => setSettling(null)} onSettled={loaded.reload} />}
    </Page>
  );
}
