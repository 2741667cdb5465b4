import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular, DocumentAddRegular, DocumentCopyRegular, DocumentRegular, EditRegular, OpenRegular } from "@fluentui/react-icons";
import type { Duty } from "../../api/duties";
import { documentAddress } from "../../api/records";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { StateTag } from "../../shared/ui/StateTag";
import styles from "./duties.module.css";
import { dutiesText } from "./text";

interface DutyCardProps {
  duty: Duty;
  mayStart: boolean;
  busy: boolean;
  /** Begins the paper: empty, or from the earlier one of this id. */
  onStart: (carryFrom: string | null) => void;
  onOpen: (recordId: string) => void;
  /** Opens its Word document in the host. */
  onDocument?: ((recordId: string, title: string) => Promise<void>) | undefined;
  onProblem: (problem: unknown) => void;
}

/** One paper that is owed: what, why, until when, how far it is, and what can be done now. */
export function DutyCard({ duty, mayStart, busy, onStart, onOpen, onDocument, onProblem }: DutyCardProps) {
  const t = useText(dutiesText);
  const language = useLanguage();
  const { recordId } = duty;
  const title = [duty.sheet, pick(language, duty.title, duty.titleEn)].filter(Boolean).join(" ");
  const next = { missing: t.start, draft: t.continue, returned: t.correct, submitted: t.open, accepted: t.open, filed: t.open }[duty.state];
  const editable = duty.state === "draft" || duty.state === "returned";
  const named = (action: string) => `${action}: ${title} ${pick(language, duty.period, duty.periodEn)}`;
  return (
    <li className={styles["card"]}>
      <div className={styles["head"]}>
        <strong>{title}</strong>
        <StateTag state={duty.state} />
      </div>
      <div className={styles["facts"]}>
        {duty.owner && <span>{duty.owner.name}</span>}
        <span>{pick(language, duty.period, duty.periodEn)}</span>
        <span>{t.clause(duty.clause)}</span>
        {duty.due && <span>{t.due(formatDay(duty.due, language))}</span>}
      </div>
      {duty.state === "returned" && duty.comment && (
        <p className={styles["comment"]}>
          <strong>{t.returned}</strong>
          {duty.comment}
        </p>
      )}
      <div className={styles["actions"]}>
        {recordId ? (
          <Button appearance={editable ? "primary" : "secondary"} icon={editable ? <EditRegular /> : <OpenRegular />} aria-label={named(next)} onClick={() => onOpen(recordId)}>
            {next}
          </Button>
        ) : (
          mayStart && (
            <>
              <Button appearance="primary" icon={<DocumentAddRegular />} disabled={busy} aria-label={named(next)} onClick={() => onStart(null)}>
                {next}
              </Button>
              {duty.earlierId && (
                <Button icon={<DocumentCopyRegular />} disabled={busy} aria-label={named(t.carry)} onClick={() => onStart(duty.earlierId)}>
                  {t.carry}
                </Button>
              )}
            </>
          )
        )}
        {recordId && editable && (
          <>
            {onDocument ? (
              <Button icon={<DocumentRegular />} aria-label={named(t.openWord)} onClick={() => void onDocument(recordId, duty.title).catch(onProblem)}>
                {t.openWord}
              </Button>
            ) : (
              <DownloadButton address={documentAddress(recordId, "docx")} fileName={`${duty.title}.docx`} onProblem={onProblem}>
                {t.word}
              </DownloadButton>
            )}
            <Button icon={<ArrowUploadRegular />} aria-label={named(t.upload)} onClick={() => onOpen(recordId)}>
              {t.upload}
            </Button>
          </>
        )}
        {recordId && duty.several && mayStart && !editable && (
          <Button icon={<DocumentAddRegular />} disabled={busy} aria-label={named(t.another)} onClick={() => onStart(null)}>
            {t.another}
          </Button>
        )}
      </div>
    </li>
  );
}
