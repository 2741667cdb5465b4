using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>From a canonical value to the text on the sheet.</summary>
internal static class ValueText
{
    /// <summary>Days and months as the sheet prints them; all else, and what is no date, as it is.</summary>
    public static string Print(FormField field, string value)
    {
        if (field.Type is not (FieldType.Date or FieldType.Month) || !TryParse(value, out var year, out var month, out var day))
        {
            return value;
        }

        var brief = field.Format == "short";
        return (month, day, brief) switch
        {
            (0, _, _) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}年"),
            (_, 0, true) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}.{month:D2}"),
            (_, 0, false) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}年{month}月"),
            (_, _, true) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}.{month:D2}.{day:D2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year:D4}年{month}月{day}日"),
        };
    }

    /// <summary>Takes <c>2024-03-05</c>, <c>2024-03</c> or <c>2024</c> apart; what is missing is 0.</summary>
    public static bool TryParse(string value, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        var fits = value.Length is 4 or 7 or 10
            && (value.Length < 7 || value[4] == '-')
            && (value.Length < 10 || value[7] == '-')
            && Number(value, 0, 4, out year)
            && (value.Length < 7 || Number(value, 5, 2, out month))
            && (value.Length < 10 || Number(value, 8, 2, out day));
        return fits
            && year > 0
            && (value.Length < 7 || month is >= 1 and <= 12)
            && (value.Length < 10 || (day >= 1 && day <= DateTime.DaysInMonth(year, month)));
    }

    private static bool Number(string value, int start, int length, out int number) =>
        int.TryParse(value.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
