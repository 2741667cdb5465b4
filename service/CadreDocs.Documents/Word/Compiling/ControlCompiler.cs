using System.Text;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Word.Markup;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>Cuts a content control into the markup of an empty one, with its prompt, and of a filled one, in the look of its own text.</summary>
internal static class ControlCompiler
{
    /// <summary>The control's markup, or null where it is wrapped around cells or rows or holds no text.</summary>
    /// <param name="tree">The part.</param>
    /// <param name="control">The control.</param>
    /// <param name="keepsId">False to leave its id to the program that opens the document.</param>
    public static ControlMarkup? Compile(MarkupTree tree, int control, bool keepsId = true)
    {
        var content = tree.Child(control, WordName.SdtContent);
        var first = content < 0 ? -1 : FirstElement(tree, content);
        if (first < 0 || tree[content].ClosesItself)
        {
            return null;
        }

        switch (tree.Name(first))
        {
            case WordName.Paragraph:
            {
                var properties = tree.Child(first, WordName.ParagraphProperties);
                var paragraph = properties < 0 ? "" : Text(tree, properties);
                var run = FindBelow(tree, first, WordName.Run);
                var look = RunProperties(tree, control, run);
                var open = $"<w:p>{paragraph}<w:r>{look}<w:t xml:space=\"preserve\">";
                const string Close = "</w:t></w:r></w:p>";
                return Build(tree, control, content, open, Close + open, Close, RunFace.Of(look), keepsId);
            }

            case WordName.Run or WordName.BookmarkStart or WordName.Other when FindBelow(tree, content, WordName.Paragraph) < 0:
            {
                var run = FindBelow(tree, content, WordName.Run);
                var look = RunProperties(tree, control, run);
                var open = $"<w:r>{look}<w:t xml:space=\"preserve\">";
                return run < 0 ? null : Build(tree, control, content, open, "</w:t><w:br/><w:t xml:space=\"preserve\">", "</w:t></w:r>", RunFace.Of(look), keepsId);
            }

            default:
                return null;
        }
    }

    private static ControlMarkup Build(MarkupTree tree, int control, int content, string open, string line, string close, RunFace face, bool keepsId)
    {
        var source = tree.Source;
        var tail = source.AsSpan(tree[content].Close, tree[control].End - tree[content].Close);
        var empty = new SegmentBuilder();
        Head(tree, control, tree[content].Close, empty, keepPrompt: true, keepsId);
        empty.Literal(tail);
        var prompted = empty.ToArray();
        var blank = prompted;
        if (Prompts(tree, content))
        {
            // Still marked as the prompt: a click in Word selects it all, and it is never read as a value.
            var builder = new SegmentBuilder();
            Head(tree, control, tree[content].OpenEnd, builder, keepPrompt: true, keepsId);
            builder.Literal(Encoding.UTF8.GetBytes($"{open}{ScaffoldText.BlankPrompt}{close}"));
            builder.Literal(tail);
            blank = builder.ToArray();
        }

        var filled = new SegmentBuilder();
        Head(tree, control, tree[content].OpenEnd, filled, keepPrompt: false, keepsId);
        filled.Literal(Encoding.UTF8.GetBytes(open));
        var end = new SegmentBuilder();
        end.Literal(Encoding.UTF8.GetBytes(close));
        end.Literal(tail);
        return new ControlMarkup(prompted, blank, filled.ToArray(), Encoding.UTF8.GetBytes(line), end.ToArray(), face);
    }

    /// <summary>The control's bytes up to <paramref name="end"/>, its id left open or out; without the prompt's mark where a value follows.</summary>
    private static void Head(MarkupTree tree, int control, int end, SegmentBuilder builder, bool keepPrompt, bool keepsId)
    {
        var at = tree[control].Start;
        var properties = tree.Child(control, WordName.SdtProperties);
        for (var child = properties < 0 ? -1 : tree.FirstChild(properties); child >= 0; child = tree.NextSibling(child))
        {
            if ((tree.Name(child) == WordName.ShowingPlaceholder && !keepPrompt) || (tree.Name(child) == WordName.Id && !keepsId))
            {
                builder.Literal(tree.Source.AsSpan(at, tree[child].Start - at));
                at = tree[child].End;
            }
            else if (tree.Name(child) == WordName.Id && tree.TryAttribute(child, "val"u8, out var start, out var length))
            {
                builder.Literal(tree.Source.AsSpan(at, start - at));
                builder.Add(NextIdSegment.Instance);
                at = start + length;
            }
        }

        builder.Literal(tree.Source.AsSpan(at, end - at));
    }

    /// <summary>How the value looks: as the control says (w:sdtPr/w:rPr), else as its run does without the prompt's style and colour.</summary>
    private static string RunProperties(MarkupTree tree, int control, int run)
    {
        var properties = tree.Child(control, WordName.SdtProperties);
        var own = properties < 0 ? -1 : tree.Child(properties, WordName.RunProperties);
        if (own >= 0)
        {
            return Text(tree, own);
        }

        own = run < 0 ? -1 : tree.Child(run, WordName.RunProperties);
        if (own < 0 || tree[own].ClosesItself)
        {
            return "";
        }

        var prompt = tree.Child(properties, WordName.ShowingPlaceholder) >= 0;
        var text = new StringBuilder();
        var at = tree[own].Start;
        for (var child = tree.FirstChild(own); child >= 0; child = tree.NextSibling(child))
        {
            if (tree.Name(child) == WordName.RunStyle || (prompt && tree.Name(child) == WordName.Color))
            {
                text.Append(Encoding.UTF8.GetString(tree.Source, at, tree[child].Start - at));
                at = tree[child].End;
            }
        }

        return text.Append(Encoding.UTF8.GetString(tree.Source, at, tree[own].End - at)).ToString();
    }

    /// <summary>True where the control's own text has words, not only blanks or a line to write on.</summary>
    private static bool Prompts(MarkupTree tree, int content)
    {
        for (var below = content + 1; below < tree[content].Next; below++)
        {
            if (tree.Name(below) == WordName.Text && tree.InnerText(below).AsSpan().ContainsAnyExcept(" \u3000_\u00A0"))
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(MarkupTree tree, int node) => Encoding.UTF8.GetString(tree.Bytes(node));

    private static int FirstElement(MarkupTree tree, int node)
    {
        var child = tree.FirstChild(node);
        while (child >= 0 && tree[child].Kind != MarkupKind.Element)
        {
            child = tree.NextSibling(child);
        }

        return child;
    }

    private static int FindBelow(MarkupTree tree, int node, WordName name)
    {
        for (var below = node + 1; below < tree[node].Next; below++)
        {
            if (tree.Name(below) == name)
            {
                return below;
            }
        }

        return -1;
    }
}
