import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Text, Title3 } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { filePlatform, platformWorkbookAddress, setReceipt, withdrawFiling, type Platform, type PlatformFiling } from "../../api/ledger";
import { formatDay, formatMoment } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { words } from "../../shared/words";
import styles from "./ledger.module.css";
import { readyToFile } from "./select";
import { ledgerText } from "./text";

/** The bridge to the online platform: import sheets with their receipts, made once the period is over. Whoever was filed before is left out. */
export function PlatformFilings({ view, onChanged }: { view: Platform; onChanged: () => void }) {
  const t = useText(ledgerText);
  const language = useLanguage();
  const notify = useNotice();
  const [problem, setProblem] = useState<unknown>(undefined);
  const [editing, setEditing] = useState<PlatformFiling | null>(null);
  const [withdrawing, setWithdrawing] = useState<PlatformFiling | null>(null);
  const ready = readyToFile(view.rows);
  const file = useAction(async () => {
    await filePlatform(view.schoolId, view.until, ready.map((row) => row.personId));
    notify({ text: t.made });
    onChanged();
  });
  const withdraw = useAction(async (filing: PlatformFiling, reason: string) => {
    setWithdrawing(null);
    await withdrawFiling(filing.id, reason);
    notify({ text: t.withdrawn });
    onChanged();
  });
  return (
    <section className={styles["section"]} aria-labelledby="platform">
      <Title3 as="h2" id="platform">
        {t.platform}
      </Title3>
      <Text>{t.platformLead}</Text>
      <ProblemBar problem={file.error ?? withdraw.error ?? problem} onClose={() => (file.clear(), withdraw.clear(), setProblem(undefined))} />
      {view.running && <Text>{t.platformRunning(formatDay(view.opensOn, language))}</Text>}
      {view.canFile && (
        <div>
          <Button appearance="primary" icon={<DocumentTableRegular />} disabled={file.busy || ready.length === 0} onClick={() => void file.run()}>
            {ready.length === 0 ? t.fileNone : t.file(ready.length)}
          </Button>
        </div>
      )}
      {view.filings.length === 0 ? (
        <Text>{t.noFilings}</Text>
      ) : (
        <Table
          label={t.platform}
          rows={view.filings}
          rowKey={(filing) => filing.id}
          columns={[
            { key: "when", header: t.when, heads: true, nowrap: true, cell: (filing) => formatMoment(filing.createdAt, language) },
            { key: "by", header: t.by, nowrap: true, cell: (filing) => filing.createdBy },
            { key: "people", header: t.people, cell: (filing) => <span title={t.asOf(filing.people.map((person) => person.name).join("、"))}>{filing.people.length}</span> },
            { key: "receipt", header: t.receipt, cell: (filing) => [filing.receipt, filing.withdrawn && t.withdrawnBy(filing.withdrawn.by, formatMoment(filing.withdrawn.at, language), filing.withdrawn.reason)].filter(Boolean).join(" · ") },
            {
              key: "actions",
              header: <span className="visually-hidden">{t.download}</span>,
              cell: (filing) => (
                <div className={styles["actions"]}>
                  <DownloadButton size="small" address={platformWorkbookAddress(filing.id)} fileName="网上平台申报.xlsx" onProblem={setProblem}>
                    {t.download}
                  </DownloadButton>
                  {view.canFile && !filing.withdrawn && (
                    <Button size="small" onClick={() => setEditing(filing)}>
                      {filing.receipt ? t.editReceipt : t.enterReceipt}
                    </Button>
                  )}
                  {filing.canWithdraw && (
                    <Button size="small" appearance="subtle" disabled={withdraw.busy} onClick={() => setWithdrawing(filing)}>
                      {t.withdraw}
                    </Button>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
      <Ask
        open={withdrawing !== null}
        title={t.withdrawTitle}
        reason={t.withdrawReason}
        confirm={t.withdraw}
        busy={withdraw.busy}
        onClose={() => setWithdrawing(null)}
        onConfirm={(reason) => withdrawing && void withdraw.run(withdrawing, reason)}
      >
        <Text>{t.withdrawLead}</Text>
      </Ask>
      {editing && (
        <ReceiptDialog
          filing={editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            notify({ text: t.receiptSaved });
            setEditing(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function ReceiptDialog({ filing, onClose, onSaved }: { filing: PlatformFiling; onClose: () => void; onSaved: () => void }) {
  const t = useText(ledgerText);
  const common = useText(words);
  const [receipt, setText] = useState(filing.receipt ?? "");
  const save = useAction(async () => {
    await setReceipt(filing.id, receipt.trim());
    onSaved();
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.receiptTitle}</DialogTitle>
          <DialogContent>
            <ProblemBar problem={save.error} />
            <Field label={t.receiptField} required>
              <ImeInput value={receipt} onText={setText} />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={save.busy || receipt.trim() === ""} onClick={() => void save.run()}>
              {common.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
