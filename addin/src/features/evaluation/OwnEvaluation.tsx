import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { getEvaluation } from "../../api/evaluation";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { useLoad } from "../../shared/useLoad";
import { gradeOf, shareText } from "./numbers";
import { evaluationText } from "./text";

/** What the college wrote about the school's year; nothing until it wrote something. */
export default function OwnEvaluation({ schoolId, year }: { schoolId: string; year: number }) {
  const t = useText(evaluationText);
  const language = useLanguage();
  const loaded = useLoad(`evaluation ${schoolId} ${year}`, (signal) => getEvaluation(schoolId, year, signal));
  const written = loaded.data?.schools[0]?.evaluation;
  if (!loaded.data || !written) return null;
  const grade = gradeOf(loaded.data.grades, written.grade);
  const { school } = written.facts;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {t.own}：{grade ? pick(language, grade.label, grade.labelEn) : written.grade}
        </MessageBarTitle>
        {written.comment} {t.then(shareText(school), school.recognised, school.cadres)} {t.by(written.writtenBy, formatMoment(written.writtenAt, language))}
      </MessageBarBody>
    </MessageBar>
  );
}
