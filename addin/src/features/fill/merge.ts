import type { SavedPlace } from "../../office/ports";
import type { PaneRecord, PrintedField } from "./paneRecord";
import { isPrompt, placeKey, plain, sameText, sectionOf, type PlacedField } from "./places";

/** Text in the document and text in the record when both last agreed: 2024.5.6 here is 2024年5月6日 there. */
export type Agreed = Pick<SavedPlace, "here" | "there">;

/** Who changed a place since document and record last agreed. */
export type Standing = "same" | "mine" | "theirs" | "both";

/** One place of the form, three ways. */
export interface MergedPlace {
  readonly field: PrintedField;
  readonly key: string;
  /** Text of the document, prompts taken for empty; null where the document has no such control. */
  readonly mine: string | null;
  readonly base: Agreed | undefined;
  readonly standing: Standing;
  /** Which of the controls with this tag it is, as the host counts them. */
  readonly count: number;
  /** Section whose rows moved: its places are taken or left together. */
  readonly group: string | null;
}

/** Rows that the document had and has no more. */
export interface GoneRows {
  readonly section: string;
  /** Each row as its texts. */
  readonly rows: readonly string[];
}

export interface Merge {
  readonly places: readonly MergedPlace[];
  readonly gone: readonly GoneRows[];
}

function standing(mine: string, theirs: string, base: Agreed | undefined): Standing {
  if (sameText(mine, theirs)) return "same";
  if (!base) {
    // Nobody knows who changed it. Where one side is empty nothing can be overwritten; else the person decides.
    return mine === "" ? "theirs" : theirs === "" ? "mine" : "both";
  }
  const [here, there] = [!sameText(mine, base.here), !sameText(theirs, base.there)];
  return here ? (there ? "both" : "mine") : there ? "theirs" : "same";
}

/** Compares document, record and what they last agreed upon, place by place. */
export function merge(record: PaneRecord, fields: readonly PlacedField[], agreed: ReadonlyMap<string, Agreed>): Merge {
  const found = new Map<string, PlacedField>();
  for (const field of fields) {
    // The first control speaks where an editor doubled it.
    if (!found.has(placeKey(field))) found.set(placeKey(field), field);
  }
  const places = [...record.fields, ...further(record, found)].map<MergedPlace>((field) => {
    const key = placeKey(field);
    const control = found.get(key);
    const mine = control ? (isPrompt(control.text, field.prompt) ? "" : plain(control.text)) : null;
    const base = agreed.get(key);
    return { field, key, mine, base, standing: mine === null ? "same" : standing(mine, field.text, base), count: control?.count ?? field.occurrence, group: null };
  });
  const sections = [...new Set(record.fields.flatMap((field) => sectionOf(field.tag) ?? []))];
  const moved = new Set(sections.filter((section) => bothMoved(section, places)));
  return {
    places: places.map((place) => inGroup(place, moved)),
    gone: sections.flatMap((section) => goneRows(section, places)),
  };
}

/** Rows of the document below those that the record prints. */
function further(record: PaneRecord, found: ReadonlyMap<string, PlacedField>): PrintedField[] {
  const printed = new Set(record.fields.map(placeKey));
  const columns = new Map(record.fields.map((field) => [field.tag, field]));
  return [...found].flatMap(([key, control]) => {
    const column = columns.get(control.tag);
    // A single field stands again on each continuation sheet; the first sheet speaks.
    if (printed.has(key) || !column || sectionOf(control.tag) === null) return [];
    return [{ ...column, occurrence: control.occurrence, text: "", required: false, carried: 0 }];
  });
}

/** Where rows moved, a row number means two different rows: nothing of the section can be merged cell by cell. */
function inGroup(place: MergedPlace, moved: ReadonlySet<string>): MergedPlace {
  const section = sectionOf(place.field.tag);
  if (section === null || !moved.has(section)) return place;
  return { ...place, group: section, standing: place.mine !== null && place.standing !== "same" ? "both" : place.standing };
}

function bothMoved(section: string, places: readonly MergedPlace[]): boolean {
  const own = places.filter((place) => sectionOf(place.field.tag) === section);
  const mine = own.some((place) => place.standing === "mine" || place.standing === "both");
  const theirs = own.some((place) => place.standing === "theirs" || place.standing === "both");
  return mine && theirs && rearranged(rowTexts(own, (place) => (place.base ? place.base.there : (place.mine ?? ""))), rowTexts(own, (place) => place.field.text));
}

/** True where rows were inserted before others, removed or sorted; false where cells changed in their place or rows were added below. */
export function rearranged(before: readonly string[], after: readonly string[]): boolean {
  const filled = (rows: readonly string[]) => rows.filter((row) => row !== "").length;
  if (filled(after) < filled(before)) return true;
  return before.some((row, index) => row !== "" && row !== after[index] && after.includes(row));
}

/** The rows of a section as one text each; a blank row is the empty text. */
function rowTexts(places: readonly MergedPlace[], textOf: (place: MergedPlace) => string): string[] {
  const rows: string[][] = [];
  for (const place of places) (rows[place.field.occurrence] ??= []).push(plain(textOf(place)));
  return Array.from(rows, (cells) => ((cells ?? []).every((cell) => cell === "") ? "" : (cells ?? []).filter((cell) => cell !== "").join(" · ")));
}

function goneRows(section: string, places: readonly MergedPlace[]): GoneRows[] {
  const own = places.filter((place) => sectionOf(place.field.tag) === section);
  const had = rowTexts(own, (place) => place.base?.here ?? "");
  const has = rowTexts(own, (place) => place.mine ?? "");
  const lost = had.filter((row, index) => row !== "" && own.every((place) => place.field.occurrence !== index || place.mine === null));
  if (lost.length === 0) return [];
  // Whichever row was deleted, the last ones are those without controls: named are the texts that stand nowhere any more.
  const named = had.filter((row) => row !== "" && !has.includes(row));
  return [{ section, rows: named.length === lost.length ? named : lost }];
}
