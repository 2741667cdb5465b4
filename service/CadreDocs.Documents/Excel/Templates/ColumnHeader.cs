using System.Globalization;

namespace CadreDocs.Documents.Excel;

/// <summary>Header of a repeated column that has no value yet: a table's header cannot be empty.</summary>
internal static class ColumnHeader
{
    /// <summary><c>第3次</c>.</summary>
    public static string Blank(int number) => string.Create(CultureInfo.InvariantCulture, $"第{number}次");

    /// <summary>True for such a header, and for those that editors give to columns inserted by hand.</summary>
    public static bool IsBlank(string header)
    {
        var text = header.AsSpan().Trim();
        return text.IsEmpty
            || (text.Length > 2 && text[0] == '第' && text[^1] == '次' && int.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            || (text.StartsWith("列", StringComparison.Ordinal) && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            || (text.StartsWith("Column", StringComparison.OrdinalIgnoreCase) && int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
