import { Title3 } from "@fluentui/react-components";
import { listFilingItems } from "../../api/filing";
import { useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { useLoad } from "../../shared/useLoad";
import styles from "./filing.module.css";
import { FilingActions } from "./FilingActions";
import { FilingStatus } from "./FilingStatus";
import { FolderTree } from "./FolderTree";
import { InboxSection } from "./InboxSection";
import { OfflineSection } from "./OfflineSection";
import { filingText } from "./text";
import { treeOf } from "./tree";
import { useFilingWork } from "./useFilingWork";

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
  const items = useLoad(latest ? `items ${latest.id} ${latest.state} ${running ? Math.floor(latest.done / 20) : latest.done}` : null, (signal) =>
    listFilingItems(latest?.id ?? "", signal),
  );
  return (
    <Page title={t.title} lead={t.lead(year)} actions={mayFile && <FilingActions work={work} />}>
      <FilingStatus work={work} mayFile={mayFile} />
      {latest && (
        <section className={styles["section"]} aria-labelledby="tree">
          <Title3 as="h2" id="tree">
            {t.tree}
          </Title3>
          <Load from={items}>{(all) => <FolderTree folder={treeOf(all)} />}</Load>
        </section>
      )}
      {mayFile && <InboxSection schoolId={schoolId} year={year} />}
      {mayFile && <OfflineSection schoolId={schoolId} year={year} />}
    </Page>
  );
}
