namespace CadreDocs.Documents.Excel;

/// <summary>A first workbook's sheet while it is laid out.</summary>
internal sealed class ScaffoldGrid
{
    private readonly SortedDictionary<(int Row, int Column), (string Text, CellStyle Style)> _cells = [];

    /// <summary>Widths of the columns in characters, the first at 0; the last may be hidden.</summary>
    public List<double> Widths { get; } = [];

    /// <summary>Height in points by row.</summary>
    public Dictionary<int, double> Heights { get; } = [];

    public List<CellRange> Merges { get; } = [];

    /// <summary>Defined names and their cells.</summary>
    public List<(string Name, CellAddress Cell)> Names { get; } = [];

    /// <summary>XML of validations, without the range, and their cell.</summary>
    public List<(string Rule, CellAddress Cell)> Validations { get; } = [];

    public IEnumerable<IGrouping<int, (int Column, string Text, CellStyle Style)>> Rows =>
        _cells.Select(cell => (cell.Key.Row, cell.Key.Column, cell.Value.Text, cell.Value.Style)).GroupBy(cell => cell.Row, cell => (cell.Column, cell.Text, cell.Style));

    /// <summary>Puts text into a cell, or over several columns of a row as one.</summary>
    public void Put(int row, int column, int span, string text, CellStyle style)
    {
        _cells[(row, column)] = (text, style);
        for (var i = 1; i < span; i++)
        {
            _cells[(row, column + i)] = ("", style);
        }

        if (span > 1)
        {
            Merges.Add(new CellRange(new(row, column), new(row, column + span - 1)));
        }
    }

    public void Name(string name, int row, int column) => Names.Add((name, new CellAddress(row, column)));

    /// <summary>Width of some columns, in characters.</summary>
    public double WidthOf(int column, int span) => Widths.Skip(column - 1).Take(span).Sum();
}
