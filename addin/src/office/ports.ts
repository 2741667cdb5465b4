/**
 * What the pane needs of Word and Excel, and nothing more. Only this folder knows Office.js; features talk to these ports, so that the
 * same feature runs in Word, in Excel, in the fake hosts of the tests and, through upload and download, without any host.
 */

/** What a document says about itself (its custom XML part). */
export interface DocumentIdentity {
  readonly form: string;
  readonly scheme: string;
  readonly record: string;
  readonly version: number;
  readonly code: string;
}

/** One tagged content control. */
export interface HostField {
  /** Field key, or `section.key` in a repeating row. */
  readonly tag: string;
  /** 0-based count of this tag in document order: the row for `section.key`, the sheet for single fields on continuation sheets. */
  readonly occurrence: number;
  /** Chinese label. */
  readonly title: string;
  /** The text as the host gives it; a prompt is not told apart here. */
  readonly text: string;
}

/** A new text for one control. */
export interface FieldChange {
  readonly tag: string;
  readonly occurrence: number;
  readonly text: string;
}

/** What the host can do; found by isSetSupported, never by version numbers. */
export interface HostAbilities {
  readonly host: "Word" | "Excel";
  readonly platform: string;
  readonly version: string;
  /** Highest supported version of each set the pane asks about, or null. */
  readonly sets: Readonly<Record<string, string | null>>;
}

export interface WordDocument {
  /** The identity, or null when the document is not one of ours. */
  identity(): Promise<DocumentIdentity | null>;
  /** Replaces the identity after a save, so that the file knows which version it holds. */
  setIdentity(identity: DocumentIdentity): Promise<void>;
  /** All tagged controls in document order. One sync. */
  readFields(): Promise<HostField[]>;
  /** Replaces texts. Two syncs, whatever the number of changes. Rejects with MissingFieldError before anything is written. */
  writeFields(changes: readonly FieldChange[]): Promise<void>;
  /** Selects a control and scrolls to it. */
  goTo(tag: string, occurrence: number): Promise<void>;
  /** Asks the host to save. Resolves early on some hosts: it means asked, not done. */
  save(): Promise<void>;
  /** Calls back when a control may have changed; returns the way to stop. Without events (before WordApi 1.5) it never calls. */
  onDirty(changed: () => void): Promise<() => void>;
}

/** A table of the audit workbook: header texts and the cells below, as texts. */
export interface HostTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A new value for one cell of a table's body, 0-based. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

export interface ExcelWorkbook {
  identity(): Promise<DocumentIdentity | null>;
  /** The table with this name, or null. Two syncs. */
  readTable(name: string): Promise<HostTable | null>;
  writeCells(table: string, changes: readonly CellChange[]): Promise<void>;
  /** Selects a row of the table. */
  goToRow(table: string, row: number): Promise<void>;
  /** Shows only rows whose cell in this column is one of the values; an empty list shows all. */
  filter(table: string, column: string, values: readonly string[]): Promise<void>;
}

/** A field that should be written is not in the document (a row or control was deleted by hand). */
export class MissingFieldError extends Error {
  constructor(readonly tags: readonly string[]) {
    super(`The document has no control for ${tags.join(", ")}.`);
    this.name = "MissingFieldError";
  }
}
