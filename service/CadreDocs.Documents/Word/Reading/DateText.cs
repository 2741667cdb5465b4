using System.Globalization;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Days, months and years as people write them.</summary>
internal static class DateText
{
    /// <summary>The canonical form of <c>2024年3月5日</c>, <c>2024.3.5</c>, <c>2024/03/05</c>, <c>二〇二四年三月</c> …; null where it is no date.</summary>
    /// <param name="text">Folded to ASCII digits and trimmed.</param>
    public static string? Parse(string text)
    {
        var parts = new List<int>(3);
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || ChineseDigit(text[at]) >= 0))
            {
                at++;
            }

            if (at == start || parts.Count == 3 || Number(text.AsSpan(start, at - start)) is not { } number)
            {
                return null;
            }

            parts.Add(number);
            var separator = at;
            while (at < text.Length && (text[at] is '年' or '月' or '日' or '号' or '.' or '/' or '-' or '—' or '–' || char.IsWhiteSpace(text[at])))
            {
                at++;
            }

            if (at == separator && at < text.Length)
            {
                return null;
            }
        }

        var value = parts.Count switch
        {
            1 => string.Create(CultureInfo.InvariantCulture, $"{parts[0]:D4}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"{parts[0]:D4}-{parts[1]:D2}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"{parts[0]:D4}-{parts[1]:D2}-{parts[2]:D2}"),
            _ => "",
        };
        return parts is [>= 1000 and <= 9999, ..] && ValueText.TryParse(value, out _, out _, out _) ? value : null;
    }

    private static int? Number(ReadOnlySpan<char> text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        // 二〇二四 digit by digit; 十二 and 二十三 with the word for ten.
        var ten = text.IndexOf('十');
        if (ten >= 0)
        {
            var tens = ten == 0 ? 1 : ten == 1 ? ChineseDigit(text[0]) : -1;
            var ones = ten == text.Length - 1 ? 0 : ten == text.Length - 2 ? ChineseDigit(text[^1]) : -1;
            return tens is >= 1 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : null;
        }

        number = 0;
        foreach (var c in text)
        {
            var digit = ChineseDigit(c);
            if (digit is < 0 or > 9 || number > 9999)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    private static int ChineseDigit(char c) => c == '十' ? 10 : c is '〇' or '○' or '零' ? 0 : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
}
