import { useState } from "react";
import type { RecordView } from "../../api/records";
import { pick, useLanguage, useText } from "../../shared/text";
import { Page } from "../../shared/ui/Page";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import { Paper } from "./Paper";
import { openPaper } from "./usePaper";

/** A paper on a page of its own. */
export default function PaperScreen({ recordId, linked = false }: { recordId: string; linked?: boolean }) {
  const common = useText(words);
  const language = useLanguage();
  const [changed, setChanged] = useState<RecordView | null>(null);
  const opened = useLoad(`title ${recordId}`, (signal) => openPaper(recordId, signal));
  const record = changed ?? opened.data?.record;
  const title = record ? [record.sheet, pick(language, record.title, record.titleEn)].filter(Boolean).join(" ") : common.loading;
  return (
    <Page title={title}>
      <Paper key={recordId} recordId={recordId} linked={linked} onChanged={setChanged} />
    </Page>
  );
}
