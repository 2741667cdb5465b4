import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useRef, type KeyboardEvent } from "react";
import type { Attendance, AttendanceRow } from "../../api/training";
import { useText } from "../../shared/text";
import { moveFocus } from "../../shared/ui/gridKeys";
import styles from "./attendance.module.css";
import { markOfKey, totalsOf, type Mark } from "./marks";
import { attendanceText } from "./text";
import type { Marks } from "./useMarks";

interface AttendanceGridProps {
  view: Attendance;
  marks: Marks;
  brush: Mark;
  words: Record<Mark, string>;
}

/** 表2 on the screen: cadres × sessions. One stop of the Tab key; a key marks the cell and goes down. */
export function AttendanceGrid({ view, marks, brush, words }: AttendanceGridProps) {
  const t = useText(attendanceText);
  const table = useRef<HTMLTableElement>(null);

  const set = (row: AttendanceRow, sessionId: string, after: Mark) =>
    marks.mark([{ sessionId, personId: row.personId, before: marks.markAt(sessionId, row.personId), after }]);
  const onCellKey = (event: KeyboardEvent<HTMLButtonElement>, row: AttendanceRow, sessionId: string) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const mark = markOfKey(event.key);
    if (mark === undefined) return;
    event.preventDefault();
    set(row, sessionId, mark);
    moveFocus({ ...event, key: "ArrowDown", preventDefault: () => undefined }, table.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      marks.undo();
      return;
    }
    moveFocus(event, table.current);
  };
  const fillColumn = (sessionId: string) =>
    marks.mark(
      view.cadres
        .filter((row) => !row.notInPost.includes(sessionId) && marks.markAt(sessionId, row.personId) === "")
        .map((row) => ({ sessionId, personId: row.personId, before: "", after: "√" })),
    );
  const firstRow = view.cadres.findIndex((row) => view.sessions.some((session) => !row.notInPost.includes(session.id)));
  const firstColumn = view.sessions.findIndex((session) => !view.cadres[firstRow]?.notInPost.includes(session.id));

  return (
    <div className={styles["frame"]}>
      <table ref={table} className={styles["grid"]} role="grid" aria-label={t.title} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles["corner"]}>
              {t.name}
            </th>
            {view.sessions.map((session) => (
              <th key={session.id} scope="col" title={session.topic}>
                <span className={styles["day"]}>{session.label}</span>
                {view.canEdit && (
                  <Button size="small" appearance="subtle" icon={<CheckmarkRegular />} aria-label={t.allPresent(session.label)} title={t.allPresent(session.label)} onClick={() => fillColumn(session.id)} />
                )}
              </th>
            ))}
            <th scope="col">{t.present}</th>
            <th scope="col">{t.absentPrinted}</th>
            <th scope="col">{t.explained}</th>
          </tr>
        </thead>
        <tbody>
          {view.cadres.map((row, rowIndex) => {
            const totals = totalsOf(row, view, (sessionId) => marks.markAt(sessionId, row.personId));
            return (
              <tr key={row.personId}>
                <th scope="row" className={styles["person"]}>
                  {row.name}
                </th>
                {view.sessions.map((session, column) => {
                  const mark = marks.markAt(session.id, row.personId);
                  if (row.notInPost.includes(session.id)) {
                    return (
                      <td key={session.id} role="gridcell" className={styles["out"]} title={t.notInPost}>
                        <span className="visually-hidden">{t.notInPost}</span>
                      </td>
                    );
                  }
                  const word = mark in words ? words[mark as Mark] : mark;
                  return (
                    <td key={session.id} role="gridcell">
                      <button
                        type="button"
                        className={styles["mark"]}
                        data-mark={mark}
                        data-grid={`${rowIndex},${column}`}
                        tabIndex={rowIndex === firstRow && column === firstColumn ? 0 : -1}
                        aria-label={t.cell(row.name, session.label, mark === "" ? t.blank : `${mark} ${word}`)}
                        aria-disabled={!view.canEdit}
                        onKeyDown={(event) => view.canEdit && onCellKey(event, row, session.id)}
                        onClick={() => view.canEdit && set(row, session.id, mark === brush ? "" : brush)}
                      >
                        {mark}
                      </button>
                    </td>
                  );
                })}
                <td role="gridcell" className={styles["total"]}>
                  {totals.present}
                </td>
                <td role="gridcell" className={styles["total"]}>
                  {marks.saving ? totals.absent : row.totals.absentPrinted}
                </td>
                <td role="gridcell" className={styles["explained"]}>
                  {view.sickShown
                    ? t.explain(totals.sessions, totals.present, totals.absent, totals.sick, totals.personal, totals.blank)
                    : t.explainLeave(totals.sessions, totals.present, totals.absent, totals.leave, totals.blank)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
