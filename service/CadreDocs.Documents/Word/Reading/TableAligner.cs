using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Lays the rows of a document's table beside the rows of the template's: fixed rows by their labels, repeating rows by what stands before them.</summary>
internal sealed class TableAligner
{
    private readonly MarkupTree _tree;
    private readonly LayoutTable _model;
    private readonly ContentText _text;
    private int _last = -1;
    private bool _sawTagged;

    private TableAligner(MarkupTree tree, LayoutTable model) => (_tree, _model, _text) = (tree, model, new ContentText(tree));

    /// <summary>The aligner for a table, or null where the template has none like it.</summary>
    public static TableAligner? For(MarkupTree tree, int table, Layout layout, FormFields fields)
    {
        if (layout.Tables.Count == 0)
        {
            return null;
        }

        if (Tagged(tree, table, layout, fields) is { } tagged)
        {
            return new TableAligner(tree, tagged) { _sawTagged = true };
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        var text = new ContentText(tree);
        foreach (var row in TableParts.Rows(tree, table))
        {
            foreach (var cell in TableParts.Cells(tree, row))
            {
                texts.Add(ValueReader.Squeeze(text.Read(cell)));
            }
        }

        // A label that leads its cell's text counts as well: long fields stand below theirs.
        var best = layout.Tables.MaxBy(model => model.Labels.Count(label => texts.Any(t => t.StartsWith(label, StringComparison.Ordinal))))!;
        var hits = best.Labels.Count(label => texts.Any(t => t.StartsWith(label, StringComparison.Ordinal)));
        return hits * 2 >= best.Labels.Count && hits > 0 ? new TableAligner(tree, best) : null;
    }

    /// <summary>The template's table that holds the first control of this one; null where no control is left.</summary>
    private static LayoutTable? Tagged(MarkupTree tree, int table, Layout layout, FormFields fields)
    {
        for (var node = table; node < tree[table].Next; node++)
        {
            if (tree.Name(node) == WordName.Sdt
                && Controls.Tag(tree, node) is { } tag
                && fields.Find(tag) is { Field: { } field }
                && layout.Tables.FirstOrDefault(model => model.Holds(field)) is { } model)
            {
                return model;
            }
        }

        return null;
    }

    /// <summary>Takes note of a row that was read by its tags.</summary>
    public void Pass(RowKind kind)
    {
        for (var i = 0; i < _model.Rows.Count; i++)
        {
            if (kind.Section is not null && ReferenceEquals(_model.Rows[i].Section, kind.Section) && _model.Rows[i].HoldsColumns == kind.HoldsColumns)
            {
                _last = i;
            }
        }
    }

    /// <summary>Which row of the template this is, cell by cell; null where it is none.</summary>
    public PlacedRow? Align(int row)
    {
        var cells = TableParts.Cells(_tree, row).ToList();
        var texts = cells.ConvertAll(cell => ValueReader.Squeeze(_text.Read(cell)));
        var next = _last + 1;
        if (next < _model.Rows.Count && _model.Rows[next] is { HasLabels: false, Repeats: false } blank && blank.Cells.Count == cells.Count)
        {
            return Place(next, cells);
        }

        for (var step = 0; step < _model.Rows.Count; step++)
        {
            var i = (_last + 1 + step) % _model.Rows.Count;
            if (_model.Rows[i] is { HasLabels: true, Repeats: false } && Fits(_model.Rows[i], texts))
            {
                return Place(i, cells);
            }
        }

        var repeating = _model.Rows.ToList().FindIndex(other => other.Repeats && other.Cells.Count == cells.Count);
        // Before its header has passed, a row of as many cells is something else.
        return repeating >= 0 && (_last >= repeating - 1 || _sawTagged) ? Place(repeating, cells) : null;
    }

    private PlacedRow Place(int index, List<int> cells)
    {
        _last = index;
        var model = _model.Rows[index];
        return new PlacedRow(model.Section, model.HoldsColumns, _sawTagged, [.. model.Cells.Zip(cells)]);
    }

    private static bool Fits(LayoutRow model, List<string> texts)
    {
        if (model.Cells.Count != texts.Count)
        {
            return false;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (model.Cells[i] is [{ Literal: { } label }, ..]
                && !(model.Cells[i].Count == 1 ? texts[i] == label : texts[i].StartsWith(label, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A row of a document beside the template's.</summary>
/// <param name="Section">The section it belongs to; null for a fixed row.</param>
/// <param name="HoldsColumns">True for the row of a section's columns.</param>
/// <param name="AmongTagged">True where other rows of the table still have their tags: this one was added by hand.</param>
/// <param name="Cells">The template's pieces and the document's cell.</param>
internal sealed record PlacedRow(FormSection? Section, bool HoldsColumns, bool AmongTagged, IReadOnlyList<(IReadOnlyList<Piece> Pieces, int Cell)> Cells);
