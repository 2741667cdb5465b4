import { Button, Text, Title3 } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { download } from "../../api/download";
import type { Ledger } from "../../api/ledger";
import { certificateAddress, putCertificate, removeTraining, type OtherTraining } from "../../api/trainings";
import { formatCredit, formatDay } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useUndo } from "../../shared/useUndo";
import styles from "./ledger.module.css";
import { ledgerText } from "./text";
import { TrainingDialog } from "./TrainingDialog";

/** Other trainings of 表12 with their certificates: add, correct, remove, upload, replace, look at. */
export function Trainings({ ledger, onChanged }: { ledger: Ledger; onChanged: () => void }) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const notify = useNotice();
  const undo = useUndo();
  const [editing, setEditing] = useState<OtherTraining | "new" | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const target = useRef<OtherTraining>(undefined);
  const upload = useAction(async (file: File) => {
    if (!target.current) return;
    await putCertificate(ledger.personId, target.current.id, file);
    onChanged();
    notify({ text: t.certificateKept });
  });
  const look = useAction((training: OtherTraining) => download(certificateAddress(ledger.personId, training.id), training.certificateName ?? training.name));
  const remove = useAction(async (training: OtherTraining) => {
    await removeTraining(ledger.personId, training);
    notify({ text: t.trainingRemoved(training.name), undo: undo(onChanged) });
    onChanged();
  });
  const span = ({ from, to }: OtherTraining) => (from === to ? formatDay(from, language) : `${formatDay(from, language)}—${formatDay(to, language)}`);
  const choose = (training: OtherTraining) => {
    target.current = training;
    picker.current?.click();
  };
  return (
    <section className={styles["section"]} aria-labelledby="ledger-trainings">
      <Title3 as="h2" id="ledger-trainings">
        {t.trainings}
      </Title3>
      <ProblemBar problem={upload.error ?? look.error ?? remove.error} onClose={() => (upload.clear(), look.clear(), remove.clear())} />
      <input
        ref={picker}
        type="file"
        hidden
        accept=".pdf,.png,.jpg,.jpeg"
        aria-label={t.certificate}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void upload.run(file);
        }}
      />
      {ledger.trainings.length === 0 ? (
        <Text>{t.noTrainings}</Text>
      ) : (
        <Table
          label={t.trainings}
          rows={ledger.trainings}
          rowKey={(training) => training.id}
          rowState={(training) => (training.duplicateOf ? "warning" : undefined)}
          columns={[
            {
              key: "name",
              header: t.course,
              heads: true,
              cell: (training) => (
                <>
                  {training.name}
                  {training.duplicateOf && <span className={styles["note"]}>{t.duplicate}</span>}
                </>
              ),
            },
            { key: "level", header: t.level, cell: (training) => training.level },
            { key: "span", header: t.span, nowrap: true, cell: span },
            { key: "issuer", header: t.issuer, cell: (training) => training.issuer },
            { key: "credit", header: t.credit, align: "center", cell: (training) => formatCredit(training.credit) },
            {
              key: "certificate",
              header: t.certificate,
              nowrap: true,
              cell: (training) => (
                <>
                  {training.hasCertificate && (
                    <Button size="small" appearance="subtle" disabled={look.busy} aria-label={`${t.certificateSee} ${training.name}`} onClick={() => void look.run(training)}>
                      {t.certificateSee}
                    </Button>
                  )}
                  {!training.hasCertificate && !ledger.canEdit && t.certificateNone}
                  {ledger.canEdit && (
                    <Button
                      size="small"
                      appearance="subtle"
                      disabled={upload.busy}
                      aria-label={`${training.hasCertificate ? t.certificateReplace : t.certificateUpload} ${training.name}`}
                      onClick={() => choose(training)}
                    >
                      {training.hasCertificate ? t.certificateReplace : t.certificateUpload}
                    </Button>
                  )}
                </>
              ),
            },
            ...(ledger.canEdit
              ? [
                  {
                    key: "actions",
                    header: <span className="visually-hidden">{t.trainingEdit}</span>,
                    nowrap: true,
                    cell: (training: OtherTraining) => (
                      <>
                        <Button size="small" appearance="subtle" aria-label={`${t.trainingEdit} ${training.name}`} onClick={() => setEditing(training)}>
                          {t.trainingEdit}
                        </Button>
                        <Button size="small" appearance="subtle" disabled={remove.busy} aria-label={`${t.remove} ${training.name}`} onClick={() => void remove.run(training)}>
                          {t.remove}
                        </Button>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {ledger.canEdit && (
        <div>
          <Button icon={<AddRegular />} onClick={() => setEditing("new")}>
            {t.trainingAdd}
          </Button>
        </div>
      )}
      {editing !== null && <TrainingDialog personId={ledger.personId} training={editing === "new" ? null : editing} onClose={() => setEditing(null)} onSaved={onChanged} />}
    </section>
  );
}
