using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Reading;

namespace CadreDocs.Documents.Excel;

/// <summary>From cells to canonical values, with provenance and notices.</summary>
internal sealed class CellReader
{
    // Day numbers from 1954 to 2119: a number in a date cell whose format was lost.
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    public List<ReadField> Fields { get; } = [];

    public List<Fault> Notices { get; } = [];

    /// <summary>Reads a cell as a field; null or empty where nothing stands there or nothing was understood.</summary>
    public string? Read(FormField field, SheetCell cell, FormSection? section, int? row, ReadSource source)
    {
        if (string.IsNullOrWhiteSpace(cell.Text))
        {
            return null;
        }

        if (cell.Kind == SheetCellKind.Error)
        {
            Notices.Add(ExcelReadNotices.ErrorCell(cell, field));
            return null;
        }

        var text = Adjust(field, cell);
        var read = ValueReader.Read(field, text);
        var raw = read.Raw ?? (text == cell.Text ? null : cell.Text);
        if (read.Notice is { } notice)
        {
            Notices.Add(notice with { Part = cell.Address.ToString(), Tag = section is null ? field.Key : $"{section.Key}.{field.Key}", Row = row });
        }

        if (read.Value is { Length: > 0 } value)
        {
            Fields.Add(new ReadField(section?.Key, row, field.Key, value, source, raw));
        }

        return read.Value;
    }

    private static string Adjust(FormField field, SheetCell cell)
    {
        var text = cell.Text;
        if (field.Type is FieldType.Date or FieldType.Month
            && cell.Kind is SheetCellKind.Number or SheetCellKind.Text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            text = CellText.Date(text, date1904: false) ?? text;
        }

        return (cell.Kind == SheetCellKind.Date || text != cell.Text, field.Type) switch
        {
            (true, FieldType.Date) when text.Length > 10 => text[..10],
            (true, FieldType.Month) when text.Length >= 10 => text[..7],
            _ => text,
        };
    }
}
