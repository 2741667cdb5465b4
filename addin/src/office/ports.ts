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

/** What document and record last agreed upon in one place; kept in the document, so that each side's later changes can be told apart. */
export interface SavedPlace {
  readonly tag: string;
  /** 0-based row of the form. */
  readonly occurrence: number;
  /** As it stood in the document. */
  readonly here: string;
  /** As the record spells it. */
  readonly there: string;
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
  /** What it last agreed upon with the record; null where no pane saved or pulled in it yet. */
  savedTexts(): Promise<readonly SavedPlace[] | null>;
  /** Replaces both after a save or a pull, so that the file knows which version it holds. */
  setIdentity(identity: DocumentIdentity, saved: readonly SavedPlace[]): Promise<void>;
  /** All tagged controls of fields in document order. One sync. */
  readFields(): Promise<HostField[]>;
  /** Content codes that the document would print, as of the last readFields; none where Word shows no place for one. */
  printedCodes(): readonly string[];
  /** Replaces texts. Two syncs, whatever the number of changes. Rejects with MissingFieldError before anything is written. */
  writeFields(changes: readonly FieldChange[]): Promise<void>;
  /** Selects a control and scrolls to it. */
  goTo(tag: string, occurrence: number): Promise<void>;
  /** Asks the host to save, first bringing the places of the content code up to date where one is given. Resolves early on some hosts: it means asked, not done. One sync. */
  save(contentCode?: string): Promise<void>;
  /** Opens a document of its own beside this one; false where this Word cannot. */
  openNew(base64: string): Promise<boolean>;
  /** Calls back when a control may have changed; returns the way to stop. Hints only; without events (before WordApi 1.5) it asks for a look every few seconds. */
  onDirty(changed: () => void): Promise<() => void>;
}

/** A table of the open workbook: header texts and the cells below. Numbers come in plain spelling (2, 0.4), never as their cell shows them. */
export interface HostTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** 1-based row of the sheet in which the first body row stands. */
  readonly firstRow: number;
}

/** How the rows of a table are told apart, wherever they were sorted to. */
export interface TableShape {
  readonly name: string;
  /** Header of the key column; it may be hidden. */
  readonly key: string;
  /** Header of a column that is never hidden: by its cells it is known which rows a filter shows. */
  readonly shown: string;
}

/** New values for cells of one row, by header. */
export interface RowWrite {
  readonly key: string;
  readonly cells: Readonly<Record<string, string | number>>;
}

/** What a write looks at before it writes, and what it found. */
export interface RowGuard {
  /** Further columns to read. */
  readonly read?: readonly string[];
  /** False leaves the row alone; the cells are as they stand right before the write. */
  readonly only?: (key: string, cells: Readonly<Record<string, string>>) => boolean;
}

export interface RowsWritten {
  /** Keys that are not in the table, or that the guard left alone. */
  readonly left: readonly string[];
  /** The rows that were written, with the cells that stood there. */
  readonly before: readonly RowWrite[];
}

/** Which rows to show by one column. */
export interface RowFilter {
  readonly column: string;
  readonly show: "filled" | "blank" | readonly string[];
}

export interface ExcelWorkbook {
  identity(): Promise<DocumentIdentity | null>;
  /** Custom document properties by name; a missing one is left out. One sync. */
  properties(names: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** The table with this name, or null. One sync for a table of the expected size, one more for each further piece of a large one. */
  readTable(name: string, expectedRows?: number): Promise<HostTable | null>;
  /** Writes cells of the rows with these keys. Two syncs; a protected sheet is protected again in the same breath. */
  writeRows(table: TableShape, writes: readonly RowWrite[], guard?: RowGuard): Promise<RowsWritten>;
  /** Writes the same cells into every selected row that a filter does not hide. Two syncs. */
  writeSelected(table: TableShape, cells: RowWrite["cells"], guard?: RowGuard): Promise<RowsWritten>;
  /** Keys of the selected rows that a filter does not hide. One sync. */
  selectedKeys(table: TableShape): Promise<readonly string[]>;
  /** Selects the row with this key; false where it is gone. Two syncs. */
  goToKey(table: TableShape, key: string): Promise<boolean>;
  /** Shows only rows that pass all filters; none shows all. Two syncs. */
  filter(table: TableShape, filters: readonly RowFilter[]): Promise<void>;
  /** Calls back when a cell may have changed or the selection moved; returns the way to stop. Hints only: a choice from a list may be silent. */
  onTable(name: string, changed: () => void, selected: () => void): Promise<() => void>;
  /** Opens a workbook of its own beside this one. */
  openNew(base64: string): Promise<void>;
}

/** A field that should be written is not in the document (a row or control was deleted by hand). */
export class MissingFieldError extends Error {
  constructor(readonly tags: readonly string[]) {
    super(`The document has no control for ${tags.join(", ")}.`);
    this.name = "MissingFieldError";
  }
}
