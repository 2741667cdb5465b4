using System.Buffers;
using System.Net;
using System.Text;
using Scriban.Parsing;

namespace Scriban.Functions;

/// <summary>Functions on HTML and addresses: <c>html</c>.</summary>
public static class HtmlFunctions
{
    private static readonly SearchValues<byte> KeptInAddresses = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~;/?:@&=+$,#[]!'()*"u8);

    /// <summary>The text without tags, comments, scripts and styles.</summary>
    public static string Strip(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }
        var result = new StringBuilder(text.Length);
        var quotes = true;
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('<', i);
            var end = open < 0 ? -1 : EndOfTag(text, open, ref quotes);
            if (open < 0 || end < 0)
            {
                result.Append(text, i, text.Length - i);
                break;
            }
            result.Append(text, i, open - i);
            i = end;
        }
        return result.ToString();
    }

    /// <summary>The text with <c>&amp; &lt; &gt; " '</c> escaped for HTML.</summary>
    public static string Escape(TemplateContext context, SourceSpan span, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }
        var result = WebUtility.HtmlEncode(text);
        context.CheckLength(span, result.Length);
        return result;
    }

    /// <summary>The text with <c>&lt;br /&gt;</c> before each line end, of whatever kind.</summary>
    public static string NewlineToBr(TemplateContext context, SourceSpan span, string? text)
    {
        var result = new StringBuilder(text?.Length ?? 0);
        for (var i = 0; i < text?.Length; i++)
        {
            result.Append(text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) ? "<br />" : null).Append(text[i]);
        }
        context.CheckLength(span, result.Length);
        return result.ToString();
    }

    /// <summary>The text with everything but letters, digits and <c>-_.~</c> as percent codes.</summary>
    public static string UrlEncode(TemplateContext context, SourceSpan span, string? text)
    {
        var result = string.IsNullOrEmpty(text) ? string.Empty : Uri.EscapeDataString(text);
        context.CheckLength(span, result.Length);
        return result;
    }

    /// <summary>The text with everything that may not stand in an address as percent codes.</summary>
    public static string? UrlEscape(TemplateContext context, SourceSpan span, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }
        var result = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (KeptInAddresses.Contains(value))
            {
                result.Append((char)value);
            }
            else
            {
                result.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        context.CheckLength(span, result.Length);
        return result.ToString();
    }

    /// <summary>Offset after the tag that begins at <paramref name="open"/>; -1 where it never ends. Once a quoted value runs to the end of the text, quotes are no longer heeded, so that the work stays linear.</summary>
    private static int EndOfTag(string text, int open, ref bool quotes)
    {
        if (string.CompareOrdinal(text, open, "<!--", 0, 4) == 0)
        {
            return After(text, open + 4, "-->");
        }
        if (StartsWith(text, open, "<script"))
        {
            return After(text, open, "</script>") is var script and > 0 ? script : After(text, open, ">");
        }
        if (StartsWith(text, open, "<style"))
        {
            return After(text, open, "</style>") is var style and > 0 ? style : After(text, open, ">");
        }
        var quote = '\0';
        for (var i = open + 1; quotes && i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] == '>')
            {
                return i + 1;
            }
        }
        quotes = false;
        return After(text, open, ">");
    }

    private static bool StartsWith(string text, int at, string tag) => string.Compare(text, at, tag, 0, tag.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int After(string text, int from, string closing)
    {
        var at = text.IndexOf(closing, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + closing.Length;
    }
}
