using System.Globalization;
using System.Security;
using System.Text;
using CadreDocs.Documents.Word.Markup;
using CadreDocs.Documents.Word.Rendering;
using Scriban;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>
/// Finds Scriban in the text of a paragraph, over the runs into which Word split it, and compiles it. Where every expression stands alone each becomes a
/// segment; where they belong together (<c>if … end</c>) the stretch becomes one script that carries the markup between its runs as chunks.
/// </summary>
internal sealed class ScriptCompiler(MarkupTree tree, PartCompiler part)
{
    private static ReadOnlySpan<byte> OpenText => """<w:t xml:space="preserve">"""u8;

    private static ReadOnlySpan<byte> CloseText => "</w:t>"u8;

    private readonly List<(int Node, int Start, int End)> _texts = [];

    /// <summary>Compiles the paragraph; false where it has no script.</summary>
    public bool TryCompile(int paragraph)
    {
        if (tree.Bytes(paragraph).IndexOf((byte)'{') < 0)
        {
            return false;
        }

        var joined = new StringBuilder();
        Collect(paragraph, joined);
        var text = joined.ToString();
        var spans = FindSpans(text, out var open);
        if (open)
        {
            part.Fault(TemplateFaults.ScriptOpen(part.Part, part.Paragraph));
            return false;
        }

        if (spans.Count == 0)
        {
            return false;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{part.Part}, paragraph {part.Paragraph}");
        var alone = spans.ConvertAll(span => Template.Parse(text[span.Start..span.End], place));
        if (alone.TrueForAll(template => !template.HasErrors) && !spans.Exists(span => TrimsBlanks(text, span)))
        {
            EmitAlone(paragraph, text, spans, alone, place);
            return true;
        }

        return EmitTogether(paragraph, text, spans, place);
    }

    private static bool TrimsBlanks(string text, (int Start, int End) span) =>
        text[span.Start + 2] is '-' or '~' || text[span.End - 3] is '-' or '~';

    private void Collect(int node, StringBuilder joined)
    {
        for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            switch (tree.Name(child))
            {
                case WordName.Text:
                    var start = joined.Length;
                    joined.Append(tree.InnerText(child));
                    _texts.Add((child, start, joined.Length));
                    break;
                case WordName.Sdt or WordName.Paragraph or WordName.Deleted or WordName.MovedFrom or WordName.Drawing or WordName.Picture or WordName.AlternateContent:
                    break;
                default:
                    if (tree[child].Kind == MarkupKind.Element)
                    {
                        Collect(child, joined);
                    }

                    break;
            }
        }
    }

    private static List<(int Start, int End)> FindSpans(string text, out bool open)
    {
        var spans = new List<(int, int)>();
        open = false;
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var end = FindEnd(text, at + 2);
            if (end < 0)
            {
                open = true;
                break;
            }

            spans.Add((at, end));
            at = end;
        }

        return spans;
    }

    private static int FindEnd(string text, int at)
    {
        var quote = '\0';
        for (; at + 1 < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                at += c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' or '`')
            {
                quote = c;
            }
            else if (c == '}' && text[at + 1] == '}')
            {
                return at + 2;
            }
        }

        return -1;
    }

    private void EmitAlone(int paragraph, string text, List<(int Start, int End)> spans, List<Template> scripts, string place)
    {
        foreach (var (node, start, end) in _texts)
        {
            if (!spans.Exists(span => span.Start < end && span.End > start))
            {
                continue;
            }

            WalkTo(paragraph, node);
            part.Raw(tree[node].Start);
            part.Literal(OpenText);
            var at = start;
            for (var i = 0; i < spans.Count; i++)
            {
                var (from, to) = spans[i];
                if (to <= at || from >= end)
                {
                    continue;
                }

                if (from >= at)
                {
                    Plain(text[at..from]);
                    part.Emit(Script(scripts[i], text[(from + 2)..(to - 2)], place, node));
                }

                at = Math.Min(to, end);
            }

            Plain(text[at..end]);
            part.Literal(CloseText);
            part.Skip(tree[node].End);
        }

        WalkTo(paragraph, tree[paragraph].Next);
    }

    private Segment Script(Template script, string code, string place, int node) =>
        part.InRow && code.Trim() == "row.number" ? RowNumberSegment.Instance : new ScriptSegment(script, place, [], [Face(node)]);

    private RunFace Face(int node)
    {
        var run = tree.Ancestor(node, WordName.Run);
        var look = run < 0 ? -1 : tree.Child(run, WordName.RunProperties);
        return RunFace.Of(look < 0 ? "" : Encoding.UTF8.GetString(tree.Bytes(look)));
    }

    private bool EmitTogether(int paragraph, string text, List<(int Start, int End)> spans, string place)
    {
        var (from, to) = (spans[0].Start, spans[^1].End);
        var texts = _texts.FindAll(t => t.Start < to && t.End > from);
        WalkTo(paragraph, texts[0].Node);
        part.Raw(tree[texts[0].Node].Start);
        part.Literal(OpenText);
        Plain(text[texts[0].Start..from]);
        part.Skip(tree[texts[0].Node].End);

        var script = new StringBuilder();
        var chunks = new List<Segment[]>();
        var at = from;
        for (var i = 0; i < texts.Count; i++)
        {
            var end = Math.Min(texts[i].End, to);
            foreach (var span in spans.Where(span => span.Start >= at && span.Start < end).ToList())
            {
                script.Append(text, at, span.Start - at).Append(text, span.Start, span.End - span.Start);
                at = span.End;
            }

            if (end > at)
            {
                script.Append(text, at, end - at);
                at = end;
            }

            if (i + 1 < texts.Count)
            {
                script.Append(ScriptSegment.ChunkMark).Append(chunks.Count).Append(ScriptSegment.ChunkMark);
                chunks.Add(Chunk(paragraph, texts[i + 1].Node));
            }
        }

        var template = Template.Parse(script.ToString(), place);
        foreach (var message in template.Messages)
        {
            part.Fault(TemplateFaults.ScriptSyntax(part.Part, part.Paragraph, text[from..to], message.Message));
        }

        part.Emit(new ScriptSegment(template, place, [.. chunks], [.. texts.Select(found => Face(found.Node))]));
        Plain(text[to..Math.Max(to, texts[^1].End)]);
        part.Literal(CloseText);
        WalkTo(paragraph, tree[paragraph].Next);
        return true;
    }

    /// <summary>The markup from the end of one text to the begin of the next, both inside a text element again.</summary>
    private Segment[] Chunk(int paragraph, int next) => part.Capture(() =>
    {
        part.Literal(CloseText);
        WalkTo(paragraph, next);
        part.Raw(tree[next].Start);
        part.Literal(OpenText);
        part.Skip(tree[next].End);
    });

    private int _walked = -1;

    /// <summary>Lets the part's compiler have the controls, bookmarks and drawings that stand before this node.</summary>
    private void WalkTo(int paragraph, int end)
    {
        var node = _walked < 0 ? paragraph + 1 : _walked;
        while (node < end)
        {
            switch (tree.Name(node))
            {
                case WordName.Sdt or WordName.BookmarkStart or WordName.BookmarkEnd or WordName.Drawing or WordName.Picture or WordName.AlternateContent
                    or WordName.Object:
                    part.Walk(node);
                    node = tree[node].Next;
                    break;
                default:
                    node++;
                    break;
            }
        }

        _walked = Math.Max(node, end);
    }

    private void Plain(string text)
    {
        if (text.Length > 0)
        {
            part.Literal(Encoding.UTF8.GetBytes(SecurityElement.Escape(text)));
        }
    }
}
