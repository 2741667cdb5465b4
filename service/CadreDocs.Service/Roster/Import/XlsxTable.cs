using CadreDocs.Documents.Excel;

namespace CadreDocs.Service.Roster.Import;

/// <summary>Reads the list of an .xlsx.</summary>
internal static class XlsxTable
{
    /// <summary>The table, or why the file cannot be read.</summary>
    public static (SheetTable? Table, IReadOnlyList<ImportProblem> Problems) Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var workbook = SheetReader.Read(bytes, fileName);
        if (workbook.Faults.Count > 0)
        {
            return (null, workbook.Faults.Select(fault => new ImportProblem(fault.Code, fault.Message, fault.MessageEn)).ToList());
        }

        // The sheet with the most rows is the list; covers and notes are shorter.
        var sheet = workbook.Sheets.Where(sheet => !sheet.Hidden).MaxBy(sheet => sheet.RowNumbers.Count);
        return sheet is null
            ? (null, [new ImportProblem("no-rows", "工作簿里没有可见的工作表。", "The workbook has no visible sheet.")])
            : (new SheetTable(fileName, sheet.RowNumbers.Select(number => Row(sheet, number)).ToList()), []);
    }

    private static SheetRow Row(Sheet sheet, int number)
    {
        var cells = sheet.Row(number);
        var texts = new string[cells.Max(cell => cell.Address.Column)];
        Array.Fill(texts, "");
        foreach (var cell in cells)
        {
            texts[cell.Address.Column - 1] = cell.Text;
        }

        return new SheetRow(number, texts);
    }
}
