import { DataVizPalette, HorizontalBarChartWithAxis, GroupedVerticalBarChart, getColorFromToken, type GroupedVerticalBarChartData } from "@fluentui/react-charts";
import type { District } from "../../api/district";
import { useText } from "../../shared/text";
import styles from "./dashboard.module.css";
import { percent, shareOf } from "./numbers";
import { dashboardText } from "./text";

/** The chart library is large; this file is a chunk of its own, fetched when somebody opens the dashboard. */
export default function Charts({ district }: { district: District }) {
  const t = useText(dashboardText);
  // The page keeps its scheme on the root element.
  const dark = document.documentElement.style.colorScheme === "dark";
  const colour = (token: string) => getColorFromToken(token, dark);
  const schools = [...district.schools].reverse();
  const months: GroupedVerticalBarChartData[] = district.months.map((month) => ({
    name: t.month(month.month),
    series: [
      { key: "submitted", data: month.submitted, color: colour(DataVizPalette.color1), legend: t.submitted },
      { key: "accepted", data: month.accepted, color: colour(DataVizPalette.color5), legend: t.accepted },
    ],
  }));
  const credits: GroupedVerticalBarChartData[] = district.credits.map((year) => ({
    name: String(year.year),
    series: [
      { key: "declared", data: year.declared, color: colour(DataVizPalette.color1), legend: t.declared },
      { key: "recognised", data: year.recognised, color: colour(DataVizPalette.color5), legend: t.recognised },
    ],
  }));
  const busy = district.months.some((month) => month.submitted + month.accepted > 0);
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
        <figcaption>{t.months}</figcaption>
        {busy ? <GroupedVerticalBarChart culture="zh-CN" chartTitle={t.months} height={260} data={months} /> : <p>{t.noMonths}</p>}
      </figure>
      <figure className={styles["chart"]}>
        <figcaption>{t.credits}</figcaption>
        {credits.length > 0 ? <GroupedVerticalBarChart culture="zh-CN" chartTitle={t.credits} height={260} data={credits} /> : <p>{t.noCredits}</p>}
      </figure>
    </div>
  );
}
