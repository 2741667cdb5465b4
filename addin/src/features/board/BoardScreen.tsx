import { Button, MessageBar, MessageBarBody, Radio, RadioGroup, Text, Title3 } from "@fluentui/react-components";
import { ArrowNextRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { getBoard, type Board } from "../../api/board";
import { createRecord } from "../../api/records";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { PrintBinder } from "../../shared/ui/PrintBinder";
import { paperStates, StateTag } from "../../shared/ui/StateTag";
import { useLoad } from "../../shared/useLoad";
import styles from "./board.module.css";
import { BoardGrid } from "./BoardGrid";
import { PaperDrawer } from "./PaperDrawer";
import { cellAt, columnOf, nextSubmitted, submitted, type Show, type Spot } from "./select";
import { boardText } from "./text";

interface BoardProps {
  schoolId: string;
  year: number;
  mayStart: boolean;
  /** Shows a paper inside the drawer; the app knows how. */
  renderPaper: (recordId: string, onChanged: () => void) => ReactNode;
}

export default function BoardScreen({ schoolId, year, mayStart, renderPaper }: BoardProps) {
  const t = useText(boardText);
  const language = useLanguage();
  const board = useLoad(`board ${schoolId} ${year}`, (signal) => getBoard(schoolId, year, signal));
  const [show, setShow] = useState<Show>("all");
  const [spot, setSpot] = useState<Spot | null>(null);
  const titleOf = (data: Board, { formId, semester, personId }: Spot) => {
    const column = personId === null ? data.schoolItems.find((item) => item.formId === formId) : columnOf(data, { personId, formId, semester, name: "" });
    return column ? [column.sheet, pick(language, column.label, column.labelEn)].filter(Boolean).join(" ") : formId;
  };
  return (
    <Page
      title={t.title}
      lead={board.data && t.lead(board.data.totals.accepted + board.data.totals.filed, board.data.totals.cells)}
      actions={
        board.data && (
          <>
            <PrintBinder schoolId={schoolId} year={year} cadres={board.data.cadres} />
            {mayStart && (
              <Button
                appearance="primary"
                icon={<ArrowNextRegular />}
                disabled={submitted(board.data) === 0}
                onClick={() => board.data && setSpot(nextSubmitted(board.data, spot))}
              >
                {submitted(board.data) === 0 ? t.noneOpen : `${t.nextOpen} · ${t.openCount(submitted(board.data))}`}
              </Button>
            )}
          </>
        )
      }
    >
      <Load from={board}>
        {(data) => (
          <>
            {(data.closed || data.signedOff) && (
              <MessageBar intent="success">
                <MessageBarBody>{data.signedOff ? t.signedOff : t.closed}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles["tools"]}>
              <RadioGroup layout="horizontal" aria-label={t.show} value={show} onChange={(_, choice) => setShow(choice.value as Show)}>
                <Radio value="all" label={t.all} />
                <Radio value="missing" label={t.missing} />
                <Radio value="waiting" label={t.waiting} />
              </RadioGroup>
              <div className={styles["legend"]} role="group" aria-label={t.legend}>
                {paperStates.map((state) => (
                  <span key={state} className={styles["legendItem"]}>
                    <StateTag state={state} /> {data.totals[state]}
                  </span>
                ))}
              </div>
            </div>
            <section className={styles["section"]} aria-labelledby="board-cadres">
              <Title3 as="h2" id="board-cadres">
                {t.cadres}
              </Title3>
              {data.cadres.length === 0 ? <Text>{t.nothing}</Text> : <BoardGrid board={data} show={show} onOpen={setSpot} />}
            </section>
            <section className={styles["section"]} aria-labelledby="board-school">
              <Title3 as="h2" id="board-school">
                {t.schoolItems}
              </Title3>
              <ul className={styles["items"]}>
                {data.schoolItems.map((item) => (
                  <li key={item.formId}>
                    <button
                      type="button"
                      className={styles["item"]}
                      onClick={() => setSpot({ personId: null, name: data.school.name, formId: item.formId, semester: 0 })}
                    >
                      <span>{[item.sheet, pick(language, item.label, item.labelEn)].filter(Boolean).join(" ")}</span>
                      <StateTag state={item.state} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
            <PaperDrawer
              title={spot ? `${spot.name} · ${titleOf(data, spot)}` : ""}
              spot={spot}
              cell={spot ? cellAt(data, spot) : undefined}
              mayStart={mayStart}
              renderPaper={(recordId) => renderPaper(recordId, board.reload)}
              onStart={async (at) => {
                await createRecord({ formId: at.formId, year, semester: at.semester || null, schoolId: at.personId === null ? schoolId : null, personId: at.personId });
                board.reload();
              }}
              onNext={mayStart && submitted(data) > 0 ? () => setSpot(nextSubmitted(data, spot)) : undefined}
              onClose={() => setSpot(null)}
            />
          </>
        )}
      </Load>
    </Page>
  );
}
