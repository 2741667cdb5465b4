using System.Globalization;
using System.Text;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Rendering;
using Scriban;

namespace CadreDocs.Documents.Excel;

/// <summary>What a cell of a template holds.</summary>
internal abstract class CellContent(int style)
{
    private readonly byte[] _blank = Encoding.ASCII.GetBytes(FormattableString.Invariant($"\" s=\"{style}\"/>"));
    private readonly byte[] _number = Encoding.ASCII.GetBytes(FormattableString.Invariant($"\" s=\"{style}\"><v>"));
    private readonly byte[] _text = Encoding.ASCII.GetBytes(FormattableString.Invariant($"\" s=\"{style}\" t=\"inlineStr\"><is><t>"));
    private readonly byte[] _preserved = Encoding.ASCII.GetBytes(FormattableString.Invariant($"\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));

    protected int Style { get; } = style;

    /// <param name="render">The document.</param>
    /// <param name="sink">Receives the cell.</param>
    /// <param name="column">Its column in the document.</param>
    /// <param name="row">Digits of its row in the document.</param>
    /// <param name="copy">0-based copy of a repeated column.</param>
    public abstract void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy);

    protected void WriteBlank(SheetSink sink, int column, ReadOnlySpan<byte> row) => sink.Cell(column, row, _blank);

    protected void WriteNumber(SheetSink sink, int column, ReadOnlySpan<byte> row, long number)
    {
        sink.Cell(column, row, _number);
        sink.Write(number);
        sink.Write("</v></c>"u8);
    }

    protected void WriteNumber(SheetSink sink, int column, ReadOnlySpan<byte> row, string number)
    {
        sink.Cell(column, row, _number);
        sink.Text(number);
        sink.Write("</v></c>"u8);
    }

    protected void WriteText(SheetSink sink, int column, ReadOnlySpan<byte> row, string text)
    {
        if (text.Length == 0)
        {
            WriteBlank(sink, column, row);
            return;
        }

        if (text.Length > WorkbookWriter.MaxCellCharacters)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A text of {text.Length} characters does not fit a cell, which holds {WorkbookWriter.MaxCellCharacters}."));
        }

        var plain = !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Contains('\n', StringComparison.Ordinal);
        sink.Cell(column, row, plain ? _text : _preserved);
        sink.Text(CellText.Encode(text));
        sink.Write("</t></is></c>"u8);
    }
}

/// <summary>An empty cell that keeps its look.</summary>
internal sealed class BlankContent(int style) : CellContent(style)
{
    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy) => WriteBlank(sink, column, row);
}

/// <summary>A cell that stays as it is.</summary>
/// <param name="style">Its format.</param>
/// <param name="rest">What follows its address: attributes and value.</param>
internal sealed class FixedContent(int style, string rest) : CellContent(style)
{
    private readonly byte[] _rest = Encoding.UTF8.GetBytes(rest);

    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy) => sink.Cell(column, row, _rest);
}

/// <summary>The running number of a row; empty in rows without data would break the official blank, so it always stands.</summary>
internal sealed class RowNumberContent(int style) : CellContent(style)
{
    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy) => WriteNumber(sink, column, row, render.RowNumber);
}

/// <summary>Text with scripts.</summary>
internal sealed class ScriptContent(int style, Template script, string place) : CellContent(style)
{
    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy) =>
        WriteText(sink, column, row, render.Script(script, place));
}

/// <summary>The header of a repeated column.</summary>
internal sealed class ColumnHeaderContent(int style, SheetPlan plan) : CellContent(style)
{
    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy) =>
        WriteText(sink, column, row, render.HeadersOf(plan)[column - plan.FirstColumn]);
}

/// <summary>A field: single, of the row, or of the row and a repeated column.</summary>
/// <param name="style">Its format.</param>
/// <param name="field">The field.</param>
/// <param name="inRow">True for a field of the table's section.</param>
/// <param name="repeats">True where each copy of the column has its own key: m1, m2, m3 …</param>
/// <param name="strings">Indices of values that stand among the shared strings: marks and choices.</param>
/// <param name="isDate">True where the format shows a date, so that a day is written as a number.</param>
internal sealed class FieldContent(int style, FormField field, bool inRow, bool repeats, IReadOnlyDictionary<string, int> strings, bool isDate) : CellContent(style)
{
    private readonly Dictionary<string, byte[]> _shared = strings.ToDictionary(
        item => item.Key, item => Encoding.ASCII.GetBytes(FormattableString.Invariant($"\" s=\"{style}\" t=\"s\"><v>{item.Value}</v></c>")), StringComparer.Ordinal);

    private readonly RepeatedKeys? _keys = repeats ? new RepeatedKeys(field.Key) : null;

    public override void Write(ExcelRender render, SheetSink sink, int column, ReadOnlySpan<byte> row, int copy)
    {
        var value = inRow ? render.RowValue(_keys is null ? field.Key : _keys[copy]) : render.Request.Data[field.Key];
        if (value.Length == 0)
        {
            WriteBlank(sink, column, row);
        }
        else if (_shared.TryGetValue(value, out var cell))
        {
            sink.Cell(column, row, cell);
        }
        else
        {
            WriteValue(sink, column, row, value);
        }
    }

    private void WriteValue(SheetSink sink, int column, ReadOnlySpan<byte> row, string value)
    {
        switch (field.Type)
        {
            case FieldType.Integer or FieldType.Credit when IsNumber(value):
                WriteNumber(sink, column, row, value);
                break;
            case FieldType.Date when isDate && CellText.Serial(value) is { } serial:
                WriteNumber(sink, column, row, serial);
                break;
            case FieldType.Date or FieldType.Month:
                WriteText(sink, column, row, ValueText.Print(field, value));
                break;
            default:
                WriteText(sink, column, row, value);
                break;
        }
    }

    // Only what comes back as the same text: a number with 16 digits, a leading or a closing zero stays text.
    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        var digits = value.StartsWith('-') ? value[1..] : value;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? default : digits[(point + 1)..];
        return value.Length <= 15
            && whole.Length > 0 && (whole.Length == 1 || whole[0] != '0') && whole.IndexOfAnyExceptInRange('0', '9') < 0
            && (point < 0 || (fraction.Length > 0 && fraction[^1] != '0' && fraction.IndexOfAnyExceptInRange('0', '9') < 0))
            && value is not "-0";
    }
}

/// <summary>Keys of a repeated column: from <c>m1</c> the keys m1, m2, m3 …</summary>
internal sealed class RepeatedKeys
{
    private const int Prepared = 64;
    private readonly string _stem;
    private readonly string[] _keys;

    /// <param name="first">The key in the template; ends in 1.</param>
    public RepeatedKeys(string first)
    {
        _stem = first[..^1];
        _keys = Enumerable.Range(1, Prepared).Select(Key).ToArray();
    }

    /// <summary>The key of a copy, 0-based.</summary>
    public string this[int copy] => copy < Prepared ? _keys[copy] : Key(copy + 1);

    private string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"{_stem}{number}");
}
