import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text, Title3 } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getLibraryRights, setLibraryRights, type LibraryRights } from "../../api/rights";
import { formatMoment } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Waiting } from "../../shared/ui/Loading";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import styles from "./filing.module.css";
import { rightsText } from "./rightsText";

/** A school's folders take a minute where the library wants pauses; after two the page stops asking. */
const looks = 60;
const pause = 2_000;

interface RightsRunProps {
  schoolId: string;
  rights: LibraryRights;
  onRights: (rights: LibraryRights) => void;
}

/** How the last setting of the rights ended, and another one on demand. */
export function RightsRun({ schoolId, rights, onRights }: RightsRunProps) {
  const t = useText(rightsText);
  const language = useLanguage();
  const [slow, setSlow] = useState(false);
  const run = useAction(async () => {
    setSlow(false);
    const before = (await setLibraryRights(schoolId)).checkedAt;
    for (let look = 0; look < looks; look++) {
      await new Promise((next) => setTimeout(next, pause));
      const now = await getLibraryRights(schoolId);
      if (now.checkedAt !== before) {
        onRights(now);
        return;
      }
    }
    setSlow(true);
  });
  const title = !rights.settable ? t.localTitle : rights.good ? t.good : t.bad;
  return (
    <section className={styles["section"]} aria-labelledby="rights-run">
      <Title3 as="h2" id="rights-run">
        {t.lastRun}
      </Title3>
      <ProblemBar problem={run.error} onClose={run.clear} />
      {rights.settable && rights.checkedAt === null ? (
        <Text>{t.never}</Text>
      ) : (
        <MessageBar intent={!rights.settable ? "info" : rights.good ? "success" : "error"} layout="multiline" data-rights={rights.good ? "good" : "bad"}>
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle>
            {rights.settable ? t.at(formatMoment(rights.checkedAt, language)) : t.localLead}
            {rights.notes.length > 0 && (
              <ul className={styles["notes"]}>
                {rights.notes.map((note) => (
                  <li key={note.message}>{pick(language, note.message, note.messageEn)}</li>
                ))}
              </ul>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {slow && <Text role="status">{t.slow}</Text>}
      {rights.settable && (
        <div className={styles["actions"]}>
          <Button icon={<ArrowSyncRegular />} disabled={run.busy} onClick={() => void run.run()}>
            {t.run}
          </Button>
          <Waiting active={run.busy} label={t.running} />
        </div>
      )}
    </section>
  );
}
