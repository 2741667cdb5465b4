import { Button, MessageBar, MessageBarActions, MessageBarBody, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { words } from "../../shared/words";
import styles from "./attendance.module.css";
import { AttendanceGrid } from "./AttendanceGrid";
import { marks as allMarks, type Mark } from "./marks";
import { attendanceText } from "./text";
import { useMarks } from "./useMarks";

interface AttendanceProps {
  schoolId: string;
  year: number;
}

export default function AttendanceScreen({ schoolId, year }: AttendanceProps) {
  const t = useText(attendanceText);
  const common = useText(words);
  const language = useLanguage();
  const marks = useMarks(schoolId, year);
  const [brush, setBrush] = useState<Mark>("√");
  const markWords: Record<Mark, string> = { "√": t.present, O: t.absent, "⊕": t.sick, "△": t.personal, "": t.clear };
  const view = marks.attendance.data;
  return (
    <Page
      title={t.title}
      lead={view?.canEdit ? t.lead : undefined}
      actions={
        view?.canEdit && (
          <div className={styles["bar"]}>
            <span role="status">{marks.retry ? t.unsentShort : marks.saving ? t.saving : t.saved}</span>
            <Button icon={<ArrowUndoRegular />} disabled={!marks.canUndo} onClick={marks.undo}>
              {t.undo}
            </Button>
          </div>
        )
      }
    >
      <ProblemBar problem={marks.problem} onClose={marks.clearProblem} onRetry={marks.retry} />
      {marks.retry && marks.problem === undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.unsent}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={marks.retry}>
              {common.retry}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {marks.notices.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{marks.notices.map((notice) => pick(language, notice.message, notice.messageEn)).join(" ")}</MessageBarBody>
        </MessageBar>
      )}
      <Load from={marks.attendance}>
        {(data) => (
          <>
            {data.closed && (
              <MessageBar intent="info">
                <MessageBarBody>{t.closed}</MessageBarBody>
              </MessageBar>
            )}
            {!data.sickShown && <Text>{t.hidden}</Text>}
            {data.sessions.length === 0 ? (
              <Text>{t.noSessions}</Text>
            ) : (
              <>
                {data.canEdit && (
                  <RadioGroup layout="horizontal" className={styles["brush"]} aria-label={t.brush} value={brush} onChange={(_, choice) => setBrush(choice.value as Mark)}>
                    {[...allMarks, "" as const].map((mark) => (
                      <Radio key={mark} value={mark} label={`${mark} ${markWords[mark]}`.trim()} />
                    ))}
                  </RadioGroup>
                )}
                <AttendanceGrid view={data} marks={marks} brush={brush} words={markWords} />
              </>
            )}
          </>
        )}
      </Load>
    </Page>
  );
}
