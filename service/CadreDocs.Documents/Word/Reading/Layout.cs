using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>How labels and fields lie in a template: what reading falls back to where an editor dropped the tags.</summary>
/// <param name="Tables">The tables, in order.</param>
/// <param name="Stretches">What stands before, between and after the tables.</param>
internal sealed record Layout(IReadOnlyList<LayoutTable> Tables, IReadOnlyList<IReadOnlyList<Piece>> Stretches);

/// <summary>A table of the template.</summary>
internal sealed record LayoutTable(IReadOnlyList<LayoutRow> Rows)
{
    /// <summary>All labels of the table, squeezed.</summary>
    public IReadOnlySet<string> Labels { get; } = Rows
        .SelectMany(row => row.Cells)
        .SelectMany(cell => cell)
        .Select(piece => piece.Literal)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True where the table holds this field.</summary>
    public bool Holds(FormField field) => Rows.Any(row => row.Cells.Any(cell => cell.Any(piece => ReferenceEquals(piece.Field, field))));
}

/// <summary>A row of a template's table.</summary>
/// <param name="Cells">The pieces of each cell, in order.</param>
/// <param name="Section">The section that repeats this row, or whose columns it holds; null for a fixed row.</param>
/// <param name="HoldsColumns">True where the row's controls are columns of a section (表2: the dates).</param>
internal sealed record LayoutRow(IReadOnlyList<IReadOnlyList<Piece>> Cells, FormSection? Section, bool HoldsColumns)
{
    /// <summary>True where the row has a label to be known by.</summary>
    public bool HasLabels { get; } = Cells.Any(cell => cell.Any(piece => piece.Literal is not null));

    /// <summary>True for the row that repeats.</summary>
    public bool Repeats => Section is not null && !HoldsColumns;
}

/// <summary>A label, a field, or generated text that may be anything.</summary>
/// <param name="Literal">The label without blanks, folded; null for a field or generated text.</param>
/// <param name="Field">The field; null for the others.</param>
/// <param name="BreaksBefore">Paragraphs begun between the text before and the field.</param>
/// <param name="BreaksAfter">Paragraphs begun between the field and what follows.</param>
internal sealed record Piece(string? Literal, FormField? Field, int BreaksBefore = 0, int BreaksAfter = 0);
