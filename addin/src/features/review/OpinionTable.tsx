import { Select } from "@fluentui/react-components";
import type { CreditColumn, CreditRow } from "../../api/credits";
import { formatCredit } from "../../shared/format";
import { isBelow } from "../../shared/below";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { Table } from "../../shared/ui/Table";
import { editOf, isOdd, type OpinionEdit } from "./opinions";
import styles from "./review.module.css";
import { reviewText } from "./text";

interface OpinionTableProps {
  columns: readonly CreditColumn[];
  rows: readonly CreditRow[];
  opinions: readonly string[];
  edits: Readonly<Record<string, OpinionEdit>>;
  faults: Readonly<Record<string, string>>;
  locked: boolean;
  /** The reviewer, who never reviews own papers. */
  ownId: string;
  onEdit: (personId: string, edit: OpinionEdit) => void;
  onCell: (personId: string, column: CreditColumn) => void;
}

/** The rows of one school's 表4 with the reviewer's three columns. */
export function OpinionTable({ columns, rows, opinions, edits, faults, locked, ownId, onEdit, onCell }: OpinionTableProps) {
  const t = useText(reviewText);
  const language = useLanguage();
  const current = (row: CreditRow) => edits[row.personId] ?? editOf(row);
  return (
    <Table<CreditRow>
      label={t.title}
      rows={rows}
      rowKey={(row) => row.personId}
      rowState={(row) => (isOdd(row) ? "warning" : undefined)}
      columns={[
        { key: "name", header: t.name, heads: true, cell: (row) => row.name },
        ...columns.map((column) => ({
          key: column.key,
          header: pick(language, column.label, column.labelEn),
          align: "center" as const,
          cell: (row: CreditRow) => {
            const count = row.counts[column.key];
            const value = count?.typed ?? count?.counted ?? 0;
            const below = isBelow(column.minimum, count);
            return (
              <button
                type="button"
                className={`${styles["count"]} ${below ? styles["below"] : ""}`}
                title={below ? t.below(column.minimum) : undefined}
                aria-label={t.countLabel(row.name, pick(language, column.label, column.labelEn), value)}
                onClick={() => onCell(row.personId, column)}
              >
                {value}
                {count?.typed != null && <sup>*</sup>}
              </button>
            );
          },
        })),
        {
          key: "gaps",
          header: t.exceptions,
          cell: (row) =>
            row.gaps.length > 0 && (
              <details className={styles["gaps"]}>
                <summary>{t.gapCount(row.gaps.length)}</summary>
                <ul className={styles["list"]}>
                  {row.gaps.map((gap) => (
                    <li key={`${gap.formId} ${gap.semester}`}>{pick(language, gap.label, gap.labelEn)}</li>
                  ))}
                </ul>
              </details>
            ),
        },
        { key: "declared", header: t.declared, align: "center", cell: (row) => formatCredit(row.credit) },
        {
          key: "opinion",
          header: t.opinion,
          cell: (row) =>
            row.personId === ownId ? (
              <span className={styles["gaps"]}>{row.opinion ?? t.own}</span>
            ) : (
              <Select
                className={styles["opinion"]}
                aria-label={t.opinionFor(row.name)}
                disabled={locked}
                value={current(row).opinion}
                onChange={(_, data) => onEdit(row.personId, { ...current(row), opinion: data.value })}
              >
                <option value="">{t.noOpinion}</option>
                {(current(row).opinion === "" || opinions.includes(current(row).opinion) ? opinions : [...opinions, current(row).opinion]).map((opinion) => (
                  <option key={opinion} value={opinion}>
                    {opinion}
                  </option>
                ))}
              </Select>
            ),
        },
        {
          key: "reason",
          header: t.reason,
          cell: (row) =>
            row.personId !== ownId && (
              <>
                <ImeInput
                  className={styles["reason"]}
                  aria-label={t.reasonFor(row.name)}
                  disabled={locked}
                  value={current(row).reason}
                  onText={(reason) => onEdit(row.personId, { ...current(row), reason })}
                />
                {faults[row.personId] && (
                  <span role="alert" className={styles["fault"]}>
                    {faults[row.personId]}
                  </span>
                )}
              </>
            ),
        },
        { key: "recognised", header: t.recognised, align: "center", cell: (row) => formatCredit(row.recognised) },
      ]}
    />
  );
}
