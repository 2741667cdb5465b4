using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Writes the frame of a sheet.</summary>
internal static class ScaffoldTable
{
    private static readonly string[] Borders = ["top", "left", "bottom", "right", "insideH", "insideV"];

    internal static XElement Write(DocumentLayout layout, DocumentFonts fonts, ScaffoldText text, int width)
    {
        var grid = Widths(layout.Columns, width);
        return Element(
            "tbl",
            Element(
                "tblPr",
                Element("tblW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa")),
                Element("jc", Value("center")),
                Element("tblBorders", Borders.Select(side => Element(side, Value("single"), new XAttribute(W + "sz", 4), new XAttribute(W + "space", 0), new XAttribute(W + "color", "000000")))),
                // A fixed grid: a long word grows the row, never the frame.
                Element("tblLayout", new XAttribute(W + "type", "fixed")),
                Element(
                    "tblCellMar",
                    Margin("top", layout.Landscape ? 10 : 30), Margin("left", layout.Landscape ? 57 : 85), Margin("bottom", layout.Landscape ? 10 : 30), Margin("right", layout.Landscape ? 57 : 85)),
                Element("tblLook", Value("0000"))),
            Element("tblGrid", grid.Select(column => Element("gridCol", new XAttribute(W + "w", column)))),
            layout.Rows.Select(row => Row(row, layout, fonts, text, grid)));
    }

    private static List<int> Widths(IReadOnlyList<double> columns, int width)
    {
        var total = columns.Sum();
        var grid = columns.Select(column => (int)(width * column / total)).ToList();
        grid[^1] += width - grid.Sum();
        return grid;
    }

    private static XElement Row(LayoutRow row, DocumentLayout layout, DocumentFonts fonts, ScaffoldText text, List<int> grid)
    {
        var isLong = row.Cells.Any(cell => cell.Field is { } tag && text.Find(tag).Type == FieldType.Paragraphs);
        var cells = new List<XElement>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            cells.Add(Cell(cell, row.Size ?? layout.FontSize, fonts, text, grid.Skip(column).Take(cell.Span).Sum()));
            column += cell.Span;
        }

        return Element(
            "tr",
            Element(
                "trPr",
                isLong ? null : Element("cantSplit"),
                row.Height is { } height ? Element("trHeight", Value(DocumentScaffolder.Twips(height)), new XAttribute(W + "hRule", "atLeast")) : null,
                row.Header ? Element("tblHeader") : null),
            cells);
    }

    private static XElement Cell(LayoutCell cell, double size, DocumentFonts fonts, ScaffoldText text, int width)
    {
        var field = cell.Field is { } tag ? text.Find(tag) : null;
        var isLong = field?.Type == FieldType.Paragraphs;
        var result = Element(
            "tc",
            Element(
                "tcPr",
                Element("tcW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa")),
                cell.Span > 1 ? Element("gridSpan", Value(cell.Span)) : null,
                cell.Continued ? Element("vMerge") : cell.Down > 1 ? Element("vMerge", Value("restart")) : null,
                Element("vAlign", Value(isLong ? "top" : "center"))));

        if (cell.Label is { } label)
        {
            var isGenerated = label.Contains("{{", StringComparison.Ordinal);
            var face = isGenerated ? fonts.Body : fonts.Heading;
            result.Add(label.Split('\n').Select(line => Element(
                "p",
                Element("pPr", Element("pStyle", Value(isLong ? "CadreHead" : "CadreLabel")), Align(cell.Align)),
                text.Runs(line, face, size))));
        }

        if (isLong)
        {
            result.Add(text.BlockControl(cell.Field!, size));
        }
        else if (field is not null)
        {
            result.Add(Element(
                "p",
                Element("pPr", Element("pStyle", Value("CadreValue")), Align(cell.Align)),
                text.RunControl(cell.Field!, size)));
        }

        foreach (var line in cell.Ink)
        {
            result.Add(Element("p", Element("pPr", Element("pStyle", Value("CadreInk"))), text.Runs(line, fonts.Body, size)));
        }

        // A cell ends with a paragraph; a control that ends one is followed by the row's next cell only after it.
        if (result.Elements().Last().Name != W + "p")
        {
            result.Add(Element("p", Element("pPr", Element("pStyle", Value("CadreEnd")))));
        }

        return result;
    }

    private static XElement Margin(string side, int twips) => Element(side, new XAttribute(W + "w", twips), new XAttribute(W + "type", "dxa"));

    private static XElement? Align(string? align) => align is null ? null : Element("jc", Value(align));
}
