import { DocumentRegular } from "@fluentui/react-icons/headless/svg/document";
import { TaskListLtrRegular } from "@fluentui/react-icons/headless/svg/task-list-ltr";
import { lazy, type ReactNode } from "react";
import type { Session } from "../../api/session";
import { Button } from "../../shared/light/Button";
import { go, usePlace } from "../../shared/router";
import { useText } from "../../shared/text";
import { WithFluent } from "../../shared/ui/WithFluent";
import styles from "./Pane.module.css";
import { paneShellText } from "./text";

const PaneDuties = lazy(() => import("./PaneDuties"));

/** The ribbon's button 我的应交材料 opens the pane at this address. */
const opensWithDuties = () => new URLSearchParams(location.search).get("view") === "duties";

/** Beside an open form the person's duties are one step away, and the form, which stays as it is meanwhile, one step back. */
export function WithDuties({ session, children }: { session: Session; children: ReactNode }) {
  const t = useText(paneShellText);
  const [first] = usePlace().path;
  const duties = first === "duties" || first === "paper" || (first !== "form" && opensWithDuties());
  return (
    <>
      <nav className={styles["bar"]} aria-label={t.area}>
        <Button size="small" appearance={duties ? "subtle" : "secondary"} icon={<DocumentRegular />} aria-current={duties ? undefined : "page"} onClick={() => go(["form"])}>
          {t.thisForm}
        </Button>
        <Button size="small" appearance={duties ? "secondary" : "subtle"} icon={<TaskListLtrRegular />} aria-current={duties ? "page" : undefined} onClick={() => go(["duties"])}>
          {t.myDuties}
        </Button>
      </nav>
      <div hidden={duties}>{children}</div>
      {duties && (
        <div className={styles["page"]}>
          <WithFluent>
            <PaneDuties session={session} />
          </WithFluent>
        </div>
      )}
    </>
  );
}
