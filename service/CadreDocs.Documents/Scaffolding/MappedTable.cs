using System.Globalization;
using System.Xml.Linq;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>A cell of an official file with the columns of the grid that it covers.</summary>
internal sealed record MappedCell(XElement Element, int Row, int Start, int Span)
{
    /// <summary>The cell's words without blanks and colons.</summary>
    internal string Words { get; } = MappedTable.Squeeze(MappedTable.TextOf(Element));

    internal bool IsEmpty => Words.Length == 0;
}

/// <summary>A table of an official file.</summary>
internal sealed class MappedTable
{
    internal MappedTable(XElement table)
    {
        var rows = new List<IReadOnlyList<MappedCell>>();
        foreach (var row in table.Elements(W + "tr"))
        {
            var column = Number(row.Element(W + "trPr")?.Element(W + "gridBefore")) ?? 0;
            var cells = new List<MappedCell>();
            foreach (var cell in row.Elements(W + "tc"))
            {
                var span = Number(cell.Element(W + "tcPr")?.Element(W + "gridSpan")) ?? 1;
                cells.Add(new MappedCell(cell, rows.Count, column, span));
                column += span;
            }

            rows.Add(cells);
        }

        Rows = rows;
    }

    internal IReadOnlyList<IReadOnlyList<MappedCell>> Rows { get; }

    internal IEnumerable<MappedCell> Cells => Rows.SelectMany(row => row);

    /// <summary>The cell of a row that begins at a column of the grid.</summary>
    internal MappedCell? At(int row, int column) => row < Rows.Count ? Rows[row].FirstOrDefault(cell => cell.Start == column) : null;

    internal MappedCell? Right(MappedCell cell) => At(cell.Row, cell.Start + cell.Span);

    internal static string TextOf(XElement element) => string.Concat(element.Descendants(W + "t").Select(text => text.Value));

    /// <summary>Words without what layouts put between them: blanks of any width, colons, underscores.</summary>
    internal static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('：' or ':' or '_')));

    private static int? Number(XElement? element) =>
        int.TryParse((string?)element?.Attribute(W + "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
