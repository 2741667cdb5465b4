namespace CadreDocs.Documents.Excel;

/// <summary>One worksheet as rows of text.</summary>
public sealed class Sheet
{
    // Titles and notes above a table; a header farther down is not looked for.
    private const int HeaderSearchRows = 40;
    private readonly SheetGrid _grid;

    internal Sheet(string name, bool hidden, SheetGrid grid)
    {
        Name = name;
        Hidden = hidden;
        _grid = grid;
    }

    /// <summary>The name on its tab.</summary>
    public string Name { get; }

    /// <summary>True where the sheet is hidden.</summary>
    public bool Hidden { get; }

    /// <summary>Numbers (1-based) of the rows with at least one value, ascending.</summary>
    public IReadOnlyCollection<int> RowNumbers => _grid.Rows;

    /// <summary>The cells of a row that hold a value, left to right.</summary>
    /// <param name="row">1-based row number.</param>
    public IReadOnlyList<SheetCell> Row(int row) => _grid.Row(row);

    /// <summary>The cell at a place, or null where it is empty.</summary>
    public SheetCell? this[CellAddress address] => _grid[address.Row, address.Column];

    /// <summary>The text at a place; empty where the cell is.</summary>
    public string Text(CellAddress address) => _grid.Text(address.Row, address.Column);

    /// <summary>
    /// The table below the first row (of the first 40) that has all of these headers. It ends with the sheet; blank rows in between are skipped.
    /// </summary>
    /// <param name="headers">Headers that must be there, in any order. Compared without blanks, letter case and full-width forms.</param>
    /// <returns>Null where no row has them all.</returns>
    public SheetTable? FindTable(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var wanted = headers.Select(LabelText.Normalise).ToHashSet(StringComparer.Ordinal);
        foreach (var number in _grid.Rows.TakeWhile(number => number <= HeaderSearchRows))
        {
            var found = _grid.Row(number).Select(cell => LabelText.Normalise(cell.Text)).ToHashSet(StringComparer.Ordinal);
            if (wanted.IsSubsetOf(found))
            {
                return new SheetTable(this, number);
            }
        }

        return null;
    }

    /// <summary>The row (of the first 40) that has most of these headers, to name what is missing where <see cref="FindTable"/> finds nothing.</summary>
    /// <param name="headers">The headers looked for.</param>
    /// <returns>The headers that this row lacks, in the order given; all of them where no row has any.</returns>
    public IReadOnlyList<string> MissingHeaders(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        IReadOnlyList<string> fewest = headers;
        foreach (var number in _grid.Rows.TakeWhile(number => number <= HeaderSearchRows))
        {
            var found = _grid.Row(number).Select(cell => LabelText.Normalise(cell.Text)).ToHashSet(StringComparer.Ordinal);
            var missing = headers.Where(header => !found.Contains(LabelText.Normalise(header))).ToList();
            fewest = missing.Count < fewest.Count ? missing : fewest;
        }

        return fewest;
    }
}
