using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>
/// Reads the cells of a stranger's .xlsx: rosters, audit workbooks, anything that is a list. Limits hold (size, ratio, parts, cells), macros,
/// DTDs and passwords are refused, formulas are not computed (their cached values count), dates come as <c>2024-03-05</c>.
/// </summary>
/// <example>
/// <code>
/// var workbook = SheetReader.Read(bytes, "干部名册.xlsx");
/// if (workbook.Faults.Count > 0) { /* show them: nothing was read */ }
/// var table = workbook.FindTable(["姓名", "工号", "职务"]);
/// foreach (var row in table?.Rows ?? []) { var name = row["姓名"]; var place = row.AddressOf("姓名"); }
/// </code>
/// </example>
public static class SheetReader
{
    /// <summary>Reads all sheets. Never throws for what the file holds: <see cref="SheetWorkbook.Faults"/> says why nothing was read.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">Its name, to tell .xls and .et apart in the message; null where there is none.</param>
    public static SheetWorkbook Read(ReadOnlyMemory<byte> file, string? fileName = null)
    {
        try
        {
            var workbook = WorkbookFile.Open(file, fileName);
            var properties = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in DocumentProperties.Read(workbook.Package))
            {
                properties.TryAdd(name, value);
            }

            return new SheetWorkbook(
                workbook.Sheets.Select(sheet => new Sheet(sheet.Name, sheet.Hidden, workbook.ReadCells(sheet))).ToList(),
                properties,
                IdentityParts.Read(workbook.Package),
                []);
        }
        catch (PackageException refusal)
        {
            return new SheetWorkbook([], new Dictionary<string, string>(), null, [refusal.Fault]);
        }
    }
}

/// <summary>What was read of a workbook.</summary>
/// <param name="Sheets">Its worksheets in order, hidden ones included; chart sheets are left out.</param>
/// <param name="Properties">Its custom document properties by name.</param>
/// <param name="Identity">What the workbook says about itself where CadreDocs made it from a form; else null.</param>
/// <param name="Faults">Why the file was refused; empty where it was read.</param>
public sealed record SheetWorkbook(
    IReadOnlyList<Sheet> Sheets,
    IReadOnlyDictionary<string, string> Properties,
    DocumentIdentity? Identity,
    IReadOnlyList<Fault> Faults)
{
    /// <summary>The first table of any visible sheet, then of any hidden one, whose header row has all of these headers; null where there is none.</summary>
    /// <param name="headers">Headers that must be there; others may stand between them, in any order. Compared without blanks, letter case and full-width forms.</param>
    public SheetTable? FindTable(IReadOnlyList<string> headers) =>
        Sheets.OrderBy(sheet => sheet.Hidden).Select(sheet => sheet.FindTable(headers)).FirstOrDefault(table => table is not null);
}
