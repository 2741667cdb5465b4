import type { DocumentIdentity, FieldChange, WordDocument } from "../../office/ports";
import { Kept, type KeptOffer, type KeptText, type Unsent, type UnsentStore } from "./kept";
import { merge, type Agreed, type GoneRows, type Merge, type MergedPlace } from "./merge";
import { OfflineError, type PaneRecord, type RecordSource, type SentText, type TextProblem, type Written } from "./paneRecord";
import { placed, placeKey, sameText, sectionOf, type Place, type PlacedField } from "./places";

/** One place that both sides changed. */
export interface TextConflict extends Place {
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
  /** Section whose rows moved: one choice for all of its places. */
  readonly group: string | null;
}

export type SaveOutcome =
  | { readonly kind: "saved" }
  | { readonly kind: "conflict"; readonly conflicts: readonly TextConflict[] }
  | { readonly kind: "refused"; readonly problems: readonly TextProblem[] }
  | { readonly kind: "kept"; readonly at: string };

/** changed: here; newer: on the platform; conflict: on both sides. */
export type FieldState = "same" | "changed" | "newer" | "conflict" | "empty" | "missing" | "invalid";

/** A field as the pane lists it. */
export interface FieldView extends Place {
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

/** True where the document does not hold in this place what the platform has. */
export const differsFromPlatform = (view: FieldView): boolean => ["changed", "newer", "conflict", "invalid"].includes(view.state) || (view.state === "missing" && view.saved !== "");

/** One line of what a pull would overwrite. */
export interface PullLine extends Place {
  readonly label: string;
  readonly before: string;
  readonly text: string;
  /** Nothing that was typed would be lost. */
  readonly safe: boolean;
  readonly group: string | null;
}

/** What the pane shows of the document, from one read. */
export interface Look {
  readonly fields: readonly FieldView[];
  readonly gone: readonly GoneRows[];
  readonly offers: readonly KeptOffer[];
}

/** Two colleagues may be saving at once; more often than this it is no coincidence. */
const maxTries = 4;

/**
 * The work on one open form: compares document and record with what they last agreed upon, pulls, saves, keeps what could not be sent.
 * Holds no host and no network of its own; every act reads the document afresh, since events are only hints.
 */
export class FillSession {
  private read: readonly PlacedField[] = [];
  private undoPoint: { readonly texts: readonly FieldChange[]; readonly agreed: ReadonlyMap<string, Agreed>; readonly identity: DocumentIdentity } | null = null;
  private problems: readonly { readonly problem: TextProblem; readonly text: string | null }[] = [];
  /** Sections whose missing rows the person deleted on purpose. */
  private readonly deleted = new Set<string>();
  private readonly kept: Kept;

  private constructor(
    private readonly document: WordDocument,
    private readonly source: RecordSource,
    store: UnsentStore,
    private identity: DocumentIdentity,
    private record: PaneRecord,
    private agreed: ReadonlyMap<string, Agreed>,
  ) {
    this.kept = new Kept(store, record.id);
  }

  static async open(document: WordDocument, source: RecordSource, store: UnsentStore, identity: DocumentIdentity): Promise<FillSession> {
    const record = await source.load(identity.record, identity.code);
    const session = new FillSession(document, source, store, identity, record, await lastAgreed(document, identity, record));
    session.kept.known(session.compare().places);
    return session;
  }

  get current(): PaneRecord {
    return this.record;
  }

  get canUndo(): boolean {
    return this.undoPoint !== null;
  }

  get unsent(): Unsent | null {
    return this.kept.all;
  }

  async reload(): Promise<void> {
    this.record = await this.source.load(this.record.id);
  }

  /** One read of the document, and what follows from it. */
  async look(): Promise<Look> {
    await this.readDocument();
    return this.lookAgain();
  }

  /** The same from the last read: after a save the document need not be read a second time. */
  lookAgain(): Look {
    const { places, gone } = this.compare();
    this.kept.look(places);
    // Blank rows below those of the record are no news.
    const shown = places.filter((place) => place.field.text !== "" || place.mine !== "" || this.record.fields.includes(place.field));
    return { fields: shown.map((place) => this.show(place)), gone: gone.filter(({ section }) => !this.deleted.has(section)), offers: this.kept.offers(places) };
  }

  /** What a pull would overwrite, nothing written yet. Fields that the document lacks are named apart: they need a fresh document. */
  async pullPreview(): Promise<{ readonly lines: readonly PullLine[]; readonly notInDocument: readonly string[] }> {
    await this.reload();
    await this.readDocument();
    const { places } = this.compare();
    return {
      lines: places.flatMap((place) =>
        place.mine === null || place.standing === "same"
          ? []
          : [{ ...at(place), label: place.field.label, before: place.mine, text: place.field.text, safe: place.standing === "theirs" || (!place.base && place.mine === ""), group: place.group }],
      ),
      notInDocument: places.filter((place) => place.mine === null && place.field.text !== "").map((place) => place.field.label),
    };
  }

  /** Writes the chosen lines and remembers how to take them back. What was not chosen stays marked as differing. */
  async pull(lines: readonly PullLine[]): Promise<void> {
    const before = { texts: lines.map((line) => this.change(line, line.before)), agreed: this.agreed, identity: this.identity };
    await this.document.writeFields(lines.map((line) => this.change(line, line.text)));
    this.undoPoint = before;
    this.agree(lines.map((line) => [placeKey(line), { here: line.text, there: line.text }]));
    await this.readDocument();
    await this.markDocument();
  }

  /** Puts back texts, and what the document says about its version: the next save must know again what it has not seen. */
  async undoPull(): Promise<void> {
    if (!this.undoPoint) return;
    const { texts, agreed, identity } = this.undoPoint;
    await this.document.writeFields(texts);
    [this.agreed, this.identity, this.undoPoint] = [agreed, identity, null];
    await this.document.setIdentity(identity, this.savedPlaces());
    await this.readDocument();
  }

  /** Saves what was changed in the document. Offline, it is kept and offered again. */
  async push(): Promise<SaveOutcome> {
    await this.readDocument();
    // What is sent and then agreed upon is this read: the pane looks again while a save is under way.
    const read = this.read;
    for (let tries = 1; ; tries++) {
      const { places, gone } = this.compare(read);
      this.kept.look(places);
      const conflicts = places.filter((place) => place.standing === "both" && place.mine !== null);
      if (conflicts.length > 0) return { kind: "conflict", conflicts: conflicts.map(conflictOf) };
      const sent = [...this.changed(places, gone), ...this.kept.directly().map(({ tag, occurrence, text }) => ({ tag, occurrence, text }))];
      const written = await this.write(sent, places);
      if (written.kind === "kept") return written;
      this.refused(written.kind === "refused" ? written.problems : []);
      if (written.kind === "refused") return written;
      this.record = written.record;
      if (written.kind === "saved") {
        await this.settle(sent, read);
        return { kind: "saved" };
      }
      if (tries === maxTries) throw new Error(`The record changed ${maxTries} times during one save.`);
    }
  }

  /** After a conflict: the texts of the document win where the person chose so, theirs are written into the document elsewhere. */
  async resolve(conflicts: readonly TextConflict[], keepMine: (conflict: TextConflict) => boolean): Promise<SaveOutcome> {
    const theirs = conflicts.filter((conflict) => !keepMine(conflict));
    if (theirs.length > 0) await this.document.writeFields(theirs.map((conflict) => this.change(conflict, conflict.theirs)));
    // Seen: what the platform has now is no news any more, and where mine stays it is my change.
    this.agree(conflicts.map((conflict) => [placeKey(conflict), { here: conflict.theirs, there: conflict.theirs }]));
    return this.push();
  }

  /** The person says that the rows missing from the document were deleted on purpose; the next save deletes them on the platform. */
  deleteGone(section: string): void {
    this.deleted.add(section);
  }

  /** Puts kept texts back into the document; those without a place there go with the next save. */
  async putBack(texts: readonly KeptOffer[]): Promise<void> {
    const inDocument = texts.filter((text) => !text.missing);
    if (inDocument.length > 0) await this.document.writeFields(inDocument.map((text) => this.change(text, text.text)));
    this.kept.sendDirectly(texts.filter((text) => text.missing));
  }

  /** Throws kept texts away. Gives the way back. */
  discard(texts: readonly KeptText[]): () => void {
    const all = this.kept.texts;
    const gone = new Set(texts.map((text) => `${placeKey(text)}\n${text.text}`));
    this.kept.drop((text) => gone.has(`${placeKey(text)}\n${text.text}`));
    return () => this.kept.restore(all);
  }

  async goTo(place: Place): Promise<void> {
    const { tag, occurrence } = this.change(place, "");
    await this.document.goTo(tag, occurrence);
  }

  /** Marks the fields that the service refused when the form was handed in. */
  refused(problems: readonly TextProblem[]): void {
    const texts = new Map(this.compare().places.map((place) => [place.key, place.mine]));
    this.problems = problems.map((given) => {
      // Some faults name the column without its section.
      const tag = given.tag === null ? null : (this.record.fields.find((field) => field.tag === given.tag || field.tag.endsWith(`.${given.tag}`))?.tag ?? given.tag);
      return { problem: { ...given, tag }, text: tag === null ? null : (texts.get(placeKey({ tag, occurrence: given.occurrence })) ?? null) };
    });
  }

  private async readDocument(): Promise<void> {
    this.read = placed(await this.document.readFields(), [...new Set(this.record.fields.map((field) => field.tag))]);
  }

  private compare(read = this.read): Merge {
    return merge(this.record, read, this.agreed);
  }

  /** What goes to the service: my changes only, so that nothing of others is overwritten. */
  private changed(places: readonly MergedPlace[], gone: readonly GoneRows[]): SentText[] {
    // Where rows are missing, what stands in row 3 may be the former row 4: that section waits for the person's word.
    const waiting = new Set(gone.map(({ section }) => section).filter((section) => !this.deleted.has(section)));
    return places.flatMap((place) => {
      const section = sectionOf(place.field.tag);
      if (section !== null && waiting.has(section)) return [];
      if (place.standing === "mine") return [{ ...at(place), text: place.mine ?? "" }];
      // Only rows that the document had: what a colleague added or changed meanwhile stays.
      const had = place.base !== undefined && place.base.here !== "" && sameText(place.base.there, place.field.text);
      const cleared = place.mine === null && had && section !== null && this.deleted.has(section);
      return cleared ? [{ ...at(place), text: "" }] : [];
    });
  }

  private async write(sent: readonly SentText[], places: readonly MergedPlace[]): Promise<Written | { readonly kind: "kept"; readonly at: string }> {
    try {
      return await this.source.push(this.record.id, { version: this.record.version, code: this.record.contentCode }, sent);
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      const labels = new Map(places.map((place) => [place.key, place.field.label]));
      const now = new Date().toISOString();
      this.kept.add(sent.map((text) => ({ ...text, label: labels.get(placeKey(text)) ?? text.tag, at: now })), now);
      return { kind: "kept", at: now };
    }
  }

  private async settle(sent: readonly SentText[], read: readonly PlacedField[]): Promise<void> {
    const went = new Set(sent.map(placeKey));
    const shuffled = new Set(this.record.rearranged ?? []);
    const { places } = this.compare(read);
    this.agree(
      places.flatMap<[string, Agreed]>((place) => {
        if (place.mine === null) return went.has(place.key) ? [[place.key, { here: "", there: place.field.text }]] : [];
        if (!went.has(place.key) && !sameText(place.mine, place.field.text)) return [];
        // Rows that the service put in another order stand elsewhere now: the document is behind until it pulls.
        const behind = shuffled.has(sectionOf(place.field.tag) ?? "");
        return [[place.key, { here: place.mine, there: behind ? place.mine : place.field.text }]];
      }),
    );
    this.deleted.clear();
    this.undoPoint = null;
    this.kept.saved(this.compare().places);
    await this.markDocument();
  }

  /** Writes into the document what both agree upon; the version only where nothing newer was left aside. */
  private async markDocument(): Promise<void> {
    const behind = this.compare().places.some((place) => (place.mine === null ? place.field.text !== "" : place.standing === "theirs" || place.standing === "both"));
    if (!behind) this.identity = { ...this.identity, version: this.record.version, code: this.record.contentCode };
    await this.document.setIdentity(this.identity, this.savedPlaces());
  }

  private agree(entries: readonly (readonly [string, Agreed])[]): void {
    this.agreed = new Map([...this.agreed, ...entries]);
  }

  private savedPlaces() {
    return [...this.agreed].map(([key, texts]) => ({ tag: key.slice(key.indexOf(":") + 1), occurrence: Number.parseInt(key, 10), ...texts }));
  }

  /** A write to the control that stands at this place now. */
  private change(place: Place, text: string): FieldChange {
    const control = this.read.find((field) => field.tag === place.tag && field.occurrence === place.occurrence);
    return { tag: place.tag, occurrence: control?.count ?? place.occurrence, text };
  }

  private show(place: MergedPlace): FieldView {
    const { field } = place;
    const found = this.problems.find(({ problem, text }) => problem.tag === field.tag && problem.occurrence === field.occurrence && (text === null || text === place.mine));
    const state: FieldState = place.mine === null ? "missing" : found ? "invalid" : states[place.standing] ?? (place.mine === "" ? "empty" : "same");
    return {
      ...at(place),
      label: field.label,
      required: field.required,
      computed: field.computed,
      inDocument: place.mine ?? "",
      saved: field.text,
      state,
      carried: state === "same" ? (field.carried ?? 0) : 0,
      ...(found ? { problem: found.problem } : {}),
    };
  }
}

const states: Partial<Record<MergedPlace["standing"], FieldState>> = { mine: "changed", theirs: "newer", both: "conflict" };

const at = (place: MergedPlace): Place => ({ tag: place.field.tag, occurrence: place.field.occurrence });

const conflictOf = (place: MergedPlace): TextConflict => ({ ...at(place), label: place.field.label, yours: place.mine ?? "", theirs: place.field.text, group: place.group });

/** What document and record last agreed upon: the document says it, or is as old as the record, or the service remembers. */
async function lastAgreed(document: WordDocument, identity: DocumentIdentity, record: PaneRecord): Promise<ReadonlyMap<string, Agreed>> {
  const saved = await document.savedTexts();
  if (saved) return new Map(saved.map(({ here, there, ...place }) => [placeKey(place), { here, there }]));
  const texts = identity.code === record.contentCode ? record.fields : (record.past ?? []);
  return new Map(texts.map((text) => [placeKey(text), { here: text.text, there: text.text }]));
}
