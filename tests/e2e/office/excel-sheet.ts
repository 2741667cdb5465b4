import type { Quirks } from "./levels.js";
import { HostError } from "./proxies.js";
import type { Table, XlsxModel } from "./sheet.js";

/** A block of cells, 1-based like the file. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

type Filter = (text: string) => boolean;

const optionNames = {
  allowAutoFilter: "autoFilter",
  allowSort: "sort",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertRows: "insertRows",
  allowDeleteRows: "deleteRows",
} as const satisfies Partial<Record<keyof Excel.WorksheetProtectionOptions, string>>;

/** What the open workbook is at this moment, beyond its file: selection, filters, events. */
export class OpenWorkbook {
  readonly filters = new Map<string, Filter>();
  readonly changed = new Set<(event: Pick<Excel.WorksheetChangedEventArgs, "triggerSource">) => unknown>();
  readonly selectionChanged = new Set<(event: undefined) => unknown>();
  selection: readonly Area[] | null = null;
  opened: string | null = null;
  /** The next write of cells fails, as it does when a co-author locks the sheet. */
  failNextWrite = false;

  constructor(readonly model: XlsxModel, readonly quirks: Quirks) {}

  table(name: string): Table {
    const table = this.model.table(name);
    if (!table) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return table;
  }

  column(name: string, header: string): Area {
    const table = this.table(name);
    for (let column = table.left; column <= table.right; column++) {
      if (this.model.text(table.sheet, table.top, column) === header) return { sheet: table.sheet, top: table.top + 1, bottom: table.bottom, left: column, right: column };
    }
    throw new HostError("ItemNotFound", `The requested resource doesn't exist: column ${header}.`);
  }

  write(area: Area, grid: readonly (readonly unknown[])[]): void {
    if (this.failNextWrite) {
      this.failNextWrite = false;
      throw new HostError("GeneralException", "There was an internal error while processing the request.");
    }
    if (grid.length !== area.bottom - area.top + 1 || grid.some((row) => row.length !== area.right - area.left + 1)) {
      throw new HostError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
    grid.forEach((row, down) =>
      row.forEach((value, across) => {
        if (!this.model.writable(area.sheet, area.top + down, area.left + across)) throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
        this.model.write(area.sheet, area.top + down, area.left + across, typeof value === "number" ? value : String(value));
      }),
    );
    this.raise(this.changed, { triggerSource: "ThisLocalAddin" });
  }

  protect(sheet: string, options: Record<string, unknown>): void {
    if (this.quirks.protectTwiceDenied && this.model.protection(sheet)) throw new HostError("AccessDenied", "You do not have the permissions to perform this operation.");
    if (Object.values(options).some((value) => value === null)) throw new HostError("GeneralException", "There was an internal error while processing the request.");
    const attributes: Record<string, string> = { sheet: "1", objects: options["allowEditObjects"] ? "0" : "1", scenarios: options["allowEditScenarios"] ? "0" : "1" };
    for (const [option, attribute] of Object.entries(optionNames)) if (options[option]) attributes[attribute] = "0";
    this.model.protect(sheet, attributes);
  }

  unprotect(sheet: string): void {
    if (this.quirks.protectTwiceDenied && !this.model.protection(sheet)) throw new HostError("AccessDenied", "You do not have the permissions to perform this operation.");
    this.model.protect(sheet, null);
  }

  protectionOptions(sheet: string): Record<string, unknown> {
    const attributes = this.model.protection(sheet) ?? {};
    const options: Record<string, unknown> = Object.fromEntries(Object.entries(optionNames).map(([option, attribute]) => [option, attributes[attribute] === "0"]));
    return { ...options, allowEditObjects: attributes["objects"] !== "1", allowEditScenarios: attributes["scenarios"] !== "1", ...(this.quirks.nullProtectionOptions ? { allowPivotTables: null } : {}) };
  }

  filter(name: string, header: string, filter: Filter | null): void {
    const table = this.table(name);
    if (this.quirks.filterDeniedWhenProtected && this.model.protection(table.sheet)) throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
    if (filter) this.filters.set(header, filter);
    else this.filters.delete(header);
    this.showRows(name);
  }

  showRows(name: string): void {
    const table = this.table(name);
    const columns = [...this.filters].map(([header, filter]) => ({ column: this.column(name, header).left, filter }));
    for (let row = table.top + 1; row <= table.bottom; row++) {
      this.model.hide(table.sheet, row, columns.some(({ column, filter }) => !filter(this.model.text(table.sheet, row, column))));
    }
  }

  /** The person sorts the table by a column, as the sheet allows. */
  sort(name: string, header: string, descending: boolean): void {
    const table = this.table(name);
    const column = this.column(name, header).left;
    const rows = Array.from({ length: table.bottom - table.top }, (_, index) => table.top + 1 + index);
    const order = [...rows].sort((left, right) => this.model.text(table.sheet, left, column).localeCompare(this.model.text(table.sheet, right, column), "zh"));
    this.model.reorder(table.sheet, rows, descending ? order.reverse() : order);
    this.showRows(name);
  }

  raise<T>(handlers: ReadonlySet<(event: T) => unknown>, event: NoInfer<T>): void {
    for (const handler of handlers) setTimeout(() => void handler(event), 5);
  }
}
