import { DataVizPalette, getColorFromToken, GroupedVerticalBarChart, type GroupedVerticalBarChartData } from "@fluentui/react-charts";
import type { Dashboard } from "../../api/dashboard";
import { useText } from "../../shared/text";
import styles from "./dashboard.module.css";
import { dashboardText } from "./text";

/** The chart library is large; this file is a chunk of its own, fetched when somebody opens the dashboard. */
export default function Charts({ dashboard }: { dashboard: Dashboard }) {
  const t = useText(dashboardText);
  // The page keeps its scheme on the root element.
  const dark = document.documentElement.style.colorScheme === "dark";
  const colour = (token: string) => getColorFromToken(token, dark);
  const credits: GroupedVerticalBarChartData[] = dashboard.credits.map((year) => ({
    name: String(year.year),
    series: [
      { key: "recognised", data: year.recognised, color: colour(DataVizPalette.color5), legend: t.recognised },
      { key: "returned", data: year.returned + year.refused, color: colour(DataVizPalette.color10), legend: t.creditsReturned },
      { key: "waiting", data: year.waiting, color: colour(DataVizPalette.color1), legend: t.waiting },
    ],
  }));
  return (
    <figure className={styles["chart"]}>
      <figcaption>{t.credits}</figcaption>
      {credits.length > 0 ? (
        // The chart measures its parent.
        <div className={styles["canvas"]}>
          <GroupedVerticalBarChart culture="zh-CN" chartTitle={t.credits} height={280} maxBarWidth={32} data={credits} />
        </div>
      ) : (
        <p>{t.noCredits}</p>
      )}
    </figure>
  );
}
