using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>What a template has where, in the words on the sheet: how a workbook is read whose names and tables are lost.</summary>
internal sealed class WorkbookMap
{
    private const int MinLabel = 2;

    /// <summary>The single fields.</summary>
    public List<MappedField> Fields { get; } = [];

    /// <summary>The tables.</summary>
    public List<MappedTable> Tables { get; } = [];

    /// <summary>All fixed words of the template, squeezed: titles, labels, headers, notes.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Names of the template's sheets.</summary>
    public HashSet<string> SheetNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Add(SheetPlan plan, IEnumerable<BoundField> bound, IReadOnlyList<(CellAddress Cell, string Text)> texts)
    {
        SheetNames.Add(plan.Name);
        foreach (var (_, text) in texts)
        {
            Labels.AddRange(FixedWords(text).Select(LabelText.Normalise).Where(label => label.Length >= MinLabel));
        }

        var fields = bound.ToList();
        Fields.AddRange(fields.Where(item => item.Section is null).Select(item => new MappedField(item.Field, item.Cell, LabelOf(item.Cell, texts))));
        if (plan.Section is not null)
        {
            Tables.Add(MappedTable.Of(plan, fields, texts));
        }
    }

    // The nearest words to the left in the same row, else right above.
    private static (string Text, CellAddress Cell)? LabelOf(CellAddress cell, IReadOnlyList<(CellAddress Cell, string Text)> texts)
    {
        var label = texts.Where(item => item.Cell.Row == cell.Row && item.Cell.Column < cell.Column).OrderByDescending(item => item.Cell.Column)
            .Concat(texts.Where(item => item.Cell == new CellAddress(cell.Row - 1, cell.Column))).FirstOrDefault();
        return label.Text is null ? null : (LabelText.Normalise(label.Text), label.Cell);
    }

    private static IEnumerable<string> FixedWords(string text)
    {
        while (text.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open)
        {
            yield return text[..open];
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            text = close < 0 ? "" : text[(close + 2)..];
        }

        yield return text;
    }
}

/// <summary>A single field of a template.</summary>
/// <param name="Field">The field.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Label">The words beside it, squeezed, and their cell; null where there are none.</param>
internal sealed record MappedField(FormField Field, CellAddress Cell, (string Text, CellAddress Cell)? Label);

/// <summary>The table of a template.</summary>
/// <param name="Section">The section its rows hold.</param>
/// <param name="ColumnSection">The section of the repeated column, or null.</param>
/// <param name="Repeated">The field of the section under the repeated column, or null.</param>
/// <param name="Columns">Field by squeezed header; null for a header without a field (序号).</param>
/// <param name="Footers">Words below the table, squeezed: where they stand the rows are over.</param>
internal sealed record MappedTable(
    FormSection Section, FormSection? ColumnSection, FormField? Repeated, IReadOnlyDictionary<string, FormField?> Columns, IReadOnlySet<string> Footers)
{
    public static MappedTable Of(SheetPlan plan, IReadOnlyList<BoundField> bound, IReadOnlyList<(CellAddress Cell, string Text)> texts)
    {
        var section = plan.Section!;
        var columns = new Dictionary<string, FormField?>(StringComparer.Ordinal);
        FormField? repeated = null;
        for (var i = 0; i < plan.Headers.Count; i++)
        {
            var column = plan.FirstColumn + i;
            var field = bound.FirstOrDefault(item => item.Section == section && item.Cell.Column == column)?.Field;
            if (column == plan.Shift.Column)
            {
                repeated = field;
            }
            else
            {
                columns.TryAdd(LabelText.Normalise(plan.Headers[i]), field);
            }
        }

        var footers = texts.Where(item => item.Cell.Row > plan.Shift.Last && !PieceBuilder.HasScript(item.Text)).Select(item => LabelText.Normalise(item.Text));
        return new MappedTable(section, plan.ColumnSection, repeated, columns, footers.Where(text => text.Length > 0).ToHashSet(StringComparer.Ordinal));
    }
}
