import { getDashboardMonths } from "../../api/dashboard";
import { useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { useLoad } from "../../shared/useLoad";
import styles from "./dashboard.module.css";
import { percent } from "./numbers";
import { dashboardText } from "./text";

/** By school and by month: how much of the year's papers had been accepted by the month's end. Depth of colour repeats the number. */
export default function Months({ year }: { year: number }) {
  const t = useText(dashboardText);
  const months = useLoad(`months ${year}`, (signal) => getDashboardMonths(year, signal));
  return (
    <figure className={styles["chart"]}>
      <figcaption>{t.months}</figcaption>
      <Load from={months}>
        {(data) => {
          const due = data.schools.reduce((sum, school) => sum + school.due, 0);
          const rows = [
            ...(data.schools.length > 1 ? [{ schoolId: "", schoolName: t.all, due, accepted: data.months.map((_, at) => data.schools.reduce((sum, school) => sum + Math.min(school.accepted[at] ?? 0, school.due), 0)) }] : []),
            ...data.schools,
          ];
          return data.months.length === 0 ? (
            <p>{t.noMonths}</p>
          ) : (
            <div className={styles["monthsFrame"]} role="region" aria-label={t.months} tabIndex={0}>
              <table className={styles["months"]}>
                <thead>
                  <tr>
                    <th scope="col">{t.school}</th>
                    {data.months.map((month) => (
                      <th key={month} scope="col">
                        {month > 12 ? t.afterwards : t.month(month)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((school) => (
                    <tr key={school.schoolId}>
                      <th scope="row">{school.schoolName}</th>
                      {school.accepted.map((accepted, at) => {
                        const share = school.due === 0 ? 1 : Math.min(accepted, school.due) / school.due;
                        return (
                          <td key={data.months[at]} style={{ ["--share" as string]: `${Math.round(share * 100)}%` }} title={`${accepted}/${school.due}`}>
                            {percent(share)}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Load>
    </figure>
  );
}
