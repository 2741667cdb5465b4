import { Button, Link, Text, Title3 } from "@fluentui/react-components";
import { DismissRegular, TextAddRegular } from "@fluentui/react-icons";
import type { Draft } from "../../api/records";
import { href } from "../../shared/router";
import { pick, useLanguage, useText } from "../../shared/text";
import styles from "./fill.module.css";
import { fillText } from "./text";

type Source = Draft["fields"][number]["paragraphs"][number]["sources"][number];

interface DraftPanelProps {
  draft: Draft;
  /** True where nothing is typed in this field now. */
  isEmpty: (key: string) => boolean;
  onApply: () => void;
  onClose: () => void;
}

/** A draft beside the form: every sentence with the records it rests on. It goes into empty fields only, and only on a click. */
export function DraftPanel({ draft, isEmpty, onApply, onClose }: DraftPanelProps) {
  const t = useText(fillText);
  const language = useLanguage();
  const open = draft.fields.filter((field) => isEmpty(field.key));
  return (
    <section className={styles["draft"]} aria-labelledby="draft-title">
      <div className={styles["draftHead"]}>
        <Title3 as="h2" id="draft-title">
          {t.draftTitle}
        </Title3>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.draftClose} onClick={onClose} />
      </div>
      <Text>{draft.fields.length === 0 ? t.draftNothing : t.draftLead}</Text>
      {draft.fields.map((field) => (
        <section key={field.key} className={styles["draftField"]} aria-label={pick(language, field.label, field.labelEn)}>
          <h3>
            {pick(language, field.label, field.labelEn)}
            {!isEmpty(field.key) && <span className={styles["note"]}>{t.draftFull}</span>}
          </h3>
          <ul className={styles["list"]}>
            {field.paragraphs.map((paragraph, index) => (
              <li key={index}>
                {paragraph.text}
                <span className={styles["sources"]}>
                  <span>{t.draftSource}</span>
                  {paragraph.sources.map((source) => (
                    <SourceLink key={`${source.kind} ${source.id}`} source={source} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {open.length > 0 && (
        <div>
          <Button appearance="primary" icon={<TextAddRegular />} onClick={onApply}>
            {t.draftApply(open.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Papers open in a window of their own, so that nothing typed here is left behind. */
function SourceLink({ source }: { source: Source }) {
  const language = useLanguage();
  const label = pick(language, source.label, source.labelEn);
  return source.kind === "record" ? (
    <Link href={href(["paper", source.id])} target="_blank" rel="noopener">
      {label}
    </Link>
  ) : (
    <span>{label}</span>
  );
}
