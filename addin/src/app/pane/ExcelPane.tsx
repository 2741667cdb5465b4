import { Button, Select } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { Session } from "../../api/session";
import { reviewKind, workbookProperties } from "../../features/review/audit/session";
import { excelWorkbook } from "../../office/excel";
import { officePartition } from "../../office/host";
import { go, usePlace } from "../../shared/router";
import { useText } from "../../shared/text";
import { Load, Waiting } from "../../shared/ui/Loading";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./ExcelPane.module.css";
import { areasOf, type Area } from "./excelAreas";
import { paneShellText } from "./text";

const AuditPane = lazy(() => import("../../features/review/audit/AuditPane"));
const AttendanceScreen = lazy(() => import("../../features/attendance/AttendanceScreen"));
const SessionsScreen = lazy(() => import("../../features/attendance/SessionsScreen"));
const CreditsScreen = lazy(() => import("../../features/credits/CreditsScreen"));
const DutiesScreen = lazy(() => import("../../features/duties/DutiesScreen"));
const PaperScreen = lazy(() => import("../../features/fill/PaperScreen"));

/** The year of the open audit workbook; null where another workbook is open. */
async function auditYear(): Promise<number | null> {
  const properties = await excelWorkbook.properties([workbookProperties.kind, workbookProperties.year]);
  const year = Number(properties[workbookProperties.year]);
  return properties[workbookProperties.kind] === reviewKind && Number.isInteger(year) ? year : null;
}

/** In Excel: what fits the open workbook and the person's roles. */
export default function ExcelPane({ session }: { session: Session }) {
  const opened = useLoad("workbook", auditYear);
  return (
    <main className={styles["main"]}>
      <Load from={opened}>{(year) => <Areas session={session} openYear={year} />}</Load>
    </main>
  );
}

function Areas({ session, openYear }: { session: Session; openYear: number | null }) {
  const t = useText(paneShellText);
  const common = useText(words);
  const place = usePlace();
  const areas = areasOf(session.roles);
  const [year, setYear] = useState(openYear ?? session.currentYear);
  const wanted = areas.find((each) => each.key === place.path.join("/"));
  const [last, setLast] = useState<Area>(areas[0] ?? { key: "duties", screen: "duties", schoolId: "", schoolName: "" });
  const area = wanted ?? last;
  const paper = place.path[0] === "paper" ? (place.path[1] ?? "") : null;
  const reviewer = areas.find((each) => each.screen === "audit");
  const onArea = (key: string) => {
    setLast(areas.find((each) => each.key === key) ?? area);
    go(key.split("/"));
  };
  return (
    <>
      {paper === null ? (
        <div className={styles["bar"]}>
          {areas.length > 1 && (
            <Select aria-label={t.area} value={area.key} onChange={(_, data) => onArea(data.value)}>
              {areas.map((each) => (
                <option key={each.key} value={each.key}>
                  {[t[each.screen], each.schoolName].filter(Boolean).join(" · ")}
                </option>
              ))}
            </Select>
          )}
          {area.screen !== "audit" && (
            <Select aria-label={common.year} value={String(year)} onChange={(_, data) => setYear(Number(data.value))}>
              {session.years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          )}
        </div>
      ) : (
        <div className={styles["bar"]}>
          <Button icon={<ArrowLeftRegular />} onClick={() => go(area.key.split("/"))}>
            {common.back}
          </Button>
        </div>
      )}
      <Suspense fallback={<Waiting />}>
        {reviewer && (
          // Stays while a paper is looked at: what was found out about conflicts is not lost.
          <div hidden={paper !== null || area.screen !== "audit"}>
            <AuditPane workbook={excelWorkbook} openYear={openYear} years={session.years} currentYear={session.currentYear} personId={session.person?.id ?? ""} partition={officePartition()} />
          </div>
        )}
        {paper !== null ? (
          <div className={styles["page"]}>
            <PaperScreen key={paper} recordId={paper} />
          </div>
        ) : (
          area.screen !== "audit" && <div className={styles["page"]}>{screenOf(area, year)}</div>
        )}
      </Suspense>
    </>
  );
}

function screenOf(area: Area, year: number): ReactNode {
  switch (area.screen) {
    case "attendance":
      return <AttendanceScreen key={area.key} schoolId={area.schoolId} year={year} />;
    case "sessions":
      return <SessionsScreen key={area.key} schoolId={area.schoolId} year={year} />;
    case "credits":
      return <CreditsScreen key={area.key} schoolId={area.schoolId} year={year} />;
    default:
      return <DutiesScreen year={year} onOpen={(recordId: string) => go(["paper", recordId])} />;
  }
}
