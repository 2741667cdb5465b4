import { isSupported, type Level } from "./levels.js";
import { FakeContext, HostError, Loadable } from "./proxies.js";
import { XlsxModel } from "./sheet.js";

/** What a test can do with the fake Excel in the page. */
export interface FakeExcelHandle {
  /** Types into a body cell of a table, 0-based row, column by its header. */
  type(table: string, row: number, header: string, value: string): void;
  cell(table: string, row: number, header: string): string;
  rows(table: string): number;
  selected(): string | null;
  filters(): Record<string, readonly string[]>;
  file(): string;
  syncs(): number;
  resetSyncs(): void;
}

/** Puts a fake Excel behind the public names of office.js, over the real workbook. */
export function installFakeExcel(base64: string, level: Level): void {
  const model = new XlsxModel(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  let selected: string | null = null;
  const filters: Record<string, readonly string[]> = {};
  let syncs = 0;

  const tableOf = (name: string) => {
    const table = model.table(name);
    if (!table) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return table;
  };

  class FakeRange {
    private readonly state = new Loadable<{ text: string[][]; values: unknown[][] }>();
    constructor(private readonly context: FakeContext, private readonly area: () => { sheet: string; top: number; left: number; bottom: number; right: number }) {}
    get text() {
      return this.state.read("text");
    }
    get values() {
      return this.state.read("values");
    }
    set values(grid: unknown[][]) {
      this.context.enqueue(() => {
        const area = this.area();
        grid.forEach((row, down) =>
          row.forEach((value, across) => {
            if (!model.writable(area.sheet, area.top + down, area.left + across)) throw new HostError("AccessDenied", "You can't change this: the sheet is protected.");
            model.write(area.sheet, area.top + down, area.left + across, typeof value === "number" ? value : String(value));
          }),
        );
      });
    }
    load(_: string) {
      this.context.enqueue(() => {
        const area = this.area();
        const text = [];
        for (let row = area.top; row <= area.bottom; row++) {
          const line = [];
          for (let column = area.left; column <= area.right; column++) line.push(model.text(area.sheet, row, column));
          text.push(line);
        }
        this.state.fill({ text, values: text });
      });
      return this;
    }
    getCell(row: number, column: number) {
      return new FakeRange(this.context, () => {
        const area = this.area();
        return { sheet: area.sheet, top: area.top + row, bottom: area.top + row, left: area.left + column, right: area.left + column };
      });
    }
    getRow(row: number) {
      return new FakeRange(this.context, () => {
        const area = this.area();
        return { ...area, top: area.top + row, bottom: area.top + row };
      });
    }
    select() {
      this.context.enqueue(() => {
        const area = this.area();
        selected = `${area.top}:${area.bottom}`;
      });
    }
  }

  class FakeTable {
    private readonly state = new Loadable<{ name: string; isNullObject: boolean }>();
    constructor(private readonly context: FakeContext, private readonly wanted: string, private readonly orNull: boolean) {
      context.enqueue(() => {
        if (orNull) this.state.fill({ isNullObject: !model.table(wanted) });
        else tableOf(wanted);
      });
    }
    get isNullObject() {
      return this.state.read("isNullObject");
    }
    get name() {
      return this.state.read("name");
    }
    load(_: string) {
      this.context.enqueue(() => this.state.fill({ name: this.wanted }));
      return this;
    }
    getHeaderRowRange() {
      return new FakeRange(this.context, () => ({ ...tableOf(this.wanted), bottom: tableOf(this.wanted).top }));
    }
    getDataBodyRange() {
      return new FakeRange(this.context, () => ({ ...tableOf(this.wanted), top: tableOf(this.wanted).top + 1 }));
    }
    get columns() {
      return {
        getItem: (column: string) => ({
          filter: {
            applyValuesFilter: (values: string[]) => this.context.enqueue(() => (filters[column] = values)),
            clear: () => this.context.enqueue(() => delete filters[column]),
          },
        }),
      };
    }
  }

  async function run(work: (context: unknown) => Promise<unknown>): Promise<unknown> {
    const context = new FakeContext(2, () => syncs++);
    const parts = (namespace: string) => {
      const state = new Loadable<{ items: unknown[] }>();
      return {
        get items() {
          return state.read("items");
        },
        load() {
          context.enqueue(() =>
            state.fill({
              items: model.customXml(namespace).map((xml) => ({
                getXml() {
                  const result = new Loadable<{ value: string }>();
                  context.enqueue(() => result.fill({ value: xml }));
                  return {
                    get value() {
                      return result.read("value");
                    },
                  };
                },
              })),
            }),
          );
          return this;
        },
      };
    };
    const result = await work(
      Object.assign(context, {
        workbook: {
          customXmlParts: { getByNamespace: parts },
          tables: {
            getItem: (name: string) => new FakeTable(context, name, false),
            getItemOrNullObject: (name: string) => new FakeTable(context, name, true),
          },
        },
      }),
    );
    await context.sync();
    return result;
  }

  const office = {
    HostType: { Word: "Word", Excel: "Excel" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: async () => ({ host: "Excel", platform: level === "Web" ? "OfficeOnline" : "PC" }),
    context: {
      displayLanguage: "zh-CN",
      diagnostics: { host: "Excel", platform: level === "Web" ? "OfficeOnline" : "PC", version: "16.0" },
      officeTheme: { isDarkTheme: false },
      partitionKey: "fake",
      requirements: { isSetSupported: (set: string, version = "1.1") => isSupported(level, set, version) },
      document: { url: "" },
    },
  };

  const place = (table: string, row: number, header: string) => {
    const found = tableOf(table);
    for (let column = found.left; column <= found.right; column++) {
      if (model.text(found.sheet, found.top, column) === header) return { sheet: found.sheet, row: found.top + 1 + row, column };
    }
    throw new Error(`no column ${header}`);
  };
  const handle: FakeExcelHandle = {
    type(table, row, header, value) {
      const at = place(table, row, header);
      model.write(at.sheet, at.row, at.column, value);
    },
    cell(table, row, header) {
      const at = place(table, row, header);
      return model.text(at.sheet, at.row, at.column);
    },
    rows: (table) => tableOf(table).bottom - tableOf(table).top,
    selected: () => selected,
    filters: () => filters,
    file() {
      const bytes = model.toBytes();
      let text = "";
      for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      return btoa(text);
    },
    syncs: () => syncs,
    resetSyncs: () => (syncs = 0),
  };

  Object.assign(globalThis, { Office: office, Excel: { run }, fakeExcel: handle });
}
