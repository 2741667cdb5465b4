import { guarded, loadProtection } from "./excelProtection";
import { identityNamespace, parseIdentity } from "./identity";
import type { ExcelWorkbook, HostTable, RowGuard, RowsWritten, RowWrite, TableShape } from "./ports";

/** Excel on the web refuses more than 5 MB in one request; a cell of ours takes far less than 100 bytes of it. */
const cellsPerSync = 50_000;
const columnsAtMost = 25;

/** The open workbook, within ExcelApi 1.9 (Office LTSC 2021 has 1.14). */
export const excelWorkbook: ExcelWorkbook = {
  identity() {
    return Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(identityNamespace).load("items/id");
      await context.sync();
      const texts = parts.items.map((part) => part.getXml());
      await context.sync();
      const found = texts.map((text) => parseIdentity(text.value)).filter((identity) => identity !== null);
      return found.at(-1) ?? null;
    });
  },

  properties(names) {
    return Excel.run(async (context) => {
      const found = names.map((name) => context.workbook.properties.custom.getItemOrNullObject(name).load("value"));
      await context.sync();
      return Object.fromEntries(found.flatMap((property, index) => (property.isNullObject ? [] : [[names[index] ?? "", String(property.value)]])));
    });
  },

  readTable(name, expectedRows = 0) {
    return Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(name).load("name");
      const headers = table.getHeaderRowRange().load("values");
      const body = table.getDataBodyRange().load("rowIndex,rowCount,columnCount");
      const small = expectedRows * columnsAtMost <= cellsPerSync;
      // values, not text: 2 shown as 2.0 stays 2, and a narrow column gives no ###.
      const all = small ? table.getDataBodyRange().load("values") : null;
      await context.sync();
      if (table.isNullObject) return null;
      const rows = all ? all.values : await readPieces(context, body);
      return { name, headers: textsOf(headers.values)[0] ?? [], rows: textsOf(rows), firstRow: body.rowIndex + 1 } satisfies HostTable;
    });
  },

  writeRows: (shape, writes, guard = {}) => writeInto(shape, { writes, selected: null }, guard),

  writeSelected: (shape, cells, guard = {}) => writeInto(shape, { writes: [], selected: cells }, guard),

  selectedKeys(shape) {
    return Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(shape.name).load("name");
      const keys = keyColumn(table, shape.key).load("values");
      const selection = loadSelection(context, table, shape);
      if (!(await synced(context))) return [];
      return table.isNullObject ? [] : selection.keys(textsOf(keys.values));
    });
  },

  goToKey(shape, key) {
    return Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(shape.name);
      const keys = keyColumn(table, shape.key).load("values");
      await context.sync();
      const row = textsOf(keys.values).findIndex(([each]) => each === key);
      if (row < 0) return false;
      table.worksheet.activate();
      table.getDataBodyRange().getRow(row).select();
      await context.sync();
      return true;
    });
  },

  filter(shape, filters) {
    return Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(shape.name);
      const protection = loadProtection(table.worksheet);
      await context.sync();
      // Filters of a table on a protected sheet are refused even where the sheet allows them (#2135).
      await guarded(context, protection, true, () => {
        table.worksheet.activate();
        table.clearFilters();
        for (const { column, show } of filters) {
          const filter = table.columns.getItem(column).filter;
          if (show === "filled") filter.applyCustomFilter("<>");
          else if (show === "blank") filter.applyCustomFilter("=");
          else filter.applyValuesFilter([...show]);
        }
      });
    });
  },

  async onTable(name, changed, selected) {
    const handlers = await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(name);
      // The sheet's event, not the table's: it alone tells what this pane wrote itself (from ExcelApi 1.14 on).
      const onChanged = (event: Excel.WorksheetChangedEventArgs) => Promise.resolve(event.triggerSource === "ThisLocalAddin" ? undefined : changed());
      const added = [table.worksheet.onChanged.add(onChanged), table.onSelectionChanged.add(() => Promise.resolve(selected()))];
      await context.sync();
      return added;
    });
    return () => {
      const first = handlers[0];
      if (!first) return;
      void Excel.run(first.context, async (context) => {
        handlers.forEach((handler) => handler.remove());
        await context.sync();
      });
    };
  },

  openNew: (base64) => Excel.createWorkbook(base64),
};

/** Writes by key, or into the selected rows; the keys are read in the same sync as everything else that must be known before. */
function writeInto(shape: TableShape, target: { writes: readonly RowWrite[]; selected: RowWrite["cells"] | null }, guard: RowGuard): Promise<RowsWritten> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(shape.name);
    const keys = keyColumn(table, shape.key).load("values");
    const selection = target.selected && loadSelection(context, table, shape);
    const written = new Set([...Object.keys(target.selected ?? {}), ...target.writes.flatMap((write) => Object.keys(write.cells))]);
    const columns = [...new Set([...written, ...(guard.read ?? [])])].map((header) => {
      const cells = table.columns.getItem(header).getDataBodyRange().load("values");
      return { header, cells, lock: written.has(header) ? cells.format.protection.load("locked") : null };
    });
    const protection = loadProtection(table.worksheet);
    if (selection && !(await synced(context))) return { left: [], before: [] };
    if (!selection) await context.sync();
    const places = new Map(textsOf(keys.values).map(([key = ""], row) => [key, row]));
    const wanted = selection ? selection.keys(textsOf(keys.values)).map((key) => ({ key, cells: target.selected ?? {} })) : target.writes;
    const stood = columns.map(({ header, cells }) => ({ header, values: cells.values as (string | number)[][] }));
    const cellsOf = (key: string) => Object.fromEntries(stood.map(({ header, values }) => [header, textsOf([values[places.get(key) ?? -1] ?? []])[0]?.[0] ?? ""]));
    const chosen = wanted
      .filter(({ key }) => places.has(key) && (guard.only?.(key, cellsOf(key)) ?? true))
      .sort((left, right) => (places.get(left.key) ?? 0) - (places.get(right.key) ?? 0));
    const open = columns.some(({ lock }) => lock !== null && lock.locked !== false);
    for (const piece of pieces(chosen)) {
      await guarded(context, protection, open, () => {
        for (const { header, cells } of columns) {
          for (const run of runs(piece, header, places)) {
            cells.getCell(run.top, 0).getResizedRange(run.values.length - 1, 0).values = run.values.map((value) => [value]);
          }
        }
      });
    }
    const before = chosen.map(({ key, cells }) => ({
      key,
      cells: Object.fromEntries(Object.keys(cells).map((header) => [header, stood.find((column) => column.header === header)?.values[places.get(key) ?? -1]?.[0] ?? ""])),
    }));
    const done = new Set(chosen.map(({ key }) => key));
    return { left: wanted.filter(({ key }) => !done.has(key)).map(({ key }) => key), before };
  });
}

/** What is selected, of the rows that a filter shows: a phrase must not run into rows that nobody sees. */
function loadSelection(context: Excel.RequestContext, table: Excel.Table, shape: TableShape) {
  const sheet = table.worksheet.load("id");
  const body = table.getDataBodyRange().load("rowIndex");
  const shown = keyColumn(table, shape.shown).getVisibleView().load("cellAddresses");
  const selection = context.workbook.getSelectedRanges();
  const areas = selection.areas.load("items/rowIndex,items/rowCount");
  const selectedSheet = selection.worksheet.load("id");
  return {
    keys(keys: readonly (readonly string[])[]): string[] {
      if (sheet.id !== selectedSheet.id) return [];
      const visible = new Set((shown.cellAddresses as string[][]).flat().map(rowOfAddress));
      return keys.flatMap(([key = ""], index) => {
        const row = body.rowIndex + index;
        const selected = areas.items.some((area) => row >= area.rowIndex && row < area.rowIndex + area.rowCount);
        return selected && visible.has(row + 1) && key !== "" ? [key] : [];
      });
    },
  };
}

/** False where nothing of ours is selected: a picture or chart is, or a filter hides every row. */
async function synced(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (reason) {
    if (reason instanceof OfficeExtension.Error && ["InvalidSelection", "ItemNotFound"].includes(reason.code)) return false;
    throw reason;
  }
}

const keyColumn = (table: Excel.Table, header: string): Excel.Range => table.columns.getItem(header).getDataBodyRange();

const textsOf = (values: unknown[][]): string[][] => values.map((row) => row.map((value) => (value === null || value === undefined ? "" : String(value as string | number | boolean))));

/** 学分审核!E12 → 12 */
const rowOfAddress = (address: string): number => Number(/(\d+)$/.exec(address)?.[1] ?? 0);

async function readPieces(context: Excel.RequestContext, body: Excel.Range): Promise<unknown[][]> {
  const height = Math.max(1, Math.floor(cellsPerSync / Math.max(1, body.columnCount)));
  const rows: unknown[][] = [];
  for (let top = 0; top < body.rowCount; top += height) {
    const piece = body.getRow(top).getResizedRange(Math.min(height, body.rowCount - top) - 1, 0).load("values");
    // One request for each piece: all at once is what the host refuses.
    await context.sync();
    rows.push(...(piece.values as unknown[][]));
  }
  return rows;
}

/** Writes by the request: a thousand rows each. */
const pieces = (writes: readonly RowWrite[]): RowWrite[][] =>
  Array.from({ length: Math.ceil(writes.length / 1000) }, (_, index) => writes.slice(index * 1000, (index + 1) * 1000));

/** Cells of one column that stand below each other, so that a thousand equal opinions are one write. */
function runs(writes: readonly RowWrite[], header: string, places: ReadonlyMap<string, number>): { top: number; values: (string | number)[] }[] {
  const found: { top: number; values: (string | number)[] }[] = [];
  for (const write of writes) {
    const value = write.cells[header];
    const row = places.get(write.key);
    if (value === undefined || row === undefined) continue;
    const last = found.at(-1);
    if (last && last.top + last.values.length === row) last.values.push(value);
    else found.push({ top: row, values: [value] });
  }
  return found;
}
