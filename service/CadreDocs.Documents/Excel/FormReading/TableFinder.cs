using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>The table as it stands in an uploaded workbook.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="HeaderRow">Row of its header.</param>
/// <param name="Columns">First and last column of the header.</param>
/// <param name="LastRow">Last row of the Excel table; null where it is no Excel table any more.</param>
internal sealed record FoundTable(SheetInfo Sheet, int HeaderRow, (int First, int Last) Columns, int? LastRow);

/// <summary>Finds the table of a section: by its name, else by its headers.</summary>
internal static class TableFinder
{
    /// <summary>Rows at the top of a sheet in which labels and headers are looked for.</summary>
    public const int SearchRows = 60;

    public static FoundTable? Find(MappedTable mapped, UploadedWorkbook workbook)
    {
        foreach (var sheet in workbook.File.Sheets)
        {
            foreach (var table in workbook.Tables(sheet))
            {
                if (string.Equals(table.Name, mapped.Section.Key, StringComparison.OrdinalIgnoreCase)
                    && table.HasHeader && Score(mapped, workbook.Cells(sheet), table.Range.First.Row) > 0)
                {
                    return new FoundTable(sheet, table.Range.First.Row, (table.Range.First.Column, table.Range.Last.Column), table.Range.Last.Row);
                }
            }
        }

        return ByHeaders(mapped, workbook);
    }

    private static FoundTable? ByHeaders(MappedTable mapped, UploadedWorkbook workbook)
    {
        // Half of the headers: one may have been renamed, another deleted.
        var best = workbook.Visible
            .SelectMany(sheet => workbook.Cells(sheet).Rows.TakeWhile(row => row <= SearchRows).Select(row => (Sheet: sheet, Row: row, Score: Score(mapped, workbook.Cells(sheet), row))))
            .Where(item => item.Score * 2 >= mapped.Columns.Count)
            .OrderByDescending(item => item.Score)
            .FirstOrDefault();
        if (best.Sheet is null)
        {
            return null;
        }

        var cells = workbook.Cells(best.Sheet).Row(best.Row);
        return new FoundTable(best.Sheet, best.Row, (cells[0].Address.Column, cells[^1].Address.Column), null);
    }

    private static int Score(MappedTable mapped, SheetGrid grid, int row) =>
        grid.Row(row).Select(cell => LabelText.Normalise(cell.Text)).Distinct().Count(mapped.Columns.ContainsKey);
}
