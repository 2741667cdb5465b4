import type { DashboardSchool } from "../../api/dashboard";
import { useText } from "../../shared/text";
import styles from "./dashboard.module.css";
import { missingOf, percent, shareOf } from "./numbers";
import { dashboardText } from "./text";

const parts = ["accepted", "submitted", "returned", "draft", "missing"] as const;

/** One bar a school, parted by state; the words beside it say the same. */
export function Completeness({ schools }: { schools: readonly DashboardSchool[] }) {
  const t = useText(dashboardText);
  return (
    <figure className={styles["chart"]}>
      <figcaption>{t.completeness}</figcaption>
      <ul className={styles["bars"]}>
        {schools.map((school) => {
          const counts = { ...school, missing: missingOf(school) };
          const total = parts.reduce((sum, part) => sum + counts[part], 0);
          const words = parts.filter((part) => counts[part] > 0).map((part) => `${t[part]} ${counts[part]}`);
          return (
            <li key={school.schoolId}>
              <span className={styles["barName"]}>{school.schoolName}</span>
              <span className={styles["bar"]} role="img" aria-label={words.join(" · ")} title={words.join(" · ")}>
                {parts.map((part) => total > 0 && <span key={part} data-part={part} style={{ flexGrow: counts[part] }} />)}
              </span>
              <span className={styles["barShare"]}>{percent(shareOf([school]))}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles["keys"]}>
        {parts.map((part) => (
          <span key={part}>
            <span className={styles["key"]} data-part={part} aria-hidden /> {t[part]}
          </span>
        ))}
      </p>
    </figure>
  );
}
