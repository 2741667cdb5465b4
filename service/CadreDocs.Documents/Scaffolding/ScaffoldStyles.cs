using System.Xml.Linq;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>The styles of a scaffolded document. Line heights are exact, so that pages break alike whichever font stands in for a missing one.</summary>
internal static class ScaffoldStyles
{
    internal static XDocument Write(DocumentLayout layout, ScaffoldText text)
    {
        var size = layout.FontSize;
        return new XDocument(
            new XDeclaration("1.0", "UTF-8", "yes"),
            Element(
                "styles",
                new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
                Element(
                    "docDefaults",
                    Element("rPrDefault", text.DefaultProperties()),
                    Element("pPrDefault")),
                Paragraph("Normal", "Normal", null, Element("widowControl", Value("0")), isDefault: true),
                Paragraph("CadreSheet", "CadreDocs Sheet", 16, After(2)),
                Paragraph("CadreTitle", "CadreDocs Title", layout.TitleSize * 1.5, After(layout.OneLineHeading ? 4 : 6), jc: "center", keepNext: true),
                Paragraph("CadreLine", "CadreDocs Line", size * 1.45),
                Paragraph("CadreLabel", "CadreDocs Label", size * 1.3, jc: "center", tight: true),
                Paragraph("CadreHead", "CadreDocs Head", size * 1.6, Element("spacing", new XAttribute(W + "before", 40)), jc: "left"),
                Paragraph("CadreValue", "CadreDocs Value", size * 1.3, jc: "center", tight: true),
                Paragraph(
                    "CadreText", "CadreDocs Text", size * 1.75,
                    Element("ind", new XAttribute(W + "firstLineChars", 200), new XAttribute(W + "firstLine", Math.Round(size * 40))), jc: "both"),
                Paragraph("CadreInk", "CadreDocs Ink", size * 2, Element("ind", new XAttribute(W + "left", DocumentScaffolder.TextWidth(layout) * 5 / 8)), jc: "left"),
                Paragraph("CadreEnd", "CadreDocs End", 1),
                Paragraph("CadreFoot", "CadreDocs Foot", 12),
                Element(
                    "style", new XAttribute(W + "type", "character"), new XAttribute(W + "styleId", "PlaceholderText"),
                    Element("name", Value("Placeholder Text")),
                    Element("uiPriority", Value(99)),
                    Element("semiHidden"),
                    Element("rPr", Element("color", Value("808080"))))));
    }

    private static XElement After(double points) => Element("spacing", new XAttribute(W + "after", Math.Round(points * 20)));

    private static XElement Paragraph(
        string id, string name, double? line, XElement? extra = null, string? jc = null, bool keepNext = false, bool isDefault = false,
        bool tight = false)
    {
        // Narrow cells: the quarter blank between 2024 and 年 would break dates.

        var spacing = extra?.Name == W + "spacing" ? extra : null;
        if (line is { } height)
        {
            spacing ??= Element("spacing");
            spacing.Add(new XAttribute(W + "line", Math.Round(height * 20)), new XAttribute(W + "lineRule", "exact"));
        }

        return Element(
            "style",
            new XAttribute(W + "type", "paragraph"),
            isDefault ? new XAttribute(W + "default", 1) : null,
            isDefault ? null : new XAttribute(W + "customStyle", 1),
            new XAttribute(W + "styleId", id),
            Element("name", Value(name)),
            isDefault ? null : Element("basedOn", Value("Normal")),
            Element("qFormat"),
            Element(
                "pPr",
                keepNext ? Element("keepNext") : null,
                extra?.Name == W + "widowControl" ? extra : null,
                tight ? new[] { Element("autoSpaceDE", Value("0")), Element("autoSpaceDN", Value("0")) } : null,
                Element("snapToGrid", Value("0")),
                spacing,
                extra?.Name == W + "ind" ? extra : null,
                jc is null ? null : Element("jc", Value(jc))));
    }
}
