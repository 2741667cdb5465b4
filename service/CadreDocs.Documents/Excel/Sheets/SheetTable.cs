namespace CadreDocs.Documents.Excel;

/// <summary>A header row and the rows below it.</summary>
public sealed class SheetTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    internal SheetTable(Sheet sheet, int headerRow)
    {
        Sheet = sheet;
        HeaderRow = headerRow;
        var headers = new List<string>();
        foreach (var cell in sheet.Row(headerRow))
        {
            // The first of two equal headers counts.
            if (_columns.TryAdd(LabelText.Normalise(cell.Text), cell.Address.Column))
            {
                headers.Add(cell.Text);
            }
        }

        Headers = headers;
        Rows = sheet.RowNumbers.Where(number => number > headerRow).Select(number => new SheetTableRow(this, number)).Where(row => !row.IsBlank).ToList();
    }

    /// <summary>The sheet it stands on.</summary>
    public Sheet Sheet { get; }

    /// <summary>1-based row number of the header.</summary>
    public int HeaderRow { get; }

    /// <summary>The headers as written, left to right.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows below the header with at least one value in a headed column.</summary>
    public IReadOnlyList<SheetTableRow> Rows { get; }

    /// <summary>True where a column has this header.</summary>
    public bool Has(string header) => ColumnOf(header) > 0;

    internal IEnumerable<int> Columns => _columns.Values;

    internal int ColumnOf(string header) => _columns.GetValueOrDefault(LabelText.Normalise(header));
}

/// <summary>One row of a <see cref="SheetTable"/>.</summary>
public sealed class SheetTableRow
{
    private readonly SheetTable _table;

    internal SheetTableRow(SheetTable table, int number)
    {
        _table = table;
        Number = number;
    }

    /// <summary>1-based row number on the sheet, for messages.</summary>
    public int Number { get; }

    /// <summary>The text in the column with this header, trimmed; empty where the cell is empty or there is no such column.</summary>
    public string this[string header] => Cell(header)?.Text.Trim() ?? "";

    /// <summary>The cell in the column with this header; null where it is empty or there is no such column.</summary>
    public SheetCell? Cell(string header) =>
        _table.ColumnOf(header) is > 0 and var column ? _table.Sheet[new CellAddress(Number, column)] : null;

    /// <summary>The address of the cell in the column with this header, such as <c>C7</c>, for messages; null where there is no such column.</summary>
    public CellAddress? AddressOf(string header) =>
        _table.ColumnOf(header) is > 0 and var column ? new CellAddress(Number, column) : null;

    internal bool IsBlank => _table.Columns.All(column => string.IsNullOrWhiteSpace(_table.Sheet.Text(new CellAddress(Number, column))));
}
