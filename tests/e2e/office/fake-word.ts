import { DocxModel, property, replaceText, textOf } from "./model.js";
import { isSupported, type Level, type Quirks } from "./levels.js";
import { FakeContext, HostError, Loadable, names } from "./proxies.js";

/** What a test can do with the fake Word in the page: be the person at the keyboard, and look at the file. */
export interface FakeWordHandle {
  type(tag: string, occurrence: number, text: string): void;
  text(tag: string, occurrence: number): string;
  selected(): string | null;
  /** The file as last saved by the pane's save(), base64; null before. */
  saved(): string | null;
  /** The file as it stands, base64. */
  file(): string;
  syncs(): number;
  resetSyncs(): void;
}

const wordPrompt = "单击或点击此处输入文字。";

/** Puts a fake Word behind the public names of office.js. Controls are queued proxies over the real file's DOM. */
export function installFakeWord(base64: string, level: Level, quirks: Quirks): void {
  const model = new DocxModel(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  const handlers = new Map<Element, Set<(event: unknown) => Promise<void>>>();
  let selected: string | null = null;
  let saved: Uint8Array | null = null;
  let syncs = 0;

  const inBody = (control: Element) => control.ownerDocument === model.xml;
  const shown = () => model.controls().filter((control) => !quirks.footersUnseen || inBody(control));
  const controlsNow = () => model.controls().filter((control) => property(control, "tag") !== "");
  const find = (tag: string, occurrence: number): Element => {
    const control = controlsNow().filter((one) => property(one, "tag") === tag)[occurrence];
    if (!control) throw new Error(`no control ${tag} ${occurrence}`);
    return control;
  };
  const raise = (control: Element) => handlers.get(control)?.forEach((handler) => void handler({ source: "Local" }));
  const change = (control: Element, text: string) =>
    replaceText(control, text, quirks.defaultPrompt ? wordPrompt : `请填写${property(control, "alias")}`);

  class FakeControl {
    readonly state = new Loadable<{ tag: string; title: string; text: string; id: number }>();
    constructor(readonly element: Element, readonly context: FakeContext) {}
    get tag() {
      return this.state.read("tag");
    }
    get title() {
      return this.state.read("title");
    }
    get text() {
      return this.state.read("text");
    }
    get id() {
      return this.state.read("id");
    }
    take(wanted: readonly string[]) {
      if (wanted.includes("tag")) this.state.fill({ tag: property(this.element, "tag") });
      if (wanted.includes("title")) this.state.fill({ title: property(this.element, "alias") });
      if (wanted.includes("text")) this.state.fill({ text: textOf(this.element) });
      if (wanted.includes("id")) this.state.fill({ id: controlsNow().indexOf(this.element) + 1 });
    }
    load(wanted: string) {
      this.context.enqueue(() => this.take(names(wanted)));
      return this;
    }
    insertText(text: string, location: string) {
      this.context.enqueue(() => {
        if (quirks.footersLocked && !inBody(this.element)) throw new HostError("NotAllowed", "This operation is not permitted for the current object.");
        if (location !== "Replace") throw new HostError("InvalidArgument", `The fake knows Replace only, not ${location}.`);
        if (quirks.datePickerNotAllowed && this.element.getElementsByTagName("w:date").length > 0) throw new HostError("NotAllowed", "This operation is not permitted for the current object.");
        change(this.element, text);
        raise(this.element);
      });
      return this;
    }
    select() {
      this.context.enqueue(() => {
        const tag = property(this.element, "tag");
        selected = `${tag}#${controlsNow().filter((one) => property(one, "tag") === tag).indexOf(this.element)}`;
      });
    }
    track() {}
    get onDataChanged() {
      if (!isSupported(level, "WordApi", "1.5")) throw new HostError("ApiNotFound", "The API 'onDataChanged' is not supported by this version of Word.");
      return {
        add: (handler: (event: unknown) => Promise<void>) => {
          this.context.enqueue(() => {
            const set = handlers.get(this.element) ?? new Set();
            set.add(handler);
            handlers.set(this.element, set);
          });
          return { context: this.context, remove: () => this.context.enqueue(() => handlers.get(this.element)?.delete(handler)) };
        },
      };
    }
  }

  class FakeCollection {
    private readonly state = new Loadable<{ items: FakeControl[] }>();
    constructor(private readonly context: FakeContext) {}
    get items() {
      return this.state.read("items");
    }
    load(wanted: string) {
      this.context.enqueue(() => {
        const items = shown().map((element) => new FakeControl(element, this.context));
        items.forEach((item) => item.take(names(wanted)));
        this.state.fill({ items });
      });
      return this;
    }
  }

  const byId = (id: number, context: FakeContext) => {
    const element = controlsNow()[id - 1];
    if (element) return new FakeControl(element, context);
    const missing = () => context.enqueue(() => {
      throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    });
    return { insertText: missing };
  };

  async function run(first: unknown, second?: unknown): Promise<unknown> {
    const work = (second ?? first) as (context: object) => Promise<unknown>;
    const context = second ? (first as FakeContext & { document: unknown }) : Object.assign(new FakeContext(2, () => syncs++), { document: undefined as unknown });
    context.document ??= {
      contentControls: Object.assign(new FakeCollection(context), { getById: (id: number) => byId(id, context) }),
      save: () =>
        context.enqueue(() => {
          const write = () => (saved = model.toBytes());
          if (quirks.saveResolvesEarly) setTimeout(write, 1500);
          else write();
        }),
    };
    const result = await work(context);
    await context.sync();
    return result;
  }

  const succeeded = <T>(value: T) => ({ status: "succeeded", value });
  const failed = (message: string) => ({ status: "failed", error: { name: "Error", message, code: 6000 } });
  const later = (work: () => void) => setTimeout(work, 2);
  const part = (name: string) => ({
    getXmlAsync: (done: (result: unknown) => void) => later(() => done(succeeded(new TextDecoder().decode(model.parts[name]!)))),
    deleteAsync: (done: (result: unknown) => void) => later(() => (model.removePart(name), done(succeeded(undefined)))),
  });

  const office = {
    HostType: { Word: "Word", Excel: "Excel" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async () => ({ host: "Word", platform: level === "Web" ? "OfficeOnline" : "PC" }),
    context: {
      displayLanguage: "zh-CN",
      diagnostics: { host: "Word", platform: level === "Web" ? "OfficeOnline" : "PC", version: "16.0" },
      officeTheme: { isDarkTheme: false },
      partitionKey: "fake",
      requirements: { isSetSupported: (set: string, version = "1.1") => isSupported(level, set, version) },
      document: {
        url: quirks.emptyUrl ? "" : "https://example.invalid/form.docx",
        customXmlParts: {
          getByNamespaceAsync: (namespace: string, done: (result: unknown) => void) =>
            later(() => done(namespace === "" ? failed("invalid namespace") : succeeded(model.customXml(namespace).map(({ name }) => part(name))))),
          // #1643: a declaration at the start is refused.
          addAsync: (xml: string, done: (result: unknown) => void) =>
            later(() => done(xml.startsWith("<?xml") ? failed("The XML is not valid.") : succeeded(part(model.addCustomXml(xml))))),
        },
      },
    },
  };

  const handle: FakeWordHandle = {
    type(tag, occurrence, text) {
      const control = find(tag, occurrence);
      change(control, text);
      if (quirks.dataChangedOnExit) setTimeout(() => raise(control), 300);
      else raise(control);
    },
    text: (tag, occurrence) => textOf(find(tag, occurrence)),
    selected: () => selected,
    saved: () => saved && toBase64(saved),
    file: () => toBase64(model.toBytes()),
    syncs: () => syncs,
    resetSyncs: () => (syncs = 0),
  };

  Object.assign(globalThis, { Office: office, Word: { run }, fakeWord: handle });
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}
