import { Button, Input, MessageBar, MessageBarBody, MessageBarTitle, Text, Title3 } from "@fluentui/react-components";
import { PersonRegular, SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { listDevelopmentPeople, signInAddress, signInForDevelopment, type Session } from "../../api/session";
import { useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import type { Look } from "./look";
import { LookMenu } from "./LookMenu";
import { failedSignIn } from "./signedIn";
import styles from "./SignInScreen.module.css";
import { portalText } from "./text";

interface SignInProps {
  session: Session;
  look: Look;
  onSession: (session: Session) => void;
}

export function SignInScreen({ session, look, onSession }: SignInProps) {
  const t = useText(portalText);
  const failed = failedSignIn();
  return (
    <main className={styles["main"]}>
      <Page title={t.productLong} lead={session.signIn.includes("oidc") ? t.signInLead : undefined} actions={<LookMenu look={look} />}>
        {failed && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>
              <MessageBarTitle>{t.signInFailed}</MessageBarTitle>
              {t[`signIn-${failed}`]}
            </MessageBarBody>
          </MessageBar>
        )}
        {session.signIn.includes("oidc") && (
          <div>
            <Button as="a" appearance="primary" size="large" href={signInAddress(`/${location.hash}`)}>
              {t.signInButton}
            </Button>
          </div>
        )}
        {session.signIn.includes("development") && <DevelopmentSignIn onSession={onSession} />}
      </Page>
    </main>
  );
}

function DevelopmentSignIn({ onSession }: { onSession: (session: Session) => void }) {
  const t = useText(portalText);
  const [query, setQuery] = useState("");
  const people = useLoad("development-people", listDevelopmentPeople);
  const signIn = useAction(async (id: string) => onSession(await signInForDevelopment(id)));
  return (
    <section className={styles["people"]} aria-labelledby="development">
      <Title3 as="h2" id="development">
        {t.developmentTitle}
      </Title3>
      <Text>{t.developmentLead}</Text>
      <Input type="search" contentBefore={<SearchRegular />} aria-label={t.find} placeholder={t.find} value={query} onChange={(_, data) => setQuery(data.value)} />
      <ProblemBar problem={signIn.error} />
      <Load from={people}>
        {(all) => {
          const shown = all.filter((person) => `${person.name}${person.school ?? ""}${person.description}`.includes(query.trim()));
          return shown.length === 0 ? (
            <Text>{t.noMatch}</Text>
          ) : (
            <ul className={styles["list"]}>
              {shown.map((person) => (
                <li key={person.id}>
                  <button type="button" className={styles["person"]} disabled={signIn.busy} onClick={() => void signIn.run(person.id)}>
                    <PersonRegular className={styles["icon"]} aria-hidden />
                    <span className={styles["words"]}>
                      <strong>{person.name}</strong>
                      <span className={styles["more"]}>{[person.school, person.description].filter(Boolean).join(" · ")}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Load>
    </section>
  );
}
