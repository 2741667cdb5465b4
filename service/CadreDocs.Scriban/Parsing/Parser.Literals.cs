using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Numbers, strings, lists and objects written out.</summary>
internal sealed partial class Parser
{
    /// <summary>The largest power of ten of a whole number such as 1e40.</summary>
    private const int LargestExponent = 1000;

    private ScriptLiteral? ParseNumber()
    {
        var token = Next();
        var text = TextOf(token).ToString().Replace("_", string.Empty, StringComparison.Ordinal);
        var value = token.Type switch
        {
            TokenType.Hexadecimal => ParseRadix(text, 16),
            TokenType.Binary => ParseRadix(text, 2),
            TokenType.Float => ParseFloat(text),
            _ => ParseInteger(text),
        };
        if (value is null)
        {
            Error(token, Say.It($"{Show(token)} is no number, or too large a number."));
            return null;
        }
        return Place(new ScriptLiteral(value), token.Start);
    }

    private static object? ParseInteger(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            return Boxes.Of(small);
        }
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? text : text[..e];
        if (mantissa.Contains('.', StringComparison.Ordinal))
        {
            return ParseFloat(text);
        }
        var exponent = 0;
        if (mantissa.Length > LargestExponent || (e >= 0 && !int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) || exponent > LargestExponent)
        {
            return null;
        }
        return Evaluation.Numbers.Reduce(BigInteger.Parse(mantissa, CultureInfo.InvariantCulture) * BigInteger.Pow(10, exponent));
    }

    private static object? ParseFloat(string text)
    {
        var body = text.AsSpan();
        switch (char.ToLowerInvariant(text[^1]))
        {
            case 'f': return float.TryParse(body[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : null;
            case 'd': return double.TryParse(body[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var full) ? full : null;
            case 'm': return decimal.TryParse(body[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
            default: return double.TryParse(body, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }

    private static object? ParseRadix(string text, int radix)
    {
        var unsigned = text[^1] is 'u' or 'U';
        var digits = text[2..(unsigned ? ^1 : ^0)];
        if (digits.Length > 1024)
        {
            return null;
        }
        BigInteger value = 0;
        foreach (var digit in digits)
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }
        // Without the suffix u, 32 and 64 bits with the highest set are negative, as in C.
        if (!unsigned && value > int.MaxValue && value <= uint.MaxValue)
        {
            return Boxes.Of(unchecked((int)(uint)value));
        }
        return !unsigned && value > long.MaxValue && value <= ulong.MaxValue ? unchecked((long)(ulong)value) : Evaluation.Numbers.Reduce(value);
    }

    private ScriptLiteral ParseString()
    {
        var token = Next();
        var text = TextOf(token);
        var value = token.Type switch
        {
            TokenType.Verbatim => text[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal),
            TokenType.InterpolatedWhole => Unescape(token.Start + 2, token.End - 1),
            _ => Unescape(token.Start + 1, token.End - 1),
        };
        return Place(new ScriptLiteral(value), token.Start);
    }

    private ScriptInterpolatedExpression? ParseInterpolated()
    {
        var start = Current.Start;
        var parts = new List<ScriptExpression>();
        var skip = 2;
        while (true)
        {
            var piece = Next();
            if (Unescape(piece.Start + skip, piece.End - 1) is { Length: > 0 } text)
            {
                parts.Add(Place(new ScriptLiteral(text), piece.Start));
            }
            if (piece.Type == TokenType.InterpolatedEnd)
            {
                return Place(new ScriptInterpolatedExpression(parts), start);
            }
            skip = 1;
            if (ParseExpression() is not { } expression)
            {
                return null;
            }
            parts.Add(expression);
            if (Current.Type is not (TokenType.InterpolatedMiddle or TokenType.InterpolatedEnd))
            {
                Error(Current, Say.It($"The expression inside the string needs a '}}' instead of {Show(Current)}."));
                return null;
            }
        }
    }

    private string Unescape(int start, int end)
    {
        var raw = _text.AsSpan(start, Math.Max(0, end - start));
        if (!raw.Contains('\\'))
        {
            return raw.ToString();
        }
        var result = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                result.Append(raw[i]);
                continue;
            }
            i++;
            switch (raw[i])
            {
                case 'n': result.Append('\n'); break;
                case 'r': result.Append('\r'); break;
                case 't': result.Append('\t'); break;
                case 'b': result.Append('\b'); break;
                case 'f': result.Append('\f'); break;
                case '0': result.Append('\0'); break;
                case '\n': break;
                case '\'' or '"' or '\\' or '{' or '}': result.Append(raw[i]); break;
                case 'u' when TryHex(raw, i + 1, 4, out var code): result.Append(code); i += 4; break;
                case 'x' when TryHex(raw, i + 1, 2, out var code): result.Append(code); i += 2; break;
                default:
                    Error(start + i - 1, start + i + 1, Say.It($"'\\{raw[i]}' means nothing in a string; a backslash itself is written '\\\\'."));
                    break;
            }
        }
        return result.ToString();
    }

    private static bool TryHex(ReadOnlySpan<char> text, int start, int length, out char code)
    {
        code = '\0';
        if (start + length > text.Length || !ushort.TryParse(text.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }
        code = (char)value;
        return true;
    }

    private ScriptArrayInitializerExpression? ParseArray()
    {
        var start = Next().Start;
        var values = new List<ScriptExpression>();
        SkipNewLines();
        while (Current.Type != TokenType.CloseBracket)
        {
            if (ParseExpression() is not { } value)
            {
                return null;
            }
            values.Add(value);
            SkipNewLines();
            if (!Accept(TokenType.Comma))
            {
                break;
            }
            SkipNewLines();
        }
        if (!Accept(TokenType.CloseBracket))
        {
            Error(Current, Say.It($"The list needs a ',' or a ']' instead of {Show(Current)}."));
            return null;
        }
        return Place(new ScriptArrayInitializerExpression([.. values]), start);
    }

    private ScriptObjectInitializerExpression? ParseObject()
    {
        var start = Next().Start;
        var names = new List<string>();
        var values = new List<ScriptExpression>();
        SkipNewLines();
        while (Current.Type != TokenType.CloseBrace)
        {
            var name = Current;
            if (name.Type is not (TokenType.Identifier or TokenType.String))
            {
                Error(name, Say.It($"The name of a member is expected instead of {Show(name)}."));
                return null;
            }
            names.Add(name.Type == TokenType.String ? Unescape(name.Start + 1, name.End - 1) : NameOf(TextOf(name)));
            Next();
            SkipNewLines();
            if (!Accept(TokenType.Colon))
            {
                Error(Current, Say.It($"After the name '{names[^1]}' a ':' is expected instead of {Show(Current)}."));
                return null;
            }
            SkipNewLines();
            if (ParseExpression() is not { } value)
            {
                return null;
            }
            values.Add(value);
            SkipNewLines();
            if (!Accept(TokenType.Comma))
            {
                break;
            }
            SkipNewLines();
        }
        if (!Accept(TokenType.CloseBrace))
        {
            Error(Current, Say.It($"The object needs a ',' or a '}}' instead of {Show(Current)}."));
            return null;
        }
        return Place(new ScriptObjectInitializerExpression([.. names], [.. values]), start);
    }
}
