import { lazy, useState } from "react";
import type { PaneFacts } from "../../features/diagnostics/PaneDiagnostics";
import { Button } from "../../shared/light/Button";
import { useText } from "../../shared/text";
import { WithFluent } from "../../shared/ui/WithFluent";
import styles from "./Pane.module.css";
import { paneShellText } from "./text";

const PaneDiagnostics = lazy(() => import("../../features/diagnostics/PaneDiagnostics"));

/** Under every screen of the pane, also where nobody could be signed in: what to tell the administrator. */
export function PaneFoot({ facts }: { facts: () => PaneFacts }) {
  const t = useText(paneShellText);
  const [open, setOpen] = useState(false);
  return (
    <footer className={styles["foot"]}>
      <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.diagnostics}
      </Button>
      {open && (
        <WithFluent>
          <PaneDiagnostics facts={facts()} />
        </WithFluent>
      )}
    </footer>
  );
}
