using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Finds single fields by their place: in fixed rows of tables that lost some of their tags, and in the paragraphs before, between and after the tables.</summary>
internal sealed class PlaceReader(MarkupTree tree, ReadDraft draft, Layout layout)
{
    private readonly List<string> _stretches = [];
    private readonly ContentText _stretch = new(tree);
    private bool _undid;

    public void Read(int body)
    {
        Blocks(body);
        EndStretch();
        foreach (var model in layout.Stretches)
        {
            if (!model.Any(piece => piece.Field is { } field && !draft.Found(field)))
            {
                continue;
            }

            // One stretch of the document may hold the end of a sheet and the begin of the next.
            foreach (var text in _stretches)
            {
                if (PieceMatcher.Match(model, text) is { } found)
                {
                    foreach (var (field, value) in found.Where(item => !draft.Found(item.Field)).ToList())
                    {
                        draft.Add(field, value, ReadSource.Position);
                    }

                    break;
                }
            }
        }

        draft.UndidCopies |= _undid;
    }

    private void Blocks(int node)
    {
        for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            switch (tree.Name(child))
            {
                case WordName.Table:
                    EndStretch();
                    ReadTable(child);
                    break;
                case WordName.Sdt or WordName.SdtContent or WordName.Inserted:
                    Blocks(child);
                    break;
                case WordName.Paragraph:
                    _stretch.Add(child);
                    break;
                case WordName.Other or WordName.AlternateContent when tree[child].Kind == MarkupKind.Element && HasBlocks(child):
                    Blocks(child);
                    break;
                default:
                    break;
            }
        }
    }

    private bool HasBlocks(int node)
    {
        for (var below = node + 1; below < tree[node].Next; below++)
        {
            if (tree.Name(below) is WordName.Paragraph or WordName.Table)
            {
                return true;
            }
        }

        return false;
    }

    private void EndStretch()
    {
        _undid |= _stretch.UndidCopies;
        _stretches.Add(_stretch.ToString());
        _stretch.Clear();
    }

    private void ReadTable(int table)
    {
        foreach (var row in TableParts.Rows(tree, table))
        {
            var cells = TableParts.Cells(tree, row).ToList();
            foreach (var model in layout.Tables.SelectMany(other => other.Rows))
            {
                if (model.Section is null && model.Cells.Count == cells.Count
                    && model.Cells.Any(pieces => pieces.Any(piece => piece.Field is { } field && !draft.Found(field))))
                {
                    ReadRow(model, cells);
                }
            }
        }
    }

    private void ReadRow(LayoutRow model, List<int> cells)
    {
        var text = new ContentText(tree);
        var texts = cells.ConvertAll(text.Read);
        for (var i = 0; i < cells.Count; i++)
        {
            if (model.Cells[i] is [{ Literal: { } label }, ..] && PieceMatcher.Find(texts[i], 0, label) is null)
            {
                return;
            }
        }

        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var (field, value) in PieceMatcher.Match(model.Cells[i], texts[i]) ?? [])
            {
                if (!draft.Found(field))
                {
                    draft.Add(field, value, ReadSource.Position);
                }
            }
        }
    }
}
