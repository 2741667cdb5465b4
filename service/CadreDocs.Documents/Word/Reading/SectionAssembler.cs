using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Puts the rows of all sheets together: blank rows out, continuation sheets behind one another, columns of further sheets beside those of the first.</summary>
internal sealed class SectionAssembler(FormFields fields, ReadDraft draft, FormData data, List<ReadField> read)
{
    public void Assemble()
    {
        if (draft.Rows.Any(row => row.AreColumns))
        {
            AssembleColumns();
            return;
        }

        foreach (var row in draft.Rows)
        {
            if (!row.IsEmpty)
            {
                AddRow(row);
            }
        }
    }

    private void AddRow(DraftRow row)
    {
        var rows = Rows(row.Section);
        var number = rows.Count + 1;
        var values = new Dictionary<string, string>(row.Cells.Count, StringComparer.Ordinal);
        foreach (var (field, text) in row.Cells)
        {
            if (draft.Value(field, text, row.Section, number, row.Source) is { } value)
            {
                values[field.Key] = value.Value;
                read.Add(value);
            }
        }

        if (values.Count == 0)
        {
            return;
        }

        rows.Add(values);
        if (row.ByHand)
        {
            draft.Notices.Add(ReadNotices.RowAdded(row.Section.Label, number));
        }
    }

    /// <summary>表2: each sheet begins with its row of dates; the same dates again mean further people, other dates mean further columns of the same people.</summary>
    private void AssembleColumns()
    {
        var sheets = new List<(DraftRow Columns, List<DraftRow> Rows)>();
        foreach (var row in draft.Rows)
        {
            if (row.AreColumns)
            {
                sheets.Add((row, []));
            }
            else if (sheets.Count > 0)
            {
                sheets[^1].Rows.Add(row);
            }
        }

        var (firstRow, columnBlock) = (0, 0);
        for (var i = 0; i < sheets.Count; i++)
        {
            var again = i > 0 && Texts(sheets[i].Columns).SequenceEqual(Texts(sheets[0].Columns));
            if (again)
            {
                firstRow += sheets[i - 1].Rows.Count;
                columnBlock = 0;
            }
            else
            {
                columnBlock += i > 0 ? 1 : 0;
            }

            if (firstRow == 0)
            {
                AddColumns(sheets[i].Columns, columnBlock);
            }

            AddMarks(sheets[i].Rows, firstRow, columnBlock, sheets[i].Columns.Cells.Count);
        }

        Compact();
    }

    private static IEnumerable<string> Texts(DraftRow row) => row.Cells.Select(cell => cell.Text);

    private void AddColumns(DraftRow columns, int block)
    {
        var rows = Rows(columns.Section);
        var last = columns.Cells.FindLastIndex(cell => cell.Text.Length > 0);
        var offset = block * columns.Cells.Count;
        for (var i = 0; i <= last; i++)
        {
            while (rows.Count <= offset + i)
            {
                rows.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            }

            var (field, text) = columns.Cells[i];
            if (draft.Value(field, text, columns.Section, offset + i + 1, columns.Source) is { } value)
            {
                rows[offset + i][field.Key] = value.Value;
                read.Add(value);
            }
        }
    }

    private void AddMarks(List<DraftRow> sheet, int firstRow, int block, int slots)
    {
        for (var i = 0; i < sheet.Count; i++)
        {
            var rows = Rows(sheet[i].Section);
            while (rows.Count <= firstRow + i)
            {
                rows.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            }

            foreach (var (field, text) in sheet[i].Cells)
            {
                var mark = fields.ColumnMarks(sheet[i].Section, field);
                var key = mark is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m.Family}{m.Slot + (block * slots)}") : field.Key;
                var target = rows[firstRow + i];
                if (draft.Value(field, text, sheet[i].Section, firstRow + i + 1, sheet[i].Source, key) is not { } value)
                {
                    continue;
                }

                if (target.TryAdd(key, value.Value))
                {
                    read.Add(value);
                }
                else if (target[key] != value.Value)
                {
                    draft.Notices.Add(ReadNotices.CopiesDiffer(field, target[key], value.Value));
                }
            }
        }
    }

    /// <summary>Takes the padding rows out; the numbers of the rows behind them move up.</summary>
    private void Compact()
    {
        foreach (var (section, rows) in data.Sections)
        {
            var columns = draft.Rows.Any(row => row.AreColumns && row.Section.Key == section);
            if (columns)
            {
                continue;
            }

            var numbers = new int[rows.Count];
            var kept = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                numbers[i] = rows[i].Count > 0 ? ++kept : 0;
            }

            for (var i = 0; i < read.Count; i++)
            {
                if (read[i].Section == section && read[i].Row is { } row)
                {
                    read[i] = read[i] with { Row = numbers[row - 1] };
                }
            }

            rows.RemoveAll(row => row.Count == 0);
        }
    }

    private List<Dictionary<string, string>> Rows(FormSection section)
    {
        if (!data.Sections.TryGetValue(section.Key, out var rows))
        {
            data.Sections[section.Key] = rows = [];
        }

        return rows;
    }
}
