import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { getSession, type Session } from "../../api/session";
import { themes } from "../../shared/fluentThemes";
import { readSetting, writeSetting } from "../../shared/settings";
import { LanguageContext, type Language } from "../../shared/text";
import { useThemeName, type ThemeChoice } from "../../shared/theme";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary";
import { Load } from "../../shared/ui/Loading";
import { Notices } from "../../shared/ui/Notices";
import { useLoad } from "../../shared/useLoad";
import styles from "./Portal.module.css";
import { Shell } from "./Shell";
import { announceSignedIn } from "./signedIn";
import { SignInAgain } from "./SignInAgain";
import { SignInScreen } from "./SignInScreen";

function firstLanguage(): Language {
  const stored = readSetting("language");
  if (stored === "zh" || stored === "en") return stored;
  return navigator.language.startsWith("en") ? "en" : "zh";
}

function firstTheme(): ThemeChoice {
  const stored = readSetting("theme");
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function Portal() {
  const [language, setLanguage] = useState(firstLanguage);
  const [themeChoice, setThemeChoice] = useState(firstTheme);
  const theme = useThemeName(themeChoice);
  const session = useLoad<Session>("session", getSession);

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    writeSetting("language", language);
  }, [language]);
  useEffect(() => {
    document.documentElement.style.colorScheme = theme;
    writeSetting("theme", themeChoice);
  }, [theme, themeChoice]);

  const personId = session.data?.person?.id;
  useEffect(() => {
    if (personId) announceSignedIn();
  }, [personId]);

  const look = { language, setLanguage, themeChoice, setThemeChoice };
  return (
    <LanguageContext value={language}>
      <FluentProvider theme={themes[theme]}>
        {/* The height is not the provider's own: dialogs copy its class to their frame. */}
        <div className={styles["root"]}>
          <ErrorBoundary>
            <Notices>
              <Load from={session}>
                {(current) =>
                  current.person === null ? (
                    <SignInScreen session={current} look={look} onSession={session.set} />
                  ) : (
                    <>
                      <Shell key={current.person.id} session={current} person={current.person} look={look} onSession={session.set} />
                      <SignInAgain session={current} person={current.person} onSession={session.set} />
                    </>
                  )
                }
              </Load>
            </Notices>
          </ErrorBoundary>
        </div>
      </FluentProvider>
    </LanguageContext>
  );
}
