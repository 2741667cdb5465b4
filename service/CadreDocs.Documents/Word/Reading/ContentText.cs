using System.Globalization;
using System.Text;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>
/// The text of a stretch of markup as its reader sees it: tracked insertions taken, deletions left out, field results instead of codes, one branch of an
/// alternative, paragraphs parted by <c>\n</c>.
/// </summary>
internal sealed class ContentText(MarkupTree tree)
{
    private readonly StringBuilder _text = new();
    private bool _any;
    private bool _joinsNext;

    /// <summary>True where copies that LibreOffice made of a control were taken as one.</summary>
    public bool UndidCopies { get; private set; }

    /// <summary>Forgets the text before.</summary>
    public void Clear()
    {
        _text.Clear();
        _any = false;
        _joinsNext = false;
        UndidCopies = false;
    }

    /// <summary>The text below a node.</summary>
    public string Read(int node)
    {
        // Nearly all values are one run of plain text.
        if (PlainText(node) is { } plain)
        {
            UndidCopies = false;
            return plain;
        }

        Clear();
        Children(node);
        return _text.ToString();
    }

    /// <summary>Adds a node to the text collected since <see cref="Clear"/>.</summary>
    public void Add(int node)
    {
        switch (tree.Name(node))
        {
            case WordName.Text:
                _text.Append(tree.InnerText(node));
                break;
            case WordName.Tab:
                _text.Append('\t');
                break;
            case WordName.Break:
                if (tree.Attribute(node, "type"u8) is null or "textWrapping")
                {
                    _text.Append('\n');
                }

                break;
            case WordName.CarriageReturn:
                _text.Append('\n');
                break;
            case WordName.NoBreakHyphen:
                _text.Append('\u2011');
                break;
            case WordName.SoftHyphen:
                _text.Append('\u00AD');
                break;
            case WordName.Symbol:
                AppendSymbol(node);
                break;
            case WordName.Paragraph:
                BeginParagraph();
                Paragraph(node);
                _joinsNext = IsMarkDeleted(node);
                break;
            case WordName.TableRow:
                if (!IsDeletedRow(node))
                {
                    Children(node);
                }

                break;
            case WordName.AlternateContent:
                Alternate(node);
                break;
            case WordName.ParagraphProperties or WordName.RunProperties or WordName.SdtProperties or WordName.CellProperties or WordName.TableProperties
                or WordName.RowProperties or WordName.SectionProperties or WordName.Deleted or WordName.MovedFrom or WordName.FieldCode or WordName.RubyText:
                break;
            default:
                Children(node);
                break;
        }
    }

    /// <summary>The text collected since <see cref="Clear"/>.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>True where a tracked change deletes the row.</summary>
    public bool IsDeletedRow(int row)
    {
        var properties = tree.Child(row, WordName.RowProperties);
        return properties >= 0 && tree.Child(properties, WordName.Deleted) >= 0;
    }

    private void Children(int node)
    {
        for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            if (tree[child].Kind == MarkupKind.Element)
            {
                Add(child);
            }
        }
    }

    private void BeginParagraph()
    {
        if (_any && !_joinsNext)
        {
            _text.Append('\n');
        }

        _any = true;
    }

    private void Paragraph(int paragraph)
    {
        for (var child = tree.FirstChild(paragraph); child >= 0; child = tree.NextSibling(child))
        {
            if (tree.Name(child) == WordName.Sdt && TryUndoCopies(child) is var last and >= 0)
            {
                child = last;
            }
            else if (tree[child].Kind == MarkupKind.Element)
            {
                Add(child);
            }
        }
    }

    /// <summary>
    /// LibreOffice 7.4 saves a block control as run controls of one title: the first holds the first paragraph, one for each of its further runs holds that
    /// run (or the paragraph) and the paragraph again, the last holds the paragraph. Takes it once and gives the last of them, or -1 where this is no such place.
    /// </summary>
    private int TryUndoCopies(int first)
    {
        if (NextControl(first) is var second && second < 0 || Controls.Tag(tree, first) is not null)
        {
            return -1;
        }

        var title = Controls.Title(tree, first);
        var reader = new ContentText(tree);
        var text = reader.Read(first);
        var (count, last) = (1, -1);
        for (var next = second; next >= 0 && text.Length > 0 && Controls.Title(tree, next) == title; next = NextControl(next))
        {
            var copy = reader.Read(next);
            if (!copy.EndsWith(text, StringComparison.Ordinal))
            {
                break;
            }

            count++;
            last = count >= 3 && copy.Length == text.Length ? next : last;
        }

        if (last >= 0)
        {
            _text.Append(text);
            UndidCopies = true;
        }

        return last;
    }

    private int NextControl(int control)
    {
        var next = tree.NextSibling(control);
        while (next >= 0 && tree[next].Kind != MarkupKind.Element)
        {
            next = tree.NextSibling(next);
        }

        return next >= 0 && tree.Name(next) == WordName.Sdt && Controls.Tag(tree, next) is null ? next : -1;
    }

    private bool IsMarkDeleted(int paragraph)
    {
        var properties = tree.Child(paragraph, WordName.ParagraphProperties);
        var mark = properties < 0 ? -1 : tree.Child(properties, WordName.RunProperties);
        return mark >= 0 && tree.Child(mark, WordName.Deleted) >= 0;
    }

    /// <summary>The first branch that has text, so that nothing is read twice.</summary>
    private void Alternate(int node)
    {
        for (var branch = tree.FirstChild(node); branch >= 0; branch = tree.NextSibling(branch))
        {
            if (tree.Name(branch) is WordName.Choice or WordName.Fallback)
            {
                var before = _text.Length;
                Children(branch);
                if (_text.Length > before)
                {
                    return;
                }
            }
        }
    }

    // Word writes a character from a symbol font as its code in that font's private range.
    private void AppendSymbol(int node)
    {
        var code = tree.Attribute(node, "char"u8);
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return;
        }

        var font = tree.Attribute(node, "font"u8) ?? "";
        _text.Append((font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase), value & 0xFF) switch
        {
            (true, 0xFC) => "√",
            (true, 0xFE) => "☑",
            (true, 0xA8 or 0x6F) => "□",
            (true, 0xA1) => "○",
            (false, 0xD6) when font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) => "√",
            (false, 0xC5) when font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) => "⊕",
            _ when value is >= 0x20 and < 0xE000 => ((char)value).ToString(),
            _ => "\uFFFD",
        });
    }

    private string? PlainText(int node)
    {
        var text = -1;
        for (var below = node + 1; below < tree[node].Next;)
        {
            switch (tree.Name(below))
            {
                case WordName.ParagraphProperties or WordName.RunProperties or WordName.SdtProperties:
                    below = tree[below].Next;
                    break;
                case WordName.Run or WordName.SdtContent:
                    below++;
                    break;
                case WordName.Text when text < 0:
                    text = below;
                    below = tree[below].Next;
                    break;
                case WordName.Other when tree[below].Kind != MarkupKind.Element:
                    below++;
                    break;
                default:
                    return null;
            }
        }

        return text < 0 ? null : tree.InnerText(text);
    }
}

/// <summary>Looks at content controls.</summary>
internal static class Controls
{
    /// <summary>The control's tag, or null where it has none.</summary>
    public static string? Tag(MarkupTree tree, int control)
    {
        var properties = tree.Child(control, WordName.SdtProperties);
        var tag = properties < 0 ? -1 : tree.Child(properties, WordName.Tag);
        return tag >= 0 && tree.Attribute(tag, "val"u8) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The control's title (w:alias), or null.</summary>
    public static string? Title(MarkupTree tree, int control)
    {
        var properties = tree.Child(control, WordName.SdtProperties);
        var alias = properties < 0 ? -1 : tree.Child(properties, WordName.Alias);
        return alias < 0 ? null : tree.Attribute(alias, "val"u8);
    }

    /// <summary>True where the control says that its text is the prompt.</summary>
    public static bool ShowsPrompt(MarkupTree tree, int control)
    {
        var properties = tree.Child(control, WordName.SdtProperties);
        var mark = properties < 0 ? -1 : tree.Child(properties, WordName.ShowingPlaceholder);
        return mark >= 0 && tree.Attribute(mark, "val"u8) is not ("0" or "false" or "off");
    }
}
