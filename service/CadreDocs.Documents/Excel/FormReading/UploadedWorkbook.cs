using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>A workbook on its way in; sheets are parsed once, however many templates ask.</summary>
internal sealed class UploadedWorkbook
{
    private readonly Dictionary<SheetInfo, SheetGrid> _grids = [];
    private readonly Dictionary<SheetInfo, IReadOnlyList<TableInfo>> _tables = [];
    private string? _words;

    private UploadedWorkbook(WorkbookFile file) => File = file;

    public WorkbookFile File { get; }

    /// <summary>The sheets that a person sees.</summary>
    public IEnumerable<SheetInfo> Visible => File.Sheets.Where(sheet => !sheet.Hidden);

    public static UploadedWorkbook Parse(PackageReader package) => new(WorkbookFile.Open(package));

    public SheetGrid Cells(SheetInfo sheet)
    {
        if (!_grids.TryGetValue(sheet, out var grid))
        {
            _grids[sheet] = grid = File.ReadCells(sheet);
        }

        return grid;
    }

    public IReadOnlyList<TableInfo> Tables(SheetInfo sheet)
    {
        if (!_tables.TryGetValue(sheet, out var tables))
        {
            _tables[sheet] = tables = File.Tables(sheet);
        }

        return tables;
    }

    /// <summary>All words of the visible sheets, squeezed, each cell on a line.</summary>
    public string Words => _words ??= string.Join('\n', Visible.SelectMany(sheet =>
    {
        var grid = Cells(sheet);
        return grid.Rows.SelectMany(row => grid.Row(row)).Select(cell => LabelText.Normalise(cell.Text));
    }));
}
