import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular, CheckmarkCircleRegular, CopyRegular, ErrorCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { checkHealth } from "../../api/health";
import { getLibraryState } from "../../api/inbox";
import type { Session, SessionRole } from "../../api/session";
import { pick, useLanguage, useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./DiagnosticsScreen.module.css";
import { diagnosticsText } from "./text";

export default function DiagnosticsScreen({ session, role }: { session: Session; role: SessionRole }) {
  const t = useText(diagnosticsText);
  const common = useText(words);
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  const health = useLoad("health", checkHealth);
  const keepsPapers = session.roles.some((each) => each.role === "secretary" || each.role === "officer" || each.role === "administrator");
  const library = useLoad(keepsPapers ? "library state" : null, getLibraryState);
  const state = (good: boolean) => (
    <span className={styles["state"]}>
      {good ? <CheckmarkCircleRegular aria-hidden /> : <ErrorCircleRegular aria-hidden />}
      {good ? t.reachable : t.failing}
    </span>
  );
  const facts: [string, string][] = [
    [t.signedInAs, session.person?.id ?? "-"],
    [t.roles, [role, ...session.roles.filter((each) => each !== role)].map((each) => [each.role, each.schoolId ?? each.regionId].filter(Boolean).join(" ")).join(" · ")],
    [t.browser, navigator.userAgent],
    [t.screen, `${innerWidth} × ${innerHeight} · ${devicePixelRatio}`],
    [t.language, `${language} · ${navigator.language}`],
  ];
  const copy = async (measured: [string, string][]) => {
    await navigator.clipboard.writeText([...measured, ...facts].map(([name, value]) => `${name}: ${value}`).join("\n"));
    setCopied(true);
  };
  return (
    <Page title={t.title} lead={t.lead}>
      <Load from={health}>
        {(measured) => (
          <>
            <dl className={styles["facts"]}>
              <dt>{t.service}</dt>
              <dd>{state(measured.live)}</dd>
              <dt>{t.ready}</dt>
              <dd>{state(measured.ready)}</dd>
              {library.data?.checkedAt && (
                <>
                  <dt>{t.library}</dt>
                  <dd>
                    {state(library.data.troubles.length === 0)}
                    {library.data.troubles.map((trouble) => (
                      <p key={trouble.message}>{pick(language, trouble.message, trouble.messageEn)}</p>
                    ))}
                  </dd>
                </>
              )}
              <dt>{t.answer}</dt>
              <dd>{t.milliseconds(measured.milliseconds)}</dd>
              {facts.map(([name, value]) => (
                <div key={name} className={styles["pair"]}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <div className={styles["actions"]}>
              <Button icon={<ArrowClockwiseRegular />} onClick={health.reload}>
                {t.again}
              </Button>
              <Button
                icon={<CopyRegular />}
                onClick={() => void copy([[t.service, String(measured.live)], [t.ready, String(measured.ready)], [t.answer, t.milliseconds(measured.milliseconds)]])}
              >
                {copied ? common.copied : common.copyDiagnostics}
              </Button>
            </div>
          </>
        )}
      </Load>
    </Page>
  );
}
