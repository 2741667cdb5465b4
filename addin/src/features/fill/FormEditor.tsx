import { Button, Title3 } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import type { Form } from "../../api/scheme";
import { pick, useLanguage, useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { CarriedNote } from "./CarriedNote";
import { FieldBox } from "./FieldBox";
import { ReadRows } from "./FormRead";
import styles from "./fill.module.css";
import { fillText } from "./text";
import { spotId, valueAt, withRows, withValue, type FormValues, type Spot } from "./values";

interface FormEditorProps {
  form: Form;
  values: FormValues;
  marks: readonly string[];
  complete: boolean;
  faults: ReadonlyMap<string, string>;
  /** Paragraphs of last year that stand untouched, by field. */
  carried?: ReadonlyMap<string, readonly string[]>;
  /** A field whose paragraphs of last year were read and stay as they are. */
  onReviewed?: (key: string) => void;
  /** Keys of fields that somebody else writes. */
  otherHand?: readonly string[];
  /** Says where the rows come from when they are only shown here; undefined where they are typed. */
  rowsFrom?: ReactNode;
  onValues: (change: (old: FormValues) => FormValues) => void;
}

/** All boxes of a form: single fields, then its repeating rows. */
export function FormEditor({ form, values, marks, complete, faults, carried, onReviewed, otherHand = [], rowsFrom, onValues }: FormEditorProps) {
  const t = useText(fillText);
  const language = useLanguage();
  const notify = useNotice();
  const prefix = useId();
  const box = (spot: Spot, field: Form["fields"][number], emptyRow = false) => (
    <FieldBox
      key={field.key}
      field={field}
      id={`${prefix}${spotId(spot)}`}
      value={valueAt(values, spot)}
      marks={marks}
      complete={complete && !emptyRow}
      fault={faults.get(spotId(spot))}
      readOnlyReason={spot.section === null && otherHand.includes(field.key) ? t.otherHand : undefined}
      onValue={(value) => onValues((old) => withValue(old, spot, value))}
    />
  );
  const removeRow = (section: string, index: number) => {
    const before = values.sections[section] ?? [];
    onValues((old) => withRows(old, section, before.filter((_, position) => position !== index)));
    notify({ text: t.rowRemoved, undo: () => onValues((old) => withRows(old, section, before)) });
  };
  return (
    <div className={styles["form"]}>
      <div className={styles["fields"]}>
        {form.fields
          .filter((field) => !field.ink)
          .map((field) => (
            <div key={field.key} className={field.type === "paragraphs" ? styles["wide"] : undefined}>
              {box({ section: null, row: null, key: field.key }, field)}
              <CarriedNote label={pick(language, field.label, field.labelEn)} paragraphs={carried?.get(field.key) ?? []} onReviewed={() => onReviewed?.(field.key)} />
            </div>
          ))}
      </div>
      {rowsFrom}
      {form.sections.map((section) => {
        if (rowsFrom) return <ReadRows key={section.key} section={section} values={values} />;
        const rows = values.sections[section.key] ?? [];
        return (
          <section key={section.key} className={styles["section"]} aria-label={section.label}>
            <Title3 as="h3">{section.label}</Title3>
            {rows.map((row, index) => (
              <fieldset key={index} className={styles["row"]}>
                <legend>{t.rowLegend(section.label, index + 1)}</legend>
                <div className={styles["rowFields"]}>
                  {section.fields
                    .filter((field) => !field.ink)
                    .map((field) => box({ section: section.key, row: index + 1, key: field.key }, field, Object.values(row).every((value) => value === "")))}
                </div>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={`${t.removeRow}: ${t.rowLegend(section.label, index + 1)}`}
                  onClick={() => removeRow(section.key, index)}
                >
                  {t.removeRow}
                </Button>
              </fieldset>
            ))}
            <div>
              <Button icon={<AddRegular />} onClick={() => onValues((old) => withRows(old, section.key, [...(old.sections[section.key] ?? []), {}]))}>
                {t.addRow}
              </Button>
            </div>
          </section>
        );
      })}
    </div>
  );
}
