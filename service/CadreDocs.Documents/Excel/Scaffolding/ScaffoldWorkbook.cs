using System.Buffers;
using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Excel;

/// <summary>Lays out and writes one first workbook.</summary>
internal sealed class ScaffoldWorkbook
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double MillimetresPerCharacter = 1.95;
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    private readonly FormDefinition _form;
    private readonly DocumentLayout _layout;
    private readonly ScaffoldLook _look;
    private readonly FormSection _section;
    private readonly IReadOnlyList<ScaffoldColumn> _columns;
    private readonly ScaffoldGrid _grid = new();
    private int _row;
    private int _firstHeaderRow;
    private int _headerRow;

    public ScaffoldWorkbook(FormDefinition form, DocumentLayout layout, WorkbookFonts fonts)
    {
        (_form, _layout, _look) = (form, layout, new ScaffoldLook(fonts, layout));
        _section = ScaffoldColumns.SectionOf(form, layout);
        _columns = ScaffoldColumns.Read(form, layout, _section);
    }

    public void Write(IBufferWriter<byte> output)
    {
        LayOut();
        var sheet = WorkbookCheck.IsSheetName(_form.Sheet ?? "") ? _form.Sheet! : "表";
        using var writer = new PackageWriter(output);
        var styles = new StyleSheet(_look.Note);
        var strings = new ScaffoldStrings();
        WorkbookParts.WriteContentTypes(writer, 1, 1, strings: true);
        WorkbookParts.WriteRelationships(writer, 1, strings: true);
        WriteSheet(writer, styles, strings);
        WorkbookParts.WriteSheetRelationships(writer, 1, 1, []);
        WorkbookParts.WriteTable(writer, 1, _section.Key, Table, [.. _columns.Select(column => column.Header), FormNames.IdField.Label], filter: false);
        WorkbookParts.WriteWorkbook(
            writer,
            [new SheetEntry(sheet, false, FormattableString.Invariant($"${_firstHeaderRow}:${_headerRow}"))],
            _grid.Names.Select(name => (name.Name, FormattableString.Invariant($"{WorkbookParts.Quote(sheet)}!${CellAddress.ColumnName(name.Cell.Column)}${name.Cell.Row}"))));
        WorkbookParts.WriteStyles(writer, styles);
        strings.Write(writer);
        WorkbookParts.WriteProperties(writer, _form.Title, []);
        writer.Finish();
    }

    private CellRange Table => new(new(_headerRow, 1), new(_headerRow + 1, _columns.Count + 1));

    private void LayOut()
    {
        var page = (_layout.Landscape ? 297 : 210) - _layout.Margins[1] - _layout.Margins[3];

        // A repeated column takes the room of all its copies.
        var total = _columns.Sum(column => column.Width * (column.Repeats is { } repeats ? Math.Max(1, repeats.Section.RowsPerSheet) : 1));
        _grid.Widths.AddRange(_columns.Select(column => column.Width / total * page / MillimetresPerCharacter));
        _grid.Widths.Add(12);

        Heading();
        foreach (var line in _layout.Before)
        {
            new ScaffoldLine(_form, _grid, _look, _columns.Count).Write(++_row, line);
        }

        // A layout may have single fields in its frame, which here is the table's.
        foreach (var field in _form.Fields.Where(field => !field.Ink && !_grid.Names.Exists(name => name.Name == FormNames.Of(field))))
        {
            new ScaffoldLine(_form, _grid, _look, _columns.Count).Write(++_row, new LayoutLine($"{field.Label}[[{field.Key}]]"));
        }

        Header();
        DataRow();
        foreach (var line in _layout.After)
        {
            After(line);
        }
    }

    private void Heading()
    {
        var span = _columns.Count;
        _grid.Put(++_row, 1, 1, _form.Sheet ?? DocumentScaffolder.SampleMark, _look.Mark);
        if (_form.Id == "credit-declaration" && span > 2)
        {
            _grid.Put(_row, span, 1, "{{ copy ?? \"\" }}", _look.Copy);
        }

        _grid.Heights[_row] = 18;
        _grid.Put(++_row, 1, span, _form.PrintedTitle, _look.Title);
        _grid.Heights[_row] = 34;
    }

    private void Header()
    {
        var groups = _columns.Any(column => column.Group is not null);
        _firstHeaderRow = groups ? ++_row : _row + 1;
        _headerRow = ++_row;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (groups && _columns[i].Group is { } group)
            {
                if (i == 0 || _columns[i - 1].Group != group)
                {
                    _grid.Put(_firstHeaderRow, i + 1, _columns.Skip(i).TakeWhile(column => column.Group == group).Count(), group, _look.Header);
                }
            }
            else if (groups)
            {
                _grid.Put(_firstHeaderRow, i + 1, 1, "", _look.Header with { Border = CellBorders.All & ~CellBorders.Bottom });
            }

            var open = groups && _columns[i].Group is null;
            _grid.Put(_headerRow, i + 1, 1, _columns[i].Header, open ? _look.Header with { Border = CellBorders.All & ~CellBorders.Top } : _look.Header);
            if (_columns[i].Repeats is var (section, field))
            {
                _grid.Name(FormNames.Of(section, field), _headerRow, i + 1);
            }
        }

        _grid.Put(_headerRow, _columns.Count + 1, 1, FormNames.IdField.Label, _look.Header);
        _grid.Heights[_firstHeaderRow] = 22;
        _grid.Heights[_headerRow] = _columns.Max(column => TextWidth.Lines(column.Header, WidthOf(column) - 1)) > 1 ? 32 : 24;
    }

    private void DataRow()
    {
        _grid.Heights[++_row] = Math.Max(18, (ScaffoldColumns.RowHeight(_layout, _section) ?? 7) * PointsPerMillimetre);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Field is not { } field)
            {
                _grid.Put(_row, i + 1, 1, _columns[i].Text, _look.Number);
                continue;
            }

            _grid.Put(_row, i + 1, 1, "", _look.Of(field));
            _grid.Name(FormNames.Of(_section, field), _row, i + 1);
            if (ScaffoldRules.Of(field) is { } rule)
            {
                _grid.Validations.Add((rule, new CellAddress(_row, i + 1)));
            }
        }

        _grid.Put(_row, _columns.Count + 1, 1, "", _look.Of(FormNames.IdField));
        _grid.Name(FormNames.IdOf(_section), _row, _columns.Count + 1);
    }

    private void After(LayoutLine line)
    {
        var style = _look.Note with { Horizontal = line.Align };
        _grid.Put(++_row, 1, _columns.Count, line.Text, style);

        // The width that the line has once the repeated column stands in all its copies.
        var width = _columns.Sum(column => WidthOf(column) * (column.Repeats is { } repeats ? Math.Max(1, repeats.Section.RowsPerSheet) : 1));
        _grid.Heights[_row] = 18 * TextWidth.Lines(line.Text, width - 2);
    }

    private double WidthOf(ScaffoldColumn column) => _grid.Widths[((List<ScaffoldColumn>)[.. _columns]).IndexOf(column)];

    private void WriteSheet(PackageWriter writer, StyleSheet styles, ScaffoldStrings strings) => WorkbookParts.Part(writer, SheetPart, xml =>
    {
        xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"><pane"u8)
            .Attribute("ySplit", _headerRow).Attribute("topLeftCell", FormattableString.Invariant($"A{_headerRow + 1}"))
            .Raw(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/><cols>"u8);
        for (var i = 0; i < _grid.Widths.Count; i++)
        {
            xml.Raw("<col").Attribute("min", i + 1).Attribute("max", i + 1).Attribute("width", _grid.Widths[i].ToString("0.##", CultureInfo.InvariantCulture))
                .Raw(i == _columns.Count ? " hidden=\"1\" customWidth=\"1\"/>"u8 : " customWidth=\"1\"/>"u8);
        }

        xml.Raw("</cols><sheetData>"u8);
        foreach (var row in _grid.Rows)
        {
            xml.Raw("<row").Attribute("r", row.Key);
            if (_grid.Heights.TryGetValue(row.Key, out var height))
            {
                xml.Attribute("ht", height.ToString("0.#", CultureInfo.InvariantCulture)).Attribute("customHeight", 1);
            }

            xml.Raw(">"u8);
            foreach (var (column, text, style) in row)
            {
                xml.Raw("<c").Attribute("r", new CellAddress(row.Key, column).ToString()).Attribute("s", styles.Add(style));
                xml.Raw(text.Length == 0 ? "/>"u8 : " t=\"s\"><v>"u8);
                if (text.Length > 0)
                {
                    xml.Number(strings.Add(text)).Raw("</v></c>"u8);
                }
            }

            xml.Raw("</row>"u8);
        }

        xml.Raw("</sheetData>"u8);
        WriteTail(xml);
    });

    private void WriteTail(Utf8Xml xml)
    {
        xml.Raw("<mergeCells").Attribute("count", _grid.Merges.Count).Raw(">"u8);
        _grid.Merges.ForEach(range => xml.Raw("<mergeCell").Attribute("ref", range.ToString()).Raw("/>"u8));
        xml.Raw("</mergeCells>"u8);
        if (_grid.Validations.Count > 0)
        {
            xml.Raw("<dataValidations").Attribute("count", _grid.Validations.Count).Raw(">"u8);
            foreach (var (rule, cell) in _grid.Validations)
            {
                xml.Raw(rule.Replace("{cell}", cell.ToString(), StringComparison.Ordinal));
            }

            xml.Raw("</dataValidations>"u8);
        }

        xml.Raw("<printOptions horizontalCentered=\"1\"/><pageMargins"u8);
        foreach (var (side, index) in ((string, int)[])[("left", 3), ("right", 1), ("top", 0), ("bottom", 2)])
        {
            xml.Attribute(side, (_layout.Margins[index] / 25.4).ToString("0.##", CultureInfo.InvariantCulture));
        }

        xml.Raw(" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\""u8).Attribute("orientation", _layout.Landscape ? "landscape" : "portrait")
            .Raw("/><headerFooter><oddFooter>"u8).Text("&L{{ code == null || code == \"\" ? \"\" : \"内容码 \" + code }}&R第 &P 页 共 &N 页")
            .Raw("</oddFooter></headerFooter><tableParts count=\"1\"><tablePart r:id=\"rIdTable\"/></tableParts></worksheet>"u8);
    }
}
