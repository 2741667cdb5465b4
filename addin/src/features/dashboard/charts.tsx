import { DataVizPalette, getColorFromToken, GroupedVerticalBarChart, HorizontalBarChartWithAxis, type GroupedVerticalBarChartData } from "@fluentui/react-charts";
import type { Dashboard } from "../../api/dashboard";
import { useText } from "../../shared/text";
import styles from "./dashboard.module.css";
import { percent, shareOf } from "./numbers";
import { dashboardText } from "./text";

/** The chart library is large; this file is a chunk of its own, fetched when somebody opens the dashboard. */
export default function Charts({ dashboard }: { dashboard: Dashboard }) {
  const t = useText(dashboardText);
  // The page keeps its scheme on the root element.
  const dark = document.documentElement.style.colorScheme === "dark";
  const colour = (token: string) => getColorFromToken(token, dark);
  const schools = [...dashboard.schools].reverse();
  const credits: GroupedVerticalBarChartData[] = dashboard.credits.map((year) => ({
    name: String(year.year),
    series: [
      { key: "recognised", data: year.recognised, color: colour(DataVizPalette.color5), legend: t.recognised },
      { key: "returned", data: year.returned + year.refused, color: colour(DataVizPalette.color10), legend: t.creditsReturned },
      { key: "waiting", data: year.waiting, color: colour(DataVizPalette.color1), legend: t.waiting },
    ],
  }));
  return (
    <div className={styles["charts"]}>
      <figure className={styles["chart"]}>
        <figcaption>{t.completeness}</figcaption>
        <HorizontalBarChartWithAxis
          culture="zh-CN"
          chartTitle={t.completeness}
          height={Math.max(180, schools.length * 44 + 60)}
          data={schools.map((school) => ({
            x: Math.round(shareOf([school]) * 100),
            y: school.schoolName,
            color: colour(DataVizPalette.color1),
            xAxisCalloutData: school.schoolName,
            yAxisCalloutData: percent(shareOf([school])),
            legend: t.share,
          }))}
          xMaxValue={100}
          showYAxisLables
          hideLegend
        />
      </figure>
      <figure className={styles["chart"]}>
        <figcaption>{t.credits}</figcaption>
        {credits.length > 0 ? <GroupedVerticalBarChart culture="zh-CN" chartTitle={t.credits} height={280} data={credits} /> : <p>{t.noCredits}</p>}
      </figure>
    </div>
  );
}
