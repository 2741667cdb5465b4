import { ArchiveRegular } from "@fluentui/react-icons/headless/svg/archive";
import { ArrowLeftRegular } from "@fluentui/react-icons/headless/svg/arrow-left";
import { lazy, useEffect, useRef, useState, type ReactNode } from "react";
import type { Session } from "../../api/session";
import { go, usePlace } from "../../shared/router";
import { Button } from "../../shared/light/Button";
import { Select } from "../../shared/light/Select";
import { useText } from "../../shared/text";
import { WithFluent } from "../../shared/ui/WithFluent";
import { words } from "../../shared/words";
import styles from "./Pane.module.css";
import { paneShellText } from "./text";

const PaneFiling = lazy(() => import("../../features/filing/PaneFiling"));

/** In Word a secretary's filing is one step away from the open form, which stays as it is meanwhile. Everybody else sees no more than the form. */
export function WithFiling({ session, children }: { session: Session; children: ReactNode }) {
  const t = useText(paneShellText);
  const common = useText(words);
  const place = usePlace();
  const [year, setYear] = useState(session.openYear);
  const schools = session.roles.filter((role) => role.role === "secretary" && role.schoolId);
  const school = place.path[0] === "filing" ? schools.find((role) => role.schoolId === place.path[1]) : undefined;
  // The button that was pressed is gone with its bar: the focus goes to the way back, and from there to where it came from.
  const back = useRef<HTMLButtonElement>(null);
  const way = useRef<HTMLButtonElement>(null);
  const open = useRef(false);
  const shown = school !== undefined;
  useEffect(() => {
    if (shown) back.current?.focus();
    else if (open.current) way.current?.focus();
    open.current = shown;
  }, [shown]);
  if (schools.length === 0) return children;
  return (
    <>
      <div className={styles["bar"]}>
        {school ? (
          <>
            <Button ref={back} icon={<ArrowLeftRegular />} onClick={() => go([])}>
              {common.back}
            </Button>
            <Select aria-label={common.year} value={String(year)} onChange={(event) => setYear(Number(event.target.value))}>
              {session.years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </>
        ) : (
          schools.map((role, index) => (
            <Button key={role.schoolId} ref={index === 0 ? way : undefined} size="small" appearance="subtle" icon={<ArchiveRegular />} onClick={() => go(["filing", role.schoolId ?? ""])}>
              {schools.length > 1 ? `${t.filing} · ${role.schoolName ?? ""}` : t.filing}
            </Button>
          ))
        )}
      </div>
      <div hidden={shown}>{children}</div>
      {school && (
        <div className={styles["page"]}>
          <WithFluent>
            <PaneFiling key={`${school.schoolId} ${year}`} schoolId={school.schoolId ?? ""} schoolName={schools.length > 1 ? (school.schoolName ?? "") : ""} year={year} />
          </WithFluent>
        </div>
      )}
    </>
  );
}
