using System.Globalization;

namespace CadreDocs.Documents.Excel;

/// <summary>Conditional backgrounds and validations of a table's cells.</summary>
internal static class SheetRules
{
    // Excel's limits for the texts of a validation.
    private const int MaxPrompt = 255;
    private const int MaxError = 225;

    public static void WriteHighlights(Utf8Xml xml, WorkbookTable table, CellRange range, SheetStyles styles)
    {
        var priority = 0;
        foreach (var highlight in table.Highlights)
        {
            var column = 1 + table.Columns.TakeWhile(item => !string.Equals(item.Header, highlight.Header, StringComparison.OrdinalIgnoreCase)).Count();
            var cell = FormattableString.Invariant($"${CellAddress.ColumnName(column)}{range.First.Row + 1}");
            var formula = highlight.Value is null ? $"{cell}<>\"\"" : $"{cell}=\"{highlight.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            xml.Raw("<conditionalFormatting").Attribute("sqref", Rows(range).ToString()).Raw("><cfRule type=\"expression\""u8)
                .Attribute("dxfId", styles.AddHighlight(highlight.Fill)).Attribute("priority", ++priority).Raw("><formula>"u8).Text(formula)
                .Raw("</formula></cfRule></conditionalFormatting>"u8);
        }
    }

    public static void WriteValidations(Utf8Xml xml, WorkbookSheet sheet, WorkbookTable table, CellRange range, ListSheet lists)
    {
        var rules = table.Columns.Select((column, index) => (column, range: ColumnCells(range, index + 1))).Where(item => HasRule(sheet, item.column, lists)).ToList();
        if (rules.Count == 0)
        {
            return;
        }

        xml.Raw("<dataValidations").Attribute("count", rules.Count).Raw(">"u8);
        foreach (var (column, cells) in rules)
        {
            if (sheet.Protection == WorkbookProtection.Sortable && column.Locked)
            {
                xml.Raw("<dataValidation type=\"custom\" errorTitle=\"此列不可更改\" error=\"这一列由系统填写，请不要改动。\" showErrorMessage=\"1\""u8)
                    .Attribute("sqref", cells).Raw("><formula1>FALSE</formula1></dataValidation>"u8);
            }
            else
            {
                WriteRule(xml, column, cells, lists);
            }
        }

        xml.Raw("</dataValidations>"u8);
    }

    private static bool HasRule(WorkbookSheet sheet, WorkbookColumn column, ListSheet lists) =>
        (sheet.Protection == WorkbookProtection.Sortable && column.Locked)
        || lists.FormulaOf(column) is not null || column.Prompt is not null || HasBounds(column);

    private static bool HasBounds(WorkbookColumn column) =>
        column.Type is WorkbookColumnType.Integer or WorkbookColumnType.Credit && (column.Minimum is not null || column.Maximum is not null);

    private static void WriteRule(Utf8Xml xml, WorkbookColumn column, string cells, ListSheet lists)
    {
        var list = lists.FormulaOf(column);
        xml.Raw("<dataValidation allowBlank=\"1\""u8);
        var bounds = list is null && HasBounds(column);
        if (list is not null)
        {
            xml.Raw(" type=\"list\" showErrorMessage=\"1\" errorTitle=\"请从列表中选择\""u8).Attribute("error", Cut($"{column.Header}：{string.Join('、', lists.ValuesOf(column))}", MaxError));
        }
        else if (bounds)
        {
            xml.Raw(column.Type == WorkbookColumnType.Integer ? " type=\"whole\""u8 : " type=\"decimal\""u8)
                .Raw(column.Minimum is null ? " operator=\"lessThanOrEqual\""u8 : column.Maximum is null ? " operator=\"greaterThanOrEqual\""u8 : " operator=\"between\""u8)
                .Raw(" showErrorMessage=\"1\" errorTitle=\"数值超出范围\""u8).Attribute("error", Cut($"{column.Header}：{Number(column.Minimum)}～{Number(column.Maximum)}", MaxError));
        }

        if (column.Prompt is { } prompt)
        {
            xml.Raw(" showInputMessage=\"1\""u8).Attribute("prompt", Cut(prompt, MaxPrompt));
        }

        xml.Attribute("sqref", cells);
        var first = list ?? (bounds ? Number(column.Minimum ?? column.Maximum) : null);
        if (first is null)
        {
            xml.Raw("/>"u8);
            return;
        }

        xml.Raw("><formula1>"u8).Text(first).Raw("</formula1>"u8);
        if (bounds && column is { Minimum: not null, Maximum: not null })
        {
            xml.Raw("<formula2>"u8).Raw(Number(column.Maximum)).Raw("</formula2>"u8);
        }

        xml.Raw("</dataValidation>"u8);
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..(limit - 1)] + "…";

    private static CellRange Rows(CellRange table) => table with { First = new(table.First.Row + 1, table.First.Column) };

    private static string ColumnCells(CellRange table, int column) =>
        new CellRange(new(table.First.Row + 1, column), new(table.Last.Row, column)).ToString();
}
