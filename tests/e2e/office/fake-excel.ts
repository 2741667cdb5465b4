import { FakeTable, fakeSelection } from "./excel-proxies.js";
import { OpenWorkbook, type Area } from "./excel-sheet.js";
import { isSupported, type Level, type Quirks } from "./levels.js";
import { FakeContext, HostError, Loadable } from "./proxies.js";
import { XlsxModel } from "./sheet.js";
import type { Faked } from "./typed.js";

/** What a test can do with the fake Excel in the page: be the person at the keyboard, and look at the file. */
export interface FakeExcelHandle {
  /** Types into the cell of the row whose name column says so; `list` is a choice from the cell's list. */
  type(table: string, row: number, header: string, value: string, list?: boolean): void;
  cell(table: string, row: number, header: string): string;
  /** 0-based row of the first body row with this text in this column. */
  find(table: string, header: string, text: string): number;
  rows(table: string): number;
  /** 0-based body rows that are not hidden. */
  shown(table: string): number[];
  /** Selects body rows, each run an area of its own; an empty list selects a picture. */
  select(table: string, rows: readonly number[]): void;
  selected(table: string): number[];
  sort(table: string, header: string, descending?: boolean): void;
  protection(table: string): Record<string, string> | null;
  failNextWrite(): void;
  /** The workbook that createWorkbook was given, base64; null before. */
  opened(): string | null;
  file(): string;
  syncs(): number;
  resetSyncs(): void;
}

/** Puts a fake Excel behind the public names of office.js, over the real workbook. */
export function installFakeExcel(base64: string, level: Level, quirks: Quirks): void {
  const model = new XlsxModel(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  const book = new OpenWorkbook(model, quirks);
  let syncs = 0;
  if (quirks.keysLocked) {
    for (const header of ["键", "版本", "底稿"]) {
      const area = book.column("review", header);
      model.lock(area.sheet, area.left, area.top, area.bottom, { row: area.top - 1, column: area.left });
    }
  }

  const customXmlParts = (context: FakeContext): Faked<Excel.CustomXmlPartCollection, "getByNamespace"> => ({
    getByNamespace: (namespace) => {
      const state = new Loadable<{ items: unknown[] }>();
      const part = (xml: string) =>
        ({
        getXml() {
          const result = new Loadable<{ value: string }>();
          context.enqueue(() => result.fill({ value: xml }));
          return {
            get value() {
              return result.read("value");
            },
          } satisfies Pick<OfficeExtension.ClientResult<string>, "value">;
        },
      }) satisfies Faked<Excel.CustomXmlPart, "getXml">;
      const parts: Faked<Excel.CustomXmlPartScopedCollection, "load"> & { items: unknown[] } = {
        get items() {
          return state.read("items");
        },
        load() {
          context.enqueue(() => state.fill({ items: model.customXml(namespace).map(part) }));
          return this;
        },
      };
      return parts;
    },
  });
  const customProperties = (context: FakeContext): Faked<Excel.CustomPropertyCollection, "getItemOrNullObject"> => ({
    getItemOrNullObject: (name) => {
      const state = new Loadable<{ isNullObject: boolean; value: string }>();
      const property: Faked<Excel.CustomProperty, "isNullObject" | "value" | "load"> = {
        get isNullObject() {
          return state.read("isNullObject");
        },
        get value() {
          return state.read("value");
        },
        load(_?: unknown) {
          context.enqueue(() => {
            const value = model.property(name);
            state.fill(value === undefined ? { isNullObject: true } : { isNullObject: false, value });
          });
          return this;
        },
      };
      return property;
    },
  });

  async function run(first: unknown, second?: unknown): Promise<unknown> {
    const work = (second ?? first) as (context: object) => Promise<unknown>;
    const context = second ? (first as FakeContext) : new FakeContext(2, () => syncs++);
    const workbook = {
      customXmlParts: customXmlParts(context),
      properties: { custom: customProperties(context) },
      tables: {
        getItem: (name: string) => new FakeTable(context, book, name, false),
        getItemOrNullObject: (name: string) => new FakeTable(context, book, name, true),
      } satisfies Faked<Excel.TableCollection, "getItem" | "getItemOrNullObject">,
      getSelectedRanges: () => fakeSelection(context, book),
    } satisfies Faked<Excel.Workbook, "getSelectedRanges"> & { [K in keyof Pick<Excel.Workbook, "customXmlParts" | "properties" | "tables">]: unknown };
    const result = await work(Object.assign(context, { workbook }));
    await context.sync();
    return result;
  }

  const office = {
    HostType: { Word: "Word", Excel: "Excel" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async () => ({ host: "Excel", platform: level === "Web" ? "OfficeOnline" : "PC" }),
    context: {
      displayLanguage: quirks.english ? "en-US" : "zh-CN",
      diagnostics: { host: "Excel", platform: level === "Web" ? "OfficeOnline" : "PC", version: "16.0" },
      officeTheme: { isDarkTheme: quirks.dark ?? false },
      partitionKey: "fake",
      requirements: { isSetSupported: (set: string, version: string | number = "1.1") => isSupported(level, set, String(version)) } satisfies Faked<Office.RequirementSetSupport, "isSetSupported">,
      document: { url: "" },
    },
  };
  const createWorkbook = async (content?: string) => {
    if (!isSupported(level, "ExcelApi", "1.8")) throw new HostError("ApiNotFound", "The API 'createWorkbook' is not supported by this version of Excel.");
    book.opened = content ?? "";
  };

  Object.assign(globalThis, { Office: office, Excel: { run, createWorkbook } satisfies Faked<typeof Excel, "run" | "createWorkbook">, OfficeExtension: { Error: HostError }, fakeExcel: handleOf(book, () => syncs, () => (syncs = 0)) });
}

function handleOf(book: OpenWorkbook, syncs: () => number, resetSyncs: () => void): FakeExcelHandle {
  const { model, quirks } = book;
  const at = (name: string, row: number, header: string) => {
    const area = book.column(name, header);
    return [area.sheet, area.top + row, area.left] as const;
  };
  const rowsOf = (name: string) => Array.from({ length: book.table(name).bottom - book.table(name).top }, (_, row) => row);
  return {
    type(name, row, header, value, list = false) {
      model.write(...at(name, row, header), value);
      if (!(list && quirks.listChoiceSilent)) book.raise(book.changed, { triggerSource: "Unknown" });
    },
    cell: (name, row, header) => model.text(...at(name, row, header)),
    find: (name, header, text) => rowsOf(name).find((row) => model.text(...at(name, row, header)) === text) ?? -1,
    rows: (name) => rowsOf(name).length,
    shown: (name) => rowsOf(name).filter((row) => !model.isHidden(book.table(name).sheet, book.table(name).top + 1 + row)),
    select(name, rows) {
      const table = book.table(name);
      const areas: Area[] = [];
      for (const row of [...rows].sort((left, right) => left - right)) {
        const last = areas.at(-1);
        const sheetRow = table.top + 1 + row;
        if (last && last.bottom + 1 === sheetRow) areas[areas.length - 1] = { ...last, bottom: sheetRow };
        else areas.push({ sheet: table.sheet, top: sheetRow, bottom: sheetRow, left: table.left, right: table.right });
      }
      book.selection = areas.length > 0 ? areas : null;
      book.raise(book.selectionChanged, undefined);
    },
    selected: (name) => (book.selection ?? []).flatMap((area) => Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index - book.table(name).top - 1)),
    sort: (name, header, descending = false) => book.sort(name, header, descending),
    protection: (name) => model.protection(book.table(name).sheet),
    failNextWrite: () => {
      book.failNextWrite = true;
    },
    opened: () => book.opened,
    file() {
      const bytes = model.toBytes();
      let text = "";
      for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      return btoa(text);
    },
    syncs,
    resetSyncs,
  };
}
