using System.Globalization;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Records;

/// <summary>Moves the years of a text on: 2023年, 2022学年第二学期, 2023-2024学年, 2023.09, 二〇二三年.</summary>
public static partial class YearText
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>
    /// Years from the one before <paramref name="first"/> to the one after <paramref name="last"/> become <paramref name="by"/> years later.
    /// Others stay: the day of a regulation, of a founding, a document's number 〔2023〕.
    /// </summary>
    public static string Advance(string text, int first, int last, int by)
    {
        ArgumentNullException.ThrowIfNull(text);
        return YearPattern().Replace(text, match => match.Value[0] is >= '0' and <= '9'
            ? Moved(int.Parse(match.Value, CultureInfo.InvariantCulture)) is { } year ? year.ToString(CultureInfo.InvariantCulture) : match.Value
            : Moved(Value(match.Value)) is { } written ? Written(written, match.Value) : match.Value);

        int? Moved(int year) => year >= first - 1 && year <= last + 1 ? year + by : null;
    }

    private static int Value(string numerals) => numerals.Aggregate(0, (value, c) => (value * 10) + Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal)));

    // 〇, 零 and ○ are all written for nought; the one that stood there stays.
    private static string Written(int year, string before)
    {
        var nought = before.FirstOrDefault(c => c is '零' or '○' or 'O', '〇');
        return string.Concat(year.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '0' ? nought : Numerals[digit - '0']));
    }

    [GeneratedRegex(@"(?<!\d)20\d{2}(?=\s*(年|学年|届|[./]\s?\d{1,2}(?!\d)|-\d{2}(-\d{2})?(?!\d)|[-—–~～至到/]{1,2}\s*20\d{2}))|二[〇零○O][〇零○O一二三四五六七八九]{2}(?=年|学年|届|[-—–~～至到]{1,2}二)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearPattern();
}
