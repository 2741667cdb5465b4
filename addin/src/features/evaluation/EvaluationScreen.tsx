import { Button, Field, Text, Title3 } from "@fluentui/react-components";
import { useState } from "react";
import { listEvaluations, resultsAddress, type Evaluations, type SchoolEvaluation } from "../../api/evaluation";
import { formatMoment } from "../../shared/format";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { ImeInput } from "../../shared/ui/ImeInput";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { StateTag } from "../../shared/ui/StateTag";
import { Table } from "../../shared/ui/Table";
import { useLoad } from "../../shared/useLoad";
import styles from "./evaluation.module.css";
import { EvaluationDialog } from "./EvaluationDialog";
import { gradeOf, shareText } from "./numbers";
import { evaluationText } from "./text";

/** The college looks at each school's year with the data beside it. */
export default function EvaluationScreen({ year, results }: { year: number; results: boolean }) {
  const t = useText(evaluationText);
  const evaluations = useLoad(`evaluations ${year}`, (signal) => listEvaluations(year, signal));
  const [editing, setEditing] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [purpose, setPurpose] = useState("");
  const edited = evaluations.data?.schools.find((school) => school.facts.school.schoolId === editing);
  return (
    <Page title={t.title} lead={t.lead(year)}>
      <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
      <Load from={evaluations}>
        {(view) => (
          <>
            <Schools view={view} onWrite={setEditing} />
            {edited && (
              <EvaluationDialog
                key={edited.evaluation?.version ?? 0}
                year={year}
                grades={view.grades}
                school={edited}
                onReload={evaluations.reload}
                onClose={() => setEditing(null)}
              />
            )}
          </>
        )}
      </Load>
      {results && (
        <section className={styles["section"]} aria-labelledby="district-results">
          <Title3 as="h2" id="district-results">
            {t.results}
          </Title3>
          <Text>{t.resultsLead}</Text>
          <div className={styles["form"]}>
            <Field label={t.purpose} required className={styles["wide"]}>
              <ImeInput value={purpose} onText={setPurpose} />
            </Field>
            <DownloadButton address={resultsAddress(year, purpose.trim())} fileName="results.xlsx" disabled={purpose.trim() === ""} onProblem={setProblem}>
              {t.export}
            </DownloadButton>
          </div>
        </section>
      )}
    </Page>
  );
}

function Schools({ view, onWrite }: { view: Evaluations; onWrite: (schoolId: string) => void }) {
  const t = useText(evaluationText);
  const language = useLanguage();
  const paper = (item: SchoolEvaluation["facts"]["plan"]) =>
    item ? (
      <a href={href(["paper", item.recordId])}>
        <StateTag state={item.state} />
      </a>
    ) : (
      t.missing
    );
  return (
    <Table
      label={t.title}
      rows={view.schools}
      rowKey={(school) => school.facts.school.schoolId}
      columns={[
        { key: "school", header: t.school, heads: true, cell: (school) => school.facts.school.schoolName },
        { key: "plan", header: t.plan, nowrap: true, cell: (school) => paper(school.facts.plan) },
        { key: "summary", header: t.summary, nowrap: true, cell: (school) => paper(school.facts.summary) },
        { key: "sessions", header: t.sessions, align: "center", cell: (school) => `${school.facts.sessionsHeld}/${school.facts.sessionsPlanned}` },
        { key: "share", header: t.share, align: "end", cell: (school) => shareText(school.facts.school) },
        { key: "credits", header: t.credits, align: "center", cell: (school) => `${school.facts.school.recognised}/${school.facts.school.cadres}` },
        { key: "state", header: t.state, nowrap: true, cell: (school) => (school.facts.school.signedOff ? t.signedOff : school.facts.school.closed ? t.closed : t.open) },
        {
          key: "grade",
          header: t.grade,
          nowrap: true,
          cell: (school) => {
            const grade = gradeOf(view.grades, school.evaluation?.grade);
            return grade ? pick(language, grade.label, grade.labelEn) : t.none;
          },
        },
        {
          key: "comment",
          header: t.comment,
          cell: (school) =>
            school.evaluation && (
              <>
                {school.evaluation.comment}
                <span className={styles["note"]}>{t.by(school.evaluation.writtenBy, formatMoment(school.evaluation.writtenAt, language))}</span>
              </>
            ),
        },
        {
          key: "write",
          header: <span className="visually-hidden">{t.write}</span>,
          cell: (school) =>
            school.canEdit && (
              <Button size="small" aria-label={t.writeLabel(school.facts.school.schoolName)} onClick={() => onWrite(school.facts.school.schoolId)}>
                {t.write}
              </Button>
            ),
        },
      ]}
    />
  );
}
