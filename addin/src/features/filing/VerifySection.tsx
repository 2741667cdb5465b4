import { Button, MessageBar, MessageBarBody, Text, Title3 } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WrenchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { verifyLibrary, type LibraryDifference, type Verification } from "../../api/filing";
import { useText } from "../../shared/text";
import { Waiting } from "../../shared/ui/Loading";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import styles from "./filing.module.css";
import { fileName, folderOf } from "./tree";
import { verifyText } from "./verifyText";

const kinds = ["not-filed", "missing", "moved", "changed", "superseded", "extra"] as const;

interface VerifyProps {
  schoolId: string;
  year: number;
  /** Files again; offered where files are missing that only a filing brings back. */
  onFile: () => void;
}

/** Compares the library with what was filed: missing, moved, changed and extra files, each kind with its next step. */
export function VerifySection({ schoolId, year, onFile }: VerifyProps) {
  const t = useText(verifyText);
  const [found, setFound] = useState<Verification | null>(null);
  const verify = useAction(async (repair: boolean) => setFound(await verifyLibrary(schoolId, year, repair)));
  const of = (kind: (typeof kinds)[number]): LibraryDifference[] => (found?.differences ?? []).filter((difference) => (difference.kind as string) === kind);
  const repairable = of("missing").length + of("moved").length + of("superseded").length;
  const toFile = of("not-filed").length + (found?.repaired ? of("missing").length : 0);
  return (
    <section className={styles["section"]} aria-labelledby="verify">
      <Title3 as="h2" id="verify">
        {t.title}
      </Title3>
      <Text>{t.lead}</Text>
      <ProblemBar problem={verify.error} onClose={verify.clear} />
      <div className={styles["actions"]}>
        <Button icon={<CheckmarkCircleRegular />} disabled={verify.busy} onClick={() => void verify.run(false)}>
          {t.verify}
        </Button>
        {found && !found.repaired && repairable > 0 && (
          <Button icon={<WrenchRegular />} disabled={verify.busy} onClick={() => void verify.run(true)}>
            {t.repair(repairable)}
          </Button>
        )}
        {toFile > 0 && (
          <Button
            appearance="primary"
            disabled={verify.busy}
            onClick={() => {
              setFound(null);
              onFile();
            }}
          >
            {t.fileAgain(toFile)}
          </Button>
        )}
        <Waiting active={verify.busy} label={t.looking} />
      </div>
      {found && (
        <div role="status">
          <MessageBar intent={found.differences.length === 0 ? "success" : found.repaired ? "info" : "warning"} layout="multiline">
            <MessageBarBody>
              {found.filed === 0 && found.differences.length === 0 ? t.nothing : found.differences.length === 0 ? t.good(found.filed) : found.repaired ? t.repaired : t.differ(found.filed, found.differences.length)}
            </MessageBarBody>
          </MessageBar>
        </div>
      )}
      {kinds.map(
        (kind) =>
          of(kind).length > 0 && (
            <div key={kind} data-difference={kind}>
              <h3 className={styles["kind"]}>{`${t[kind]} (${of(kind).length})`}</h3>
              <Text>{found?.repaired && (kind === "missing" || kind === "moved" || kind === "superseded") ? t[`${kind}Repaired`] : t[`${kind}Next`]}</Text>
              <ul className={styles["troubles"]}>
                {of(kind).map((difference) => (
                  <li key={difference.path}>
                    <strong>{fileName(difference)}</strong>
                    <span className={styles["note"]}>{folderOf(difference.path).replaceAll("/", "/\u200b")}</span>
                    {difference.found && <span>{t.foundAt(difference.found.replaceAll("/", "/\u200b"))}</span>}
                    {difference.by && <span>{t.by(difference.by)}</span>}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}
