using System.Globalization;
using System.Text.RegularExpressions;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>Reads the rows of one table.</summary>
internal sealed partial class SectionReader(MappedTable mapped, FoundTable table, UploadedWorkbook workbook, CellReader values, FormData data)
{
    private readonly SheetGrid _grid = workbook.Cells(table.Sheet);
    private readonly List<(int Column, FormField Field)> _columns = [];
    private readonly List<SheetCell> _repeated = [];
    private readonly List<(int Column, string Header)> _unknown = [];

    public void Read()
    {
        MapColumns();
        var numbers = RowNumbers().ToList();
        MapRepeated(numbers);
        var rows = new List<Dictionary<string, string>>();
        foreach (var number in numbers)
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (column, field) in _columns)
            {
                if (_grid[number, column] is { } cell && values.Read(field, cell, mapped.Section, rows.Count + 1, ReadSource.Tag) is { Length: > 0 } value)
                {
                    row[field.Key] = value;
                }
            }

            if (row.Count > 0)
            {
                rows.Add(row);
            }
        }

        data.Sections[mapped.Section.Key] = rows;
        AddUnknown(numbers);
    }

    private void MapColumns()
    {
        var taken = new HashSet<FormField>(ReferenceEqualityComparer.Instance);
        var left = new List<int>();
        for (var column = table.Columns.First; column <= table.Columns.Last; column++)
        {
            var header = _grid.Text(table.HeaderRow, column);
            if (mapped.Columns.TryGetValue(LabelText.Normalise(header), out var field))
            {
                if (field is not null && taken.Add(field))
                {
                    _columns.Add((column, field));
                }
            }
            else
            {
                left.Add(column);
            }
        }

        foreach (var column in left)
        {
            if (ByName(column) is { } field && taken.Add(field))
            {
                _columns.Add((column, field));
            }
            else if (mapped.ColumnSection is not null)
            {
                _repeated.Add(_grid[table.HeaderRow, column] ?? new SheetCell(new CellAddress(table.HeaderRow, column), "", SheetCellKind.Text));
            }
            else
            {
                _unknown.Add((column, _grid.Text(table.HeaderRow, column)));
            }
        }

        foreach (var field in mapped.Columns.Values.OfType<FormField>().Where(field => !taken.Contains(field) && field != FormNames.IdField))
        {
            values.Notices.Add(ExcelReadNotices.ColumnNotFound(table.Sheet.Name, field));
        }
    }

    // A renamed header: the name of the cell below it still tells the field.
    private FormField? ByName(int column)
    {
        foreach (var field in mapped.Columns.Values.OfType<FormField>())
        {
            var name = FormNames.Of(mapped.Section, field);
            if (workbook.File.Names.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase)) is { } defined
                && workbook.File.Locate(defined) is var (sheet, range)
                && sheet == table.Sheet && range.First.Column == column && range.First.Row > table.HeaderRow)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Rows of the table, and those typed below it, up to the notes.</summary>
    private IEnumerable<int> RowNumbers()
    {
        foreach (var number in _grid.Rows.Where(number => number > table.HeaderRow))
        {
            var inside = number <= table.LastRow;
            if (!inside && (IsFooter(number) || (table.LastRow is not null && IsBlank(number))))
            {
                yield break;
            }

            yield return number;
        }
    }

    private bool IsFooter(int number) => _grid.Row(number).Any(cell => mapped.Footers.Contains(LabelText.Normalise(cell.Text)));

    private bool IsBlank(int number) => !_columns.Exists(item => _grid[number, item.Column] is not null);

    /// <summary>The repeated columns become the rows of their section, and the marks below them m1, m2 …</summary>
    private void MapRepeated(List<int> numbers)
    {
        if (mapped.ColumnSection is not { } section || mapped.Repeated is not { } mark)
        {
            return;
        }

        var rows = new List<Dictionary<string, string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var field = section.Fields[0];
        foreach (var header in _repeated)
        {
            var blank = ColumnHeader.IsBlank(header.Text);
            if (blank && !numbers.Exists(number => _grid[number, header.Address.Column] is not null))
            {
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            if (blank)
            {
                values.Notices.Add(ExcelReadNotices.ColumnWithoutHeader(table.Sheet.Name, header.Address, field));
            }
            else if (values.Read(field, Unsuffix(header, seen), section, rows.Count + 1, ReadSource.Tag) is { Length: > 0 } value)
            {
                row[field.Key] = value;
            }

            rows.Add(row);
            _columns.Add((header.Address.Column, mark with { Key = mark.Key[..^1] + rows.Count.ToString(CultureInfo.InvariantCulture) }));
        }

        data.Sections[section.Key] = rows;
    }

    // A table's headers must differ, so the second of two equal dates was written with a number.
    private static SheetCell Unsuffix(SheetCell header, HashSet<string> seen)
    {
        if (Suffix().Match(header.Text) is { Success: true } match && seen.Contains(match.Groups["text"].Value))
        {
            return header with { Text = match.Groups["text"].Value };
        }

        seen.Add(header.Text);
        return header.Kind == SheetCellKind.Date && DateOnly.TryParseExact(header.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? header with { Text = string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日"), Kind = SheetCellKind.Text }
            : header;
    }

    private void AddUnknown(List<int> numbers)
    {
        foreach (var (column, header) in _unknown.Where(item => numbers.Exists(number => _grid[number, item.Column] is not null)))
        {
            values.Notices.Add(ExcelReadNotices.UnknownColumn(table.Sheet.Name, column, header));
        }
    }

    [GeneratedRegex(@"^(?<text>.+)\([0-9]+\)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();
}
