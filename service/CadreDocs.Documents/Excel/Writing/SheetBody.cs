using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Writes one worksheet part, row by row.</summary>
internal sealed class SheetBody
{
    private const int MeasuredRows = 2000;
    private readonly WorkbookSheet _sheet;
    private readonly IReadOnlyList<WorkbookColumn> _columns;
    private readonly double[] _widths;
    private readonly SheetStyles _styles;
    private readonly ListSheet _lists;
    private readonly List<Fault> _notices;
    private readonly List<string> _links = [];
    private readonly List<(CellAddress Cell, int Link)> _linkCells = [];
    private readonly List<string> _merges = [];
    private readonly int _headerRow;

    public SheetBody(WorkbookSheet sheet, WorkbookFonts fonts, StyleSheet styles, ListSheet lists, List<Fault> notices)
    {
        _sheet = sheet;
        _columns = sheet.Table?.Columns ?? [new WorkbookColumn { Header = "", Width = 90 }];
        _widths = _columns.Select((column, index) => column.Width ?? Fit(column, index)).ToArray();
        _styles = new SheetStyles(styles, fonts, sheet);
        _lists = lists;
        _notices = notices;
        _headerRow = (sheet.Title is null ? 0 : 1) + sheet.Intro.Count + 1;
    }

    /// <summary>Targets of the hyperlinks, in the order of their relationships.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Header and rows; a table without rows has one blank row.</summary>
    public CellRange TableRange => new(new(_headerRow, 1), new(_headerRow + Math.Max(1, _sheet.Table?.Rows.Count ?? 0), _columns.Count));

    public void Write(PackageWriter writer, string part)
    {
        var xml = new Utf8Xml(writer.Begin(part));
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"u8);
        WriteView(xml);
        xml.Raw("<sheetFormatPr defaultRowHeight=\"18\"/><cols>"u8);
        for (var i = 0; i < _columns.Count; i++)
        {
            xml.Raw("<col").Attribute("min", i + 1).Attribute("max", i + 1).Attribute("width", _widths[i].ToString("0.##", CultureInfo.InvariantCulture));
            xml.Raw(_columns[i].Hidden ? " hidden=\"1\" customWidth=\"1\"/>"u8 : " customWidth=\"1\"/>"u8);
        }

        xml.Raw("</cols><sheetData>"u8);
        WriteRows(xml);
        xml.Raw("</sheetData>"u8);
        if (_sheet.Protection != WorkbookProtection.None)
        {
            // 0 means allowed here.
            xml.Raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>"u8);
        }

        WriteMerges(xml);
        if (_sheet.Table is { } table)
        {
            SheetRules.WriteHighlights(xml, table, TableRange, _styles);
            SheetRules.WriteValidations(xml, _sheet, table, TableRange, _lists);
        }

        WriteLinks(xml);
        xml.Raw("<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\""u8)
            .Attribute("orientation", _sheet.Landscape ? "landscape" : "portrait").Raw("/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>"u8);
        if (_sheet.Table is not null)
        {
            xml.Raw("<tableParts count=\"1\"><tablePart r:id=\"rIdTable\"/></tableParts>"u8);
        }

        xml.Raw("</worksheet>"u8);
        writer.End();
    }

    private double Fit(WorkbookColumn column, int index)
    {
        // Room for the filter button beside the header.
        var width = TextWidth.Of(column.Header) + 4;
        foreach (var row in _sheet.Table!.Rows.Take(MeasuredRows))
        {
            width = Math.Max(width, index < row.Count && row[index].Text is { } text ? TextWidth.Of(text) + 2 : 0);
        }

        return Math.Clamp(width, 6, 48);
    }

    private void WriteView(Utf8Xml xml)
    {
        xml.Raw("<sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\""u8);
        if (_sheet.Table is null)
        {
            xml.Raw("/></sheetViews>"u8);
            return;
        }

        var columns = Math.Min(_sheet.FrozenColumns, _columns.Count - 1);
        xml.Raw("><pane"u8);
        if (columns > 0)
        {
            xml.Attribute("xSplit", columns);
        }

        var pane = columns > 0 ? "bottomRight" : "bottomLeft";
        xml.Attribute("ySplit", _headerRow).Attribute("topLeftCell", new CellAddress(_headerRow + 1, columns + 1).ToString()).Attribute("activePane", pane)
            .Raw(" state=\"frozen\"/><selection"u8).Attribute("pane", pane).Raw("/></sheetView></sheetViews>"u8);
    }

    private void WriteRows(Utf8Xml xml)
    {
        var row = 0;
        if (_sheet.Title is { } title)
        {
            WriteLine(xml, ++row, title, _styles.Title, 30);
        }

        foreach (var line in _sheet.Intro)
        {
            WriteLine(xml, ++row, line, _styles.Line, 17);
        }

        if (_sheet.Table is { } table)
        {
            OpenRow(xml, ++row, 24);
            for (var i = 0; i < _columns.Count; i++)
            {
                xml.TextCell(row, i + 1, _styles.Header, _columns[i].Header);
            }

            xml.Raw("</row>"u8);
            foreach (var cells in table.Rows)
            {
                WriteRow(xml, ++row, cells);
            }

            if (table.Rows.Count == 0)
            {
                WriteRow(xml, ++row, []);
            }
        }

        foreach (var line in _sheet.Notes)
        {
            WriteLine(xml, ++row, line, _styles.Line, 17);
        }
    }

    private void WriteRow(Utf8Xml xml, int row, IReadOnlyList<WorkbookCell> cells)
    {
        OpenGrowingRow(xml, row, cells);
        for (var i = 0; i < _columns.Count; i++)
        {
            var cell = i < cells.Count ? cells[i] : default;
            var text = Shorten(cell.Text ?? "", row, _columns[i].Header);
            var style = _styles.Of(_columns[i], cell.Link is not null);
            if (Value(_columns[i].Type, text) is { } number)
            {
                xml.NumberCell(row, i + 1, style, number);
            }
            else
            {
                xml.TextCell(row, i + 1, style, text);
            }

            if (cell.Link is { } link)
            {
                _linkCells.Add((new CellAddress(row, i + 1), LinkNumber(link)));
            }
        }

        xml.Raw("</row>"u8);
    }

    private static string? Value(WorkbookColumnType type, string text) => type switch
    {
        WorkbookColumnType.Integer or WorkbookColumnType.Credit when decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        WorkbookColumnType.Date => CellText.Serial(text)?.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private void WriteLine(Utf8Xml xml, int row, string text, int style, double lineHeight)
    {
        // Merged cells do not grow by themselves, so the height is reckoned from the text.
        var width = _widths.Where((_, i) => !_columns[i].Hidden).Sum();
        OpenRow(xml, row, lineHeight * TextWidth.Lines(text, width - 1));
        var first = Enumerable.Range(0, _columns.Count).FirstOrDefault(i => !_columns[i].Hidden) + 1;
        xml.TextCell(row, first, style, Shorten(text, row, "")).Raw("</row>"u8);
        if (_columns.Count > first)
        {
            _merges.Add(new CellRange(new(row, first), new(row, _columns.Count)).ToString());
        }
    }

    // LibreOffice does not fit rows to wrapped text on opening; a height without customHeight still lets every editor fit it anew.
    private void OpenGrowingRow(Utf8Xml xml, int row, IReadOnlyList<WorkbookCell> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Text is { Length: > 3 } text && !_columns[i].Hidden)
            {
                lines = Math.Max(lines, TextWidth.Lines(text, _widths[i] - 1));
            }
        }

        xml.Raw("<row r=\""u8).Number(row);
        xml.Raw(lines == 1 ? "\">"u8 : "\" ht=\""u8);
        if (lines > 1)
        {
            xml.Number(Math.Min(409, (15 * lines) + 3)).Raw("\">"u8);
        }
    }

    private static void OpenRow(Utf8Xml xml, int row, double height) =>
        xml.Raw("<row r=\""u8).Number(row).Raw("\" ht=\""u8).Raw(Math.Min(height, 400).ToString("0.#", CultureInfo.InvariantCulture)).Raw("\" customHeight=\"1\">"u8);

    private string Shorten(string text, int row, string header)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{_sheet.Name} {row} {header}").TrimEnd();
        if (text.Length > WorkbookWriter.MaxCellCharacters)
        {
            _notices.Add(new Fault("cell-text-cut", $"“{place}”的文字超过单元格上限 32767 字，已截断。", $"The text at “{place}” exceeds the 32,767 characters of a cell and was cut.", _sheet.Name, header, row));
            var end = char.IsHighSurrogate(text[WorkbookWriter.MaxCellCharacters - 1]) ? WorkbookWriter.MaxCellCharacters - 1 : WorkbookWriter.MaxCellCharacters;
            text = text[..end];
        }

        if (XmlText.Clean(text) is (var clean, > 0 and var replaced))
        {
            _notices.Add(new Fault("characters-replaced",
                string.Create(CultureInfo.InvariantCulture, $"“{place}”有 {replaced} 个不能写入文件的字符，已替换为“\uFFFD”。"),
                string.Create(CultureInfo.InvariantCulture, $"{replaced} characters at “{place}” cannot be written to a file; each became “\uFFFD”."), _sheet.Name, header, row));
            return clean;
        }

        return text;
    }

    private int LinkNumber(string link)
    {
        _links.Add(link);
        return _links.Count;
    }

    private void WriteMerges(Utf8Xml xml)
    {
        if (_merges.Count > 0)
        {
            xml.Raw("<mergeCells").Attribute("count", _merges.Count).Raw(">"u8);
            _merges.ForEach(range => xml.Raw("<mergeCell").Attribute("ref", range).Raw("/>"u8));
            xml.Raw("</mergeCells>"u8);
        }
    }

    private void WriteLinks(Utf8Xml xml)
    {
        if (_linkCells.Count > 0)
        {
            xml.Raw("<hyperlinks>"u8);
            _linkCells.ForEach(link => xml.Raw("<hyperlink").Attribute("ref", link.Cell.ToString()).Attribute("r:id", FormattableString.Invariant($"rId{link.Link}")).Raw("/>"u8));
            xml.Raw("</hyperlinks>"u8);
        }
    }
}
