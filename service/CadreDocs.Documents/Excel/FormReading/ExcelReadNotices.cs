using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>What the person who hands in a workbook should know about how it was read.</summary>
internal static class ExcelReadNotices
{
    public static Fault TableNotFound(FormSection section) => new("table-not-found",
        $"没有找到“{section.Label}”的表格，其中各行没有读取。请保留原来的标题行。",
        $"The table of {section.Key} was not found and its rows were not read. Keep the original header row.",
        Tag: section.Key);

    public static Fault FieldNotFound(FormField field, string name) => new("field-not-found",
        $"没有找到“{field.Label}”一栏，该项没有读取。",
        $"{field.LabelEn ?? field.Key} was not found and not read.",
        Tag: name);

    public static Fault ColumnNotFound(string sheet, FormField field) => new("column-not-found",
        $"工作表“{sheet}”中没有“{field.Label}”一列，该列没有读取。请恢复标题“{field.Label}”。",
        $"The sheet '{sheet}' has no column '{field.Label}'; it was not read. Restore the header '{field.Label}'.",
        sheet, field.Key);

    public static Fault UnknownColumn(string sheet, int column, string header) => new("unknown-column",
        $"工作表“{sheet}”的 {CellAddress.ColumnName(column)} 列“{header}”不属于本表，没有读取。",
        $"Column {CellAddress.ColumnName(column)} '{header}' of the sheet '{sheet}' is no column of this form and was not read.",
        sheet, header);

    public static Fault ColumnWithoutHeader(string sheet, CellAddress header, FormField field) => new("column-without-header",
        $"工作表“{sheet}”的 {header} 没有填写“{field.Label}”，但下面有内容。请补填。",
        $"{header} of the sheet '{sheet}' has no {field.LabelEn ?? field.Key} although the column is filled in. Please add it.",
        sheet, field.Key);

    public static Fault ExtraSheet(string sheet) => new("extra-sheet",
        $"工作表“{sheet}”不属于本表，没有读取。",
        $"The sheet '{sheet}' does not belong to this form and was not read.",
        sheet);

    public static Fault ErrorCell(SheetCell cell, FormField field) => new("error-cell",
        $"{cell.Address}（{field.Label}）显示错误值 {cell.Text}，没有读取。请直接填写数值。",
        $"{cell.Address} ({field.LabelEn ?? field.Key}) shows the error {cell.Text} and was not read. Type the value itself.",
        cell.Address.ToString(), field.Key);

    public static Fault ReadByLabel(int count) => new("read-by-label",
        $"文件中的 {count} 个名称已丢失，这些内容按旁边的标签读取，请核对。",
        $"{count} names are lost from the file; these values were read by the labels beside them. Please check them.");
}
