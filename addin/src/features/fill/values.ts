import type { Form, FormField } from "../../api/scheme";
import { normaliseDigits } from "../../shared/format";

export type Row = Readonly<Record<string, string>>;

/** A form while it is edited: everything is text, as it stands in the boxes. */
export interface FormValues {
  fields: Readonly<Record<string, string>>;
  sections: Readonly<Record<string, readonly Row[]>>;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

const readRow = (row: unknown): Row =>
  Object.fromEntries(Object.entries(typeof row === "object" && row !== null ? row : {}).map(([key, value]) => [key, asText(value)]));

export function fromData(data: Record<string, unknown>, form: Form): FormValues {
  return {
    fields: Object.fromEntries(form.fields.map((field) => [field.key, asText(data[field.key])])),
    sections: Object.fromEntries(
      form.sections.map((section) => {
        const rows = data[section.key];
        return [section.key, Array.isArray(rows) ? rows.map(readRow) : []];
      }),
    ),
  };
}

const filled = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""));

/** What is sent: empty values and empty rows at the end are left out; the service judges types. */
export function toData(values: FormValues): Record<string, unknown> {
  const data: Record<string, unknown> = filled(values.fields);
  for (const [key, rows] of Object.entries(values.sections)) {
    const kept = rows.map(filled);
    while (kept.length > 0 && Object.keys(kept[kept.length - 1] ?? {}).length === 0) kept.pop();
    if (kept.length > 0) data[key] = kept;
  }
  return data;
}

export const sameValues = (one: FormValues, other: FormValues): boolean => JSON.stringify(toData(one)) === JSON.stringify(toData(other));

export interface Spot {
  section: string | null;
  /** 1-based, as people count. */
  row: number | null;
  key: string;
}

export const spotId = ({ section, row, key }: Spot): string => (section === null ? key : `${section}.${row}.${key}`);

export function valueAt(values: FormValues, { section, row, key }: Spot): string {
  if (section === null) return values.fields[key] ?? "";
  return values.sections[section]?.[(row ?? 1) - 1]?.[key] ?? "";
}

export function withValue(values: FormValues, { section, row, key }: Spot, value: string): FormValues {
  if (section === null) return { ...values, fields: { ...values.fields, [key]: value } };
  const rows = [...(values.sections[section] ?? [])];
  const index = (row ?? 1) - 1;
  while (rows.length <= index) rows.push({});
  rows[index] = { ...rows[index], [key]: value };
  return { ...values, sections: { ...values.sections, [section]: rows } };
}

export function withRows(values: FormValues, section: string, rows: readonly Row[]): FormValues {
  return { ...values, sections: { ...values.sections, [section]: rows } };
}

export type FieldFault = "required" | "too-long" | "not-integer" | "not-credit" | "too-small" | "too-large" | "not-date" | "not-month";

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the box says at once; the service has the last word. Emptiness is a fault only when handing in. */
export function faultOf(field: FormField, value: string, complete: boolean): FieldFault | null {
  if (value.trim() === "") return complete && field.required && !field.computed && !field.ink ? "required" : null;
  if (field.maxLength !== null && [...value].length > field.maxLength) return "too-long";
  switch (field.type) {
    case "integer":
      if (!/^\d+$/.test(value)) return "not-integer";
      break;
    case "credit":
      if (!/^\d+(\.\d)?$/.test(value)) return "not-credit";
      break;
    case "date":
      return datePattern.test(value) ? null : "not-date";
    case "month":
      return monthPattern.test(value) ? null : "not-month";
    default:
      return null;
  }
  if (field.minimum !== null && Number(value) < field.minimum) return "too-small";
  if (field.maximum !== null && Number(value) > field.maximum) return "too-large";
  return null;
}

/** What somebody typed, in the form the record keeps: 2024年3月5日 and ２０２４．３．５ become 2024-03-05. Anything else stays as typed. */
export function normalise(field: FormField, typed: string): string {
  switch (field.type) {
    case "integer":
    case "credit":
      return normaliseDigits(typed).trim();
    case "date":
    case "month": {
      const text = normaliseDigits(typed).trim();
      const parts = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日]?$/.exec(text);
      if (!parts) return text;
      return parts.slice(1).filter((part) => part !== undefined).map((part, index) => (index === 0 ? part : part.padStart(2, "0"))).join("-");
    }
    default:
      return typed;
  }
}
