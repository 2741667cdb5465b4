import { Button } from "@fluentui/react-components";
import { ArchiveRegular, PlayRegular, StopRegular } from "@fluentui/react-icons";
import { useText } from "../../shared/text";
import { filingText } from "./text";
import type { FilingWork } from "./useFilingWork";

/** Begin, stop, go on. */
export function FilingActions({ work }: { work: FilingWork }) {
  const t = useText(filingText);
  const { latest, running, unfinished, start, cancel, resume } = work;
  return (
    <>
      {!running && (
        <Button appearance="primary" icon={<ArchiveRegular />} disabled={start.busy || work.filings.data === undefined} onClick={() => void start.run()}>
          {latest ? t.again : t.start}
        </Button>
      )}
      {running && latest && (
        <Button icon={<StopRegular />} disabled={cancel.busy} onClick={() => void cancel.run(latest.id)}>
          {t.cancel}
        </Button>
      )}
      {unfinished && latest && (
        <Button icon={<PlayRegular />} disabled={resume.busy} onClick={() => void resume.run(latest.id)}>
          {t.resume}
        </Button>
      )}
    </>
  );
}
