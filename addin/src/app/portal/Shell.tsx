import { Button, MessageBar, MessageBarActions, MessageBarBody, Select } from "@fluentui/react-components";
import { NavigationRegular } from "@fluentui/react-icons";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import { signOut, type Session } from "../../api/session";
import { href, usePlace } from "../../shared/router";
import { readSetting, writeSetting } from "../../shared/settings";
import { useText } from "../../shared/text";
import { ErrorBoundary } from "../../shared/ui/ErrorBoundary";
import { Waiting } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import type { Look } from "./look";
import { LookMenu } from "./LookMenu";
import { roleKey, roleTitle } from "./roles";
import { screens, type ScreenContext } from "./screens";
import styles from "./Shell.module.css";
import { portalText } from "./text";

interface ShellProps {
  session: Session;
  person: { id: string; name: string };
  look: Look;
  onSession: (session: Session) => void;
}

export function Shell({ session, person, look, onSession }: ShellProps) {
  const t = useText(portalText);
  const place = usePlace();
  const [chosenYear, setYear] = useState(() => Number(readSetting("year")) || null);
  const year = chosenYear ?? session.openYear;
  const [roleChoice, setRoleChoice] = useState(() => readSetting(`role.${person.id}`));
  const [menuOpen, setMenuOpen] = useState(false);
  const navigation = useId();
  const main = useRef<HTMLElement>(null);
  const leaving = useAction(async () => onSession(await signOut()));

  const chooseYear = (next: number) => {
    setYear(next);
    writeSetting("year", String(next));
  };

  const role = session.roles.find((each) => roleKey(each) === roleChoice) ?? session.roles[0];
  const years = session.years.includes(year) ? session.years : [...session.years, year].sort((a, b) => b - a);
  const visible = screens.filter((screen) => role !== undefined && screen.roles.includes(role.role));
  const listed = visible.filter((screen) => screen.inNavigation !== false);
  const current = place.path.length === 0 ? listed[0] : screens.find((screen) => screen.id === place.path[0] && (role === undefined || screen.roles.includes(role.role)));
  const context: ScreenContext | null = role ? { session, person, role, year, place } : null;
  const where = place.path.join("/");

  // A new screen begins at its top and tells a screen reader where it is; the first one is announced by the page itself.
  const shown = useRef(where);
  useEffect(() => {
    if (shown.current === where) return;
    shown.current = where;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [where]);

  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t.skip}
      </a>
      <header className={styles["header"]}>
        <Button
          className={styles["menu"]}
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label={t.menu}
          aria-expanded={menuOpen}
          aria-controls={navigation}
          onClick={() => setMenuOpen(!menuOpen)}
        />
        <strong className={styles["product"]}>{t.product}</strong>
        <div className={styles["choices"]}>
          <Select
            aria-label={t.year}
            className={styles["year"]}
            value={String(year)}
            onChange={(_, data) => chooseYear(Number(data.value))}
          >
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
          {role && (
            <Select
              aria-label={t.role}
              className={styles["role"]}
              value={roleKey(role)}
              onChange={(_, data) => {
                setRoleChoice(data.value);
                writeSetting(`role.${person.id}`, data.value);
                location.hash = "#/";
              }}
            >
              {session.roles.map((each) => (
                <option key={roleKey(each)} value={roleKey(each)}>
                  {roleTitle(each, t)}
                </option>
              ))}
            </Select>
          )}
          <span className={styles["person"]}>{person.name}</span>
          <LookMenu look={look} onSignOut={() => void leaving.run()} />
        </div>
      </header>
      <nav id={navigation} aria-label={t.navigation} className={`${styles["navigation"]} ${menuOpen ? styles["open"] : ""}`}>
        <ul>
          {listed.map((screen) => (
            <li key={screen.id}>
              <a href={href([screen.id])} aria-current={screen === current ? "page" : undefined} onClick={() => setMenuOpen(false)}>
                <screen.icon aria-hidden />
                {t[screen.id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={styles["main"]}>
        <ProblemBar problem={leaving.error} />
        {chosenYear === null && year !== session.currentYear && (
          <MessageBar intent="info" layout="multiline" className={styles["note"]}>
            <MessageBarBody>{t.earlierYear(session.currentYear, year)}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => chooseYear(session.currentYear)}>{t.toYear(session.currentYear)}</Button>
              <Button onClick={() => chooseYear(year)}>{t.stayInYear(year)}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {context === null ? (
          <Page title={t.noRole} lead={t.noRoleLead}>
            {null}
          </Page>
        ) : current === undefined ? (
          <Page title={t.notFound} lead={t.notFoundLead}>
            {null}
          </Page>
        ) : (
          <ErrorBoundary key={`${where} ${roleKey(context.role)} ${year}`}>
            <Suspense fallback={<Waiting />}>{current.render(context)}</Suspense>
          </ErrorBoundary>
        )}
      </main>
    </div>
  );
}
