using System.Buffers.Text;
using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>One compiled sheet: its rows, the section its table repeats, and how all else moves.</summary>
internal sealed class SheetPlan
{
    /// <summary>Index among the template's sheets.</summary>
    public required int Index { get; init; }

    /// <summary>Name on the tab.</summary>
    public required string Name { get; init; }

    /// <summary>Worksheet part.</summary>
    public required string Part { get; init; }

    public TableShift Shift { get; set; } = TableShift.None;

    /// <summary>The section that the table's rows repeat; null for a sheet without a table.</summary>
    public FormSection? Section { get; set; }

    /// <summary>The section whose rows are the repeated column (表2: the dates); null for none.</summary>
    public FormSection? ColumnSection { get; set; }

    /// <summary>The first column of the table.</summary>
    public int FirstColumn { get; set; }

    /// <summary>Header texts of the table in the template, left to right.</summary>
    public IReadOnlyList<string> Headers { get; set; } = [];

    /// <summary>Rows above and below the table, and its template row.</summary>
    public List<PlanRow> Rows { get; } = [];

    /// <summary>Rows above the header whose cell over the repeated column must span it.</summary>
    public List<int> AddedMerges { get; } = [];

    public TableSize Size(FormData data) => Section is null
        ? new TableSize(1, 1)
        : new TableSize(
            Math.Max(Math.Max(1, Section.RowsPerSheet), data.Rows(Section.Key).Count),
            ColumnSection is null ? 1 : Math.Max(Math.Max(1, ColumnSection.RowsPerSheet), data.Rows(ColumnSection.Key).Count));

    /// <summary>The header texts of one document: unique and never empty, as a table demands.</summary>
    public IReadOnlyList<string> HeaderTexts(FormData data, TableSize size)
    {
        if (ColumnSection is null)
        {
            return Headers;
        }

        var headers = new List<string>(Headers.Count + size.Columns);
        var taken = new HashSet<string>(Headers.Where((_, i) => FirstColumn + i != Shift.Column), StringComparer.OrdinalIgnoreCase);
        var rows = data.Rows(ColumnSection.Key);
        for (var i = 0; i < Headers.Count; i++)
        {
            if (FirstColumn + i != Shift.Column)
            {
                headers.Add(Headers[i]);
                continue;
            }

            for (var k = 0; k < size.Columns; k++)
            {
                var text = k < rows.Count ? rows[k].GetValueOrDefault(ColumnSection.Fields[0].Key, "") : "";
                headers.Add(Unique(text.Length == 0 ? ColumnHeader.Blank(k + 1) : text, taken));
            }
        }

        return headers;
    }

    public void WriteRows(ExcelRender render, SheetSink sink)
    {
        var size = render.SizeOf(this);
        foreach (var row in Rows)
        {
            if (row.Number == Shift.First && Section is not null)
            {
                var data = render.Request.Data.Rows(Section.Key);
                for (var i = 0; i < size.Rows; i++)
                {
                    render.EnterRow(i < data.Count ? data[i] : null, i + 1);
                    WriteRow(render, sink, row, row.Number + i, size);
                }

                render.LeaveRows();
            }
            else
            {
                WriteRow(render, sink, row, Shift.Row(row.Number, size), size);
            }
        }
    }

    private void WriteRow(ExcelRender render, SheetSink sink, PlanRow row, int number, TableSize size)
    {
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat(number, digits, out var length);
        digits = digits[..length];
        sink.Write("<row r=\""u8);
        sink.Write(digits);
        if (row.Growth?.HeightOf(render) is { } height)
        {
            sink.Write("\" ht=\""u8);
            sink.Write(height);
            sink.Write("\" customHeight=\"1\">"u8);
        }
        else
        {
            sink.Write(row.Attributes);
        }

        foreach (var cell in row.Cells)
        {
            if (cell.Column != Shift.Column)
            {
                cell.Content.Write(render, sink, Shift.ColumnOf(cell.Column, size), digits, 0);
                continue;
            }

            for (var k = 0; k < size.Columns; k++)
            {
                (k == 0 || row.RepeatsContent ? cell.Content : cell.Blank).Write(render, sink, cell.Column + k, digits, k);
            }
        }

        sink.Write("</row>"u8);
    }

    private static string Unique(string text, HashSet<string> taken)
    {
        var unique = text;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{text}({n})");
        }

        return unique;
    }
}

/// <summary>A row of the template.</summary>
/// <param name="Number">Its number in the template.</param>
/// <param name="Attributes">What follows the row number: the closing quote, height and the like, the closing bracket.</param>
/// <param name="Cells">Its cells, left to right.</param>
/// <param name="RepeatsContent">True for the table's header and rows, where the repeated column has a value in each copy.</param>
/// <param name="Growth">How a row of the table grows with long text; null for other rows.</param>
internal sealed record PlanRow(int Number, byte[] Attributes, PlanCell[] Cells, bool RepeatsContent, RowGrowth? Growth = null);

/// <summary>A cell of the template.</summary>
/// <param name="Column">Its column in the template.</param>
/// <param name="Content">What is written there.</param>
/// <param name="Blank">The same cell empty.</param>
internal sealed record PlanCell(int Column, CellContent Content, CellContent Blank);
