import type { HostField } from "../../office/ports";

/** A place of the form: the field's tag and its row. */
export interface Place {
  readonly tag: string;
  /** 0-based row of a section; 0 for a single field. */
  readonly occurrence: number;
}

export const placeKey = (place: Place): string => `${place.occurrence}:${place.tag}`;

/** The section of a tag in a repeating row, or null. */
export const sectionOf = (tag: string): string | null => (tag.includes(".") ? tag.slice(0, tag.indexOf(".")) : null);

/** Line ends, blanks at line ends and the host's cell marks do not count as a difference. */
export const sameText = (left: string, right: string): boolean => left === right || plain(left) === plain(right);

export const plain = (text: string): string =>
  text
    .replace(/\r\n?|[\v\u2028\u2029]/g, "\n")
    // Cell marks, and what no XML may hold: such a text could be neither kept in the document nor sent.
    .replace(/[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[ \t\u00a0]+$/gm, "")
    .replace(/\n+$/, "");

/** Word's own prompts, which appear when a control was emptied and the template's prompt got lost. */
const wordPrompts = new Set(["单击或点击此处输入文字。", "单击此处输入文字。", "Click or tap here to enter text.", "Click here to enter text."]);

/** Hosts give an empty control's prompt as its text; only the template knows the prompt. Ink-like places have blanks for a prompt. */
export function isPrompt(text: string, prompt: string | undefined): boolean {
  const shown = plain(text).trim();
  return shown === "" || wordPrompts.has(shown) || (prompt !== undefined && prompt !== "" && shown === prompt.trim());
}

/** A control with its place in the form. */
export interface PlacedField extends Place {
  /** Which of the controls with this tag it is, as the host counts them. */
  readonly count: number;
  readonly text: string;
}

/**
 * Finds the row of each control. Where every column of a section has as many controls, the n-th of a tag stands in row n.
 * Where one was deleted, counting would move all values below it up by a row, so rows are told by the order of the controls instead.
 * @param order Tags in the order of the form's columns.
 */
export function placed(fields: readonly HostField[], order: readonly string[]): PlacedField[] {
  const known = new Set(order);
  // A document may hold controls of others (a cover page, a wrapper around a row): they are none of the form's.
  const own = fields.filter((field) => known.has(field.tag));
  const bySection = new Map<string, HostField[]>();
  for (const field of own) {
    const section = sectionOf(field.tag);
    if (section !== null) bySection.set(section, [...(bySection.get(section) ?? []), field]);
  }
  const rows = new Map<HostField, number>();
  for (const [section, controls] of bySection) {
    rowsByOrder(controls, order.filter((tag) => sectionOf(tag) === section))?.forEach((row, index) => rows.set(controls[index]!, row));
  }
  return own.map((field) => ({ tag: field.tag, occurrence: rows.get(field) ?? field.occurrence, count: field.occurrence, text: field.text }));
}

/** Row of each control by the order of the columns; null where plain counting is right, or where the order tells nothing. */
function rowsByOrder(controls: readonly HostField[], columns: readonly string[]): number[] | null {
  const counts = columns.map((tag) => controls.filter((control) => control.tag === tag).length);
  const most = Math.max(...counts);
  if (counts.every((count) => count === most)) return null;
  let row = 0;
  let last = -1;
  const rows = controls.map((control) => {
    const column = columns.indexOf(control.tag);
    if (column <= last) row++;
    last = column;
    return row;
  });
  // More rows than the fullest column has: the document's columns stand in another order than the form's.
  return row + 1 === most ? rows : null;
}
