using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Excel;

/// <summary>A column of the table to be made.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field of its rows; null for a running number.</param>
/// <param name="Text">Text of its rows where there is no field.</param>
/// <param name="Repeats">The field of another section that its header is, so that the column repeats; null for none.</param>
/// <param name="Width">Width in the layout's unit.</param>
/// <param name="Group">Header above it that it shares with its neighbours; null for none.</param>
internal sealed record ScaffoldColumn(string Header, FormField? Field, string Text, (FormSection Section, FormField Field)? Repeats, double Width, string? Group);

/// <summary>Reads the columns of a table from a layout made for Word.</summary>
internal static class ScaffoldColumns
{
    /// <summary>The section whose rows the table repeats: the one with a cell in a row that is no header.</summary>
    public static FormSection SectionOf(FormDefinition form, DocumentLayout layout) =>
        form.Sections.FirstOrDefault(section => DataRow(layout, section) is not null)
        ?? throw new FormatException($"The layout of '{form.Id}' has no row for a section.");

    /// <summary>The columns from left to right; of a repeated one only the first.</summary>
    public static IReadOnlyList<ScaffoldColumn> Read(FormDefinition form, DocumentLayout layout, FormSection section)
    {
        var data = Spread(DataRow(layout, section)!, layout.Columns.Count);
        var headers = layout.Rows.Where(row => row.Header).Select(row => Spread(row, layout.Columns.Count)).ToList();
        var columns = new List<ScaffoldColumn>();
        var repeated = false;
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var repeats = headers.Select(row => Repeats(form, section, row[i])).FirstOrDefault(found => found is not null);
            if (repeats is not null && repeated)
            {
                continue;
            }

            repeated |= repeats is not null;
            var field = data[i].Field is { } key ? section.Fields.FirstOrDefault(item => $"{section.Key}.{item.Key}" == key) : null;
            columns.Add(new ScaffoldColumn(Header(headers, i, field, repeats), field, data[i].Label ?? "", repeats, layout.Columns[i], Group(headers, i)));
        }

        return columns;
    }

    /// <summary>The height of the rows in millimetres; null where the layout says none.</summary>
    public static double? RowHeight(DocumentLayout layout, FormSection section) => DataRow(layout, section)?.Height;

    private static LayoutRow? DataRow(DocumentLayout layout, FormSection section) => layout.Rows.FirstOrDefault(row =>
        !row.Header && row.Cells.Any(cell => cell.Field?.StartsWith(section.Key + ".", StringComparison.Ordinal) == true));

    private static List<LayoutCell> Spread(LayoutRow row, int columns)
    {
        var cells = row.Cells.SelectMany(cell => Enumerable.Repeat(cell, cell.Span)).ToList();
        return cells.Count == columns ? cells : throw new FormatException("A row of the layout does not cover its columns.");
    }

    private static (FormSection, FormField)? Repeats(FormDefinition form, FormSection section, LayoutCell cell) =>
        form.Sections.Where(other => other != section)
            .SelectMany(other => other.Fields.Select(field => ((FormSection, FormField)?)(other, field)))
            .FirstOrDefault(pair => cell.Field == $"{pair!.Value.Item1.Key}.{pair.Value.Item2.Key}");

    private static string Header(List<List<LayoutCell>> headers, int column, FormField? field, (FormSection Section, FormField Field)? repeats)
    {
        if (repeats is not null)
        {
            return ColumnHeader.Blank(1);
        }

        // The lowest words in the column: a cell that reaches down stands above its continuations.
        var label = headers.Select(row => row[column]).LastOrDefault(cell => cell is { Continued: false, Label: not null })?.Label;
        return label?.Replace("\n", "", StringComparison.Ordinal) ?? field?.Label ?? "";
    }

    private static string? Group(List<List<LayoutCell>> headers, int column) =>
        headers.Count > 1 && headers[0][column] is { Span: > 1, Label: { } label } ? label.Replace("\n", "", StringComparison.Ordinal) : null;
}
