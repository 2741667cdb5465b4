using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Date patterns with percent signs, as in <c>strftime</c>.</summary>
internal static class DatePattern
{
    /// <summary>A date as text. <c>%g</c> turns to the invariant culture; alone it stands for the pattern given as <paramref name="fallback"/>.</summary>
    /// <remarks>Alone, <c>%g</c> also leaves a blank before the date; the language has always written it so.</remarks>
    public static string Format(DateTime date, string pattern, CultureInfo culture, string fallback)
    {
        var result = new StringBuilder();
        Append(result, date, pattern == "%g" ? $"%g {(fallback == "%g" ? DateTimeFunctions.DefaultFormat : fallback)}" : pattern, culture);
        return result.ToString();
    }

    /// <summary>Whether <c>%g</c> stands anywhere in a pattern.</summary>
    public static bool AsksForInvariant(string pattern)
    {
        for (var i = pattern.IndexOf('%', StringComparison.Ordinal); i >= 0 && i + 1 < pattern.Length; i = pattern.IndexOf('%', i + 2))
        {
            if (pattern[i + 1] == 'g')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A pattern in the form of .NET, for reading dates.</summary>
    public static string ToDotNet(string pattern, CultureInfo culture)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append('\\').Append(pattern[i]);
                continue;
            }
            i++;
            result.Append(pattern[i] switch
            {
                'Y' => "yyyy",
                'y' => "yy",
                'm' => "MM",
                'd' => "dd",
                'e' => "%d",
                'H' => "HH",
                'k' => "%H",
                'I' => "hh",
                'l' => "%h",
                'M' => "mm",
                'S' => "ss",
                'L' => "fff",
                'N' => "fffffff",
                'a' => "ddd",
                'A' => "dddd",
                'b' or 'h' => "MMM",
                'B' => "MMMM",
                'p' or 'P' => "tt",
                'Z' => "zzz",
                'D' => @"MM\/dd\/yy",
                'F' => @"yyyy\-MM\-dd",
                'R' => @"HH\:mm",
                'T' => @"HH\:mm\:ss",
                'r' => @"hh\:mm\:ss tt",
                'v' => @"d\-MMM\-yyyy",
                'c' => @"ddd MMM dd HH\:mm\:ss yyyy",
                'x' => culture.DateTimeFormat.ShortDatePattern,
                'X' => culture.DateTimeFormat.LongTimePattern,
                'n' => "\n",
                't' => "\t",
                'g' => string.Empty,
                '%' => @"\%",
                var other => $"\\{other}",
            });
        }
        // A single letter would be a standard format of .NET.
        return result.Length == 1 ? $"%{result}" : result.ToString();
    }

    private static void Append(StringBuilder result, DateTime date, string pattern, CultureInfo culture)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append(pattern[i]);
                continue;
            }
            i++;
            if (pattern[i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
            }
            else
            {
                AppendPart(result, date, pattern[i], culture);
            }
        }
    }

    private static void AppendPart(StringBuilder result, DateTime date, char part, CultureInfo culture)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (part)
        {
            case 'a': result.Append(date.ToString("ddd", culture)); break;
            case 'A': result.Append(date.ToString("dddd", culture)); break;
            case 'b' or 'h': result.Append(date.ToString("MMM", culture)); break;
            case 'B': result.Append(date.ToString("MMMM", culture)); break;
            case 'c': Append(result, date, "%a %b %d %T %Y", culture); break;
            case 'C': result.Append((date.Year / 100).ToString("D2", invariant)); break;
            case 'd': result.Append(date.Day.ToString("D2", invariant)); break;
            case 'D': Append(result, date, "%m/%d/%y", culture); break;
            case 'e': result.Append(date.Day.ToString(invariant).PadLeft(2)); break;
            case 'F': Append(result, date, "%Y-%m-%d", culture); break;
            case 'H': result.Append(date.Hour.ToString("D2", invariant)); break;
            case 'I': result.Append(Hour12(date).ToString("D2", invariant)); break;
            case 'j': result.Append(date.DayOfYear.ToString("D3", invariant)); break;
            case 'k': result.Append(date.Hour.ToString(invariant).PadLeft(2)); break;
            case 'l': result.Append(Hour12(date).ToString(invariant).PadLeft(2)); break;
            case 'L': result.Append(date.Millisecond.ToString("D3", invariant)); break;
            case 'm': result.Append(date.Month.ToString("D2", invariant)); break;
            case 'M': result.Append(date.Minute.ToString("D2", invariant)); break;
            case 'n': result.Append('\n'); break;
            case 'N': result.Append((date.Ticks % TimeSpan.TicksPerSecond * 100).ToString("D9", invariant)); break;
            case 'p': result.Append(date.ToString("tt", culture).ToUpper(culture)); break;
            case 'P': result.Append(date.ToString("tt", culture).ToLower(culture)); break;
            case 'r': Append(result, date, "%I:%M:%S %p", culture); break;
            case 'R': Append(result, date, "%H:%M", culture); break;
            case 's': result.Append(new DateTimeOffset(date.ToUniversalTime()).ToUnixTimeSeconds().ToString(invariant)); break;
            case 'S': result.Append(date.Second.ToString("D2", invariant)); break;
            case 't': result.Append('\t'); break;
            case 'T': Append(result, date, "%H:%M:%S", culture); break;
            case 'u': result.Append(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek); break;
            case 'U': result.Append(Week(date, DayOfWeek.Sunday, culture).ToString("D2", invariant)); break;
            case 'v': result.Append(date.ToString("d-MMM-yyyy", invariant).ToUpperInvariant().PadLeft(11)); break;
            case 'V': result.Append(ISOWeek.GetWeekOfYear(date).ToString("D2", invariant)); break;
            case 'W': result.Append(Week(date, DayOfWeek.Monday, culture).ToString("D2", invariant)); break;
            case 'w': result.Append((int)date.DayOfWeek); break;
            case 'x': result.Append(date.ToString("d", culture)); break;
            case 'X': result.Append(date.ToString("T", culture)); break;
            case 'y': result.Append((date.Year % 100).ToString("D2", invariant)); break;
            case 'Y': result.Append(date.Year.ToString("D4", invariant)); break;
            case 'Z': result.Append(date.ToString("zzz", invariant)); break;
            case '%': result.Append('%'); break;
            default: result.Append('%').Append(part); break;
        }
    }

    private static int Hour12(DateTime date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    /// <summary>Week of the year by the rule of the culture; by the invariant one the week of 1 January is the first.</summary>
    private static int Week(DateTime date, DayOfWeek first, CultureInfo culture) =>
        culture.Calendar.GetWeekOfYear(date, culture.DateTimeFormat.CalendarWeekRule, first);
}
