namespace CadreDocs.Documents.Excel;

/// <summary>The hidden sheet of values to choose from: the lists of the workbook and the choices of columns that are too long to stand in a validation.</summary>
internal sealed class ListSheet
{
    // Excel's limit for a list written into the validation itself.
    private const int MaxInlineCharacters = 255;
    private readonly List<WorkbookList> _lists;
    private readonly Dictionary<WorkbookColumn, string> _byColumn = new(ReferenceEqualityComparer.Instance);

    public ListSheet(WorkbookDefinition workbook)
    {
        _lists = [.. workbook.Lists];
        foreach (var table in workbook.Sheets.Select(sheet => sheet.Table).OfType<WorkbookTable>())
        {
            foreach (var column in table.Columns.Where(column => column.List is null && column.Choices.Count > 0 && !FitsInline(column.Choices)))
            {
                var name = FormattableString.Invariant($"{table.Name}_list{_lists.Count + 1}");
                _lists.Add(new WorkbookList(name, column.Choices));
                _byColumn[column] = name;
            }
        }
    }

    public bool IsEmpty => _lists.Count == 0;

    public IReadOnlyList<WorkbookList> Lists => _lists;

    /// <summary>Each list's name and the cells that hold its values.</summary>
    public IEnumerable<(string Name, string Formula)> Names => _lists.Select((list, index) =>
    {
        var column = CellAddress.ColumnName(index + 1);
        return (list.Name, FormattableString.Invariant($"'{WorkbookWriter.ListSheet}'!${column}$2:${column}${list.Values.Count + 1}"));
    });

    /// <summary>The validation's formula: a name, or the values themselves in quotes; null where the column allows anything.</summary>
    public string? FormulaOf(WorkbookColumn column) =>
        column.List ?? _byColumn.GetValueOrDefault(column) ?? (column.Choices.Count == 0 ? null : $"\"{string.Join(',', column.Choices)}\"");

    /// <summary>The values a column allows; empty for any.</summary>
    public IReadOnlyList<string> ValuesOf(WorkbookColumn column) =>
        column.List is null ? column.Choices : _lists.First(list => list.Name == column.List).Values;

    public WorkbookSheet AsSheet() => new()
    {
        Name = WorkbookWriter.ListSheet,
        Hidden = true,
        Table = new WorkbookTable
        {
            Name = "cadredocs_lists",
            Columns = _lists.Select(list => new WorkbookColumn { Header = list.Name }).ToList(),
            Rows = Enumerable.Range(0, _lists.Max(list => list.Values.Count))
                .Select(row => (IReadOnlyList<WorkbookCell>)_lists.Select(list => new WorkbookCell(row < list.Values.Count ? list.Values[row] : null)).ToList()).ToList(),
        },
    };

    private static bool FitsInline(IReadOnlyList<string> choices) =>
        choices.Sum(choice => choice.Length + 1) <= MaxInlineCharacters && !choices.Any(choice => choice.Contains(',', StringComparison.Ordinal)
            || choice.Contains('"', StringComparison.Ordinal) || choice != choice.Trim() || choice.Length == 0);
}
