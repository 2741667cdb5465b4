import type { ReactNode } from "react";
import styles from "./Table.module.css";

export interface Column<T> {
  key: string;
  header: ReactNode;
  cell: (row: T) => ReactNode;
  nowrap?: boolean;
  align?: "end" | "center";
  /** The cell that names the row; also stays in view while the table scrolls sideways. */
  heads?: boolean;
}

interface TableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  rowState?: (row: T) => "warning" | "danger" | undefined;
}

/** A plain table that scrolls inside its own frame; the frame can be reached and scrolled by keyboard. */
export function Table<T>({ label, columns, rows, rowKey, rowState }: TableProps<T>) {
  return (
    <div className={styles["frame"]} role="group" aria-label={label} tabIndex={0}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.heads ? styles["heads"] : undefined} data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row-state={rowState?.(row)}>
              {columns.map((column) =>
                column.heads ? (
                  <th key={column.key} scope="row" className={styles["heads"]}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.nowrap ? styles["nowrap"] : undefined} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
