using System.Buffers;
using System.Globalization;

namespace CadreDocs.Documents.Excel;

/// <summary>Collects the cell formats of a workbook and writes xl/styles.xml.</summary>
internal sealed class StyleSheet
{
    private readonly CellStyle _default;
    private readonly List<CellStyle> _styles = [];
    private readonly List<string> _highlights = [];

    /// <param name="normal">The style of cells that have none; its font decides the unit of column widths.</param>
    public StyleSheet(CellStyle normal)
    {
        _default = normal;
        _styles.Add(normal);
    }

    /// <summary>The index of a style, for <c>s</c> of a cell.</summary>
    public int Add(CellStyle style)
    {
        var index = _styles.IndexOf(style);
        if (index < 0)
        {
            index = _styles.Count;
            _styles.Add(style);
        }

        return index;
    }

    /// <summary>The index of a background for conditional formats, for <c>dxfId</c>.</summary>
    public int AddHighlight(string fill)
    {
        var index = _highlights.IndexOf(fill);
        if (index < 0)
        {
            index = _highlights.Count;
            _highlights.Add(fill);
        }

        return index;
    }

    public void Write(IBufferWriter<byte> output)
    {
        var formats = _styles.Select(style => style.Format).OfType<string>().Where(format => Builtin(format) is null).Distinct().ToList();
        var fonts = Distinct(style => new CellStyle { Font = style.Font, Size = style.Size, Bold = style.Bold, Underline = style.Underline, Color = style.Color });
        var fills = _styles.Select(style => style.Fill).OfType<string>().Distinct().ToList();
        var borders = _styles.Select(style => style.Border).Prepend(CellBorders.None).Distinct().ToList();
        var xml = new Utf8Xml(output);
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        if (formats.Count > 0)
        {
            xml.Raw("<numFmts").Attribute("count", formats.Count).Raw(">"u8);
            for (var i = 0; i < formats.Count; i++)
            {
                xml.Raw("<numFmt").Attribute("numFmtId", 164 + i).Attribute("formatCode", formats[i]).Raw("/>"u8);
            }

            xml.Raw("</numFmts>"u8);
        }

        xml.Raw("<fonts").Attribute("count", fonts.Count).Raw(">"u8);
        fonts.ForEach(font => WriteFont(xml, font));

        // The first two fills are reserved for none and gray125.
        xml.Raw("</fonts><fills").Attribute("count", fills.Count + 2)
            .Raw("><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"u8);
        fills.ForEach(fill => xml.Raw("<fill><patternFill patternType=\"solid\"><fgColor").Attribute("rgb", "FF" + fill).Raw("/><bgColor indexed=\"64\"/></patternFill></fill>"u8));
        xml.Raw("</fills><borders").Attribute("count", borders.Count).Raw(">"u8);
        borders.ForEach(border => WriteBorder(xml, border));
        xml.Raw("</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs"u8)
            .Attribute("count", _styles.Count).Raw(">"u8);
        foreach (var style in _styles)
        {
            WriteFormat(
                xml,
                style,
                style.Format is null ? 0 : Builtin(style.Format) ?? 164 + formats.IndexOf(style.Format),
                fonts.IndexOf(new CellStyle { Font = style.Font, Size = style.Size, Bold = style.Bold, Underline = style.Underline, Color = style.Color }),
                style.Fill is null ? 0 : 2 + fills.IndexOf(style.Fill),
                borders.IndexOf(style.Border));
        }

        xml.Raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"常规\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs"u8).Attribute("count", _highlights.Count).Raw(">"u8);
        _highlights.ForEach(fill => xml.Raw("<dxf><fill><patternFill patternType=\"solid\"><fgColor").Attribute("rgb", "FF" + fill).Raw("/><bgColor").Attribute("rgb", "FF" + fill).Raw("/></patternFill></fill></dxf>"u8));
        xml.Raw("</dxfs></styleSheet>"u8);
    }

    private List<CellStyle> Distinct(Func<CellStyle, CellStyle> part) => _styles.Prepend(_default).Select(part).Distinct().ToList();

    private static int? Builtin(string format) => format switch { "0" => 1, "@" => 49, _ => null };

    private static void WriteFont(Utf8Xml xml, CellStyle font)
    {
        xml.Raw("<font>"u8);
        xml.Raw(font.Bold ? "<b/>"u8 : default);
        xml.Raw(font.Underline ? "<u/>"u8 : default);
        xml.Raw("<sz").Attribute("val", font.Size.ToString(CultureInfo.InvariantCulture)).Raw("/>"u8);
        if (font.Color is not null)
        {
            xml.Raw("<color").Attribute("rgb", "FF" + font.Color).Raw("/>"u8);
        }

        // 134 is the GB2312 character set: old Office and WPS choose the face by it.
        xml.Raw("<name").Attribute("val", font.Font).Raw("/><charset val=\"134\"/></font>"u8);
    }

    private static void WriteBorder(Utf8Xml xml, CellBorders border)
    {
        xml.Raw("<border>"u8);
        foreach (var (side, name) in ((CellBorders, string)[])[(CellBorders.Left, "left"), (CellBorders.Right, "right"), (CellBorders.Top, "top"), (CellBorders.Bottom, "bottom")])
        {
            xml.Raw("<"u8).Raw(name).Raw(border.HasFlag(side) ? " style=\"thin\"><color indexed=\"64\"/></" : "/>");
            xml.Raw(border.HasFlag(side) ? name + ">" : "");
        }

        xml.Raw("<diagonal/></border>"u8);
    }

    private static void WriteFormat(Utf8Xml xml, CellStyle style, int format, int font, int fill, int border)
    {
        xml.Raw("<xf").Attribute("numFmtId", format).Attribute("fontId", font).Attribute("fillId", fill).Attribute("borderId", border)
            .Raw(" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><alignment"u8);
        if (style.Horizontal is not null)
        {
            xml.Attribute("horizontal", style.Horizontal);
        }

        xml.Attribute("vertical", style.Vertical);
        if (style.Wrap)
        {
            xml.Attribute("wrapText", 1);
        }

        xml.Raw("/><protection").Attribute("locked", style.Locked ? 1 : 0).Raw("/></xf>"u8);
    }
}
