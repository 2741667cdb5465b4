import type { Form, FormField, FormSection } from "../../api/scheme";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText, type Language } from "../../shared/text";
import { Table } from "../../shared/ui/Table";
import styles from "./fill.module.css";
import { fillText } from "./text";
import type { FormValues, Row } from "./values";

const shown = (field: FormField, value: string, language: Language): string => (field.type === "date" || field.type === "month" ? formatDay(value, language) : value);

/** A filled form to be read, not changed. */
export function FormRead({ form, values }: { form: Form; values: FormValues }) {
  const t = useText(fillText);
  const language = useLanguage();
  const fields = form.fields.filter((field) => (values.fields[field.key] ?? "") !== "");
  const sections = form.sections.filter((section) => (values.sections[section.key] ?? []).length > 0);
  if (fields.length === 0 && sections.length === 0) return <p>{t.noValues}</p>;
  return (
    <>
      <dl className={styles["read"]}>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{pick(language, field.label, field.labelEn)}</dt>
            <dd>{shown(field, values.fields[field.key] ?? "", language)}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <ReadRows key={section.key} section={section} values={values} />
      ))}
    </>
  );
}

/** The rows of one section, to be read. */
export function ReadRows({ section, values }: { section: FormSection; values: FormValues }) {
  const language = useLanguage();
  return (
    <Table<Row & { at: string }>
      label={section.label}
      rows={(values.sections[section.key] ?? []).map((row, index) => ({ ...row, at: String(index + 1) }))}
      rowKey={(row) => row.at}
      columns={section.fields.map((field) => ({ key: field.key, header: pick(language, field.label, field.labelEn), cell: (row) => shown(field, row[field.key] ?? "", language) }))}
    />
  );
}
