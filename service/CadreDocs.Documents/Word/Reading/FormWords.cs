using System.Text;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>The words of a template itself, paragraph by paragraph: labels, titles, notes, places for ink. What else stands in a document somebody wrote.</summary>
internal sealed class FormWords
{
    private readonly HashSet<string> _fixed = new(StringComparer.Ordinal);
    private readonly List<OpenWords> _open = [];
    private bool _numbers;

    public FormWords(MarkupTree template, FormFields fields)
    {
        foreach (var (_, text) in OwnTexts(template, template.Child(0, WordName.Body), tag => fields.Find(tag) is not null))
        {
            if (text.Contains("{{", StringComparison.Ordinal))
            {
                AddGenerated(text);
            }
            else if (text.Contains('_', StringComparison.Ordinal))
            {
                Add(text[..text.IndexOf('_', StringComparison.Ordinal)], text[(text.LastIndexOf('_') + 1)..]);
            }
            else if (ValueReader.Squeeze(text) is { Length: > 0 } words)
            {
                _fixed.Add(words);
            }
        }

        foreach (var ink in fields.Form.Fields.Where(field => field.Ink))
        {
            // People type their names where they should sign; it is no value, and no surprise.
            Add(ink.Label, "");
        }
    }

    /// <summary>Every paragraph with the text that stands in it outside of tagged controls; those without any are left out.</summary>
    public static IEnumerable<(int Paragraph, string Text)> OwnTexts(MarkupTree tree, int body, Func<string, bool> isField)
    {
        var text = new StringBuilder();
        var (paragraph, end) = (-1, -1);
        for (var node = body < 0 ? int.MaxValue : body + 1; node < (body < 0 ? 0 : tree[body].Next);)
        {
            if (paragraph >= 0 && node >= end)
            {
                if (text.Length > 0)
                {
                    yield return (paragraph, text.ToString());
                }

                (paragraph, _) = (-1, text.Clear());
            }

            switch (tree.Name(node))
            {
                case WordName.Sdt when Controls.Tag(tree, node) is { } tag && (isField(tag) || paragraph >= 0):
                case WordName.Deleted or WordName.MovedFrom or WordName.Fallback or WordName.ParagraphProperties or WordName.RunProperties or WordName.SdtProperties:
                    node = tree[node].Next;
                    continue;
                case WordName.Paragraph when paragraph < 0:
                    (paragraph, end) = (node, tree[node].Next);
                    break;
                case WordName.Text when paragraph >= 0:
                    text.Append(tree.InnerText(node));
                    break;
                default:
                    break;
            }

            node++;
        }

        if (text.Length > 0)
        {
            yield return (paragraph, text.ToString());
        }
    }

    /// <summary>True where a paragraph is the template's own.</summary>
    /// <param name="words">Its text, squeezed.</param>
    public bool Hold(string words) =>
        _fixed.Contains(words)
        || (_numbers && words.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        || _open.Exists(own => own.Match(words))
        || (words.IndexOfAny(['年', '月', '日']) >= 0 && _fixed.Contains(string.Concat(words.Where(letter => !char.IsAsciiDigit(letter)))));

    /// <summary>The label that begins a paragraph, so that only what was typed behind it is named; empty where it begins with none.</summary>
    public string Label(string words) =>
        _fixed.Where(label => label.Length > 1 && words.StartsWith(label, StringComparison.Ordinal)).MaxBy(label => label.Length) ?? "";

    /// <summary>Generated text may be anything between the words beside it; words between <c>if</c> and <c>end</c> may be left out.</summary>
    private void AddGenerated(string text)
    {
        var (always, all) = (new List<string> { "" }, new List<string> { "" });
        var depth = 0;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            var literal = ValueReader.Squeeze(open < 0 ? text[at..] : text[at..open]);
            all[^1] += literal;
            always[^1] += depth == 0 ? literal : "";
            var close = open < 0 ? -1 : text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var word = text.AsSpan((open + 2)..close).Trim("-~ ");
            depth += word.StartsWith("if ") || word.StartsWith("for ") || word.StartsWith("case ") ? 1 : word is "end" ? -1 : 0;
            all.Add("");
            always.Add("");
            at = close + 2;
        }

        if (all.TrueForAll(literal => literal.Length == 0))
        {
            // A running number, alone in its cell.
            _numbers = true;
            return;
        }

        foreach (var words in new[] { always, all }.Where(words => words.Exists(literal => literal.Length > 0)))
        {
            _open.Add(new OpenWords(words));
        }
    }

    private void Add(string start, string end)
    {
        (start, end) = (ValueReader.Squeeze(start), ValueReader.Squeeze(end));
        if (start.Length + end.Length > 0)
        {
            _open.Add(new OpenWords([start, end]));
        }
    }

    /// <summary>Words with anything between them: the first begins the paragraph, the last ends it.</summary>
    private sealed record OpenWords(List<string> Words)
    {
        public bool Match(string text)
        {
            if (!text.StartsWith(Words[0], StringComparison.Ordinal) || !text.EndsWith(Words[^1], StringComparison.Ordinal))
            {
                return false;
            }

            var at = Words[0].Length;
            foreach (var word in Words.Skip(1))
            {
                var found = text.IndexOf(word, at, StringComparison.Ordinal);
                if (found < 0)
                {
                    return false;
                }

                at = found + word.Length;
            }

            return true;
        }
    }
}
