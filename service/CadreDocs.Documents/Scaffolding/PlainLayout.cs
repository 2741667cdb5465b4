using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>The layout of a form that brings none: label and value side by side, long text below its label, one column a field for rows.</summary>
internal static class PlainLayout
{
    internal static DocumentLayout Of(FormDefinition form)
    {
        // All rows share one grid of 60 units, so that sections of 2, 3, 4 … columns end at the same frame.
        const int grid = 60;
        var rows = new List<LayoutRow>();
        foreach (var field in form.Fields)
        {
            rows.Add(field switch
            {
                { Ink: true } => new LayoutRow([Cell(field.Label, null, 15), Cell("", null, grid - 15)], 10, false),
                { Type: FieldType.Paragraphs } => new LayoutRow([Cell(field.Label, field.Key, grid)], 30, false),
                _ => new LayoutRow([Cell(field.Label, null, 15), Cell(null, field.Key, grid - 15)], 10, false),
            });
        }

        foreach (var section in form.Sections)
        {
            var spans = Spans(grid, section.Fields.Count);
            rows.Add(new LayoutRow(section.Fields.Select((field, i) => Cell(field.Label, null, spans[i])).ToList(), 10, rows.Count == 0));
            rows.Add(new LayoutRow(section.Fields.Select((field, i) => Cell(null, $"{section.Key}.{field.Key}", spans[i])).ToList(), 9, false));
        }

        return new DocumentLayout { Columns = Enumerable.Repeat(1.0, grid).ToList(), Rows = rows };
    }

    private static List<int> Spans(int grid, int count)
    {
        var spans = Enumerable.Repeat(grid / count, count).ToList();
        spans[^1] += grid - spans.Sum();
        return spans;
    }

    private static LayoutCell Cell(string? label, string? field, int span) => new(label, field, span, 1, false, null, []);
}
