import { Text, Title3 } from "@fluentui/react-components";
import { getLibraryRights, listFolderRights, type FolderRights } from "../../api/rights";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import { lastDayOf } from "./days";
import styles from "./filing.module.css";
import { LibraryPasses } from "./LibraryPasses";
import { RightsRun } from "./RightsRun";
import { rightsText } from "./rightsText";
import { fileName, folderOf } from "./tree";

/** Who may do what with a school's folders in the library: how the last setting ended, who holds a pass, and each folder. */
export default function RightsScreen({ schoolId }: { schoolId: string }) {
  const t = useText(rightsText);
  const rights = useLoad(`library rights ${schoolId}`, (signal) => getLibraryRights(schoolId, signal));
  const folders = useLoad(`folder rights ${schoolId}`, (signal) => listFolderRights(schoolId, signal));
  return (
    <Page title={t.title} lead={t.lead}>
      <Load from={rights}>
        {(view) => (
          <>
            <RightsRun schoolId={schoolId} rights={view} onRights={rights.set} />
            <LibraryPasses
              schoolId={schoolId}
              rights={view}
              onRights={(next) => {
                rights.set(next);
                folders.reload();
              }}
            />
          </>
        )}
      </Load>
      <section className={styles["section"]} aria-labelledby="folders">
        <Title3 as="h2" id="folders">
          {t.folders}
        </Title3>
        <Load from={folders}>
          {(view) => (
            <>
              {view.notes.length > 0 && <Notes notes={view.notes} />}
              {view.folders.length === 0 ? <Text>{t.none}</Text> : <Folders folders={view.folders} />}
            </>
          )}
        </Load>
      </section>
    </Page>
  );
}

function Notes({ notes }: { notes: readonly { message: string; messageEn: string }[] }) {
  const language = useLanguage();
  return (
    <ul className={styles["notes"]}>
      {notes.map((note) => (
        <li key={note.message}>{pick(language, note.message, note.messageEn)}</li>
      ))}
    </ul>
  );
}

function Folders({ folders }: { folders: readonly FolderRights[] }) {
  const t = useText(rightsText);
  const language = useLanguage();
  return (
    <>
      <Text>{t.foldersLead}</Text>
      <Table
        label={t.folders}
        rows={folders}
        rowKey={(folder) => folder.path}
        columns={[
          {
            key: "place",
            header: t.where,
            cell: (folder) => (
              <>
                <strong>{fileName(folder)}</strong>
                <div className={styles["note"]}>{[t[folder.kind], folderOf(folder.path).replaceAll("/", "/\u200b")].join(" · ")}</div>
              </>
            ),
          },
          { key: "editors", header: t.editors, cell: (folder) => folder.editors.join("、") || t.nobody },
          {
            key: "readers",
            header: t.readers,
            cell: (folder) => folder.readers.map((reader) => (reader.until ? t.reader(reader.name, formatDay(lastDayOf(reader.until), language)) : reader.name)).join("、") || t.nobody,
          },
        ]}
      />
    </>
  );
}
