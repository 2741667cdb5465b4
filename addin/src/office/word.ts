import { formatIdentity, identityNamespace, parseIdentity } from "./identity";
import { MissingFieldError, type DocumentIdentity, type HostField, type SavedPlace, type WordDocument } from "./ports";
import { formatSaved, parseSaved, savedNamespace } from "./saved";

/** Tag and label of the controls, usually in the footers, that print the content code; the service writes the same. */
const codeTag = "cadredocs.code";
const codeLabel = "内容码";

/** Places of the content code as last read: their ids and what they say. */
let codePlaces: { readonly id: number; readonly code: string }[] = [];

/** The open document, through Word 1.1 calls and the Common API, so that Office LTSC 2021 can do everything but live change marks. */
export const wordDocument: WordDocument = {
  async identity() {
    return (await partsIn(identityNamespace, parseIdentity)).reduce<DocumentIdentity | null>(
      (best, { content }) => (content && (!best || content.version >= best.version) ? content : best),
      null,
    );
  },

  async savedTexts() {
    // The newest is the last one; an interrupted replacement leaves two.
    return (await partsIn(savedNamespace, parseSaved)).reduce<readonly SavedPlace[] | null>((last, { content }) => content ?? last, null);
  },

  async setIdentity(identity, saved) {
    // Texts first: a version without its texts would take others' changes for seen.
    await replaceParts(savedNamespace, formatSaved(saved));
    await replaceParts(identityNamespace, formatIdentity(identity));
  },

  readFields() {
    return Word.run(async (context) => {
      const controls = context.document.contentControls.load("items/id,items/tag,items/title,items/text");
      await context.sync();
      codePlaces = controls.items.filter((control) => control.tag === codeTag).map(({ id, text }) => ({ id, code: text.replace(codeLabel, "").trim() }));
      return numbered(controls.items.filter((control) => control.tag !== codeTag));
    });
  },

  printedCodes: () => [...new Set(codePlaces.map((place) => place.code))],

  writeFields(changes) {
    return Word.run(async (context) => {
      const controls = context.document.contentControls.load("items/tag,items/title");
      await context.sync();
      const places = byPlace(controls.items);
      const missing = changes.filter((change) => !places.has(place(change.tag, change.occurrence)));
      if (missing.length > 0) throw new MissingFieldError(missing.map((change) => change.tag));
      for (const change of changes) {
        places.get(place(change.tag, change.occurrence))?.insertText(change.text, "Replace");
      }
      await context.sync();
    });
  },

  goTo(tag, occurrence) {
    return Word.run(async (context) => {
      const controls = context.document.contentControls.load("items/tag,items/title");
      await context.sync();
      const control = byPlace(controls.items).get(place(tag, occurrence));
      if (!control) throw new MissingFieldError([tag]);
      control.select("Select");
      await context.sync();
    });
  },

  async save(contentCode) {
    const places = contentCode === undefined ? [] : codePlaces.filter((place) => place.code !== contentCode);
    const saving = (of: readonly { readonly id: number }[]) =>
      Word.run(async (context) => {
        for (const { id } of of) context.document.contentControls.getById(id).insertText(`${codeLabel} ${contentCode}`, "Replace");
        context.document.save();
        await context.sync();
      });
    try {
      await saving(places);
      codePlaces = codePlaces.map((place) => ({ ...place, code: contentCode ?? place.code }));
    } catch (reason) {
      if (places.length === 0) throw reason;
      // A place that is gone or locked must not keep the document from being saved; the check of the print says that the code is old.
      await saving([]);
    }
  },

  async openNew(base64) {
    if (!Office.context.requirements.isSetSupported("WordApi", "1.3")) return false;
    await Word.run(async (context) => {
      context.application.createDocument(base64).open();
      await context.sync();
    });
    return true;
  },

  async onDirty(changed) {
    const events = Office.context.requirements.isSetSupported("WordApi", "1.5");
    // A host that refuses its events is looked at like one that has none.
    const stops = await Promise.all([onSelection(changed).catch(() => () => {}), events ? onControls(changed).catch(() => nowAndThen(changed)) : nowAndThen(changed)]);
    return () => stops.forEach((stop) => stop());
  },
};

/** How often a host without events is looked at. One sync each, only while the pane is seen. */
const lookEveryMs = 3000;

function nowAndThen(changed: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") changed();
  }, lookEveryMs);
  return () => clearInterval(timer);
}

/** The caret moved: every version of Word tells that, and desktops tell of typing only when a control is left. */
async function onSelection(changed: () => void): Promise<() => void> {
  const handler = () => changed();
  await common<void>((done) => Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, handler, done));
  return () => Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler });
}

async function onControls(changed: () => void): Promise<() => void> {
  const handlers = await Word.run(async (context) => {
    const controls = context.document.contentControls.load("items/tag");
    await context.sync();
    // Events say only that something may have changed: desktop raises them on leaving the control, the web while typing.
    // The places of the content code are written by us alone.
    const added = controls.items.filter((control) => control.tag !== codeTag).map((control) => {
      control.track();
      return control.onDataChanged.add(() => Promise.resolve(changed()));
    });
    await context.sync();
    return added;
  });
  return () => {
    const first = handlers[0];
    if (!first) return;
    // The handlers belong to the context that added them; the typings know only objects here, the documentation passes the context.
    void Word.run(first.context as unknown as OfficeExtension.ClientObject, async (context) => {
      handlers.forEach((handler) => handler.remove());
      await context.sync();
    });
  };
}

const place = (tag: string, occurrence: number) => `${occurrence}:${tag}`;

function numbered(controls: readonly Word.ContentControl[]): HostField[] {
  const seen = new Map<string, number>();
  return controls
    .filter((control) => control.tag !== "")
    .map((control) => {
      const occurrence = seen.get(control.tag) ?? 0;
      seen.set(control.tag, occurrence + 1);
      return { tag: control.tag, occurrence, title: control.title, text: control.text };
    });
}

function byPlace(controls: readonly Word.ContentControl[]): Map<string, Word.ContentControl> {
  const seen = new Map<string, number>();
  const places = new Map<string, Word.ContentControl>();
  for (const control of controls) {
    const occurrence = seen.get(control.tag) ?? 0;
    seen.set(control.tag, occurrence + 1);
    places.set(place(control.tag, occurrence), control);
  }
  return places;
}

async function partsIn<T>(namespace: string, parse: (xml: string) => T | null): Promise<{ part: Office.CustomXmlPart; content: T | null }[]> {
  const parts = await common<Office.CustomXmlPart[]>((done) => Office.context.document.customXmlParts.getByNamespaceAsync(namespace, done));
  return Promise.all(parts.map(async (part) => ({ part, content: parse(await common<string>((done) => part.getXmlAsync(done))) })));
}

async function replaceParts(namespace: string, xml: string): Promise<void> {
  const old = await common<Office.CustomXmlPart[]>((done) => Office.context.document.customXmlParts.getByNamespaceAsync(namespace, done));
  // Add first: a document between the two steps has it twice, never not at all.
  await common<Office.CustomXmlPart>((done) => Office.context.document.customXmlParts.addAsync(xml, done));
  for (const part of old) {
    await common<void>((done) => part.deleteAsync(done));
  }
}

/** The Common API calls back; this makes it a promise that rejects with the host's error. */
function common<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(result.error.message));
    });
  });
}
