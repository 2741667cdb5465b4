using System.Text.RegularExpressions;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Excel;

/// <summary>A line above the table: words and the fields after them, each in cells of its own.</summary>
internal sealed partial class ScaffoldLine(FormDefinition form, ScaffoldGrid grid, ScaffoldLook look, int columns)
{
    public void Write(int row, LayoutLine line)
    {
        grid.Heights[row] = 22;
        var pairs = Pairs().Matches(line.Text.Replace('\t', ' ')).Select(match => (Label: match.Groups["label"].Value.Trim(), Key: match.Groups["key"].Value)).ToList();
        if (pairs.Count == 0 || pairs.Count * 2 > columns)
        {
            grid.Put(row, 1, columns, line.Text.Replace('\t', ' '), look.Note with { Horizontal = line.Align });
            return;
        }

        var total = grid.WidthOf(1, columns);
        var column = 1;
        for (var i = 0; i < pairs.Count; i++)
        {
            // Each pair has its share of the width, and leaves two columns for each pair to come.
            var last = columns - ((pairs.Count - 1 - i) * 2);
            var span = i == pairs.Count - 1 ? columns - column + 1 : Math.Clamp(SpanFor(column, total / pairs.Count), 2, last - column + 1);
            Pair(row, column, span, pairs[i].Label, pairs[i].Key);
            column += span;
        }
    }

    private void Pair(int row, int column, int span, string label, string key)
    {
        var field = form.FindField(key) ?? throw new FormatException($"The layout of '{form.Id}' names the unknown field '{key}'.");
        var words = Math.Clamp(SpanFor(column, TextWidth.Of(label) + 2), 1, span - 1);
        grid.Put(row, column, words, label, look.Label);
        grid.Put(row, column + words, span - words, "", look.Value);
        grid.Name(FormNames.Of(field), row, column + words);
    }

    private int SpanFor(int column, double width)
    {
        var span = 1;
        while (column + span <= columns && grid.WidthOf(column, span) < width)
        {
            span++;
        }

        return span;
    }

    [GeneratedRegex(@"(?<label>.*?)\[\[(?<key>[A-Za-z0-9-]+)\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
