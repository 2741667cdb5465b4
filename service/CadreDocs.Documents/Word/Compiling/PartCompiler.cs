using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Markup;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>
/// Compiles one Word part (body, header, footer) in one walk. What is not touched is cut out of the template's own bytes, so a beautified template comes
/// out as its officer left it.
/// </summary>
internal sealed class PartCompiler
{
    private readonly MarkupTree _tree;
    private readonly string _part;
    private readonly FormFields _fields;
    private readonly List<Fault> _faults;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SheetSection> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly bool _repeats;
    private SegmentBuilder _builder = new();
    private int _cursor;
    private int _paragraph;
    private string? _row;

    public PartCompiler(MarkupTree tree, string part, FormFields fields, List<Fault> faults)
    {
        (_tree, _part, _fields, _faults) = (tree, part, fields, faults);
        _repeats = fields.Form.Sections.Count > 0 && tree.Name(0) == WordName.Document;
        CountSlots();
    }

    /// <summary>Tags of the controls that were met.</summary>
    public IReadOnlySet<string> Tags => _tags;

    /// <summary>True where the part has anything to write: else it is copied as it is.</summary>
    public bool Changes { get; private set; }

    public Segment[] Compile()
    {
        var body = _tree.Name(0) == WordName.Document ? _tree.Child(0, WordName.Body) : -1;
        if (_tree.Name(0) == WordName.Document && body < 0)
        {
            Fault(TemplateFaults.NoBody(_part));
            return [];
        }

        if (body < 0)
        {
            Walk(0);
        }
        else
        {
            CompileBody(body);
        }

        Raw(_tree.Length);
        return _builder.ToArray();
    }

    /// <summary>Emits a node and what is in it.</summary>
    internal void Walk(int node)
    {
        switch (_tree.Name(node))
        {
            case WordName.Sdt:
                WalkControl(node);
                break;
            case WordName.TableRow:
                WalkRow(node);
                break;
            case WordName.Paragraph:
                _paragraph++;
                DropRevisionIds(node);
                if (!new ScriptCompiler(_tree, this).TryCompile(node))
                {
                    WalkChildren(node);
                }

                break;
            case WordName.BookmarkStart or WordName.BookmarkEnd when _repeats:
                // Bookmark names must be unique; the copies of a sheet or row would repeat them.
                Drop(node);
                break;
            case WordName.DrawingProperties when _repeats:
                ReplaceAttribute(node, "id"u8);
                break;
            case WordName.AltChunk or WordName.SubDocument or WordName.Object:
                Fault(TemplateFaults.Embedded(_part, _paragraph));
                break;
            default:
                if (_tree[node].Kind == MarkupKind.Element)
                {
                    WalkChildren(node);
                }

                break;
        }
    }

    internal void WalkChildren(int node)
    {
        for (var child = _tree.FirstChild(node); child >= 0; child = _tree.NextSibling(child))
        {
            Walk(child);
        }
    }

    /// <summary>Emits the template's bytes up to here.</summary>
    internal void Raw(int end)
    {
        if (end > _cursor)
        {
            _builder.Literal(_tree.Source.AsSpan(_cursor, end - _cursor));
            _cursor = end;
        }
    }

    /// <summary>Goes on behind this place without emitting what stands before it.</summary>
    internal void Skip(int end) => _cursor = Math.Max(_cursor, end);

    internal void Literal(ReadOnlySpan<byte> bytes) => _builder.Literal(bytes);

    internal void Emit(Segment segment)
    {
        Changes = true;
        _builder.Add(segment);
    }

    /// <summary>What <paramref name="emit"/> emits, kept apart.</summary>
    internal Segment[] Capture(Action emit)
    {
        var outer = _builder;
        _builder = new SegmentBuilder();
        emit();
        var segments = _builder.ToArray();
        _builder = outer;
        return segments;
    }

    internal void Fault(Fault fault) => _faults.Add(fault);

    internal string Part => _part;

    internal int Paragraph => _paragraph;

    internal bool InRow => _row is not null;

    private void CompileBody(int body)
    {
        var first = _tree.FirstChild(body);
        var end = first;
        var blocks = new List<int>();
        for (var child = first; child >= 0 && _tree.Name(child) != WordName.SectionProperties; child = _tree.NextSibling(child))
        {
            blocks.Add(child);
            end = child;
        }

        var elements = blocks.FindAll(block => _tree[block].Kind == MarkupKind.Element);
        if (elements.Count == 0)
        {
            Fault(TemplateFaults.NoBody(_part));
            return;
        }

        Raw(_tree[elements[0]].Start);
        if (!_repeats)
        {
            elements.ForEach(Walk);
            return;
        }

        var sheet = Capture(() =>
        {
            BreakPage(elements[0]);
            elements.ForEach(Walk);
            Raw(_tree[end].End);
        });
        foreach (var element in elements)
        {
            if (FindBelow(element, WordName.SectionProperties) >= 0)
            {
                Fault(TemplateFaults.SeveralSections(_part));
                break;
            }
        }

        Emit(new SheetLoopSegment([.. _sections.Values], sheet));
    }

    /// <summary>Makes the second and later copies of the sheet begin a page.</summary>
    private void BreakPage(int first)
    {
        if (_tree.Name(first) != WordName.Paragraph)
        {
            // A table cannot break the page itself; a paragraph of one point before it can.
            Emit(new ContinuationSegment(
                """<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"""u8.ToArray()));
            return;
        }

        DropRevisionIds(first);
        var properties = _tree.Child(first, WordName.ParagraphProperties);
        if (properties >= 0 && _tree.Child(properties, WordName.PageBreakBefore) >= 0)
        {
            return;
        }

        if (properties < 0 || _tree[properties].ClosesItself)
        {
            Raw(_tree[first].OpenEnd);
            Emit(new ContinuationSegment("<w:pPr><w:pageBreakBefore/></w:pPr>"u8.ToArray()));
            Skip(properties < 0 ? _tree[first].OpenEnd : _tree[properties].End);
            return;
        }

        // The schema's order: pStyle, keepNext, keepLines, pageBreakBefore, all others.
        var at = _tree[properties].OpenEnd;
        for (var child = _tree.FirstChild(properties); child >= 0; child = _tree.NextSibling(child))
        {
            if (_tree.Name(child) is WordName.ParagraphStyle or WordName.KeepNext or WordName.KeepLines)
            {
                at = _tree[child].End;
            }
        }

        Raw(at);
        Emit(new ContinuationSegment("<w:pageBreakBefore/>"u8.ToArray()));
    }

    private void WalkRow(int node)
    {
        DropRevisionIds(node);
        var section = RowSection(node);
        if (section is null || _row is not null || _tree.Name(0) != WordName.Document)
        {
            WalkChildren(node);
            return;
        }

        if (!_sections.TryAdd(section.Key, new SheetSection(section.Key, section.RowsPerSheet, AreColumns: false)))
        {
            Fault(TemplateFaults.RowTwice(_part, section.Key));
        }

        Raw(_tree[node].Start);
        _row = section.Key;
        var row = Capture(() =>
        {
            DropRevisionIds(node);
            WalkChildren(node);
            Raw(_tree[node].End);
        });
        _row = null;
        Emit(new RowLoopSegment(section.Key, section.RowsPerSheet, row));
    }

    /// <summary>The section whose row this is: the prefix of its controls; null where its section's tags are columns of this row.</summary>
    private FormSection? RowSection(int row)
    {
        for (var node = row + 1; node < _tree[row].Next; node++)
        {
            if (_tree.Name(node) == WordName.Sdt && TagOf(node) is { } tag && _fields.Find(tag) is { Section: { } section } && _slots[tag] == 1)
            {
                return section;
            }
        }

        return null;
    }

    private void WalkControl(int node)
    {
        var tag = TagOf(node);
        if (string.IsNullOrEmpty(tag))
        {
            WalkUntagged(node);
            return;
        }

        if (tag == ContentCodeControl.Tag)
        {
            WalkCode(node);
            return;
        }

        if (_fields.Find(tag) is not { } found)
        {
            Fault(TemplateFaults.UnknownTag(_part, tag, _paragraph, _fields.Tags));
            return;
        }

        var (section, field) = found;
        var columns = section is not null && _slots[tag] > 1 && _row is null;
        if (!_tags.Add(tag) && !columns)
        {
            Fault(TemplateFaults.DuplicateTag(_part, tag, _paragraph));
            return;
        }

        if (section is not null && !columns && _row != section.Key)
        {
            Fault(TemplateFaults.OutsideRow(_part, tag, _paragraph));
            return;
        }

        if (field.Ink)
        {
            Fault(TemplateFaults.InkControl(_part, tag, _paragraph));
            return;
        }

        Raw(_tree[node].Start);
        if (ControlCompiler.Compile(_tree, node) is not { } markup)
        {
            Fault(TemplateFaults.ControlShape(_part, tag, _paragraph));
            return;
        }

        Emit(new FieldSegment(field, Place(tag, section, field, columns), markup));
        Skip(_tree[node].End);
        CountParagraphs(node);
    }

    private void WalkCode(int node)
    {
        Raw(_tree[node].Start);

        // Within a paragraph: without a code the control goes, and a footer may not be left empty. Without an id: those of the parts are counted apart, and
        // the pane goes by the id that Word gives.
        if (_tree.Ancestor(node, WordName.Paragraph) < 0 || ControlCompiler.Compile(_tree, node, keepsId: false) is not { } markup)
        {
            Fault(TemplateFaults.CodeShape(_part, _paragraph));
            return;
        }

        Emit(new ContentCodeSegment(markup));
        Skip(_tree[node].End);
    }

    private FieldPlace Place(string tag, FormSection? section, FormField field, bool columns)
    {
        if (section is null)
        {
            return SinglePlace.Instance;
        }

        if (columns)
        {
            var slots = _slots[tag];
            var slot = _met.GetValueOrDefault(tag) + 1;
            _met[tag] = slot;
            _sections[section.Key] = new SheetSection(section.Key, slots, AreColumns: true);
            return new ColumnPlace(section.Key, slot, slots);
        }

        if (_fields.ColumnMarks(section, field) is { } mark)
        {
            return new ColumnMarkPlace(mark.Family, mark.Slot, mark.Slots);
        }

        return new RowPlace(totals: field.Computed && _fields.HasColumnMarks(section));
    }

    private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

    private void WalkUntagged(int node)
    {
        var properties = _tree.Child(node, WordName.SdtProperties);
        var id = properties < 0 ? -1 : _tree.Child(properties, WordName.Id);
        if (id >= 0 && _repeats)
        {
            ReplaceAttribute(id, "val"u8);
        }

        WalkChildren(node);
    }

    private void CountSlots()
    {
        for (var node = 0; node < _tree.Count; node++)
        {
            if (_tree.Name(node) == WordName.Sdt && TagOf(node) is { Length: > 0 } tag)
            {
                _slots[tag] = _slots.GetValueOrDefault(tag) + 1;
            }
        }
    }

    private void CountParagraphs(int node)
    {
        for (var below = node + 1; below < _tree[node].Next; below++)
        {
            _paragraph += _tree.Name(below) == WordName.Paragraph ? 1 : 0;
        }
    }

    private string? TagOf(int control)
    {
        var properties = _tree.Child(control, WordName.SdtProperties);
        var tag = properties < 0 ? -1 : _tree.Child(properties, WordName.Tag);
        return tag < 0 ? null : _tree.Attribute(tag, "val"u8);
    }

    private int FindBelow(int node, WordName name)
    {
        for (var below = node; below < _tree[node].Next; below++)
        {
            if (_tree.Name(below) == name)
            {
                return below;
            }
        }

        return -1;
    }

    private void Drop(int node)
    {
        Raw(_tree[node].Start);
        Skip(_tree[node].End);
    }

    private void ReplaceAttribute(int node, ReadOnlySpan<byte> name)
    {
        if (_tree.TryAttribute(node, name, out var start, out var length))
        {
            Raw(start);
            Emit(NextIdSegment.Instance);
            Skip(start + length);
        }
    }

    /// <summary>Word's paragraph ids must be unique; copies of a row or sheet go without.</summary>
    private void DropRevisionIds(int node)
    {
        if (!_repeats || _cursor > _tree[node].Start + 1)
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["paraId", "textId"])
        {
            var local = System.Text.Encoding.ASCII.GetBytes(name);
            if (_tree.TryAttribute(node, local, out var start, out var length))
            {
                var from = start;
                while (!MarkupParser.IsSpace(_tree.Source[from - 1]))
                {
                    from--;
                }

                Raw(from);
                Skip(start + length + 1);
            }
        }
    }
}
