import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { ArrowImportRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getLibraryCopy, libraryCopyAddress, readFromLibrary, type LibraryCopy as Copy } from "../../api/library";
import { ApiProblem } from "../../api/problem";
import type { Reading } from "../../api/records";
import { formatMoment } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { DownloadButton } from "../../shared/ui/DownloadButton";
import { Load } from "../../shared/ui/Loading";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import styles from "./fill.module.css";
import { libraryText } from "./libraryText";

interface LibraryCopyProps {
  recordId: string;
  /** True where the paper can be written now: only then can anything be taken back. */
  mayEdit: boolean;
  mayReopen: boolean;
  onReading: (reading: Reading) => void;
}

/** The paper's file in the library: as it was filed, changed since and by whom, or gone; and the way back into the paper. */
export function LibraryCopy({ recordId, mayEdit, mayReopen, onReading }: LibraryCopyProps) {
  const t = useText(libraryText);
  const language = useLanguage();
  const [problem, setProblem] = useState<unknown>(undefined);
  const copy = useLoad(`library copy ${recordId}`, (signal) => getLibraryCopy(recordId, signal));
  const fetching = useAction(async () => {
    try {
      onReading(await readFromLibrary(recordId));
    } catch (reason) {
      // Somebody put it back meanwhile: that is a state to show, not a failure.
      if (reason instanceof ApiProblem && reason.code === "library-unchanged") copy.reload();
      else throw reason;
    }
  });
  return (
    <div className={styles["stack"]}>
      <ProblemBar problem={problem ?? fetching.error} onClose={() => (setProblem(undefined), fetching.clear())} />
      <Load from={copy}>
        {(found: Copy) =>
          found.state === "not-filed" ? (
            <Text>{t["not-filed"]}</Text>
          ) : (
            <>
              <MessageBar intent={found.state === "as-filed" ? "success" : "warning"} layout="multiline" data-library={found.state}>
                <MessageBarBody>
                  <MessageBarTitle>{t[found.state]}</MessageBarTitle>
                  {found.state === "changed" && found.changedBy ? t.by(found.changedBy) : ""} {t.filedAt(formatMoment(found.filedAt, language))}
                  {found.state === "missing" && ` ${t.missingNext}`}
                  {found.state === "changed" && !mayEdit && ` ${mayReopen ? t.reopenFirst : t.askToReopen}`}
                </MessageBarBody>
              </MessageBar>
              <Text>{found.path?.replaceAll("/", "/\u200b")}</Text>
              {found.state !== "missing" && (
                <div className={styles["bar"]}>
                  {found.state === "changed" && mayEdit && (
                    <Button appearance="primary" icon={<ArrowImportRegular />} disabled={fetching.busy} onClick={() => void fetching.run()}>
                      {t.fetch}
                    </Button>
                  )}
                  <DownloadButton address={libraryCopyAddress(recordId)} fileName={found.path?.split("/").pop() ?? "document.docx"} onProblem={setProblem}>
                    {t.download}
                  </DownloadButton>
                  {found.link && (
                    <Link href={found.link} target="_blank" rel="noreferrer">
                      {t.open}
                    </Link>
                  )}
                </div>
              )}
            </>
          )
        }
      </Load>
    </div>
  );
}
