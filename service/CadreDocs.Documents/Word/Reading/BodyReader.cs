using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>One walk over a document: controls with tags, and the rows of tables, with or without controls.</summary>
internal sealed class BodyReader(MarkupTree tree, FormFields fields, ReadDraft draft, Lazy<Layout> layout)
{
    private readonly ContentText _text = new(tree);

    public void Read(int body) => Walk(body + 1, tree[body].Next);

    private void Walk(int node, int end)
    {
        while (node < end)
        {
            switch (tree.Name(node))
            {
                case WordName.Table:
                    ReadTable(node);
                    node = tree[node].Next;
                    break;
                case WordName.Sdt when Controls.Tag(tree, node) is { } tag:
                    ReadControl(node, tag);
                    // A stranger's control may be wrapped around the whole form.
                    node = Find(tag) is null ? node + 1 : tree[node].Next;
                    break;
                case WordName.Deleted or WordName.MovedFrom or WordName.Fallback or WordName.ParagraphProperties or WordName.RunProperties:
                    node = tree[node].Next;
                    break;
                default:
                    node++;
                    break;
            }
        }
    }

    private void ReadControl(int control, string tag)
    {
        if (Find(tag) is not var (section, field))
        {
            NoteUnknown(control, tag);
            return;
        }

        if (section is null)
        {
            draft.Add(field, Text(control, field), ReadSource.Tag);
        }
        else
        {
            // A row's control outside of any row: somebody took the table apart.
            draft.Add(new DraftRow(section, AreColumns: false, [(field, Text(control, field))], ReadSource.Tag));
        }
    }

    private void ReadTable(int table)
    {
        TableAligner? aligner = null;
        foreach (var row in TableParts.Rows(tree, table))
        {
            if (_text.IsDeletedRow(row))
            {
                continue;
            }

            if (ReadTagged(row) is { } section)
            {
                aligner?.Pass(section);
            }
            else if (HasText(row))
            {
                aligner ??= TableAligner.For(tree, table, layout.Value, fields);
                if (aligner?.Align(row) is { } placed)
                {
                    AddPlaced(row, placed);
                }
            }

        }
    }

    /// <summary>Reads the tagged controls of a row; gives what row it is, null where it has none.</summary>
    private RowKind? ReadTagged(int row)
    {
        FormSection? section = null;
        List<(FormField Field, string Text)>? cells = null;
        var single = false;
        for (var node = row + 1; node < tree[row].Next;)
        {
            var name = tree.Name(node);
            if (name == WordName.Table)
            {
                Walk(node, tree[node].Next);
                node = tree[node].Next;
                continue;
            }

            if (name is WordName.Deleted or WordName.MovedFrom or WordName.Fallback or WordName.ParagraphProperties or WordName.CellProperties or WordName.RunProperties)
            {
                node = tree[node].Next;
                continue;
            }

            if (name != WordName.Sdt || Controls.Tag(tree, node) is not { } tag)
            {
                node++;
                continue;
            }

            if (Find(tag) is not var (owner, field))
            {
                NoteUnknown(node, tag);
                node++;
                continue;
            }

            if (owner is null)
            {
                single = true;
                draft.Add(field, Text(node, field), ReadSource.Tag);
            }
            else
            {
                section = owner;
                (cells ??= new List<(FormField, string)>(owner.Fields.Count)).Add((field, Text(node, field)));
            }

            node = tree[node].Next;
        }

        if (cells is null)
        {
            return single ? new RowKind(null, HoldsColumns: false) : null;
        }

        var columns = cells.Count > 1 && ReferenceEquals(cells[0].Field, cells[1].Field);
        if (!columns && cells.Count < section!.Fields.Count)
        {
            FillGaps(row, section, cells);
        }

        draft.Add(new DraftRow(section!, columns, cells, ReadSource.Tag));
        return new RowKind(section, columns);
    }

    /// <summary>A cell whose control somebody deleted and typed over is read by its place among the others.</summary>
    private void FillGaps(int row, FormSection section, List<(FormField Field, string Text)> cells)
    {
        if (layout.Value.Tables.SelectMany(table => table.Rows).FirstOrDefault(other => other.Repeats && ReferenceEquals(other.Section, section)) is not { } model)
        {
            return;
        }

        var parts = TableParts.Cells(tree, row).ToList();
        if (parts.Count != model.Cells.Count)
        {
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (model.Cells[i] is [{ Field: { } field }] && !cells.Exists(cell => ReferenceEquals(cell.Field, field)))
            {
                cells.Add((field, draft.Strip(field, ReadText(parts[i]))));
            }
        }
    }

    private void AddPlaced(int row, PlacedRow placed)
    {
        var cells = new List<(FormField, string)>();
        foreach (var (pieces, cell) in placed.Cells)
        {
            if (pieces.Count > 0 && PieceMatcher.Match(pieces, ReadText(cell)) is { } found)
            {
                foreach (var (field, text) in found)
                {
                    if (placed.Section is null)
                    {
                        draft.Add(field, text, ReadSource.Position);
                    }
                    else
                    {
                        cells.Add((field, draft.Strip(field, text)));
                    }
                }
            }
        }

        if (placed.Section is { } section)
        {
            draft.Add(new DraftRow(section, placed.HoldsColumns, cells, ReadSource.Position, ByHand: placed.AmongTagged));
        }
    }

    private string Text(int control, FormField field)
    {
        var content = tree.Child(control, WordName.SdtContent);
        return content < 0 ? "" : draft.Strip(field, ReadText(content));
    }

    private string ReadText(int node)
    {
        var text = _text.Read(node);
        draft.UndidCopies |= _text.UndidCopies;
        return text;
    }

    private bool HasText(int row)
    {
        for (var node = row + 1; node < tree[row].Next; node++)
        {
            if (tree.Name(node) == WordName.Text && tree.FirstChild(node) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void NoteUnknown(int control, string tag)
    {
        var content = tree.Child(control, WordName.SdtContent);
        if (tag != ContentCodeControl.Tag && content >= 0 && !Controls.ShowsPrompt(tree, control) && ReadText(content).Trim() is { Length: > 0 } text)
        {
            draft.Notices.Add(ReadNotices.UnknownTag(tag, text));
        }
    }

    private (FormSection? Section, FormField Field)? Find(string tag) => fields.Find(tag);
}

/// <summary>What a tagged row was.</summary>
internal sealed record RowKind(FormSection? Section, bool HoldsColumns);
