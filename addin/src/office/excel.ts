import { identityNamespace, parseIdentity } from "./identity";
import type { ExcelWorkbook } from "./ports";

/** The open workbook, within ExcelApi 1.8 (Office LTSC 2021 has 1.14). */
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

  readTable(name) {
    return Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(name);
      table.load("name");
      await context.sync();
      if (table.isNullObject) return null;
      const headers = table.getHeaderRowRange().load("text");
      // text, not values: ids keep their zeros and a list choice reads as it is shown.
      const body = table.getDataBodyRange().load("text");
      await context.sync();
      return { name, headers: headers.text[0] ?? [], rows: body.text };
    });
  },

  writeCells(name, changes) {
    return Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(name).getDataBodyRange();
      for (const change of changes) {
        body.getCell(change.row, change.column).values = [[change.value]];
      }
      await context.sync();
    });
  },

  goToRow(name, row) {
    return Excel.run(async (context) => {
      context.workbook.tables.getItem(name).getDataBodyRange().getRow(row).select();
      await context.sync();
    });
  },

  filter(name, column, values) {
    return Excel.run(async (context) => {
      const filter = context.workbook.tables.getItem(name).columns.getItem(column).filter;
      if (values.length === 0) filter.clear();
      else filter.applyValuesFilter([...values]);
      await context.sync();
    });
  },
};
