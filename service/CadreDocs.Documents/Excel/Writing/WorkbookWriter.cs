using System.Buffers;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>
/// Writes lists as .xlsx that Excel, WPS and LibreOffice open alike: no formulas, text stays text, A4 with repeated headers, page numbers.
/// Equal definitions give equal bytes.
/// </summary>
/// <example>
/// <code>
/// WorkbookWriter.Write(new WorkbookDefinition
/// {
///     Sheets = [new WorkbookSheet
///     {
///         Name = "审核", Title = "2024年度学分申报审核", Protection = WorkbookProtection.Sortable, Landscape = true, FrozenColumns = 2,
///         Table = new WorkbookTable
///         {
///             Name = "review",
///             Columns = [new() { Header = "键", Hidden = true }, new() { Header = "姓名" }, new() { Header = "审核意见", Locked = false, Choices = ["同意", "退回"] }],
///             Rows = [["r-1/3", "王芳", ""]],
///             Highlights = [new("审核意见", "退回")],
///         },
///     }],
/// }, output);
/// </code>
/// </example>
public static class WorkbookWriter
{
    /// <summary>Longest text of a cell; Excel repairs a file with a longer one.</summary>
    public const int MaxCellCharacters = 32_767;

    internal const string ListSheet = "选项";

    /// <summary>Writes a workbook.</summary>
    /// <param name="workbook">What to write.</param>
    /// <param name="output">Receives the .xlsx.</param>
    /// <returns>What could not be written as it is, each as a sentence: characters that XML cannot hold (written as U+FFFD), texts beyond 32,767 characters (cut). Empty as a rule.</returns>
    /// <exception cref="ArgumentException">The definition contradicts itself: names twice, no sheet, an unknown list or column.</exception>
    public static IReadOnlyList<Fault> Write(WorkbookDefinition workbook, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(output);
        var lists = new ListSheet(workbook);
        WorkbookCheck.Check(workbook, lists);

        using var writer = new PackageWriter(output);
        var styles = new StyleSheet(new CellStyle { Font = workbook.Fonts.Body });
        var notices = new List<Fault>();
        var sheets = lists.IsEmpty ? workbook.Sheets : [.. workbook.Sheets, lists.AsSheet()];
        var tables = sheets.Count(sheet => sheet.Table is not null);
        WorkbookParts.WriteContentTypes(writer, sheets.Count, tables, pane: workbook.OpensPane);
        WorkbookParts.WriteRelationships(writer, sheets.Count, pane: workbook.OpensPane);

        var entries = new List<SheetEntry>();
        var table = 0;
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = new SheetBody(sheets[i], workbook.Fonts, styles, lists, notices);
            sheet.Write(writer, FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml"));
            int? number = sheets[i].Table is null ? null : ++table;
            WorkbookParts.WriteSheetRelationships(writer, i + 1, number, sheet.Links);
            if (sheets[i].Table is { } definition)
            {
                WorkbookParts.WriteTable(writer, table, definition.Name, sheet.TableRange, definition.Columns.Select(column => column.Header).ToList(), filter: true);
            }

            entries.Add(new SheetEntry(sheets[i].Name, sheets[i].Hidden, sheets[i].Table is null ? null : FormattableString.Invariant($"${sheet.TableRange.First.Row}:${sheet.TableRange.First.Row}")));
        }

        WorkbookParts.WriteWorkbook(writer, entries, lists.Names);
        WorkbookParts.WriteStyles(writer, styles);
        WorkbookParts.WriteProperties(writer, workbook.Title, workbook.Identity is null ? workbook.Properties : IdentityParts.Properties(workbook.Identity).Concat(workbook.Properties));
        writer.Finish();
        return notices;
    }
}
