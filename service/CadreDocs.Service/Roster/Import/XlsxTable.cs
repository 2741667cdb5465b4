namespace CadreDocs.Service.Roster.Import;

/// <summary>Reads the list of an .xlsx.</summary>
internal static class XlsxTable
{
    /// <summary>The table, or why the file cannot be read.</summary>
    public static (SheetTable? Table, IReadOnlyList<ImportProblem> Problems) Read(ReadOnlyMemory<byte> bytes, string fileName) =>
        (null, [new ImportProblem("not-a-roster", $"“{fileName}”（{bytes.Length} 字节）不是 .csv：请另存为 .csv 再上传。", $"'{fileName}' ({bytes.Length} bytes) is no .csv: save it as .csv.")]);
}
