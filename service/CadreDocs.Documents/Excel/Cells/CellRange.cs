namespace CadreDocs.Documents.Excel;

/// <summary>A rectangle of cells, both corners included.</summary>
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>Reads <c>A1:D9</c> or <c>A1</c>, with or without dollar signs.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (!CellAddress.TryParse(colon < 0 ? text : text[..colon], out var first))
        {
            return false;
        }

        var last = first;
        if (colon >= 0 && !CellAddress.TryParse(text[(colon + 1)..], out last))
        {
            return false;
        }

        if (last.Row < first.Row || last.Column < first.Column)
        {
            return false;
        }

        range = new CellRange(first, last);
        return true;
    }

    public bool Contains(CellAddress cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
