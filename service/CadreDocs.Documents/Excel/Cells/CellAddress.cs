using System.Globalization;

namespace CadreDocs.Documents.Excel;

/// <summary>A cell's place: row and column, both 1-based; A1 is (1, 1).</summary>
/// <param name="Row">1 to 1,048,576.</param>
/// <param name="Column">1 (A) to 16,384 (XFD).</param>
public readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>Rows of a sheet.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>Columns of a sheet.</summary>
    public const int MaxColumn = 16_384;

    /// <summary>Reads <c>B12</c> or <c>$B$12</c>; false for anything else, ranges included.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        var i = 0;
        var column = 0;
        if (i < text.Length && text[i] == '$')
        {
            i++;
        }

        for (; i < text.Length && char.IsAsciiLetter(text[i]) && column <= MaxColumn; i++)
        {
            column = column * 26 + (text[i] & 0x1F);
        }

        if (i < text.Length && text[i] == '$')
        {
            i++;
        }

        if (column is < 1 or > MaxColumn
            || !int.TryParse(text[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || row is < 1 or > MaxRow)
        {
            return false;
        }

        address = new CellAddress(row, column);
        return true;
    }

    /// <summary>The letters of a column: 28 gives <c>AB</c>.</summary>
    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        for (var rest = column; rest > 0 && at > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>As <c>B12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}
