using System.Xml.Linq;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>A paragraph of an official file as one text, whatever runs Word split it into, that can be cut at any character.</summary>
internal sealed class ParagraphCut(XElement paragraph)
{
    /// <summary>The text; a tab counts as one blank.</summary>
    internal string Text { get; } = string.Concat(paragraph.Elements(W + "r").Select(RunText));

    /// <summary>The position in the text where these words begin and where they end, blanks between them ignored; null where they are not there.</summary>
    internal (int Start, int End)? Find(string words, int from = 0)
    {
        for (var start = from; start < Text.Length; start++)
        {
            int at = start, matched = 0;
            while (at < Text.Length && matched < words.Length)
            {
                if (Text[at] == words[matched])
                {
                    matched++;
                }
                else if (matched == 0 || !char.IsWhiteSpace(Text[at]))
                {
                    break;
                }

                at++;
            }

            if (matched == words.Length)
            {
                return (start, at);
            }
        }

        return null;
    }

    /// <summary>The end of the blank (underscores, blanks) that begins here.</summary>
    internal int BlankEnd(int start)
    {
        var end = start;
        while (end < Text.Length && (Text[end] is '_' or '：' or ':' || char.IsWhiteSpace(Text[end])))
        {
            end++;
        }

        return end;
    }

    /// <summary>The runs between two positions, cut out of their runs where need be.</summary>
    internal List<XElement> Take(int start, int end)
    {
        Split(start);
        Split(end);
        var taken = new List<XElement>();
        var at = 0;
        foreach (var run in paragraph.Elements(W + "r").ToList())
        {
            var length = RunText(run).Length;
            if (length > 0 && at >= start && at + length <= end)
            {
                taken.Add(run);
            }

            at += length;
        }

        return taken;
    }

    private void Split(int position)
    {
        var at = 0;
        foreach (var run in paragraph.Elements(W + "r").ToList())
        {
            var length = RunText(run).Length;
            if (position > at && position < at + length)
            {
                var second = new XElement(run);
                Keep(run, 0, position - at);
                Keep(second, position - at, length);
                run.AddAfterSelf(second);
                return;
            }

            at += length;
        }
    }

    private static void Keep(XElement run, int from, int to)
    {
        var at = 0;
        foreach (var piece in run.Elements().Where(element => element.Name == W + "t" || element.Name == W + "tab").ToList())
        {
            var text = piece.Name == W + "t" ? piece.Value : "\t";
            var (first, last) = (Math.Max(from - at, 0), Math.Min(to - at, text.Length));
            if (first >= last)
            {
                piece.Remove();
            }
            else if (piece.Name == W + "t")
            {
                piece.Value = text[first..last];
                piece.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            }

            at += text.Length;
        }
    }

    private static string RunText(XElement run) =>
        string.Concat(run.Elements().Select(piece => piece.Name == W + "t" ? piece.Value : piece.Name == W + "tab" ? "\t" : ""));
}
