import { Button, Select } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { download, fetchBase64 } from "../../api/download";
import { documentAddress } from "../../api/records";
import type { Session } from "../../api/session";
import DutiesScreen from "../../features/duties/DutiesScreen";
import PaperScreen from "../../features/fill/PaperScreen";
import { wordDocument } from "../../office/word";
import { go, usePlace } from "../../shared/router";
import { useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { words } from "../../shared/words";
import styles from "./Pane.module.css";
import { paneShellText } from "./text";

/** The person's duties beside a document in Word: of a chosen year; a form that is started opens as a document of its own. */
export default function PaneDuties({ session }: { session: Session }) {
  const t = useText(paneShellText);
  const common = useText(words);
  const notify = useNotice();
  const place = usePlace();
  const [year, setYear] = useState(session.openYear);
  const paper = place.path[0] === "paper" ? (place.path[1] ?? "") : null;
  // The button that led to the paper is gone with its list: the focus goes to the way back.
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (paper !== null) back.current?.focus();
  }, [paper]);
  const openDocument = async (recordId: string, title: string) => {
    const address = documentAddress(recordId, "docx");
    // Where Word refuses, for instance because a browser holds a new tab back, the file itself is as good.
    const opened = await wordDocument.openNew(await fetchBase64(address)).catch(() => false);
    if (!opened) await download(address, `${title}.docx`);
    notify({ text: opened ? t.openedNew(title) : t.downloadedNew(title) });
  };
  if (paper !== null) {
    return (
      <>
        <div>
          <Button ref={back} icon={<ArrowLeftRegular />} onClick={() => go(["duties"])}>
            {common.back}
          </Button>
        </div>
        <PaperScreen recordId={paper} />
      </>
    );
  }
  return (
    <>
      <div className={styles["year"]}>
        <Select aria-label={common.year} value={String(year)} onChange={(_, data) => setYear(Number(data.value))}>
          {session.years.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </div>
      <DutiesScreen key={year} year={year} onOpen={(recordId: string) => go(["paper", recordId])} onDocument={openDocument} />
    </>
  );
}
