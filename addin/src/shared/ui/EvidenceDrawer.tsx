import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer, Text } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { countsNone } from "../below";
import { href } from "../router";
import { defineText, useText } from "../text";
import { words } from "../words";
import styles from "./EvidenceDrawer.module.css";
import { StateTag } from "./StateTag";

const evidenceText = defineText(
  {
    counted: (count: number) => `按材料计为 ${count}`,
    typed: (value: number, reason: string) => `学校手工填写 ${value}，理由：${reason}`,
    noPapers: "还没有这一项的材料。",
    counts: "计入",
    countsNot: "不计入（尚未接受）",
    entries: (count: number) => `${count}项`,
    noEntries: "其中没有写明级别、可以计数的成果（一行一项，如“2024.05 区级 《……》”）",
  },
  {
    counted: (count) => `Counted from papers: ${count}`,
    typed: (value, reason) => `The school typed ${value}: ${reason}`,
    noPapers: "There is no paper of this kind yet.",
    counts: "counts",
    countsNot: "does not count yet (not accepted)",
    entries: (count) => `${count} entries`,
    noEntries: "no result in it names a level that counts (one a line, such as “2024.05 区级 《…》”)",
  },
);

interface Evidence {
  counted: number;
  typed: number | null;
  reason: string | null;
  papers: readonly { recordId: string; title: string; state: string; counts: boolean; entries: number }[];
}

interface EvidenceDrawerProps {
  title: string;
  evidence: Evidence | undefined;
  onClose: () => void;
  children?: ReactNode;
}

/** The papers behind one number of 表4, each a link. Opens while there is evidence to show. */
export function EvidenceDrawer({ title, evidence, onClose, children }: EvidenceDrawerProps) {
  const common = useText(words);
  return (
    <OverlayDrawer position="end" size="medium" className={styles["drawer"]} open={evidence !== undefined} onOpenChange={(_, data) => !data.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle heading={{ as: "h2" }} action={<Button appearance="subtle" aria-label={common.close} icon={<DismissRegular />} onClick={onClose} />}>
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {evidence && (
          <div className={styles["stack"]}>
            <EvidenceList evidence={evidence} />
            {children}
          </div>
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/** The papers themselves, for places that have room for them. */
export function EvidenceList({ evidence }: { evidence: Evidence }) {
  const t = useText(evidenceText);
  return (
    <>
      <Text weight="semibold">{t.counted(evidence.counted)}</Text>
      {evidence.typed !== null && <Text>{t.typed(evidence.typed, evidence.reason ?? "")}</Text>}
      {evidence.papers.length === 0 ? (
        <Text>{t.noPapers}</Text>
      ) : (
        <ul className={styles["papers"]}>
          {evidence.papers.map((paper) => (
            <li key={paper.recordId}>
              <a href={href(["paper", paper.recordId])}>{paper.title}</a> <StateTag state={paper.state} />
              <span className={styles["note"]}>{[paper.counts ? t.counts : t.countsNot, paper.entries > 1 ? t.entries(paper.entries) : paper.counts && countsNone(evidence) ? t.noEntries : null].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
