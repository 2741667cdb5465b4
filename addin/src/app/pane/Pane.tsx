import { lazy, Suspense, useEffect, useState } from "react";
import { ApiProblem } from "../../api/problem";
import { getSession, type Session } from "../../api/session";
import { getPaneSettings, settingsInPage } from "../../api/texts";
import { setAuthorization } from "../../api/transport";
import type { PaneFacts } from "../../features/diagnostics/PaneDiagnostics";
import { findHost, officeIsDark, officeLanguage } from "../../office/host";
import type { HostAbilities } from "../../office/ports";
import { Button } from "../../shared/light/Button";
import { Link } from "../../shared/light/Texts";
import { LanguageContext, useText, type Language } from "../../shared/text";
import { ThemeContext, useThemeName } from "../../shared/theme";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary";
import { Load, Waiting } from "../../shared/ui/Loading";
import { Notices } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { WithFluent } from "../../shared/ui/WithFluent";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./Pane.module.css";
import { PaneFoot } from "./PaneFoot";
import { paneShellText } from "./text";
import { chooseTokens, type TokenSource } from "./tokens";
import { beginDocument, beginForm, WordPane } from "./WordPane";

// What most people open stands in the first load; the rest comes when it is asked for.
const loadExcel = () => {
  // What it is drawn in comes beside it, not after it.
  void import("../../shared/ui/Fluent").catch(() => undefined);
  return import("./ExcelPane");
};
const ExcelPane = lazy(loadExcel);
const SignInScreen = lazy(() => import("../portal/SignInScreen").then((module) => ({ default: module.SignInScreen })));
const OfflineForm = lazy(() => import("./OfflineForm"));

interface Started {
  host: HostAbilities | null;
  /** Null where the service cannot be reached and Word may hold a form that can be kept until it can. */
  session: Session | null;
  /** Signed in by Office's token, not by the browser's cookie. */
  byToken: boolean;
}

async function start(): Promise<Started> {
  const finding = findHost().then((host) => {
    known = { ...known, host };
    return host;
  });
  try {
    if (tokens === null) {
      const asking = asked ?? getPaneSettings();
      asked = null;
      const [host, settings] = await Promise.all([finding, asking]);
      const chosen = chooseTokens(host, settings, location.origin);
      if (chosen.way !== "cookie") setAuthorization((refused) => chosen.token(refused));
      tokens = chosen;
      known = { ...known, cloud: settings.cloud, serviceVersion: settings.version };
    }
    const host = await finding;
    // Screens and document load while the person is being signed in; a failure shows when they are drawn.
    const excel = host?.host === "Excel" ? loadExcel() : null;
    excel?.catch(() => undefined);
    if (host?.host === "Word") beginDocument();
    const signedIn = askedSession ?? getSession();
    askedSession = null;
    const session = await signedIn;
    if (session.person && host?.host === "Word") beginForm();
    void excel?.then(({ beginBook }) => beginBook(session), () => undefined);
    return { host, session, byToken: tokens.way !== "cookie" };
  } catch (reason) {
    const host = await finding;
    if (!(reason instanceof ApiProblem) || reason.status !== 0 || host?.host !== "Word") throw reason;
    return { host, session: null, byToken: false };
  }
}

// Asked before anything is drawn: the answer is there when the first screen is.
let asked: ReturnType<typeof getPaneSettings> | null = getPaneSettings();
asked.catch(() => undefined);

// Where no provider is configured the cookie signs in, whatever the host: its answer need not wait for Office either.
let askedSession: Promise<Session> | null = settingsInPage()?.clientId === null ? getSession() : null;
askedSession?.catch(() => undefined);

// Chosen once for the life of the pane; a second start after a failure goes on with it.
let tokens: TokenSource | null = null;

// What the start found out, kept apart from its outcome: most wanted where the start failed.
let known: Pick<PaneFacts, "host" | "cloud" | "serviceVersion"> = { host: null, cloud: null, serviceVersion: null };

// Begun before anything is drawn. A retry begins anew.
let starting: Promise<Started> | null = start();
starting.catch(() => undefined);

function startBegun(): Promise<Started> {
  const begun = starting ?? start();
  starting = null;
  return begun;
}

const signInBroke = (reason: unknown): boolean => reason instanceof ApiProblem && (reason.code === "sign-in-failed" || reason.code === "sign-in-unfinished");

/** The task pane: finds the host, signs in, shows what fits the open document. */
export function Pane() {
  const started = useLoad<Started>("pane", startBegun);
  const host = started.data?.host ?? null;
  const system = useThemeName("system");
  const theme = host ? (officeIsDark() ? "dark" : "light") : system;
  const [language, setLanguage] = useState<Language>("zh");
  useEffect(() => {
    if (host && officeLanguage().toLowerCase().startsWith("en")) setLanguage("en");
  }, [host]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  useEffect(() => {
    document.documentElement.style.colorScheme = theme;
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);

  return (
    <LanguageContext value={language}>
      <ThemeContext value={theme}>
        <div className="plain">
          <ErrorBoundary>
            <Notices>
              <Load from={started}>
                {({ host: found, session, byToken }) =>
                  session === null ? (
                    <main>
                      <Suspense fallback={<Waiting />}>
                        <OfflineForm onRetry={started.reload} />
                      </Suspense>
                    </main>
                  ) : session.person === null && byToken ? (
                    <NotKnown
                      onRetry={() => {
                        tokens?.startOver();
                        started.reload();
                      }}
                    />
                  ) : session.person === null ? (
                    <WithFluent>
                      <SignInScreen session={session} look={{ language, setLanguage, themeChoice: "system", setThemeChoice: () => undefined }} onSession={(next) => started.set({ host: found, session: next, byToken })} />
                    </WithFluent>
                  ) : found?.host === "Word" ? (
                    <WordPane session={session} />
                  ) : found?.host === "Excel" ? (
                    <WithFluent>
                      <ExcelPane session={session} />
                    </WithFluent>
                  ) : (
                    <NoOffice />
                  )
                }
              </Load>
              {signInBroke(started.error) && tokens !== null && tokens.way !== "dialog" && (
                <OtherWay
                  onUse={() => {
                    tokens?.useDialog();
                    started.reload();
                  }}
                />
              )}
              {(started.data !== undefined || started.error !== undefined) && (
                <PaneFoot facts={() => ({ ...known, way: tokens?.way ?? null, personId: started.data?.session?.person?.id ?? null })} />
              )}
            </Notices>
          </ErrorBoundary>
        </div>
      </ThemeContext>
    </LanguageContext>
  );
}

/** Where Office's own sign-in keeps failing the person, the window may not. */
function OtherWay({ onUse }: { onUse: () => void }) {
  const t = useText(paneShellText);
  return (
    <main className={styles["page"]}>
      <Button onClick={onUse}>{t.useWindow}</Button>
    </main>
  );
}

/** Office signed somebody in whom the service does not let in. */
function NotKnown({ onRetry }: { onRetry: () => void }) {
  const t = useText(paneShellText);
  const common = useText(words);
  return (
    <main className={styles["page"]}>
      <Page title={t.notKnown} lead={t.notKnownLead}>
        <div>
          <Button onClick={onRetry}>{common.retry}</Button>
        </div>
      </Page>
    </main>
  );
}

function NoOffice() {
  const t = useText(paneShellText);
  return (
    <main className={styles["page"]}>
      <Page title={t.noOffice} lead={t.noOfficeLead}>
        <Link href="/">{t.openPortal}</Link>
      </Page>
    </main>
  );
}
