import { Badge, Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons";
import { download } from "../../api/download";
import { documentAddress, markPrinted, type RecordView } from "../../api/records";
import { useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import styles from "./fill.module.css";
import { printText } from "./printText";

interface PrintCopyProps {
  record: RecordView;
  fileName: string;
  /** True while something typed is not saved: a print would carry a code of other content. */
  dirty: boolean;
  onRecord: (record: RecordView) => void;
  onProblem: (problem: unknown) => void;
}

/** A copy to print, noted with its content code; what was printed before, and whether it still holds (R66). */
export function PrintCopy({ record, fileName, dirty, onRecord, onProblem }: PrintCopyProps) {
  const t = useText(printText);
  const notify = useNotice();
  const format = record.kinds.includes("docx") ? "docx" : "xlsx";
  const take = useAction(async () => {
    try {
      await download(documentAddress(record.id, format, true), `${fileName}.${format}`);
      // Refused where the content changed between the two: then the copy is void already.
      onRecord(await markPrinted(record.id, record.contentCode));
      onProblem(undefined);
      notify({ text: t.copyDone(record.contentCode) });
    } catch (reason) {
      onProblem(reason);
    }
  });
  return (
    <div className={styles["stack"]}>
      <div className={styles["bar"]}>
        {record.allowed.includes("attach") && (
          <Button icon={<PrintRegular />} disabled={dirty || take.busy} onClick={() => void take.run()}>
            {t.copy}
          </Button>
        )}
        {record.printedCode !== "" && record.printedCode === record.contentCode && (
          <Badge appearance="tint" color="success" data-printed="yes">
            {t.printed}
          </Badge>
        )}
        {record.allowed.includes("attach") && <Text size={200}>{dirty ? t.copyDirty : t.copyLead(record.contentCode)}</Text>}
      </div>
      {record.printedCode !== "" && record.printedCode !== record.contentCode && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.void(record.printedCode)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
