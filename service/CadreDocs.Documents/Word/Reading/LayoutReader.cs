using System.Text;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Reads the layout of a template.</summary>
internal sealed class LayoutReader
{
    private readonly MarkupTree _tree;
    private readonly FormFields _fields;
    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _literal = new();
    private readonly List<LayoutTable> _tables = [];
    private readonly List<IReadOnlyList<Piece>> _stretches = [];
    private int _breaks;
    private bool _any;

    private LayoutReader(MarkupTree tree, FormFields fields) => (_tree, _fields) = (tree, fields);

    public static Layout Read(MarkupTree template, FormFields fields)
    {
        var reader = new LayoutReader(template, fields);
        reader.Blocks(template.Child(0, WordName.Body));
        reader._stretches.Add(reader.TakePieces());
        return new Layout(reader._tables, reader._stretches);
    }

    private void Blocks(int node)
    {
        for (var child = _tree.FirstChild(node); child >= 0; child = _tree.NextSibling(child))
        {
            if (_tree.Name(child) == WordName.Table)
            {
                _stretches.Add(TakePieces());
                _tables.Add(ReadTable(child));
            }
            else
            {
                Inline(child);
            }
        }
    }

    private LayoutTable ReadTable(int table)
    {
        var rows = new List<LayoutRow>();
        foreach (var row in TableParts.Rows(_tree, table))
        {
            var cells = new List<IReadOnlyList<Piece>>();
            foreach (var cell in TableParts.Cells(_tree, row))
            {
                Inline(cell);
                cells.Add(TakePieces());
            }

            rows.Add(Classify(cells));
        }

        return new LayoutTable(rows);
    }

    private LayoutRow Classify(List<IReadOnlyList<Piece>> cells)
    {
        var placed = cells.SelectMany(cell => cell).Select(piece => piece.Field).OfType<FormField>().ToList();
        foreach (var section in _fields.Form.Sections)
        {
            var own = placed.FindAll(field => section.Fields.Any(other => ReferenceEquals(other, field)));
            if (own.Count > 0)
            {
                return new LayoutRow(cells, section, HoldsColumns: own.Count > own.Distinct().Count());
            }
        }

        return new LayoutRow(cells, null, HoldsColumns: false);
    }

    private void Inline(int node)
    {
        switch (_tree.Name(node))
        {
            case WordName.Text:
                var text = _tree.InnerText(node);
                if (text.AsSpan().Trim().Length > 0)
                {
                    EndField();
                    _literal.Append(text);
                }

                break;
            case WordName.Paragraph:
                _breaks += _any ? 1 : 0;
                _any = true;
                Children(node);
                break;
            case WordName.Sdt when Controls.Tag(_tree, node) is { } tag && _fields.Find(tag) is { Field: { } field }:
                EndField();
                EndLiteral();
                var content = _tree.Child(node, WordName.SdtContent);
                if (content >= 0 && _tree.Child(content, WordName.Paragraph) >= 0)
                {
                    _breaks += _any ? 1 : 0;
                    _any = true;
                }

                _pieces.Add(new Piece(null, field, _breaks));
                _breaks = 0;
                break;
            case WordName.ParagraphProperties or WordName.RunProperties or WordName.SdtProperties or WordName.CellProperties or WordName.SectionProperties:
                break;
            default:
                Children(node);
                break;
        }
    }

    private void Children(int node)
    {
        for (var child = _tree.FirstChild(node); child >= 0; child = _tree.NextSibling(child))
        {
            if (_tree[child].Kind == MarkupKind.Element)
            {
                Inline(child);
            }
        }
    }

    /// <summary>Tells the field before how many paragraphs begin behind it.</summary>
    private void EndField()
    {
        if (_literal.Length == 0 && _pieces is [.., { Field: not null } last])
        {
            _pieces[^1] = last with { BreaksAfter = _breaks };
        }

        if (_literal.Length == 0 || _pieces.Count == 0)
        {
            _breaks = 0;
        }
    }

    /// <summary>Adds the label collected so far; generated text in it becomes a piece that matches anything.</summary>
    private void EndLiteral()
    {
        var text = _literal.ToString();
        _literal.Clear();
        while (text.Length > 0)
        {
            var open = text.IndexOf("{{", StringComparison.Ordinal);
            AddLiteral(open < 0 ? text : text[..open]);
            if (open < 0)
            {
                return;
            }

            _pieces.Add(new Piece(null, null));
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            text = close < 0 ? "" : text[(close + 2)..];
        }
    }

    private void AddLiteral(string text)
    {
        var squeezed = ValueReader.Squeeze(text);
        if (squeezed.Length > 0)
        {
            _pieces.Add(new Piece(squeezed, null));
        }
    }

    private List<Piece> TakePieces()
    {
        EndField();
        EndLiteral();
        var pieces = _pieces.ToList();
        _pieces.Clear();
        (_breaks, _any) = (0, false);
        return pieces;
    }
}

/// <summary>Rows and cells of a table, whatever controls or custom XML are wrapped around them.</summary>
internal static class TableParts
{
    public static IEnumerable<int> Rows(MarkupTree tree, int table) => Below(tree, table, WordName.TableRow);

    public static IEnumerable<int> Cells(MarkupTree tree, int row) => Below(tree, row, WordName.TableCell);

    private static IEnumerable<int> Below(MarkupTree tree, int node, WordName name)
    {
        for (var below = node + 1; below < tree[node].Next;)
        {
            var found = tree.Name(below);
            if (found == name)
            {
                yield return below;
                below = tree[below].Next;
            }
            else if (found is WordName.Table or WordName.TableProperties or WordName.RowProperties or WordName.Paragraph or WordName.MovedFrom or WordName.Fallback)
            {
                below = tree[below].Next;
            }
            else
            {
                below++;
            }
        }
    }
}
