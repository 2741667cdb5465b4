import { ArchiveRegular } from "@fluentui/react-icons/headless/svg/archive";
import { ArrowUndoRegular } from "@fluentui/react-icons/headless/svg/arrow-undo";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/headless/svg/circle";
import { DraftsRegular } from "@fluentui/react-icons/headless/svg/drafts";
import { SendRegular } from "@fluentui/react-icons/headless/svg/send";
import { SubtractCircleRegular } from "@fluentui/react-icons/headless/svg/subtract-circle";
import type { ComponentType } from "react";
import { useText } from "../text";
import { words } from "../words";
import styles from "./StateTag.module.css";

export const paperStates = ["missing", "draft", "submitted", "returned", "accepted", "filed"] as const;
export type PaperState = (typeof paperStates)[number] | "notDue";

const icons: Record<PaperState, ComponentType<{ className?: string; "aria-hidden"?: boolean }>> = {
  missing: CircleRegular,
  draft: DraftsRegular,
  submitted: SendRegular,
  returned: ArrowUndoRegular,
  accepted: CheckmarkCircleRegular,
  filed: ArchiveRegular,
  notDue: SubtractCircleRegular,
};

export function asPaperState(state: string): PaperState {
  return state in icons ? (state as PaperState) : "missing";
}

/** The state of a paper by shape, word and colour; never by colour alone. */
export function StateTag({ state, compact = false }: { state: string; compact?: boolean }) {
  const t = useText(words);
  const known = asPaperState(state);
  const Icon = icons[known];
  return (
    <span className={`${styles["tag"]} ${styles[known]}`} data-state={known}>
      <Icon className={styles["icon"]} aria-hidden />
      <span className={compact ? styles["hidden"] : undefined}>{t[known]}</span>
    </span>
  );
}
