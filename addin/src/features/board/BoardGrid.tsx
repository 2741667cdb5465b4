import { Text } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import type { Board } from "../../api/board";
import { pick, useLanguage, useText } from "../../shared/text";
import { moveFocus } from "../../shared/ui/gridKeys";
import { asPaperState, StateTag } from "../../shared/ui/StateTag";
import { words } from "../../shared/words";
import styles from "./board.module.css";
import { isShown, shownCadres, type Show, type Spot } from "./select";
import { boardText } from "./text";

interface BoardGridProps {
  board: Board;
  show: Show;
  onOpen: (spot: Spot) => void;
}

/** Cadres × items. One stop of the Tab key; inside, arrow keys, Home and End. */
export function BoardGrid({ board, show, onOpen }: BoardGridProps) {
  const t = useText(boardText);
  const common = useText(words);
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const cadres = shownCadres(board, show);
  if (cadres.length === 0) return <Text>{t.noMatch}</Text>;
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, table.current);
  return (
    <div className={styles["frame"]}>
      <table ref={table} className={styles["grid"]} role="grid" aria-label={t.cadres} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles["corner"]}>
              {t.name}
            </th>
            {board.columns.map((column) => (
              <th key={`${column.formId} ${column.semester}`} scope="col">
                {column.sheet && <span className={styles["sheet"]}>{column.sheet}</span>}
                <span className={styles["label"]}>{pick(language, column.label, column.labelEn)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cadres.map((cadre, rowIndex) => (
            <tr key={cadre.personId}>
              <th scope="row" className={styles["person"]}>
                {cadre.name}
                <span className={styles["post"]}>{cadre.post}</span>
              </th>
              {board.columns.map((column, index) => {
                const cell = cadre.cells[index];
                if (!cell || !isShown(cell, show)) return <td key={index} role="gridcell" />;
                const label = t.cellLabel(cadre.name, pick(language, column.label, column.labelEn), common[asPaperState(cell.state)]);
                return (
                  <td key={index} role="gridcell">
                    <button
                      type="button"
                      className={styles["cell"]}
                      data-grid={`${rowIndex},${index}`}
                      tabIndex={rowIndex === 0 && index === firstShown(cadre.cells.map((each) => isShown(each, show))) ? 0 : -1}
                      aria-label={cell.count > 1 ? `${label} (${t.more(cell.count)})` : label}
                      title={cell.comment ?? undefined}
                      onClick={() => onOpen({ personId: cadre.personId, name: cadre.name, formId: column.formId, semester: column.semester })}
                    >
                      <StateTag state={cell.state} />
                      {cell.count > 1 && <span className={styles["count"]}>×{cell.count}</span>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const firstShown = (shown: readonly boolean[]): number => shown.indexOf(true);
