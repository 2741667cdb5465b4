import type { Form, FormField } from "../../api/scheme";
import { formatDay } from "../../shared/format";
import { pick, useLanguage, useText } from "../../shared/text";
import { Table } from "../../shared/ui/Table";
import styles from "./fill.module.css";
import { fillText } from "./text";
import type { FormValues, Row } from "./values";

/** A filled form to be read, not changed. */
export function FormRead({ form, values }: { form: Form; values: FormValues }) {
  const t = useText(fillText);
  const language = useLanguage();
  const show = (field: FormField, value: string) => (field.type === "date" || field.type === "month" ? formatDay(value, language) : value);
  const fields = form.fields.filter((field) => (values.fields[field.key] ?? "") !== "");
  const sections = form.sections.filter((section) => (values.sections[section.key] ?? []).length > 0);
  if (fields.length === 0 && sections.length === 0) return <p>{t.noValues}</p>;
  return (
    <>
      <dl className={styles["read"]}>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{pick(language, field.label, field.labelEn)}</dt>
            <dd>{show(field, values.fields[field.key] ?? "")}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <Table<Row & { at: string }>
          key={section.key}
          label={section.label}
          rows={(values.sections[section.key] ?? []).map((row, index) => ({ ...row, at: String(index + 1) }))}
          rowKey={(row) => row.at}
          columns={section.fields.map((field) => ({ key: field.key, header: pick(language, field.label, field.labelEn), cell: (row) => show(field, row[field.key] ?? "") }))}
        />
      ))}
    </>
  );
}
