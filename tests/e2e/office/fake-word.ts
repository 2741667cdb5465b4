import { DocxModel, property, replaceText, textOf } from "./model.js";
import { isSupported, type Level, type Quirks } from "./levels.js";
import { FakeContext, HostError, Loadable, names } from "./proxies.js";
import type { Faked } from "./typed.js";

/** What a test can do with the fake Word in the page: be the person at the keyboard, and look at the file. */
export interface FakeWordHandle {
  type(tag: string, occurrence: number, text: string): void;
  /** Typing that raises no event (yet): the caret is still in the control. */
  typeSilently(tag: string, occurrence: number, text: string): void;
  /** A co-author types; with the quirk it arrives only while the host saves. */
  coAuthor(tag: string, occurrence: number, text: string): void;
  /** Deletes a control with what is in it, or its whole table row. */
  remove(tag: string, occurrence: number, whole: "control" | "row"): void;
  /** The person moves the caret. */
  moveCaret(): void;
  text(tag: string, occurrence: number): string;
  selected(): string | null;
  /** The file as last saved by the pane's save(), base64; null before. */
  saved(): string | null;
  /** The file as it stands, base64. */
  file(): string;
  /** Documents that the pane opened beside this one, base64. */
  opened(): readonly string[];
  syncs(): number;
  resetSyncs(): void;
}

const wordPrompt = "单击或点击此处输入文字。";

/** Puts a fake Word behind the public names of office.js. Controls are queued proxies over the real file's DOM. */
export function installFakeWord(base64: string, level: Level, quirks: Quirks): void {
  const model = new DocxModel(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  if (quirks.rowControlsWrapped) model.wrapRows();
  const handlers = new Map<Element, Set<(event: never) => Promise<unknown>>>();
  let selected: string | null = null;
  let saved: Uint8Array | null = null;
  const opened: string[] = [];
  let syncs = 0;

  const inBody = (control: Element) => control.ownerDocument === model.xml;
  const shown = () => model.controls().filter((control) => !quirks.footersUnseen || inBody(control));
  const controlsNow = () => model.controls().filter((control) => property(control, "tag") !== "");
  const find = (tag: string, occurrence: number): Element => {
    const control = controlsNow().filter((one) => property(one, "tag") === tag)[occurrence];
    if (!control) throw new Error(`no control ${tag} ${occurrence}`);
    return control;
  };
  const raise = (control: Element, source: "Local" | "Remote" = "Local") => handlers.get(control)?.forEach((handler) => void handler({ source } as never));
  const selectionHandlers = new Set<() => void>();
  const waiting: (() => void)[] = [];
  const change = (control: Element, text: string) =>
    replaceText(control, text, quirks.defaultPrompt ? wordPrompt : `请填写${property(control, "alias")}`);

  type ControlMembers = "tag" | "title" | "text" | "id" | "load" | "insertText" | "select" | "track";

  class FakeControl implements Faked<Word.ContentControl, ControlMembers> {
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
    load(wanted: unknown) {
      this.context.enqueue(() => this.take(names(wanted as string)));
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
    track() {
      return this;
    }
    get onDataChanged(): Faked<OfficeExtension.EventHandlers<Word.ContentControlDataChangedEventArgs>, "add"> {
      if (!isSupported(level, "WordApi", "1.5")) throw new HostError("ApiNotFound", "The API 'onDataChanged' is not supported by this version of Word.");
      return {
        add: (handler: (event: never) => Promise<unknown>) => {
          this.context.enqueue(() => {
            const set = handlers.get(this.element) ?? new Set();
            set.add(handler);
            handlers.set(this.element, set);
          });
          const result: Faked<OfficeExtension.EventHandlerResult<Word.ContentControlDataChangedEventArgs>, "remove"> & { context: FakeContext } = {
            context: this.context,
            remove: () => this.context.enqueue(() => handlers.get(this.element)?.delete(handler)),
          };
          return result;
        },
      };
    }
  }

  class FakeCollection implements Faked<Word.ContentControlCollection, "load"> {
    private readonly state = new Loadable<{ items: FakeControl[] }>();
    constructor(private readonly context: FakeContext) {}
    get items(): readonly Faked<Word.ContentControl, ControlMembers>[] {
      return this.state.read("items");
    }
    load(wanted: unknown) {
      this.context.enqueue(() => {
        const items = shown().map((element) => new FakeControl(element, this.context));
        items.forEach((item) => item.take(names(wanted as string)));
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
    (context as { application?: unknown }).application ??= {
      createDocument: (base64: string) => {
        if (!isSupported(level, "WordApi", "1.3")) throw new HostError("ApiNotFound", "The API 'createDocument' is not supported by this version of Word.");
        return {
          open: () =>
            context.enqueue(() => {
              if (quirks.newDocumentDenied) throw new HostError("GeneralException", "There was an internal error while processing the request.");
              opened.push(base64);
            }),
        };
      },
    };
    context.document ??= {
      contentControls: Object.assign(new FakeCollection(context), { getById: (id: number) => byId(id, context) }),
      save: () =>
        context.enqueue(() => {
          // Others' edits come in while the host saves.
          waiting.splice(0).forEach((edit) => edit());
          const write = () => (saved = model.toBytes());
          if (quirks.saveResolvesEarly) setTimeout(write, 1500);
          else write();
        }),
    } satisfies Faked<Word.Document, "save"> & { contentControls: FakeCollection };
    const result = await work(context);
    await context.sync();
    return result;
  }

  const succeeded = <T>(value: T) => ({ status: "succeeded", value }) as unknown as Office.AsyncResult<T>;
  const failed = <T>(message: string) => ({ status: "failed", error: { name: "Error", message, code: 6000 } }) as unknown as Office.AsyncResult<T>;
  const later = (work: () => void) => void setTimeout(work, 2);
  type Done<T> = (result: Office.AsyncResult<T>) => void;
  type FakePart = Faked<Office.CustomXmlPart, "getXmlAsync" | "deleteAsync">;
  const part = (name: string): FakePart => ({
    getXmlAsync: (done?: Done<string>) => later(() => done?.(succeeded(new TextDecoder().decode(model.parts[name]!)))),
    deleteAsync: (done?: Done<void>) => later(() => (model.removePart(name), done?.(succeeded(undefined)))),
  });
  const real = (fake: FakePart) => fake as Office.CustomXmlPart;
  const customXmlParts: Faked<Office.CustomXmlParts, "getByNamespaceAsync" | "addAsync"> = {
    getByNamespaceAsync: (namespace: string, done?: Done<Office.CustomXmlPart[]>) =>
      later(() => done?.(namespace === "" ? failed("invalid namespace") : succeeded(model.customXml(namespace).map(({ name }) => real(part(name)))))),
    // #1643: a declaration at the start is refused.
    addAsync: (xml: string, done?: Done<Office.CustomXmlPart>) =>
      later(() => done?.(xml.startsWith("<?xml") ? failed("The XML is not valid.") : succeeded(real(part(model.addCustomXml(xml)))))),
  };
  const selection = "documentSelectionChanged";
  const common: Faked<Office.Document, "addHandlerAsync" | "removeHandlerAsync"> = {
    addHandlerAsync: (type: unknown, handler: () => void, done?: unknown) => {
      if (type === selection) selectionHandlers.add(handler);
      later(() => (done as Done<void> | undefined)?.(succeeded(undefined)));
    },
    removeHandlerAsync: (type: unknown, options?: unknown) => {
      const { handler } = (options ?? {}) as { handler?: () => void };
      if (type === selection && handler) selectionHandlers.delete(handler);
    },
  };

  const platform = level === "Web" ? "OfficeOnline" : "PC";
  const office = {
    HostType: { Word: "Word", Excel: "Excel" } satisfies Record<keyof Pick<typeof Office.HostType, "Word" | "Excel">, string>,
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" } satisfies Record<keyof typeof Office.AsyncResultStatus, string>,
    EventType: { DocumentSelectionChanged: selection } satisfies Record<keyof Pick<typeof Office.EventType, "DocumentSelectionChanged">, string>,
    onReady: async () => ({ host: "Word", platform }),
    context: {
      displayLanguage: "zh-CN",
      diagnostics: { host: "Word", platform, version: "16.0" },
      officeTheme: { isDarkTheme: false },
      partitionKey: "fake",
      requirements: { isSetSupported: (set: string, version: string | number = "1.1") => isSupported(level, set, String(version)) } satisfies Faked<Office.RequirementSetSupport, "isSetSupported">,
      document: { url: quirks.emptyUrl ? "" : "https://example.invalid/form.docx", customXmlParts, ...common },
    } satisfies Partial<Record<keyof Office.Context, unknown>>,
  } satisfies Partial<Record<keyof typeof Office, unknown>>;

  const handle: FakeWordHandle = {
    type(tag, occurrence, text) {
      const control = find(tag, occurrence);
      change(control, text);
      if (quirks.dataChangedOnExit) setTimeout(() => raise(control), 300);
      else raise(control);
    },
    typeSilently: (tag, occurrence, text) => change(find(tag, occurrence), text),
    coAuthor(tag, occurrence, text) {
      const edit = () => {
        const control = find(tag, occurrence);
        change(control, text);
        raise(control, "Remote");
      };
      if (quirks.coAuthorEditsWhileSaving) waiting.push(edit);
      else edit();
    },
    remove(tag, occurrence, whole) {
      const control = find(tag, occurrence);
      (whole === "row" ? control.closest("tr") : control)?.remove();
    },
    moveCaret: () => selectionHandlers.forEach((handler) => handler()),
    text: (tag, occurrence) => textOf(find(tag, occurrence)),
    selected: () => selected,
    saved: () => saved && toBase64(saved),
    file: () => toBase64(model.toBytes()),
    opened: () => opened,
    syncs: () => syncs,
    resetSyncs: () => (syncs = 0),
  };

  Object.assign(globalThis, { Office: office, Word: { run } satisfies Faked<typeof Word, "run">, fakeWord: handle });
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}
