import { Switch, Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { listDuties, listSchoolDuties, type Duty } from "../../api/duties";
import { ownArchiveAddress } from "../../api/filing";
import { ApiProblem } from "../../api/problem";
import { createRecord } from "../../api/records";
import { useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { PrintBinder } from "../../shared/ui/PrintBinder";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { byClock, isOpen } from "./clocks";
import { DutyCard } from "./DutyCard";
import styles from "./duties.module.css";
import { dutiesText } from "./text";

interface DutiesProps {
  year: number;
  /** The school whose own papers are listed; without it the person's. */
  schoolId?: string;
  onOpen: (recordId: string) => void;
  /** Opens the paper's Word document where a host can; without it papers are filled on the page and documents are downloaded. */
  onDocument?: (recordId: string, title: string) => Promise<void>;
}

export default function DutiesScreen({ year, schoolId, onOpen, onDocument }: DutiesProps) {
  const t = useText(dutiesText);
  const [showDone, setShowDone] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const duties = useLoad(`duties ${schoolId} ${year}`, async (signal) =>
    schoolId ? (await listSchoolDuties(schoolId, year, signal)).filter((duty) => duty.owner === null) : listDuties(year, undefined, signal),
  );
  const start = useAction(async (duty: Duty, carryFrom: string | null) => {
    try {
      const record = await createRecord({
        formId: duty.formId,
        year: duty.year,
        semester: duty.semester || null,
        schoolId: duty.owner ? null : duty.schoolId,
        personId: duty.owner?.personId ?? null,
        carryFrom,
      });
      if (onDocument && record.kinds.includes("docx")) {
        duties.reload();
        await onDocument(record.id, record.title);
      } else onOpen(record.id);
    } catch (reason) {
      // Another window was faster: open what it made.
      if (reason instanceof ApiProblem && typeof reason.more["existingId"] === "string") onOpen(reason.more["existingId"]);
      else throw reason;
    }
  });
  const all = duties.data ?? [];
  const open = all.filter(isOpen);
  const own = all.find((duty) => duty.owner !== null);
  const printable = schoolId ? { schoolId } : own?.owner && own.schoolId ? { schoolId: own.schoolId, person: own.owner } : undefined;
  return (
    <Page
      title={schoolId ? t.schoolTitle : t.title}
      lead={duties.data && (all.length === 0 ? t.nothing : t.lead(open.length, all.length, year))}
      actions={
        printable && (
          <>
            <PrintBinder {...printable} year={year} />
            {printable.person && (
              <DownloadButton address={ownArchiveAddress(printable.person.personId, year)} fileName={`${year}.zip`} onProblem={setProblem}>
                {t.archive}
              </DownloadButton>
            )}
          </>
        )
      }
    >
      <ProblemBar problem={start.error ?? problem} onClose={() => (start.clear(), setProblem(undefined))} />
      <Load from={duties}>
        {() => (
          <>
            {all.length > open.length && <Switch label={t.showDone} checked={showDone} onChange={(_, data) => setShowDone(data.checked)} />}
            {byClock(showDone ? all : open).map((group) => (
              <section key={group.clock} className={styles["group"]} aria-labelledby={`clock-${group.clock}`}>
                <Title3 as="h2" id={`clock-${group.clock}`}>
                  {t[group.clock]}
                </Title3>
                <ul className={styles["list"]}>
                  {group.duties.map((duty) => (
                    <DutyCard
                      key={`${duty.formId} ${duty.year} ${duty.semester} ${duty.owner?.personId}`}
                      duty={duty}
                      mayStart
                      busy={start.busy}
                      onStart={(carryFrom) => void start.run(duty, carryFrom)}
                      onOpen={onOpen}
                      onDocument={onDocument}
                      onProblem={setProblem}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {!showDone && all.length > open.length && <Text>{open.length === 0 ? t.allDone : t.hidden(all.length - open.length)}</Text>}
          </>
        )}
      </Load>
    </Page>
  );
}
