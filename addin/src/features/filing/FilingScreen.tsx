import { MessageBar, MessageBarBody, MessageBarTitle, Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { download } from "../../api/download";
import { listFilingItems, schoolArchiveAddress } from "../../api/filing";
import { getLibraryState } from "../../api/inbox";
import { getLibrary, libraryFileAddress } from "../../api/library";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./filing.module.css";
import { FilingActions } from "./FilingActions";
import { FilingStatus } from "./FilingStatus";
import { FolderTree } from "./FolderTree";
import { InboxSection } from "./InboxSection";
import { OfflineSection } from "./OfflineSection";
import { filingText } from "./text";
import { fileName, filesOf, treeOf } from "./tree";
import { useFilingWork } from "./useFilingWork";
import { VerifySection } from "./VerifySection";

interface FilingProps {
  schoolId: string;
  year: number;
  /** False for those who only look. */
  mayFile: boolean;
}

export default function FilingScreen({ schoolId, year, mayFile }: FilingProps) {
  const t = useText(filingText);
  const work = useFilingWork(schoolId, year);
  const { latest, running } = work;
  const [archiveProblem, setArchiveProblem] = useState<unknown>(undefined);
  // While it runs, each file with its state; afterwards what the library holds, as far as the asker may read it.
  const files = useLoad(latest ? `files ${latest.id} ${latest.state} ${running ? Math.floor(latest.done / 20) : latest.done}` : null, async (signal) =>
    running && mayFile ? listFilingItems(latest?.id ?? "", signal) : filesOf(await getLibrary(schoolId, year, signal)),
  );
  const fetchFile = useAction((path: string) => download(libraryFileAddress(schoolId, path), fileName({ path })));
  return (
    <Page title={t.title} lead={t.lead(year)} actions={mayFile && <FilingActions work={work} />}>
      <LibraryTroubles schoolId={schoolId} />
      <FilingStatus work={work} mayFile={mayFile} />
      {latest && (
        <section className={styles["section"]} aria-labelledby="tree">
          <Title3 as="h2" id="tree">
            {t.tree}
          </Title3>
          <ProblemBar problem={fetchFile.error} onClose={fetchFile.clear} />
          <Load from={files}>{(all) => <FolderTree folder={treeOf(all)} onFetch={(path) => void fetchFile.run(path)} />}</Load>
        </section>
      )}
      <section className={styles["section"]} aria-labelledby="archive">
        <Title3 as="h2" id="archive">
          {t.archive}
        </Title3>
        <Text>{t.archiveLead}</Text>
        <ProblemBar problem={archiveProblem} onClose={() => setArchiveProblem(undefined)} />
        <div className={styles["actions"]}>
          <DownloadButton address={schoolArchiveAddress(schoolId, year)} fileName={`${year}.zip`} onProblem={setArchiveProblem}>
            {t.archiveDownload(year)}
          </DownloadButton>
        </div>
      </section>
      {mayFile && <VerifySection schoolId={schoolId} year={year} onFile={() => void work.start.run()} />}
      {mayFile && <InboxSection schoolId={schoolId} year={year} />}
      {mayFile && <OfflineSection schoolId={schoolId} year={year} />}
    </Page>
  );
}

/** What keeps this school's papers from being filed, read or found, as the service noticed it in the background. */
function LibraryTroubles({ schoolId }: { schoolId: string }) {
  const t = useText(filingText);
  const language = useLanguage();
  const state = useLoad("library state", getLibraryState);
  const troubles = state.data?.troubles.filter((trouble) => trouble.schools.includes(schoolId)) ?? [];
  if (troubles.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-troubles={troubles.length}>
      <MessageBarBody>
        <MessageBarTitle>{t.libraryTroubles}</MessageBarTitle>
        <ul className={styles["notes"]}>
          {troubles.map((trouble) => (
            <li key={trouble.message}>{pick(language, trouble.message, trouble.messageEn)}</li>
          ))}
        </ul>
        <a href={href(["rights"])}>{t.toRights}</a>
      </MessageBarBody>
    </MessageBar>
  );
}
