import { useState } from "react";
import { readDocument, type Reading } from "../../api/records";
import { useText } from "../../shared/text";
import { FilePicker } from "../../shared/ui/FilePicker";
import { Waiting } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { ReadingPreview } from "./ReadingPreview";
import { fillText } from "./text";

/** Any filled document, without saying first which it is. */
export default function UploadScreen({ onOpen }: { onOpen: (recordId: string) => void }) {
  const t = useText(fillText);
  const notify = useNotice();
  const [reading, setReading] = useState<Reading | null>(null);
  const read = useAction(async (file: File) => {
    setReading(null);
    setReading(await readDocument(file));
  });
  return (
    <Page title={t.uploadTitle} lead={t.uploadLead}>
      <FilePicker label={t.chooseDocument} accept=".docx,.xlsx" hint={t.uploadHint} busy={read.busy} onFile={(file) => void read.run(file)} />
      {read.busy && <Waiting />}
      <ProblemBar problem={read.error} onClose={read.clear} />
      {reading && (
        <ReadingPreview
          key={reading.id}
          reading={reading}
          onDrop={() => setReading(null)}
          onApplied={(record) => {
            notify({ text: t.applied });
            onOpen(record.id);
          }}
        />
      )}
    </Page>
  );
}
