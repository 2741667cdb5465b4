import { useText } from "../../shared/text";
import styles from "./FillPane.module.css";
import { paneText } from "./paneText";
import type { FieldView } from "./session";

/** Every field with its state in words; a click goes to its place in the document. */
export function FieldList({ views, onGoTo }: { views: readonly FieldView[]; onGoTo: (view: FieldView) => void }) {
  const t = useText(paneText);
  const shown = views.filter((view) => view.occurrence === 0 || view.inDocument !== "" || view.saved !== "");
  return (
    <section className={styles["section"]} aria-label={t.fields}>
      <ul className={styles["list"]}>
        {shown.map((view) => {
          const needed = view.required && view.inDocument === "" && !["missing", "newer", "conflict"].includes(view.state);
          const state = view.computed ? t.computed : needed ? t.requiredEmpty : view.carried > 0 ? t.carried(view.carried) : t[view.state];
          const label = view.tag.includes(".") ? `${view.label} ${t.row(view.occurrence + 1)}` : view.label;
          const tone = view.state === "invalid" ? styles["invalid"] : needed ? styles["required"] : view.state === "conflict" ? styles["invalid"] : view.state === "changed" || view.state === "newer" || view.carried > 0 ? styles["changed"] : "";
          return (
            <li key={`${view.occurrence}:${view.tag}`}>
              <button type="button" className={styles["field"]} data-tag={view.tag} data-state={view.state} aria-label={`${t.goTo(label)} ${state}`} disabled={view.state === "missing"} onClick={() => onGoTo(view)}>
                <span className={styles["label"]}>{label}</span>
                <span className={`${styles["state"]} ${tone}`}>{state}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
