using System.Globalization;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on text: <c>string</c>. Hashes and codes are in StringFunctions.Codes.cs.</summary>
public static partial class StringFunctions
{
    /// <summary>The text with quotes, backslashes and control characters escaped.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text) || !NeedsEscape(text))
        {
            return text ?? string.Empty;
        }
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                _ when char.IsControl(c) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => result.Append(c),
            };
        }
        return result.ToString();
    }

    /// <summary>Both texts, the given one last.</summary>
    public static string Append(TemplateContext context, SourceSpan span, string? text, string? with) => Joined(context, span, text, with);

    /// <summary>The text with its first character in upper case.</summary>
    public static string Capitalize(string? text) =>
        string.IsNullOrEmpty(text) || char.IsUpper(text[0]) ? text ?? string.Empty : string.Concat(new string(char.ToUpperInvariant(text[0]), 1), text.AsSpan(1));

    /// <summary>The text with the first character of each word in upper case.</summary>
    public static string Capitalizewords(string? text)
    {
        var result = new StringBuilder(text ?? string.Empty);
        for (var i = 0; i < result.Length; i++)
        {
            if (i == 0 || char.IsWhiteSpace(text![i - 1]))
            {
                result[i] = char.ToUpperInvariant(result[i]);
            }
        }
        return result.ToString();
    }

    /// <summary>Whether a text stands in the text.</summary>
    public static bool Contains(string? text, string? value) => !string.IsNullOrEmpty(text) && !string.IsNullOrEmpty(value) && text.Contains(value, StringComparison.Ordinal);

    /// <summary>Whether the text has no characters.</summary>
    public static bool Empty(string? text) => string.IsNullOrEmpty(text);

    /// <summary>Whether the text has nothing but blanks.</summary>
    public static bool Whitespace(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>The text in lower case.</summary>
    public static string? Downcase(TemplateContext context, string? text) => text?.ToLower(context?.CurrentCulture ?? CultureInfo.InvariantCulture);

    /// <summary>Whether the text ends with a text.</summary>
    public static bool EndsWith(string? text, string? value) => text is not null && value is not null && text.EndsWith(value, StringComparison.Ordinal);

    /// <summary>Whether two texts are the same but for upper and lower case.</summary>
    public static bool EqualsIgnoreCase(string? text, string? value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as part of an address: lower case, words joined by <c>-</c>.</summary>
    public static string Handleize(string? text)
    {
        var result = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }
        return result.ToString().TrimEnd('-');
    }

    /// <summary>The text as it would be written in a template, with quotes.</summary>
    public static string? Literal(string? text) => text is null ? null : $"\"{Escape(text)}\"";

    /// <summary>The text without blanks at its start.</summary>
    public static string? Lstrip(string? text) => text?.TrimStart();

    /// <summary>One of two texts: the first for the number 1, else the second.</summary>
    public static string? Pluralize(int number, string? singular, string? plural) => number == 1 ? singular : plural;

    /// <summary>Both texts, the given one first.</summary>
    public static string Prepend(TemplateContext context, SourceSpan span, string? text, string? by) => Joined(context, span, by, text);

    /// <summary>The text without all places of a text.</summary>
    public static string Remove(string? text, string? remove) =>
        string.IsNullOrEmpty(text) || string.IsNullOrEmpty(remove) ? text ?? string.Empty : text.Replace(remove, string.Empty, StringComparison.Ordinal);

    /// <summary>The text without the first place of a text.</summary>
    public static string RemoveFirst(TemplateContext context, SourceSpan span, string? text, string? remove) => ReplaceFirst(context, span, text, remove, string.Empty);

    /// <summary>The text without the last place of a text.</summary>
    public static string RemoveLast(TemplateContext context, SourceSpan span, string? text, string? remove) => ReplaceFirst(context, span, text, remove, string.Empty, fromEnd: true);

    /// <summary>The text with all places of one text replaced by another.</summary>
    public static string Replace(TemplateContext context, SourceSpan span, string? text, string? match, string? replace)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return text ?? string.Empty;
        }
        var more = (replace?.Length ?? 0) - match.Length;
        if (more > 0)
        {
            long places = 0;
            for (var at = text.IndexOf(match, StringComparison.Ordinal); at >= 0; at = text.IndexOf(match, at + match.Length, StringComparison.Ordinal))
            {
                places++;
            }
            context.CheckLength(span, text.Length + (places * more));
        }
        return text.Replace(match, replace, StringComparison.Ordinal);
    }

    /// <summary>The text with the first place of one text, or the last, replaced by another.</summary>
    public static string ReplaceFirst(TemplateContext context, SourceSpan span, string? text, string? match, string? replace, bool fromEnd = false)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return text ?? string.Empty;
        }
        var at = fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }
        context.CheckLength(span, (long)text.Length - match.Length + (replace?.Length ?? 0));
        return string.Concat(text.AsSpan(0, at), replace, text.AsSpan(at + match.Length));
    }

    /// <summary>The text without blanks at its end.</summary>
    public static string? Rstrip(string? text) => text?.TrimEnd();

    /// <summary>The number of characters (UTF-16).</summary>
    public static int Size(string? text) => text?.Length ?? 0;

    /// <summary>Part of the text; all the rest where the length is 0. A negative start counts from the end.</summary>
    public static string Slice(string? text, int start, int length = 0) => Part(text, start, length <= 0 ? text?.Length ?? 0 : length);

    /// <summary>Part of the text; one character unless a length is given. A negative start counts from the end.</summary>
    public static string Slice1(string? text, int start, int length = 1) => Part(text, start, Math.Max(0, length));

    /// <summary>The pieces between the places of a text, without empty ones.</summary>
    public static ScriptArray Split(TemplateContext context, ScriptNode node, string? text, string? match)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }
        var pieces = string.IsNullOrEmpty(match) ? [text] : text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        context.CheckCount(node, pieces.Length - 1);
        return new ScriptArray(pieces);
    }

    /// <summary>Whether the text starts with a text.</summary>
    public static bool StartsWith(string? text, string? value) => text is not null && value is not null && text.StartsWith(value, StringComparison.Ordinal);

    /// <summary>The text without blanks at both ends.</summary>
    public static string? Strip(string? text) => text?.Trim();

    /// <summary>The text without line ends.</summary>
    public static string? StripNewlines(string? text) => text?.Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal);

    /// <summary>The text cut to so many characters, the mark of the cut among them.</summary>
    public static string Truncate(string? text, int length, string? ellipsis = null)
    {
        var mark = ellipsis ?? "...";
        return text is null || text.Length <= length ? text ?? string.Empty : string.Concat(text.AsSpan(0, Math.Clamp(length - mark.Length, 0, text.Length)), mark);
    }

    /// <summary>The text cut to so many words, with a mark of the cut.</summary>
    public static string Truncatewords(string? text, int count, string? ellipsis = null)
    {
        var words = (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? string.Join(' ', words) : string.Join(' ', words, 0, Math.Max(0, count)) + (ellipsis ?? "...");
    }

    /// <summary>The text in upper case.</summary>
    public static string? Upcase(TemplateContext context, string? text) => text?.ToUpper(context?.CurrentCulture ?? CultureInfo.InvariantCulture);

    /// <summary>The text with blanks, or another character, before it up to a width.</summary>
    public static string PadLeft(TemplateContext context, SourceSpan span, string? text, int width, string? paddingChar = null)
    {
        context.CheckLength(span, width);
        return (text ?? string.Empty).PadLeft(Math.Max(0, width), string.IsNullOrEmpty(paddingChar) ? ' ' : paddingChar[0]);
    }

    /// <summary>The text with blanks, or another character, after it up to a width.</summary>
    public static string PadRight(TemplateContext context, SourceSpan span, string? text, int width, string? paddingChar = null)
    {
        context.CheckLength(span, width);
        return (text ?? string.Empty).PadRight(Math.Max(0, width), string.IsNullOrEmpty(paddingChar) ? ' ' : paddingChar[0]);
    }

    /// <summary>Where a text first stands in the text, from 0; -1 where it does not.</summary>
    public static int IndexOf(string? text, string? search, int? startIndex = null, int? count = null, string? stringComparison = null)
    {
        if (text is null || search is null)
        {
            return -1;
        }
        var start = Math.Clamp(startIndex ?? 0, 0, text.Length);
        var length = Math.Clamp(count ?? int.MaxValue, 0, text.Length - start);
        var comparison = Enum.TryParse<StringComparison>(stringComparison, ignoreCase: true, out var given) ? given : StringComparison.Ordinal;
        return text.IndexOf(search, start, length, comparison);
    }

    private static string Joined(TemplateContext context, SourceSpan span, string? first, string? second)
    {
        context.CheckLength(span, (long)(first?.Length ?? 0) + (second?.Length ?? 0));
        return string.Concat(first, second);
    }

    private static string Part(string? text, int start, int length)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }
        // A start before the text shortens the part by what lies there.
        var from = start < 0 ? (long)text.Length + start : start;
        var to = Math.Min(from + length, text.Length);
        from = Math.Max(0, from);
        return from >= to ? string.Empty : text.Substring((int)from, (int)(to - from));
    }

    private static bool NeedsEscape(string text)
    {
        foreach (var c in text)
        {
            if (c is '"' or '\\' || char.IsControl(c))
            {
                return true;
            }
        }
        return false;
    }
}
