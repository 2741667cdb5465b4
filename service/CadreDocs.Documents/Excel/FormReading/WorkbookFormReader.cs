using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>Reads a workbook as a form: by names and tables, else by the words beside and above.</summary>
internal sealed class WorkbookFormReader(ExcelTemplate template, UploadedWorkbook workbook)
{
    private readonly CellReader _values = new();
    private readonly FormData _data = new();
    private int _byLabel;

    /// <summary>The share of the template's words that the workbook has.</summary>
    public double Resemblance()
    {
        var labels = template.Map.Labels;
        return labels.Count == 0 ? 0 : labels.Count(label => workbook.Words.Contains(label, StringComparison.Ordinal)) / (double)labels.Count;
    }

    public ReadResult Read(DocumentIdentity? identity)
    {
        identity ??= workbook.File.Names.Where(name => name.Name == IdentityNamePiece.Name).Select(name => IdentityName.Read(name.Formula)).FirstOrDefault();
        foreach (var field in template.Map.Fields)
        {
            ReadField(field);
        }

        var used = new HashSet<SheetInfo>();
        foreach (var table in template.Map.Tables)
        {
            var found = TableFinder.Find(table, workbook);
            if (found is null)
            {
                _values.Notices.Add(ExcelReadNotices.TableNotFound(table.Section));
                continue;
            }

            used.Add(found.Sheet);
            new SectionReader(table, found, workbook, _values, _data).Read();
        }

        if (_byLabel > 0)
        {
            _values.Notices.Add(ExcelReadNotices.ReadByLabel(_byLabel));
        }

        AddExtraSheets(used);
        return new ReadResult(DocumentKind.Excel, identity, template.Form, _data, _values.Fields, _values.Notices, []);
    }

    private void ReadField(MappedField mapped)
    {
        var name = FormNames.Of(mapped.Field);
        var (cell, source) = ByName(name) is { } named ? (named.Cell, ReadSource.Tag) : (ByLabel(mapped), ReadSource.Label);
        if (cell is null)
        {
            if (ByName(name) is null && mapped.Label is null)
            {
                _values.Notices.Add(ExcelReadNotices.FieldNotFound(mapped.Field, name));
            }

            return;
        }

        _byLabel += source == ReadSource.Label ? 1 : 0;
        if (_values.Read(mapped.Field, cell, null, null, source) is { Length: > 0 } value)
        {
            _data[mapped.Field.Key] = value;
        }
    }

    private (SheetInfo Sheet, SheetCell? Cell)? ByName(string name)
    {
        foreach (var defined in workbook.File.Names.Where(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            if (workbook.File.Locate(defined) is var (sheet, range))
            {
                return (sheet, workbook.Cells(sheet)[range.First.Row, range.First.Column]);
            }
        }

        return null;
    }

    private SheetCell? ByLabel(MappedField mapped)
    {
        if (mapped.Label is not var (label, place))
        {
            return null;
        }

        foreach (var sheet in workbook.Visible)
        {
            var grid = workbook.Cells(sheet);
            foreach (var cell in grid.Rows.Take(TableFinder.SearchRows).SelectMany(row => grid.Row(row)))
            {
                var text = LabelText.Normalise(cell.Text).TrimEnd(':');
                if (text == label.TrimEnd(':'))
                {
                    return grid[cell.Address.Row + mapped.Cell.Row - place.Row, cell.Address.Column + mapped.Cell.Column - place.Column]
                        ?? grid.Row(cell.Address.Row).FirstOrDefault(next => next.Address.Column > cell.Address.Column);
                }

                // Label and value typed into one cell.
                if (text.Length > label.Length && text.StartsWith(label, StringComparison.Ordinal) && cell.Text.IndexOfAny(['：', ':', '）', ')', ' ']) is > 0 and var end)
                {
                    return cell with { Text = cell.Text[(end + 1)..].TrimStart('：', ':', ' ', '　') };
                }
            }
        }

        return null;
    }

    private void AddExtraSheets(HashSet<SheetInfo> used)
    {
        var known = workbook.File.Names.Where(name => FormNames.TryFind(template.Form, name.Name, out _, out _))
            .Select(workbook.File.Locate).Where(place => place is not null).Select(place => place!.Value.Sheet).ToHashSet();
        foreach (var sheet in workbook.Visible.Where(sheet => !used.Contains(sheet) && !known.Contains(sheet) && workbook.Cells(sheet).Count > 0))
        {
            // A sheet of ours without fields, such as notes, says nothing that the template does not.
            if (!template.Map.SheetNames.Contains(sheet.Name))
            {
                _values.Notices.Add(ExcelReadNotices.ExtraSheet(sheet.Name));
            }
        }
    }
}
