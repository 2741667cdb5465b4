import { Link, Select } from "@fluentui/react-components";
import { useState } from "react";
import { download } from "../../api/download";
import { attachFile, attachmentAddress, getRecord, type RecordView } from "../../api/records";
import type { SaidCode } from "../../shared/contentCode";
import { formatBytes } from "../../shared/format";
import { useText } from "../../shared/text";
import { FilePicker } from "../../shared/ui/FilePicker";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { ScanCode } from "../../shared/ui/ScanCode";
import { useAction } from "../../shared/useAction";
import styles from "./fill.module.css";
import { fillText } from "./text";

const kinds = ["upload", "scan", "script", "certificate"] as const;
type Kind = (typeof kinds)[number];

interface AttachmentsProps {
  record: RecordView;
  onRecord: (record: RecordView) => void;
}

/** Files beside a paper: the stamped scan, a lecture's script, certificates, or the paper itself where it is only uploaded. */
export function Attachments({ record, onRecord }: AttachmentsProps) {
  const t = useText(fillText);
  const notify = useNotice();
  const [kind, setKind] = useState<Kind>("upload");
  const [scan, setScan] = useState<File | null>(null);
  const attach = useAction(async (file: File, said: SaidCode = {}) => {
    const made = await attachFile(record.id, file, kind, said);
    setScan(null);
    onRecord(await getRecord(record.id));
    notify({ text: made.pages === null ? t.attached : t.attachedPages(made.pages) });
  });
  const choose = (file: File) => {
    attach.clear();
    if (kind === "scan") setScan(file);
    else void attach.run(file);
  };
  const fetching = useAction(download);
  return (
    <div className={styles["stack"]}>
      <ProblemBar problem={(scan ? undefined : attach.error) ?? fetching.error} onClose={() => (attach.clear(), fetching.clear())} />
      {record.attachments.length > 0 && (
        <ul className={styles["attachments"]}>
          {record.attachments.map((each) => (
            <li key={each.id}>
              <Link as="button" onClick={() => void fetching.run(attachmentAddress(each.id), each.fileName)}>
                {each.fileName}
              </Link>{" "}
              · {each.kind in t ? t[each.kind as Kind] : each.kind} · {formatBytes(each.sizeBytes)}
              {each.kind === "scan" && ` · ${each.contentCode === null ? t.scanByHand : each.contentCode === record.contentCode ? t.scanCurrent(each.contentCode) : t.scanVoid(each.contentCode)}`}
            </li>
          ))}
        </ul>
      )}
      {record.allowed.includes("attach") && (
        <div className={styles["bar"]}>
          <Select aria-label={t.kind} value={kind} onChange={(_, data) => setKind(data.value as Kind)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t[each]}
              </option>
            ))}
          </Select>
          <FilePicker label={t.attach} accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png" busy={attach.busy} onFile={choose} />
        </div>
      )}
      <ScanCode file={scan?.name ?? null} busy={attach.busy} problem={attach.error} onConfirm={(said) => scan && void attach.run(scan, said)} onClose={() => (setScan(null), attach.clear())} />
      {record.attachments.length === 0 && !record.allowed.includes("attach") && <p>{t.nothing}</p>}
    </div>
  );
}
