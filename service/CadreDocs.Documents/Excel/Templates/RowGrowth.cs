namespace CadreDocs.Documents.Excel;

/// <summary>
/// Makes rows as high as their longest text needs: a row of fixed height would cut it, and LibreOffice fits none on opening.
/// </summary>
/// <param name="height">Height of the template row in points.</param>
/// <param name="fields">Keys of the text fields of the row and the widths of their columns in characters.</param>
internal sealed class RowGrowth(double height, (string Key, double Width)[] fields)
{
    // A line of 10.5 points with its leading, and the highest row Excel knows.
    private const int LinePoints = 15;
    private const int MaxPoints = 409;

    /// <summary>The height in points that the row needs; null where the template's is enough.</summary>
    public int? HeightOf(ExcelRender render)
    {
        var lines = 0;
        foreach (var (key, width) in fields)
        {
            var text = render.RowValue(key);

            // A wide character counts two, so half of the width fits in any case.
            if (text.Length * 2 > width || text.Contains('\n', StringComparison.Ordinal))
            {
                lines = Math.Max(lines, TextWidth.Lines(text, width - 1));
            }
        }

        var needed = (lines * LinePoints) + 4;
        return lines > 1 && needed > height ? Math.Min(needed, MaxPoints) : null;
    }
}
