import { Subtitle2, Text } from "@fluentui/react-components";
import { useState } from "react";
import { getCredits, type CreditColumn } from "../../../api/credits";
import { isBelow } from "../../../shared/below";
import { pick, useLanguage, useText } from "../../../shared/text";
import { EvidenceList } from "../../../shared/ui/EvidenceDrawer";
import { Load } from "../../../shared/ui/Loading";
import { useLoad } from "../../../shared/useLoad";
import styles from "./audit.module.css";
import type { AuditRow } from "./session";
import { auditText } from "./text";

/** The selected row: who, what stands out, each number with the papers behind it. */
export function RowCard({ row, year }: { row: AuditRow; year: number }) {
  const t = useText(auditText);
  const language = useLanguage();
  const sheet = useLoad(row.schoolId === "" ? null : `credits ${row.schoolId} ${year}`, (signal) => getCredits(row.schoolId, year, signal));
  const [column, setColumn] = useState<string | null>(null);
  const labelOf = (columns: readonly CreditColumn[], key: string) => {
    const found = columns.find((each) => each.key === key);
    return pick(language, found?.label, found?.labelEn);
  };
  const credit = sheet.data?.rows.find((each) => each.personId === row.personId);
  return (
    <div className={`${styles["card"]} ${row.condition === "" ? "" : styles["odd"]}`} data-row={row.personId}>
      <Subtitle2 as="h2">
        {row.name} · {row.school}
      </Subtitle2>
      <Text>{row.condition === "" ? t.plain : row.condition}</Text>
      <div className={styles["line"]}>
        <Text size={200}>{t.declared(row.declared)}</Text>
        <Text size={200}>{t.opinionNow([row.opinion, row.reason].filter(Boolean).join(" · "))}</Text>
      </div>
      <Load from={sheet}>
        {(data) =>
          credit && (
            <>
              <span className={styles["quiet"]}>{t.evidence}</span>
              <ul className={styles["numbers"]}>
                {data.columns.map((each) => {
                  const count = credit.counts[each.key];
                  const value = count?.typed ?? count?.counted ?? 0;
                  const label = pick(language, each.label, each.labelEn);
                  return (
                    <li key={each.key}>
                      <button
                        type="button"
                        className={`${styles["number"]} ${isBelow(each.minimum, count) ? styles["below"] : ""}`}
                        title={isBelow(each.minimum, count) ? t.below(each.minimum) : undefined}
                        aria-label={t.countLabel(row.name, label, value)}
                        aria-expanded={column === each.key}
                        onClick={() => setColumn(column === each.key ? null : each.key)}
                      >
                        <span>{label}</span>
                        <strong>
                          {value}
                          {count?.typed != null && <sup>*</sup>}
                        </strong>
                      </button>
                    </li>
                  );
                })}
              </ul>
              {column !== null && credit.counts[column] && (
                // In place, not in a drawer: the pane is narrow, and the number stays in view beside its papers.
                <div className={styles["section"]} role="region" aria-label={t.evidenceOf(row.name, labelOf(data.columns, column))} aria-live="polite">
                  <Subtitle2 as="h3">{labelOf(data.columns, column)}</Subtitle2>
                  <EvidenceList evidence={credit.counts[column]} />
                </div>
              )}
            </>
          )
        }
      </Load>
    </div>
  );
}
