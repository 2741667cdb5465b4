import type { DocumentIdentity, FieldChange, HostField, WordDocument } from "../../office/ports";

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
  readonly comment: string | null;
  readonly contentCode: string;
  readonly printedCode: string;
  readonly scheme: string;
  readonly formId: string;
  readonly editable: boolean;
  readonly fields: readonly PrintedField[];
}

/** One text that the service did not accept. */
export interface TextProblem {
  readonly tag: string | null;
  readonly occurrence: number;
  readonly message: string;
  readonly messageEn: string;
}

/** One text that someone else changed meanwhile. */
export interface TextConflict {
  readonly tag: string;
  readonly occurrence: number;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
}

export type PushOutcome =
  | { readonly kind: "saved"; readonly record: PaneRecord }
  | { readonly kind: "conflict"; readonly record: PaneRecord; readonly conflicts: readonly TextConflict[] }
  | { readonly kind: "refused"; readonly problems: readonly TextProblem[] };

/** A text as it goes to the service. */
export interface SentText {
  readonly tag: string;
  readonly occurrence: number;
  readonly text: string;
}

export interface RecordSource {
  load(recordId: string): Promise<PaneRecord>;
  /** Rejects with OfflineError when the service could not be reached. */
  push(recordId: string, version: number, texts: readonly SentText[]): Promise<PushOutcome>;
}

/** The service could not be reached; what was typed stays in the document and in the store. */
export class OfflineError extends Error {
  override name = "OfflineError";
}

/** Keeps one unsent save per record, across a closed pane. No personal data but what was typed into the form itself. */
export interface UnsentStore {
  get(recordId: string): Unsent | null;
  set(recordId: string, unsent: Unsent | null): void;
}

export interface Unsent {
  readonly version: number;
  readonly at: string;
  readonly texts: readonly SentText[];
}

export type FieldState = "same" | "changed" | "empty" | "missing" | "invalid";

/** A field as the pane lists it. */
export interface FieldView {
  readonly tag: string;
  readonly occurrence: number;
  readonly label: string;
  readonly required: boolean;
  readonly computed: boolean;
  readonly inDocument: string;
  readonly saved: string;
  readonly state: FieldState;
  /** Paragraphs that stood untouched from last year when it was last saved. */
  readonly carried: number;
  readonly problem?: TextProblem;
}

/** One line of what a pull would overwrite. */
export interface PullLine extends FieldChange {
  readonly label: string;
  readonly before: string;
}

/** Line ends, blanks at line ends and the host's cell marks do not count as a difference. */
export const sameText = (left: string, right: string): boolean => plain(left) === plain(right);

export const plain = (text: string): string =>
  text
    .replace(/\r\n?|[\v\u2028\u2029]/g, "\n")
    .replace(/\u0007/g, "")
    .replace(/[ \t\u00a0]+$/gm, "")
    .replace(/\n+$/, "");

/**
 * The work on one open form: compares the document with the record, pulls, pushes, keeps what could not be sent.
 * Holds no host and no network of its own; every act reads the document afresh, since events are only hints.
 */
export class FillSession {
  private record: PaneRecord;
  private undoTexts: readonly FieldChange[] | null = null;
  /** Texts of the last save, as typed: 2024.5.6 is saved although the record spells it 2024年5月6日. */
  private accepted: { readonly version: number; readonly texts: ReadonlyMap<string, string> } | null = null;

  private constructor(
    private readonly document: WordDocument,
    private readonly source: RecordSource,
    private readonly store: UnsentStore,
    private identity: DocumentIdentity,
    record: PaneRecord,
  ) {
    this.record = record;
  }

  static async open(document: WordDocument, source: RecordSource, store: UnsentStore, identity: DocumentIdentity): Promise<FillSession> {
    return new FillSession(document, source, store, identity, await source.load(identity.record));
  }

  get current(): PaneRecord {
    return this.record;
  }

  /** Version the document was made from or last saved as. */
  get documentVersion(): number {
    return this.identity.version;
  }

  get canUndo(): boolean {
    return this.undoTexts !== null;
  }

  get unsent(): Unsent | null {
    return this.store.get(this.record.id);
  }

  async reload(): Promise<void> {
    this.record = await this.source.load(this.record.id);
  }

  /** Every field with its state. One read of the document. */
  async view(problems: readonly TextProblem[] = []): Promise<FieldView[]> {
    return this.compare(await this.document.readFields(), problems);
  }

  /** What a pull would overwrite, nothing written yet. Fields that the document lacks are named apart: they need a fresh document. */
  async pullPreview(): Promise<{ readonly lines: readonly PullLine[]; readonly notInDocument: readonly string[] }> {
    await this.reload();
    const views = await this.view();
    return {
      lines: views
        .filter((view) => view.state !== "missing" && !sameText(view.inDocument, view.saved))
        .map((view) => ({ tag: view.tag, occurrence: view.occurrence, label: view.label, before: view.inDocument, text: view.saved })),
      notInDocument: views.filter((view) => view.state === "missing" && view.saved !== "").map((view) => view.label),
    };
  }

  /** Writes the chosen lines and remembers how to take them back. */
  async pull(lines: readonly PullLine[]): Promise<void> {
    await this.document.writeFields(lines);
    this.undoTexts = lines.map((line) => ({ tag: line.tag, occurrence: line.occurrence, text: line.before }));
    await this.markVersion();
  }

  async undoPull(): Promise<void> {
    if (!this.undoTexts) return;
    await this.document.writeFields(this.undoTexts);
    this.undoTexts = null;
  }

  /** Saves the document's texts to the service. Offline, they are kept and offered again. */
  async push(): Promise<PushOutcome | { readonly kind: "kept"; readonly at: string }> {
    const texts = await this.texts();
    return this.send(this.identity.version, texts);
  }

  /** After a conflict: the texts of the document win where the person chose so, theirs are written into the document elsewhere. */
  async resolve(conflicts: readonly TextConflict[], keepMine: (conflict: TextConflict) => boolean): Promise<PushOutcome | { readonly kind: "kept"; readonly at: string }> {
    const theirs = conflicts.filter((conflict) => !keepMine(conflict)).map((conflict) => ({ tag: conflict.tag, occurrence: conflict.occurrence, text: conflict.theirs }));
    if (theirs.length > 0) await this.document.writeFields(theirs);
    await this.reload();
    return this.send(this.record.version, await this.texts());
  }

  /** Sends what was kept while offline; the document may have changed since, so its texts of now go. */
  async sendKept(): Promise<PushOutcome | { readonly kind: "kept"; readonly at: string } | null> {
    return this.unsent ? this.push() : null;
  }

  private async send(version: number, texts: readonly SentText[]): Promise<PushOutcome | { readonly kind: "kept"; readonly at: string }> {
    try {
      const outcome = await this.source.push(this.record.id, version, texts);
      if (outcome.kind === "saved") {
        this.record = outcome.record;
        this.undoTexts = null;
        this.accepted = { version: outcome.record.version, texts: new Map(texts.map((text) => [key(text), text.text])) };
        this.store.set(this.record.id, null);
        await this.markVersion();
      } else if (outcome.kind === "conflict") {
        this.record = outcome.record;
      }
      return outcome;
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      const at = new Date().toISOString();
      this.store.set(this.record.id, { version, at, texts });
      return { kind: "kept", at };
    }
  }

  private async texts(): Promise<SentText[]> {
    const prompts = this.prompts();
    return (await this.document.readFields()).map(({ tag, occurrence, text }) => ({
      tag,
      occurrence,
      text: isPrompt(text, prompts.get(tag)) ? "" : plain(text),
    }));
  }

  private async markVersion(): Promise<void> {
    this.identity = { ...this.identity, version: this.record.version, code: this.record.contentCode };
    await this.document.setIdentity(this.identity);
  }

  private prompts(): Map<string, string> {
    return new Map(this.record.fields.map((field) => [field.tag, field.prompt]));
  }

  private compare(fields: readonly HostField[], problems: readonly TextProblem[]): FieldView[] {
    const inDocument = new Map(fields.map((field) => [key(field), field]));
    const troubled = new Map(problems.filter((problem) => problem.tag !== null).map((problem) => [key({ tag: problem.tag ?? "", occurrence: problem.occurrence }), problem]));
    const accepted = this.accepted?.version === this.record.version ? this.accepted.texts : null;
    return this.record.fields.map((field) => {
      const found = inDocument.get(key(field));
      const text = found && !isPrompt(found.text, field.prompt) ? plain(found.text) : "";
      const problem = troubled.get(key(field));
      const state: FieldState = !found
        ? "missing"
        : problem
          ? "invalid"
          : !sameText(text, field.text) && accepted?.get(key(field)) !== text
            ? "changed"
            : text === ""
              ? "empty"
              : "same";
      return {
        tag: field.tag,
        occurrence: field.occurrence,
        label: field.label,
        required: field.required,
        computed: field.computed,
        inDocument: text,
        saved: field.text,
        state,
        carried: state === "same" ? (field.carried ?? 0) : 0,
        ...(problem ? { problem } : {}),
      };
    });
  }
}

const key = (place: { readonly tag: string; readonly occurrence: number }) => `${place.occurrence}:${place.tag}`;

/** Word's own prompts, which appear when a control was emptied and the template's prompt got lost. */
const wordPrompts = new Set(["单击或点击此处输入文字。", "单击此处输入文字。", "Click or tap here to enter text.", "Click here to enter text."]);

/** Hosts give an empty control's prompt as its text; only the template knows the prompt. Ink-like places have blanks for a prompt. */
function isPrompt(text: string, prompt: string | undefined): boolean {
  const shown = plain(text).trim();
  return shown === "" || wordPrompts.has(shown) || (prompt !== undefined && prompt !== "" && shown === prompt.trim());
}
