namespace CadreDocs.Documents.Excel;

/// <summary>Where a template's cells go when its table grows: rows below move down, columns to the right of the repeated one move right.</summary>
/// <param name="First">The template row: the table's first row below its header; 0 for a sheet without a table.</param>
/// <param name="Last">The table's last row in the template.</param>
/// <param name="Column">The repeated column; 0 for none.</param>
internal sealed record TableShift(int First, int Last, int Column)
{
    public static TableShift None { get; } = new(0, 0, 0);

    /// <summary>The new number of a row that lies outside of the table's rows.</summary>
    public int Row(int row, TableSize size) => First == 0 || row < First ? row : row + size.Rows - (Last - First + 1);

    /// <summary>The new number of a column; the repeated one keeps its own.</summary>
    public int ColumnOf(int column, TableSize size) => Column == 0 || column <= Column ? column : column + size.Columns - 1;

    /// <summary>The new place of a range; one that touches the table's rows or the repeated column grows with them.</summary>
    public CellRange Range(CellRange range, TableSize size) => new(
        new(FirstRow(range.First.Row, size), ColumnOf(range.First.Column, size)),
        new(LastRow(range.Last.Row, size), LastColumn(range.Last.Column, size)));

    private int FirstRow(int row, TableSize size) => First == 0 || row <= First ? row : row <= Last ? First : Row(row, size);

    private int LastRow(int row, TableSize size) => First == 0 || row < First ? row : row <= Last ? First + size.Rows - 1 : Row(row, size);

    private int LastColumn(int column, TableSize size) => Column == 0 || column < Column ? column : column + size.Columns - 1;
}

/// <summary>The size of one document's table.</summary>
/// <param name="Rows">Rows below the header, blank ones included; at least 1.</param>
/// <param name="Columns">How often the repeated column stands; at least 1.</param>
internal readonly record struct TableSize(int Rows, int Columns);
