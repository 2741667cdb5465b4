import { Button, Subtitle2, Text } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { signOff, takeBackSignOff, type ReviewSchool } from "../../../api/review";
import { pick, useLanguage, useText } from "../../../shared/text";
import { Ask } from "../../../shared/ui/Ask";
import { Load } from "../../../shared/ui/Loading";
import { useNotice } from "../../../shared/ui/Notices";
import { ProblemBar } from "../../../shared/ui/ProblemBar";
import { useAction } from "../../../shared/useAction";
import type { Loaded } from "../../../shared/useLoad";
import styles from "./audit.module.css";
import { auditText } from "./text";

interface SchoolListProps {
  queue: Loaded<ReviewSchool[]>;
  year: number;
  /** Schools with opinions that are typed and not saved. */
  unsaved: ReadonlySet<string>;
  onOnly?: ((school: ReviewSchool) => void) | undefined;
  onSigned: () => void;
}

/** The reviewer's schools, those that need a look first; a school is signed off here. */
export function SchoolList({ queue, year, unsaved, onOnly, onSigned }: SchoolListProps) {
  const t = useText(auditText);
  const notify = useNotice();
  const [asking, setAsking] = useState<ReviewSchool | null>(null);
  const changed = () => {
    queue.reload();
    onSigned();
  };
  const sign = useAction(async (school: ReviewSchool) => {
    setAsking(null);
    await signOff(school.schoolId, year);
    changed();
    notify({ text: t.signOffNow(school.schoolName), undo: () => void unsign.run(school) });
  });
  const unsign = useAction(async (school: ReviewSchool) => {
    await takeBackSignOff(school.schoolId, year);
    changed();
    notify({ text: t.takenBack });
  });
  return (
    <section className={styles["section"]}>
      <ProblemBar problem={sign.error ?? unsign.error} onClose={() => (sign.clear(), unsign.clear())} />
      <Load from={queue}>
        {(schools) =>
          schools.length === 0 ? (
            <Text>{t.nobody}</Text>
          ) : (
            <ul className={styles["list"]}>
              {schools.map((school) => (
                <li key={school.schoolId}>
                  <SchoolCard
                    school={school}
                    unsaved={unsaved.has(school.schoolId)}
                    busy={sign.busy || unsign.busy}
                    onOnly={onOnly && (() => onOnly(school))}
                    onSign={() => setAsking(school)}
                    onTakeBack={() => void unsign.run(school)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Load>
      <Ask open={asking !== null} title={t.signOffTitle(asking?.schoolName ?? "")} confirm={t.signOff} busy={sign.busy} onClose={() => setAsking(null)} onConfirm={() => asking && void sign.run(asking)}>
        {t.signOffLead}
      </Ask>
    </section>
  );
}

interface SchoolCardProps {
  school: ReviewSchool;
  unsaved: boolean;
  busy: boolean;
  onOnly: (() => void) | undefined;
  onSign: () => void;
  onTakeBack: () => void;
}

function SchoolCard({ school, unsaved, busy, onOnly, onSign, onTakeBack }: SchoolCardProps) {
  const t = useText(auditText);
  const language = useLanguage();
  const people = new Set(school.exceptions.map((each) => each.personId)).size;
  const left = school.cadres - school.reviewed;
  return (
    <div className={`${styles["card"]} ${people > 0 ? styles["odd"] : ""}`} data-school={school.schoolId} data-signed={school.signedOff}>
      <Subtitle2 as="h2">{school.schoolName}</Subtitle2>
      <div className={styles["line"]}>
        <Text>{t.reviewed(school.reviewed, school.cadres)}</Text>
        {school.signedOff && (
          <Text className={styles["line"]}>
            <CheckmarkCircleRegular aria-hidden /> {t.signed}
          </Text>
        )}
      </div>
      {people === 0 ? (
        <span className={styles["quiet"]}>{t.noExceptions}</span>
      ) : (
        <details>
          <summary>{t.exceptions(people)}</summary>
          <ul className={styles["plainList"]}>
            {school.exceptions.map((each, index) => (
              <li key={index}>
                {each.name}：{pick(language, each.label, each.labelEn)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles["line"]}>
        {onOnly && (
          <Button size="small" aria-label={t.onlyFor(school.schoolName)} onClick={onOnly}>
            {t.only}
          </Button>
        )}
        {school.signedOff ? (
          <Button size="small" aria-label={t.takeBackFor(school.schoolName)} disabled={busy} onClick={onTakeBack}>
            {t.takeBack}
          </Button>
        ) : (
          <Button size="small" appearance="primary" aria-label={t.signOffFor(school.schoolName)} disabled={busy || unsaved || left > 0} onClick={onSign}>
            {t.signOff}
          </Button>
        )}
        {!school.signedOff && (unsaved || left > 0) && <span className={styles["quiet"]}>{unsaved ? t.unsavedFirst : t.leftToReview(left)}</span>}
      </div>
    </div>
  );
}
