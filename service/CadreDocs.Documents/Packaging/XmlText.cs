using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CadreDocs.Documents.Packaging;

/// <summary>
/// Writes strings as XML text in UTF-8. What XML 1.0 cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD
/// and is counted, so that the caller can say so: nothing vanishes in silence.
/// </summary>
internal static class XmlText
{
    /// <summary>Writes element text. Tab and line feed stay, a carriage return becomes a reference.</summary>
    /// <returns>The number of characters replaced.</returns>
    public static int Write(IBufferWriter<byte> output, ReadOnlySpan<char> text) => Write(output, text, attribute: false);

    /// <summary>Writes the inside of a double-quoted attribute; tab and line ends become references, or a parser would turn them into blanks.</summary>
    /// <returns>The number of characters replaced.</returns>
    public static int WriteAttribute(IBufferWriter<byte> output, ReadOnlySpan<char> text) => Write(output, text, attribute: true);

    /// <summary>The text with what XML cannot hold replaced by U+FFFD, and how many characters that were.</summary>
    public static (string Text, int Replaced) Clean(string text)
    {
        StringBuilder? clean = null;
        var replaced = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPair(text, i))
            {
                clean?.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (IsForbidden(c))
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                clean.Append('\uFFFD');
                replaced++;
            }
            else
            {
                clean?.Append(c);
            }
        }

        return (clean?.ToString() ?? text, replaced);
    }

    private static int Write(IBufferWriter<byte> output, ReadOnlySpan<char> text, bool attribute)
    {
        var replaced = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            // From '?' up to the surrogates nothing needs care: nearly all of any text.
            if ((uint)(c - '?') < 0xD800 - '?')
            {
                continue;
            }

            if (IsPair(text, i))
            {
                i++;
                continue;
            }

            var reference = Reference(c, attribute);
            if (reference.IsEmpty)
            {
                continue;
            }

            Copy(output, text[start..i]);
            output.Write(reference);
            replaced += IsForbidden(c) ? 1 : 0;
            start = i + 1;
        }

        Copy(output, text[start..]);
        return replaced;
    }

    private static ReadOnlySpan<byte> Reference(char c, bool attribute) => c switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '\r' => "&#13;"u8,
        '"' when attribute => "&quot;"u8,
        '\n' when attribute => "&#10;"u8,
        '\t' when attribute => "&#9;"u8,
        _ when IsForbidden(c) => "\uFFFD"u8,
        _ => default,
    };

    private static bool IsPair(ReadOnlySpan<char> text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);

    private static bool IsForbidden(char c) => c is < ' ' and not ('\t' or '\n' or '\r') or >= '\uFFFE' || char.IsSurrogate(c);

    private static void Copy(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        // Pieces, so that a long text asks for no giant span; a pair is never cut.
        while (!text.IsEmpty)
        {
            var take = Math.Min(text.Length, 8192);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1]))
            {
                take--;
            }

            var span = output.GetSpan(take * 3);
            Utf8.FromUtf16(text[..take], span, out _, out var written);
            output.Advance(written);
            text = text[take..];
        }
    }
}
