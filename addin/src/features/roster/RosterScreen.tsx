import { Button, Input, Text } from "@fluentui/react-components";
import { ArrowImportRegular, PersonAddRegular, PersonSwapRegular, SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getRoster, rosterExportAddress, type Cadre } from "../../api/roster";
import { formatDay } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { DepartureDialog } from "./DepartureDialog";
import { PersonDialog } from "./PersonDialog";
import { PostsDialog } from "./PostsDialog";
import { rosterText } from "./text";
import { TrainingLead } from "./TrainingLead";
import { TransferDialog, type Wanted } from "./TransferDialog";

interface RosterProps {
  schoolId: string;
  year: number;
  onImport: () => void;
}

export default function RosterScreen({ schoolId, year, onImport }: RosterProps) {
  const t = useText(rosterText);
  const language = useLanguage();
  const [query, setQuery] = useState("");
  const [editing, setEditing] = useState<Cadre | "new" | null>(null);
  const [leaving, setLeaving] = useState<Cadre | null>(null);
  const [posts, setPosts] = useState<Cadre | null>(null);
  const [transfer, setTransfer] = useState<Wanted | null>(null);
  const [problem, setProblem] = useState<unknown>(undefined);
  const roster = useLoad(`roster ${schoolId} ${year}`, (signal) => getRoster(schoolId, year, signal));
  const cadres = roster.data?.cadres ?? [];
  const shown = cadres.filter((cadre) => `${cadre.name}${cadre.formerNames.join("")}${cadre.post}`.includes(query.trim()));
  const mayEdit = roster.data?.canEdit === true;
  return (
    <Page
      title={t.title}
      lead={roster.data && t.lead(cadres.length, year)}
      actions={
        <>
          {mayEdit && (
            <>
              <Button appearance="primary" icon={<ArrowImportRegular />} onClick={onImport}>
                {t.import}
              </Button>
              <Button icon={<PersonAddRegular />} onClick={() => setEditing("new")}>
                {t.add}
              </Button>
              <Button icon={<PersonSwapRegular />} onClick={() => setTransfer({ query: "", post: "" })}>
                {t.transfer}
              </Button>
            </>
          )}
          <DownloadButton address={rosterExportAddress(schoolId, year, "xlsx")} fileName={`${t.title}.xlsx`} onProblem={setProblem}>
            {t.exportExcel}
          </DownloadButton>
          <DownloadButton address={rosterExportAddress(schoolId, year, "csv")} fileName={`${t.title}.csv`} onProblem={setProblem}>
            {t.exportCsv}
          </DownloadButton>
        </>
      }
    >
      <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
      <TrainingLead schoolId={schoolId} mayEdit={mayEdit} />
      <Load from={roster}>
        {() =>
          cadres.length === 0 ? (
            <Text>{t.nobody}</Text>
          ) : (
            <>
              <Input type="search" contentBefore={<SearchRegular />} aria-label={t.find} placeholder={t.find} value={query} onChange={(_, data) => setQuery(data.value)} />
              <Table
                label={t.title}
                rows={shown}
                rowKey={(cadre) => cadre.personId}
                columns={[
                  { key: "name", header: t.name, heads: true, cell: (cadre) => cadre.name },
                  { key: "post", header: t.post, cell: (cadre) => [cadre.post, !cadre.ofRecord && t.secondPostMark, cadre.to && t.left(formatDay(cadre.to, language))].filter(Boolean).join(" · ") },
                  { key: "from", header: t.from, cell: (cadre) => formatDay(cadre.from, language), nowrap: true },
                  { key: "platformNo", header: t.platformNo, cell: (cadre) => cadre.platformNo ?? "", nowrap: true },
                  { key: "sex", header: t.sex, cell: (cadre) => cadre.sex ?? "" },
                  { key: "birthMonth", header: t.birthMonth, cell: (cadre) => formatDay(cadre.birthMonth, language), nowrap: true },
                  { key: "political", header: t.political, cell: (cadre) => cadre.political ?? "" },
                  { key: "education", header: t.education, cell: (cadre) => cadre.education ?? "" },
                  { key: "title", header: t.titleField, cell: (cadre) => cadre.title ?? "" },
                  { key: "subject", header: t.subject, cell: (cadre) => cadre.subject ?? "" },
                  { key: "records", header: t.papers, cell: (cadre) => cadre.records, align: "end" },
                  {
                    key: "actions",
                    header: <span className="visually-hidden">{t.edit}</span>,
                    nowrap: true,
                    cell: (cadre) =>
                      mayEdit && (
                        <>
                          <Button size="small" appearance="subtle" aria-label={`${t.edit} ${cadre.name}`} onClick={() => setEditing(cadre)}>
                            {t.edit}
                          </Button>
                          <Button size="small" appearance="subtle" aria-label={`${t.posts} ${cadre.name}`} onClick={() => setPosts(cadre)}>
                            {t.posts}
                          </Button>
                          {cadre.to && (
                            <Button size="small" appearance="subtle" aria-label={`${t.bringBack} ${cadre.name}`} onClick={() => setTransfer({ query: cadre.platformNo ?? cadre.name, post: cadre.post, personId: cadre.personId })}>
                              {t.bringBack}
                            </Button>
                          )}
                          {!cadre.to && (
                            <Button size="small" appearance="subtle" aria-label={`${t.leave} ${cadre.name}`} onClick={() => setLeaving(cadre)}>
                              {t.leave}
                            </Button>
                          )}
                        </>
                      ),
                  },
                ]}
              />
            </>
          )
        }
      </Load>
      {editing !== null && (
        <PersonDialog
          schoolId={schoolId}
          year={year}
          cadre={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={roster.reload}
          onTransfer={(wanted) => (setEditing(null), setTransfer(wanted))}
        />
      )}
      {posts !== null && <PostsDialog schoolId={schoolId} cadre={posts} onClose={() => setPosts(null)} onSaved={roster.reload} />}
      {transfer !== null && <TransferDialog schoolId={schoolId} year={year} wanted={transfer} onClose={() => setTransfer(null)} onSaved={roster.reload} />}
      {leaving !== null && <DepartureDialog schoolId={schoolId} cadre={leaving} onClose={() => setLeaving(null)} onSaved={roster.reload} />}
    </Page>
  );
}
