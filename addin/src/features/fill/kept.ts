import type { MergedPlace } from "./merge";
import { placeKey, sameText, type Place } from "./places";

/** A text that could not be sent. */
export interface KeptText extends Place {
  readonly label: string;
  readonly text: string;
  readonly at: string;
}

/** What one record still owes the service, across a closed pane. No personal data but what was typed into the form itself. */
export interface Unsent {
  readonly at: string;
  readonly texts: readonly KeptText[];
}

export interface UnsentStore {
  get(recordId: string): Unsent | null;
  set(recordId: string, unsent: Unsent | null): void;
}

/** A kept text that stands neither in the document nor in the record. */
export interface KeptOffer extends KeptText {
  readonly inDocument: string;
  readonly onPlatform: string;
  /** The document has no place for it: it can only be sent. */
  readonly missing: boolean;
}

const keptKey = (text: KeptText): string => `${placeKey(text)}\n${text.text}`;

/**
 * The texts kept for one record. A text goes only when the service has it, when the document that held it was saved
 * with something newer in its place, or when the person throws it away.
 */
export class Kept {
  /** Texts that stood in this document while it was open. */
  private readonly held = new Set<string>();
  /** Texts to be sent although the document has no place for them. */
  private readonly direct = new Set<string>();

  constructor(private readonly store: UnsentStore, private readonly recordId: string) {}

  get all(): Unsent | null {
    return this.store.get(this.recordId);
  }

  get texts(): readonly KeptText[] {
    return this.all?.texts ?? [];
  }

  /** Adds texts of the document that could not be sent. */
  add(texts: readonly KeptText[], at: string): void {
    const fresh = new Set(texts.map(keptKey));
    // What the document itself held before is replaced by what it holds now; what only the store holds stays.
    const old = this.texts.filter((text) => !fresh.has(keptKey(text)) && !this.held.has(keptKey(text)));
    texts.forEach((text) => this.held.add(keptKey(text)));
    this.put([...old, ...texts], at);
  }

  /** Takes note of what the document holds. */
  look(places: readonly MergedPlace[]): void {
    const mine = new Map(places.map((place) => [place.key, place.mine]));
    for (const text of this.texts) {
      const here = mine.get(placeKey(text));
      if (typeof here === "string" && sameText(here, text.text)) this.held.add(keptKey(text));
    }
  }

  /** What should be offered: kept texts that are in danger. */
  offers(places: readonly MergedPlace[]): KeptOffer[] {
    const byKey = new Map(places.map((place) => [place.key, place]));
    return this.texts.flatMap((text) => {
      const place = byKey.get(placeKey(text));
      if (this.held.has(keptKey(text)) || this.direct.has(keptKey(text))) return [];
      return [{ ...text, label: place?.field.label ?? text.label, inDocument: place?.mine ?? "", onPlatform: place?.field.text ?? "", missing: (place?.mine ?? null) === null }];
    });
  }

  /** These go with the next save although the document has no place for them. */
  sendDirectly(texts: readonly KeptText[]): void {
    texts.forEach((text) => this.direct.add(keptKey(text)));
  }

  directly(): KeptText[] {
    return this.texts.filter((text) => this.direct.has(keptKey(text)));
  }

  /** The service has these texts, or the person throws them away. */
  drop(gone: (text: KeptText) => boolean): void {
    const left = this.texts.filter((text) => !gone(text));
    if (left.length < this.texts.length) this.put(left, this.all?.at ?? "");
  }

  /** After a save: what the service has, and what this document held and has replaced, need not be kept. */
  saved(places: readonly MergedPlace[]): void {
    const unsent = new Set(places.filter((place) => place.standing === "mine" || place.standing === "both").map((place) => place.key));
    this.drop((text) => this.direct.has(keptKey(text)) || (this.held.has(keptKey(text)) && !unsent.has(placeKey(text))));
    this.known(places);
  }

  /** What the record has already. */
  known(places: readonly MergedPlace[]): void {
    const theirs = new Map(places.map((place) => [place.key, place.field]));
    this.drop((text) => {
      const field = theirs.get(placeKey(text));
      return field !== undefined && (sameText(field.text, text.text) || (text.text !== "" && sameText(field.prompt, text.text)));
    });
  }

  restore(texts: readonly KeptText[]): void {
    const have = new Set(this.texts.map(keptKey));
    this.put([...this.texts, ...texts.filter((text) => !have.has(keptKey(text)))], this.all?.at ?? texts[0]?.at ?? "");
  }

  private put(texts: readonly KeptText[], at: string): void {
    this.store.set(this.recordId, texts.length === 0 ? null : { at, texts });
  }
}
