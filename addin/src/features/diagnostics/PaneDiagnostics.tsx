import { Button, Textarea } from "@fluentui/react-components";
import { ArrowClockwiseRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { checkHealth } from "../../api/health";
import type { HostAbilities } from "../../office/ports";
import { useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./DiagnosticsScreen.module.css";
import { hostText } from "./hostText";
import { diagnosticsText } from "./text";

/** What the pane found out at its start; null for what it did not get to. */
export interface PaneFacts {
  readonly host: HostAbilities | null;
  readonly cloud: string | null;
  readonly serviceVersion: string | null;
  readonly way: string | null;
  readonly personId: string | null;
}

/** Where the pane runs, for a report to the administrator; no papers and no tokens. */
export default function PaneDiagnostics({ facts }: { facts: PaneFacts }) {
  const t = useText(diagnosticsText);
  const own = useText(hostText);
  const common = useText(words);
  const language = useLanguage();
  const [copied, setCopied] = useState<"yes" | "byHand" | null>(null);
  const health = useLoad("health", checkHealth);
  const { host } = facts;
  const known: [string, string][] = [
    [own.host, host?.host ?? own.noHost],
    [own.platform, host?.platform ?? "-"],
    [own.hostVersion, host?.version || "-"],
    [own.sets, host ? Object.entries(host.sets).map(([name, version]) => `${name} ${version ?? "-"}`).join(", ") : "-"],
    [own.cloud, facts.cloud ?? "-"],
    [own.way, facts.way ?? "-"],
    [own.serviceVersion, facts.serviceVersion ?? "-"],
    [own.address, location.origin],
    [t.signedInAs, facts.personId ?? "-"],
    [t.browser, navigator.userAgent],
    [t.screen, `${innerWidth} × ${innerHeight} · ${devicePixelRatio}`],
    [t.language, `${language} · ${navigator.language}`],
  ];
  return (
    <Page title={t.title} lead={t.lead}>
      <Load from={health}>
        {(measured) => {
          const all: [string, string][] = [
            [t.service, measured.live ? t.reachable : t.failing],
            [t.ready, measured.ready ? t.reachable : t.failing],
            [t.answer, t.milliseconds(measured.milliseconds)],
            ...known,
          ];
          const text = all.map(([name, value]) => `${name}: ${value}`).join("\n");
          const copy = () =>
            navigator.clipboard.writeText(text).then(
              () => setCopied("yes"),
              // A framed page may be kept from the clipboard.
              () => setCopied("byHand"),
            );
          return (
            <>
              <dl className={styles["facts"]} data-diagnostics>
                {all.map(([name, value]) => (
                  <div key={name} className={styles["pair"]}>
                    <dt>{name}</dt>
                    <dd className={styles["value"]}>{value}</dd>
                  </div>
                ))}
              </dl>
              <div className={styles["actions"]}>
                <Button icon={<CopyRegular />} onClick={() => void copy()}>
                  {copied === "yes" ? common.copied : common.copyDiagnostics}
                </Button>
                <Button icon={<ArrowClockwiseRegular />} onClick={health.reload}>
                  {t.again}
                </Button>
              </div>
              {copied === "byHand" && <Textarea aria-label={own.byHand} readOnly value={text} rows={8} onFocus={(event) => event.target.select()} />}
              {copied === "byHand" && <span role="status">{own.byHand}</span>}
            </>
          );
        }}
      </Load>
    </Page>
  );
}
