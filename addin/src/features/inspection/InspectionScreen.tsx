import { Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { getSchoolInspections, listPasses, revokePass, type Pass, type SchoolInspections } from "../../api/inspection";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./inspection.module.css";
import { IssueForm } from "./IssueForm";
import { Passes } from "./Passes";
import { inspectionText } from "./text";

interface InspectionProps {
  /** The school whose log is read; without it the asker's own passes, or all for the officer. */
  schoolId?: string;
  mayIssue: boolean;
}

/** Passes of the college: issued by the officer, used by the holder, watched by the school. */
export default function InspectionScreen({ schoolId, mayIssue }: InspectionProps) {
  const t = useText(inspectionText);
  const notify = useNotice();
  const [revoking, setRevoking] = useState<Pass | null>(null);
  const [logOf, setLogOf] = useState<string | null>(null);
  const school = schoolId ?? logOf;
  const passes = useLoad(schoolId ? null : "passes", listPasses);
  const log = useLoad(school === null ? null : `inspections ${school}`, (signal) => getSchoolInspections(school ?? "", signal));
  const revoke = useAction(async (pass: Pass, reason: string) => {
    try {
      await revokePass(pass.id, reason);
      notify({ text: t.revokedNow });
    } finally {
      setRevoking(null);
      passes.reload();
    }
  });
  const schools = new Map(passes.data?.map((pass) => [pass.schoolId, pass.schoolName]));
  return (
    <Page title={t.title} lead={schoolId ? t.leadSchool : mayIssue ? t.leadOfficer : t.leadHolder}>
      <ProblemBar problem={revoke.error} onClose={revoke.clear} />
      {mayIssue && <IssueForm onIssued={passes.reload} />}
      {!schoolId && (
        <Load from={passes}>
          {(all) => (
            <section className={styles["section"]} aria-label={t.passes}>
              {mayIssue && <Title3 as="h2">{t.passes}</Title3>}
              <Passes passes={all} mine={!mayIssue} onRevoke={mayIssue ? setRevoking : undefined} />
              {mayIssue && schools.size > 0 && (
                <div className={styles["form"]}>
                  {[...schools].map(([id, name]) => (
                    <button key={id} type="button" className={styles["link"]} aria-pressed={logOf === id} onClick={() => setLogOf(id)}>
                      {`${t.log}：${name}`}
                    </button>
                  ))}
                </div>
              )}
            </section>
          )}
        </Load>
      )}
      {school !== null && <Load from={log}>{(view) => <Log view={view} withPasses={schoolId !== undefined} />}</Load>}
      {revoking && (
        <Ask
          open
          title={t.revokeTitle}
          reason={t.revokeReason}
          confirm={t.revoke}
          busy={revoke.busy}
          onClose={() => setRevoking(null)}
          onConfirm={(reason) => void revoke.run(revoking, reason)}
        />
      )}
    </Page>
  );
}

function Log({ view, withPasses }: { view: SchoolInspections; withPasses: boolean }) {
  const t = useText(inspectionText);
  const language = useLanguage();
  return (
    <>
      {withPasses && <Passes passes={view.passes} />}
      <section className={styles["section"]} aria-labelledby="inspection-log">
        <Title3 as="h2" id="inspection-log">
          {`${t.log} · ${view.schoolName}`}
        </Title3>
        {view.readings.length === 0 ? (
          <Text>{t.noLog}</Text>
        ) : (
          <Table
            label={t.log}
            rows={view.readings.map((reading, index) => ({ ...reading, index }))}
            rowKey={(reading) => reading.index}
            columns={[
              { key: "when", header: t.when, nowrap: true, cell: (reading) => formatMoment(reading.at, language) },
              { key: "who", header: t.who, heads: true, cell: (reading) => reading.holderName },
              { key: "what", header: t.what, cell: (reading) => [reading.year, pick(language, reading.label, reading.labelEn)].filter(Boolean).join(" ") },
              { key: "whose", header: t.whose, cell: (reading) => reading.personName ?? t.schoolOwn },
            ]}
          />
        )}
      </section>
    </>
  );
}
