import type { Area, OpenWorkbook } from "./excel-sheet.js";
import { HostError, Loadable, names, type FakeContext } from "./proxies.js";
import type { Faked } from "./typed.js";

type Kept = "rowIndex" | "rowCount" | "columnCount" | "values" | "text" | "rowHidden";

/** A range that is looked up when its context syncs. */
export class FakeRange implements Faked<Excel.Range, Kept | "getCell" | "getRow" | "getResizedRange" | "getVisibleView" | "select" | "load"> {
  private readonly state = new Loadable<Pick<Excel.Range, Kept>>();

  constructor(private readonly context: FakeContext, private readonly book: OpenWorkbook, private readonly area: () => Area) {}

  get rowIndex() {
    return this.state.read("rowIndex");
  }
  get rowCount() {
    return this.state.read("rowCount");
  }
  get columnCount() {
    return this.state.read("columnCount");
  }
  get rowHidden() {
    return this.state.read("rowHidden");
  }
  get text() {
    return this.state.read("text");
  }
  get values(): Excel.Range["values"] {
    return this.state.read("values");
  }
  set values(grid: unknown[][]) {
    this.context.enqueue(() => this.book.write(this.area(), grid));
  }
  get format() {
    // Mixed cells answer null, whatever the typings promise.
    const locked = new Loadable<{ locked: boolean | null }>();
    const protection = {
      get locked() {
        return locked.read("locked");
      },
      load: () => {
        this.context.enqueue(() => {
          const cells = this.cells().flat().map(({ row, column, sheet }) => this.book.model.locked(sheet, row, column));
          locked.fill({ locked: cells.every(Boolean) ? true : cells.some(Boolean) ? null : false });
        });
        return protection;
      },
    };
    return { protection: protection satisfies { [K in keyof Pick<Excel.FormatProtection, "locked" | "load">]: unknown } };
  }

  load(wanted?: unknown) {
    this.context.enqueue(() => {
      const area = this.area();
      const asked = names(wanted as string);
      if (asked.includes("rowIndex")) this.state.fill({ rowIndex: area.top - 1 });
      if (asked.includes("rowCount")) this.state.fill({ rowCount: area.bottom - area.top + 1 });
      if (asked.includes("columnCount")) this.state.fill({ columnCount: area.right - area.left + 1 });
      if (asked.includes("rowHidden")) this.state.fill({ rowHidden: this.book.model.isHidden(area.sheet, area.top) });
      if (asked.includes("values") || asked.includes("text")) {
        const text = this.cells().map((row) => row.map((cell) => this.book.model.text(cell.sheet, cell.row, cell.column)));
        if (asked.includes("text")) this.state.fill({ text });
        if (asked.includes("values")) this.state.fill({ values: text });
      }
    });
    return this;
  }

  getCell(row: number, column: number) {
    return this.part((area) => ({ ...area, top: area.top + row, bottom: area.top + row, left: area.left + column, right: area.left + column }));
  }
  getRow(row: number) {
    return this.part((area) => ({ ...area, top: area.top + row, bottom: area.top + row }));
  }
  getResizedRange(rows: number, columns: number) {
    return this.part((area) => ({ ...area, bottom: area.bottom + rows, right: area.right + columns }));
  }
  /** Only rows that no filter hides; none at all is an error, as in the real one. */
  getVisibleView() {
    const state = new Loadable<{ cellAddresses: string[][] }>();
    const view = {
      get cellAddresses() {
        return state.read("cellAddresses");
      },
      load: (_?: unknown) => {
        this.context.enqueue(() => {
          const shown = this.cells().filter(([first]) => first && !this.book.model.isHidden(first.sheet, first.row));
          if (shown.length === 0) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
          state.fill({ cellAddresses: shown.map((row) => row.map((cell) => `学分审核!A${cell.row}`)) });
        });
        return view;
      },
    };
    return view satisfies Faked<Excel.RangeView, "cellAddresses" | "load">;
  }
  select() {
    this.context.enqueue(() => {
      this.book.selection = [this.area()];
      this.book.raise(this.book.selectionChanged, undefined);
    });
  }

  private cells() {
    const { sheet, top, left, bottom, right } = this.area();
    return Array.from({ length: bottom - top + 1 }, (_, down) => Array.from({ length: right - left + 1 }, (_, across) => ({ sheet, row: top + down, column: left + across })));
  }
  private part(of: (area: Area) => Area) {
    return new FakeRange(this.context, this.book, () => of(this.area()));
  }
}

class FakeProtection implements Faked<Excel.WorksheetProtection, "protected" | "protect" | "unprotect" | "load"> {
  private readonly state = new Loadable<{ protected: boolean; options: Record<string, unknown> }>();
  constructor(private readonly context: FakeContext, private readonly book: OpenWorkbook, private readonly sheet: () => string) {}
  get protected() {
    return this.state.read("protected");
  }
  get options(): Excel.WorksheetProtectionOptions {
    return this.state.read("options");
  }
  load(wanted?: unknown) {
    this.context.enqueue(() => {
      const asked = names(wanted as string);
      if (asked.includes("protected")) this.state.fill({ protected: this.book.model.protection(this.sheet()) !== null });
      if (asked.includes("options")) this.state.fill({ options: this.book.protectionOptions(this.sheet()) });
    });
    return this;
  }
  protect(options?: Excel.WorksheetProtectionOptions) {
    this.context.enqueue(() => this.book.protect(this.sheet(), { ...options }));
  }
  unprotect() {
    this.context.enqueue(() => this.book.unprotect(this.sheet()));
  }
}

/** Handlers are added and removed when their context syncs. */
const fakeEvent = <T>(context: FakeContext, handlers: Set<(event: T) => unknown>) =>
  ({
    add(handler: (event: T) => unknown) {
      context.enqueue(() => handlers.add(handler));
      return { context, remove: () => void context.enqueue(() => handlers.delete(handler)) } satisfies Faked<OfficeExtension.EventHandlerResult<T>, "remove"> & { context: FakeContext };
    },
  }) satisfies Faked<OfficeExtension.EventHandlers<T>, "add">;

export class FakeSheet implements Faked<Excel.Worksheet, "id" | "activate" | "load"> {
  private readonly state = new Loadable<{ id: string }>();
  readonly protection: FakeProtection;
  constructor(private readonly context: FakeContext, private readonly book: OpenWorkbook, private readonly sheet: () => string) {
    this.protection = new FakeProtection(context, book, sheet);
  }
  get onChanged() {
    return fakeEvent(this.context, this.book.changed);
  }
  get id() {
    return this.state.read("id");
  }
  load(_?: unknown) {
    this.context.enqueue(() => this.state.fill({ id: this.sheet() }));
    return this;
  }
  activate() {
    this.context.enqueue(() => undefined);
  }
}

/** A table; where it was asked for with OrNullObject and is missing, everything below it is a null object too. */
export class FakeTable
  implements Faked<Excel.Table, "name" | "isNullObject" | "getHeaderRowRange" | "getDataBodyRange" | "clearFilters" | "load">
{
  private readonly state = new Loadable<{ name: string; isNullObject: boolean }>();
  constructor(private readonly context: FakeContext, private readonly book: OpenWorkbook, private readonly wanted: string, private readonly orNull: boolean) {
    context.enqueue(() => {
      if (orNull) this.state.fill({ isNullObject: !book.model.table(wanted) });
      else book.table(wanted);
    });
  }
  get isNullObject() {
    return this.state.read("isNullObject");
  }
  get name() {
    return this.state.read("name");
  }
  load(_?: unknown) {
    this.context.enqueue(() => this.state.fill({ name: this.wanted }));
    return this;
  }
  get worksheet() {
    return new FakeSheet(this.context, this.book, () => this.found()?.sheet ?? "");
  }
  getHeaderRowRange() {
    return this.range((table) => ({ ...table, bottom: table.top }));
  }
  getDataBodyRange() {
    return this.range((table) => ({ ...table, top: table.top + 1 }));
  }
  clearFilters() {
    this.context.enqueue(() => {
      for (const header of [...this.book.filters.keys()]) this.book.filter(this.wanted, header, null);
    });
  }
  get columns() {
    const column = (header: string) =>
      ({
        getDataBodyRange: () => this.range(() => this.book.column(this.wanted, header)),
        filter: {
          applyValuesFilter: (values: (string | Excel.FilterDatetime)[]) => void this.context.enqueue(() => this.book.filter(this.wanted, header, (text) => values.includes(text))),
          applyCustomFilter: (criterion: string) =>
            void this.context.enqueue(() => {
              if (criterion !== "<>" && criterion !== "=") throw new HostError("InvalidArgument", `The fake knows <> and =, not ${criterion}.`);
              this.book.filter(this.wanted, header, (text) => (text === "") === (criterion === "="));
            }),
          clear: () => void this.context.enqueue(() => this.book.filter(this.wanted, header, null)),
        } satisfies Faked<Excel.Filter, "applyValuesFilter" | "applyCustomFilter" | "clear">,
      }) satisfies Faked<Excel.TableColumn, "getDataBodyRange"> & { filter: unknown };
    return { getItem: (header) => column(String(header)) } satisfies Faked<Excel.TableColumnCollection, "getItem">;
  }
  get onSelectionChanged() {
    return fakeEvent(this.context, this.book.selectionChanged);
  }

  private found() {
    return this.orNull ? this.book.model.table(this.wanted) : this.book.table(this.wanted);
  }
  private range(of: (table: Area) => Area) {
    // Below a null object every load is answered with nothing.
    return new FakeRange(this.context, this.book, () => (this.found() ? of(this.found()!) : { sheet: "", top: 1, bottom: 0, left: 1, right: 0 }));
  }
}

/** The selected areas; a picture in place of cells is an error. */
export function fakeSelection(context: FakeContext, book: OpenWorkbook) {
  const areas = new Loadable<{ items: { rowIndex: number; rowCount: number }[] }>();
  const selected = () => {
    if (!book.selection) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
    return book.selection;
  };
  const shown: Faked<Excel.RangeCollection, "load"> & { items: Pick<Excel.Range, "rowIndex" | "rowCount">[] } = {
    get items() {
      return areas.read("items");
    },
    load(_?: unknown) {
      context.enqueue(() => areas.fill({ items: selected().map((area) => ({ rowIndex: area.top - 1, rowCount: area.bottom - area.top + 1 })) }));
      return this;
    },
  };
  return {
    worksheet: new FakeSheet(context, book, () => selected()[0]?.sheet ?? ""),
    areas: shown,
  } satisfies { [K in keyof Pick<Excel.RangeAreas, "worksheet" | "areas">]: unknown };
}
