import { Subtitle2, Text } from "@fluentui/react-components";
import { useState } from "react";
import { getCredits, type CreditColumn } from "../../../api/credits";
import { usePlace } from "../../../shared/router";
import { pick, useLanguage, useText } from "../../../shared/text";
import { EvidenceDrawer } from "../../../shared/ui/EvidenceDrawer";
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
  const place = usePlace();
  const [column, setColumn] = useState<CreditColumn | null>(null);
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
                        className={`${styles["number"]} ${value < each.minimum ? styles["below"] : ""}`}
                        title={value < each.minimum ? t.below(each.minimum) : undefined}
                        aria-label={t.countLabel(row.name, label, value)}
                        onClick={() => setColumn(each)}
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
            </>
          )
        }
      </Load>
      {/* A paper that was opened from it takes the pane; coming back, the list stands where it was. */}
      <EvidenceDrawer title={column ? `${row.name} · ${pick(language, column.label, column.labelEn)}` : ""} evidence={column && place.path[0] !== "paper" ? credit?.counts[column.key] : undefined} onClose={() => setColumn(null)} />
    </div>
  );
}
