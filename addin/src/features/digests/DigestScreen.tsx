import { Button, Card, Text, Title3 } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { digestAddress, getDigests, sendDigests } from "../../api/digests";
import { useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./digests.module.css";
import { digestText, type Weekday } from "./text";

interface DigestProps {
  /** Role whose letters are shown. */
  role: string;
  /** The school whose list is downloaded; null for the whole district; undefined where the role takes none. */
  schoolId?: string | null;
}

/** The weekly message of the own role, and the same as a list to pass on. */
export default function DigestScreen({ role, schoolId }: DigestProps) {
  const t = useText(digestText);
  const language = useLanguage();
  const notify = useNotice();
  const digests = useLoad(`digests ${language}`, (signal) => getDigests(language, signal));
  const [problem, setProblem] = useState<unknown>(undefined);
  const send = useAction(async () => {
    const run = await sendDigests();
    notify({ text: t.sent(run.sent, run.before, run.withoutAddress, run.failed), intent: run.failed > 0 ? "warning" : "success" });
  });
  const letters = digests.data?.letters.filter((letter) => letter.role.split(":")[0] === role) ?? [];
  return (
    <Page
      title={t.title}
      lead={digests.data && (digests.data.enabled ? t.on(t[digests.data.day as Weekday], digests.data.hour) : t.off)}
      actions={
        <>
          {schoolId !== undefined && (
            <>
              <DownloadButton address={digestAddress(schoolId, "txt", language)} fileName="list.txt" onProblem={setProblem}>
                {t.text}
              </DownloadButton>
              <DownloadButton address={digestAddress(schoolId, "csv", language)} fileName="list.csv" onProblem={setProblem}>
                {t.table}
              </DownloadButton>
            </>
          )}
          {digests.data?.maySend && (
            <Button appearance="primary" icon={<SendRegular />} disabled={send.busy} onClick={() => void send.run()}>
              {t.sendNow}
            </Button>
          )}
        </>
      }
    >
      <ProblemBar problem={problem ?? send.error} onClose={() => (setProblem(undefined), send.clear())} />
      <Load from={digests}>
        {() => (
          <section className={styles["letters"]} aria-labelledby="digest-own">
            <Title3 as="h2" id="digest-own">
              {t.own}
            </Title3>
            {letters.length === 0 && <Text>{t.nothing}</Text>}
            {letters.map((letter) => (
              <Card key={letter.role} className={styles["letter"]}>
                <strong>{letter.subject}</strong>
                <span className={styles["quiet"]}>{letter.address ? t.to(letter.address) : t.noAddress}</span>
                <p>{letter.text}</p>
              </Card>
            ))}
          </section>
        )}
      </Load>
    </Page>
  );
}
