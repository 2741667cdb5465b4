using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Reads blanks that were not made here: a value stands right of its label, below it, or behind it in the same cell or line.</summary>
internal sealed class LabelReader(MarkupTree tree, FormFields fields, ReadDraft draft)
{
    private readonly ContentText _text = new(tree);
    private readonly Dictionary<string, FormField> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _allLabels = new(StringComparer.Ordinal);

    public void Read(int body)
    {
        foreach (var field in fields.Form.Fields.Concat(fields.Form.Sections.SelectMany(section => section.Fields)))
        {
            _allLabels.Add(ValueReader.Squeeze(field.Label));
        }

        foreach (var field in fields.Form.Fields.Where(field => !field.Ink && draft.IsOpen(field)))
        {
            _labels.TryAdd(ValueReader.Squeeze(field.Label), field);
        }

        for (var node = body; node < tree[body].Next; node++)
        {
            switch (tree.Name(node))
            {
                case WordName.Table:
                    ReadTable(Grid(node));
                    break;
                case WordName.Paragraph when tree.Ancestor(node, WordName.TableCell) < 0:
                    ReadLine(node);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>How many of the form's labels a document shows, 0 to 1.</summary>
    public static double Share(FormFields fields, IReadOnlySet<string> texts)
    {
        var labels = fields.Form.Fields
            .Concat(fields.Form.Sections.SelectMany(section => section.Fields.Where(field => FormFields.Split(field.Key).Number == 0)))
            .Where(field => !field.Ink)
            .Select(field => ValueReader.Squeeze(field.Label))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return labels.Count == 0 ? 0 : (double)labels.Count(label => texts.Any(text => text.StartsWith(label, StringComparison.Ordinal))) / labels.Count;
    }

    private List<List<GridCell>> Grid(int table)
    {
        var rows = new List<List<GridCell>>();
        foreach (var row in TableParts.Rows(tree, table))
        {
            var cells = new List<GridCell>();
            var column = 0;
            foreach (var cell in TableParts.Cells(tree, row))
            {
                var span = Span(cell);
                cells.Add(new GridCell(column, span, _text.Read(cell)));
                column += span;
            }

            rows.Add(cells);
        }

        return rows;
    }

    private int Span(int cell)
    {
        var properties = tree.Child(cell, WordName.CellProperties);
        var span = properties < 0 ? -1 : tree.Child(properties, WordName.GridSpan);
        return span >= 0 && int.TryParse(tree.Attribute(span, "val"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is > 0 and < 100
            ? columns
            : 1;
    }

    private void ReadTable(List<List<GridCell>> rows)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                ReadCell(rows, r, c);
            }
        }

        foreach (var section in fields.Form.Sections.Where(section => !draft.Rows.Any(row => ReferenceEquals(row.Section, section))))
        {
            ReadSection(rows, section);
        }
    }

    private void ReadCell(List<List<GridCell>> rows, int r, int c)
    {
        var cell = rows[r][c];
        if (_labels.TryGetValue(cell.Label, out var field))
        {
            // Right of the label, else below it; a long field may have its room under the label in the same cell, left empty.
            if (c + 1 < rows[r].Count && !_allLabels.Contains(rows[r][c + 1].Label))
            {
                draft.Add(field, rows[r][c + 1].Text.Trim(), ReadSource.Label);
            }
            else if (r + 1 < rows.Count && rows[r].Count == 1 && rows[r + 1].Count == 1 && !StartsWithLabel(rows[r + 1][0].Label))
            {
                draft.Add(field, rows[r + 1][0].Text.Trim(), ReadSource.Label);
            }
            else
            {
                draft.Add(field, "", ReadSource.Label);
            }

            return;
        }

        foreach (var (label, owner) in _labels)
        {
            if (cell.Label.Length > label.Length && cell.Label.StartsWith(label, StringComparison.Ordinal)
                && PieceMatcher.Find(cell.Text, 0, label) is var (_, end))
            {
                draft.Add(owner, AfterLabel(cell.Text[end..]), ReadSource.Label);
                return;
            }
        }
    }

    private bool StartsWithLabel(string text) => _allLabels.Any(label => text.StartsWith(label, StringComparison.Ordinal));

    private void ReadSection(List<List<GridCell>> rows, FormSection section)
    {
        var columns = new Dictionary<int, FormField>();
        var header = -1;
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var cell in rows[r])
            {
                if (section.Fields.FirstOrDefault(field => ValueReader.Squeeze(field.Label) == cell.Label) is { } field && columns.TryAdd(cell.Column, field))
                {
                    header = r;
                }
            }
        }

        if (columns.Count * 2 < section.Fields.Count(field => FormFields.Split(field.Key).Number == 0) || columns.Count == 0)
        {
            return;
        }

        for (var r = header + 1; r < rows.Count; r++)
        {
            var cells = rows[r]
                .Where(cell => columns.ContainsKey(cell.Column))
                .Select(cell => (columns[cell.Column], cell.Text.Trim()))
                .ToList();
            if (cells.Count == columns.Count)
            {
                draft.Add(new DraftRow(section, AreColumns: false, cells, ReadSource.Label));
            }
        }
    }

    /// <summary>A line such as <c>姓名：王芳　学校：……</c>: from a label to the next.</summary>
    private void ReadLine(int paragraph)
    {
        var text = _text.Read(paragraph);
        var places = new List<(int Start, int End, FormField Field)>();
        foreach (var (label, field) in _labels)
        {
            if (PieceMatcher.Find(text, 0, label) is var (start, end))
            {
                places.Add((start, end, field));
            }
        }

        places.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < places.Count; i++)
        {
            var stop = i + 1 < places.Count ? places[i + 1].Start : text.Length;
            if (stop > places[i].End && draft.IsOpen(places[i].Field))
            {
                draft.Add(places[i].Field, AfterLabel(text[places[i].End..stop]), ReadSource.Label);
            }
        }
    }

    private static string AfterLabel(string text)
    {
        var value = text.Trim(' ', '\t', '\u3000', '\n', '_');
        return value.StartsWith(':') || value.StartsWith('：') ? value[1..].Trim(' ', '\t', '\u3000', '\n', '_') : value;
    }

    private sealed record GridCell(int Column, int Span, string Text)
    {
        public string Label { get; } = ValueReader.Squeeze(Text).TrimEnd(':');
    }
}
