using System.Globalization;
using System.Text;

namespace CadreDocs.Documents.Excel;

/// <summary>Between the numbers and escapes of SpreadsheetML and plain text.</summary>
internal static class CellText
{
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A stored number as a person would type it: 15 significant digits as Excel shows, no exponent.</summary>
    public static string Number(string stored)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return stored;
        }

        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            ? plain.ToString("0.#############################", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>A stored day number as <c>2024-03-05</c>, with a time as <c>2024-03-05T08:30:00</c>, a bare time as <c>08:30:00</c>; null where it is no date.</summary>
    public static string? Date(string stored, bool date1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
        {
            return null;
        }

        serial += date1904 ? 1462 : 0;
        if (serial is < 0 or >= 2_958_466)
        {
            return null;
        }

        // Excel believes in 1900-02-29, so serials below 61 are one day off.
        var moment = Epoch.AddDays(serial is >= 1 and < 60 ? serial + 1 : serial);
        moment = new DateTime((moment.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        if (serial < 1)
        {
            return moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>The day number of a canonical date; null where the text is no whole date or lies before March 1900, which Excel counts wrongly.</summary>
    public static int? Serial(ReadOnlySpan<char> text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var serial = date.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber;
        return serial >= 61 ? serial : null;
    }

    /// <summary>Undoes Excel's own escape <c>_x000D_</c> and gives every line end as one line feed.</summary>
    public static string Decode(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
        {
            text = DecodeEscapes(text);
        }

        return text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
    }

    /// <summary>Guards text that looks like Excel's escape, which would be decoded on opening: <c>_x0041_</c> becomes <c>_x005F_x0041_</c>.</summary>
    public static string Encode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(IsEscape(text, i, out _) ? "_x005F_" : text[i].ToString());
        }

        return result.ToString();
    }

    private static string DecodeEscapes(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i, out var c))
            {
                result.Append(c);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static bool IsEscape(string text, int at, out char c)
    {
        c = '\0';
        if (at + 7 > text.Length || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_'
            || !ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        c = (char)code;
        return true;
    }
}
