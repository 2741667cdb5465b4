import { Link } from "@fluentui/react-components";
import { useText } from "../../shared/text";
import { Page } from "../../shared/ui/Page";
import { FilingActions } from "./FilingActions";
import { FilingStatus } from "./FilingStatus";
import { filingText } from "./text";
import { useFilingWork } from "./useFilingWork";

/** Filing beside the document: the secretary begins it, follows it and sees to what failed without leaving Word or Excel. */
export default function PaneFiling({ schoolId, schoolName = "", year }: { schoolId: string; schoolName?: string; year: number }) {
  const t = useText(filingText);
  const work = useFilingWork(schoolId, year);
  return (
    <Page title={[t.title, schoolName].filter(Boolean).join(" · ")} lead={t.paneLead(year)} actions={<FilingActions work={work} />}>
      <FilingStatus work={work} mayFile />
      <p>
        <Link href="/#/filing" target="_blank">
          {t.portal}
        </Link>
      </p>
    </Page>
  );
}
