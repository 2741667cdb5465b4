import { Button } from "@fluentui/react-components";
import { CheckmarkRegular, HistoryRegular } from "@fluentui/react-icons";
import { useText } from "../../shared/text";
import styles from "./fill.module.css";
import { fillText } from "./text";

const shown = 28;

const beginning = (paragraph: string): string => ([...paragraph].length > shown ? [...paragraph].slice(0, shown).join("") + "…" : paragraph);

interface CarriedNoteProps {
  label: string;
  paragraphs: readonly string[];
  onReviewed: () => void;
}

/** Below a box: which paragraphs still stand as they came from last year. */
export function CarriedNote({ label, paragraphs, onReviewed }: CarriedNoteProps) {
  const t = useText(fillText);
  if (paragraphs.length === 0) return null;
  return (
    <div className={styles["carried"]}>
      <details>
        <summary>
          <HistoryRegular aria-hidden /> {t.carried(paragraphs.length)}
        </summary>
        <ul className={styles["list"]}>
          {paragraphs.map((paragraph, index) => (
            <li key={index}>{beginning(paragraph)}</li>
          ))}
        </ul>
      </details>
      <Button size="small" appearance="subtle" icon={<CheckmarkRegular />} aria-label={`${t.carriedKeep}: ${label}`} onClick={onReviewed}>
        {t.carriedKeep}
      </Button>
    </div>
  );
}
