import { lazy, Suspense, useCallback, useEffect } from "react";
import { download } from "../../api/download";
import { ApiProblem } from "../../api/problem";
import { markPrinted, stepRecord } from "../../api/records";
import type { Session } from "../../api/session";
import { FillPane } from "../../features/fill/FillPane";
import { OfflineError } from "../../features/fill/paneRecord";
import { serviceRecords, unsentStore } from "../../features/fill/recordSource";
import { FillSession } from "../../features/fill/session";
import { officePartition } from "../../office/host";
import { wordDocument } from "../../office/word";
import { fetchAhead, later } from "../../shared/later";
import { useText } from "../../shared/text";
import { Load } from "../../shared/ui/Loading";
import { Page } from "../../shared/ui/Page";
import { WithFluent } from "../../shared/ui/WithFluent";
import { useLoad } from "../../shared/useLoad";
import styles from "./Pane.module.css";
import { paneShellText } from "./text";
import { WithDuties } from "./WithDuties";
import { WithFiling } from "./WithFiling";

const PaneDuties = lazy(() => import("./PaneDuties"));
const OfflineForm = later(() => import("./OfflineForm"));

type Opened = { kind: "form"; session: FillSession } | { kind: "foreign" } | { kind: "unknown" } | { kind: "offline" };

let identity: ReturnType<typeof wordDocument.identity> | null = null;
let begun: Promise<Opened> | null = null;

/** Reads which record the document belongs to while the person is signed in. The record itself waits: whoever may not be let in asks for none. */
export function beginDocument(): void {
  identity = wordDocument.identity();
  identity.catch(() => undefined);
}

/** Asks for that record as soon as the person is known, before the screen is drawn. */
export function beginForm(): void {
  begun = open();
  begun.catch(() => undefined);
}

async function open(): Promise<Opened> {
  const found = await (identity ?? wordDocument.identity()).finally(() => (identity = null));
  if (!found || found.record === "") return { kind: "foreign" };
  try {
    return { kind: "form", session: await FillSession.open(wordDocument, serviceRecords, unsentStore(officePartition()), found) };
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 404) return { kind: "unknown" };
    if (reason instanceof OfflineError) return { kind: "offline" };
    throw reason;
  }
}

function openBegun(): Promise<Opened> {
  const opening = begun ?? open();
  begun = null;
  return opening;
}

/** In Word: the open form, or the duties where the document is none. */
export function WordPane({ session }: { session: Session }) {
  const t = useText(paneShellText);
  const opened = useLoad<Opened>("document", openBegun);
  useEffect(() => {
    if (opened.data) fetchAhead();
  }, [opened.data]);
  const submit = useCallback(async (filling: FillSession, keepCarried: boolean) => {
    await stepRecord(filling.current.id, filling.current.version, "submit", keepCarried);
  }, []);
  const repair = useCallback(async (filling: FillSession) => {
    await download(`/api/records/${filling.current.id}/document?format=docx`, "form.docx");
  }, []);
  const printed = useCallback(async (filling: FillSession, code: string) => {
    await markPrinted(filling.current.id, code);
  }, []);
  return (
    <main>
      <WithFiling session={session}>
        <Load from={opened}>
          {(document) =>
            document.kind === "form" ? (
              <WithDuties session={session}>
                <FillPane
                  session={document.session}
                  document={wordDocument}
                  onSubmit={(keepCarried) => submit(document.session, keepCarried)}
                  onRepair={() => repair(document.session)}
                  onPrinted={(code) => printed(document.session, code)}
                />
              </WithDuties>
            ) : document.kind === "offline" ? (
              <Suspense>
                <OfflineForm onRetry={opened.reload} />
              </Suspense>
            ) : (
              <div className={styles["page"]}>
                <Page title={document.kind === "foreign" ? t.notOurs : t.oldDocument} lead={document.kind === "foreign" ? t.notOursLead : t.oldDocumentLead}>
                  <WithFluent>
                    <PaneDuties session={session} />
                  </WithFluent>
                </Page>
              </div>
            )
          }
        </Load>
      </WithFiling>
    </main>
  );
}
