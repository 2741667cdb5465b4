namespace CadreDocs.Documents.Excel;

/// <summary>What a cell holds.</summary>
public enum SheetCellKind
{
    /// <summary>Text, or the cached text of a formula.</summary>
    Text,

    /// <summary>A number without a date format.</summary>
    Number,

    /// <summary>A number shown as a date or time.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error such as #N/A.</summary>
    Error,
}

/// <summary>A cell that is not empty.</summary>
/// <param name="Address">Its place.</param>
/// <param name="Text">Its value as text: numbers with up to 15 digits and no exponent, dates as <c>2024-03-05</c>, lines parted by <c>\n</c>.</param>
/// <param name="Kind">What the text was.</param>
public sealed record SheetCell(CellAddress Address, string Text, SheetCellKind Kind);

/// <summary>The cells of one sheet that are not empty.</summary>
internal sealed class SheetGrid
{
    private readonly Dictionary<CellAddress, SheetCell> _cells = [];
    private readonly SortedDictionary<int, List<SheetCell>> _rows = [];
    private readonly HashSet<int> _unsorted = [];

    /// <summary>Row numbers with at least one cell, ascending.</summary>
    public IReadOnlyCollection<int> Rows => _rows.Keys;

    public int Count => _cells.Count;

    public SheetCell? this[int row, int column] => _cells.GetValueOrDefault(new CellAddress(row, column));

    /// <summary>The cells of a row, left to right.</summary>
    public IReadOnlyList<SheetCell> Row(int row)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            return [];
        }

        if (_unsorted.Remove(row))
        {
            cells.Sort((left, right) => left.Address.Column.CompareTo(right.Address.Column));
        }

        return cells;
    }

    public string Text(int row, int column) => this[row, column]?.Text ?? "";

    /// <summary>Adds a cell; the first of two at one place stays.</summary>
    public void Add(SheetCell cell)
    {
        if (!_cells.TryAdd(cell.Address, cell))
        {
            return;
        }

        if (!_rows.TryGetValue(cell.Address.Row, out var row))
        {
            _rows[cell.Address.Row] = row = [];
        }

        if (row.Count > 0 && row[^1].Address.Column > cell.Address.Column)
        {
            _unsorted.Add(cell.Address.Row);
        }

        row.Add(cell);
    }
}
