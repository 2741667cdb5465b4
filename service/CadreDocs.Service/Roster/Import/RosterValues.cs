using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Roster.Import;

/// <summary>Reads the values of a roster as people type them.</summary>
public static partial class RosterValues
{
    /// <summary>A name with one kind of middle dot and without the blanks that spread two-character names; null where it is no name.</summary>
    public static string? Name(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Normalize(NormalizationForm.FormC).Trim();
        var name = new StringBuilder(text.Length);
        var latin = text.Any(char.IsAsciiLetter);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)
            {
                return null;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (latin)
                {
                    name.Append(' ');
                }
            }
            else
            {
                name.Append(rune.Value is 0x2022 or 0x30FB or 0x2027 or 0xFF0E or 0x2219 or 0x22C5 or 0xFF65 ? "·" : rune.ToString());
            }
        }

        var length = name.ToString().EnumerateRunes().Count();
        return length is >= 2 and <= 30 && !name.ToString().Any(char.IsAsciiDigit) ? name.ToString() : null;
    }

    /// <summary>A month <c>1978-06</c> from 1978.06, 1978年6月, 1978/6/12, 197806 …; null where it is none.</summary>
    public static string? Month(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var match = MonthExpression().Match(typed.Trim());
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}") : null;
    }

    /// <summary>A day from 2019-09-01, 2019.9.1, 2019年9月1日, or the first of a month where only that is given.</summary>
    public static DateOnly? Day(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var match = MonthExpression().Match(typed.Trim());
        if (!match.Success || Month(typed) is not { } month)
        {
            return null;
        }

        var day = match.Groups["d"].Success ? match.Groups["d"].Value : "1";
        return DateOnly.TryParseExact($"{month}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>True for a platform number that is still text: letters and digits. Excel's 1.23E+15 is not.</summary>
    public static bool IsPlatformNo(string typed) => PlatformNoExpression().IsMatch(typed);

    [GeneratedRegex(@"^(?<y>\d{4})(?:[./\-年]\s*(?<m>\d{1,2})|(?<m>\d{2}))(?:[./\-月]\s*(?<d>\d{1,2})|(?<d>\d{2}))?[月日]?(?:[ T]0?0:00(?::00)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MonthExpression();

    [GeneratedRegex("^[0-9A-Za-z-]{1,32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlatformNoExpression();
}
