using System.Globalization;
using System.Text;
using System.Xml;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Reads the cells of one worksheet part in a single pass.</summary>
internal sealed class SheetParser(IReadOnlyList<string> strings, CellFormats formats, bool date1904, string part)
{
    /// <summary>Most cells with a value that are kept of one sheet.</summary>
    public const int MaxCells = 500_000;

    private readonly SheetGrid _grid = new();
    private readonly StringBuilder _text = new();
    private int _row;
    private int _column;

    public SheetGrid Read(PackageEntry entry) => SafeXml.Read(entry.Inflate(), entry.Name, reader =>
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            SafeXml.Guard(reader, part);
            if (reader.LocalName == "row")
            {
                // A row or cell without an address follows the one before.
                _row = Number(reader.GetAttribute("r")) is > 0 and <= CellAddress.MaxRow and var row ? row : _row + 1;
                _column = 0;
            }
            else if (reader.LocalName == "c")
            {
                ReadCell(reader);
            }
        }

        return _grid;
    });

    private void ReadCell(XmlReader reader)
    {
        var address = CellAddress.TryParse(reader.GetAttribute("r"), out var stated) ? stated : new CellAddress(Math.Max(_row, 1), _column + 1);
        _column = address.Column;
        var type = reader.GetAttribute("t") ?? "n";
        var format = Number(reader.GetAttribute("s"));
        if (reader.IsEmptyElement)
        {
            return;
        }

        string? value = null;
        string? inline = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            SafeXml.Guard(reader, part);
            if (reader.LocalName == "v" && reader.Depth == depth + 1)
            {
                value = ReadValue(reader);
            }
            else if (reader.LocalName == "is" && reader.Depth == depth + 1)
            {
                inline = SharedStrings.ReadText(reader, _text, part);
            }
        }

        if ((inline ?? value) is { Length: > 0 } raw && Interpret(type, format, raw) is ({ Length: > 0 } text, var kind) && address.Column <= CellAddress.MaxColumn)
        {
            if (_grid.Count >= MaxCells)
            {
                throw new PackageException(ExcelFaults.TooManyCells(part, MaxCells));
            }

            _grid.Add(new SheetCell(address, text, kind));
        }
    }

    private string ReadValue(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        _text.Clear();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                _text.Append(reader.Value);
            }
        }

        return _text.ToString();
    }

    private (string Text, SheetCellKind Kind) Interpret(string type, int format, string raw) => type switch
    {
        "s" => (int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "", SheetCellKind.Text),
        "inlineStr" => (raw, SheetCellKind.Text),
        "str" => (CellText.Decode(raw), SheetCellKind.Text),
        "b" => (raw == "1" ? "TRUE" : "FALSE", SheetCellKind.Boolean),
        "e" => (raw, SheetCellKind.Error),
        "d" => (raw.EndsWith("T00:00:00", StringComparison.Ordinal) ? raw[..^9] : raw, SheetCellKind.Date),
        _ when formats.IsDate(format) && CellText.Date(raw, date1904) is { } date => (date, SheetCellKind.Date),
        _ => (CellText.Number(raw), SheetCellKind.Number),
    };

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
