/** A field of the form as the service prints it: texts, so that no format is known in two places. */
export interface PrintedField {
  readonly tag: string;
  readonly occurrence: number;
  readonly label: string;
  /** Text as it would stand in a fresh document; empty where nothing is known. */
  readonly text: string;
  /** The prompt of an empty control, never a value. */
  readonly prompt: string;
  readonly required: boolean;
  /** Computed by the service; a document cannot change it. */
  readonly computed: boolean;
  /** Paragraphs that stand untouched from last year. */
  readonly carried?: number;
}

/** The record behind the open document. */
export interface PaneRecord {
  readonly id: string;
  readonly version: number;
  readonly state: "draft" | "submitted" | "returned" | "accepted" | "filed";
  readonly sheet: string | null;
  readonly title: string;
  readonly titleEn: string;
  readonly owner: string;
  readonly period: string;
  /** Moment of its last change. */
  readonly updatedAt: string;
  readonly comment: string | null;
  readonly contentCode: string;
  readonly printedCode: string;
  readonly scheme: string;
  readonly formId: string;
  readonly editable: boolean;
  readonly fields: readonly PrintedField[];
  /** The texts that an older document was made from; null where it is none, or where they are not known any more. */
  readonly past?: readonly SentText[] | null;
  /** Sections whose rows the service put in another order than they were sent; only after a save. */
  readonly rearranged?: readonly string[] | null;
}

/** One text that the service did not accept. */
export interface TextProblem {
  readonly tag: string | null;
  readonly occurrence: number;
  readonly message: string;
  readonly messageEn: string;
}

/** A text as it goes to the service. */
export interface SentText {
  readonly tag: string;
  readonly occurrence: number;
  readonly text: string;
}

/** What a write was built upon: the version, and the content code, since drawn-in rows change without a new version. */
export interface Seen {
  readonly version: number;
  readonly code: string;
}

export type Written =
  | { readonly kind: "saved"; readonly record: PaneRecord }
  /** Somebody else was faster; nothing was written. */
  | { readonly kind: "stale"; readonly record: PaneRecord }
  | { readonly kind: "refused"; readonly problems: readonly TextProblem[] };

export interface RecordSource {
  /** The record; with its past where the document's content code is another. Rejects with OfflineError when the service could not be reached. */
  load(recordId: string, code?: string): Promise<PaneRecord>;
  /** Writes the named texts and leaves all others. Rejects with OfflineError when the service could not be reached. */
  push(recordId: string, seen: Seen, texts: readonly SentText[]): Promise<Written>;
}

/** The service could not be reached; what was typed stays in the document and in the store. */
export class OfflineError extends Error {
  override name = "OfflineError";
}
