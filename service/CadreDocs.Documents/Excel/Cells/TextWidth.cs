namespace CadreDocs.Documents.Excel;

/// <summary>Widths in characters of the body face: a Chinese character or full-width sign counts two.</summary>
internal static class TextWidth
{
    /// <summary>Width of the longest line.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var longest = 0;
        var width = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                longest = Math.Max(longest, width);
                width = 0;
            }
            else if (!char.IsLowSurrogate(c))
            {
                width += IsWide(c) ? 2 : 1;
            }
        }

        return Math.Max(longest, width);
    }

    /// <summary>Lines that the text takes in a column of this width.</summary>
    public static int Lines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            lines += Math.Max(1, (int)Math.Ceiling(Of(text.AsSpan()[line]) / Math.Max(1, width)));
        }

        return lines;
    }

    // Combining marks and half-width kana are rare in these sheets; counting them narrow does no harm.
    private static bool IsWide(char c) => c >= '\u1100' && (c <= '\u115F' || c is >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
        or >= '\uD800' and <= '\uDBFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF01' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6');
}
