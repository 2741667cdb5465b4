using System.Globalization;
using System.Xml.Linq;
using CadreDocs.Documents.Scaffolding;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>What the binder brings itself: cover, 目录, its styles and settings.</summary>
internal static class BinderFront
{
    private const int TextWidth = 9638;

    internal static IEnumerable<XElement> Styles(DocumentFonts fonts)
    {
        yield return Element(
            "style",
            new XAttribute(W + "type", "paragraph"),
            new XAttribute(W + "default", 1),
            new XAttribute(W + "styleId", "BinderBase"),
            Element("name", Value("Normal")),
            Element("rPr", Face(fonts.Body, fonts), Element("sz", Value(24))));
        yield return Style("BinderTitle", fonts.Title, 52, "center", before: 3600, after: 1200);
        yield return Style("BinderCover", fonts.Body, 32, "center", before: 120, after: 120);
        yield return Style("BinderContents", fonts.Title, 36, "center", before: 0, after: 240);
        yield return Style("BinderHeading", fonts.Heading, 26, "left", before: 160, after: 60);
        yield return Style("BinderEntry", fonts.Body, 24, "left", before: 0, after: 40, line: 440);
        yield return Style("BinderFoot", fonts.Body, 18, "left", before: 0, after: 0);
        yield return Style("BinderEnd", fonts.Body, 2, "left", before: 0, after: 0, line: 20);

        XElement Style(string id, string face, int halfPoints, string align, int before, int after, int? line = null) => Element(
            "style",
            new XAttribute(W + "type", "paragraph"),
            new XAttribute(W + "customStyle", 1),
            new XAttribute(W + "styleId", id),
            Element("name", Value(id)),
            Element("basedOn", Value("BinderBase")),
            Element(
                "pPr",
                Element(
                    "spacing",
                    new XAttribute(W + "before", before),
                    new XAttribute(W + "after", after),
                    line is { } height ? new object[] { new XAttribute(W + "line", height), new XAttribute(W + "lineRule", "exact") } : null),
                Element("jc", Value(align))),
            Element("rPr", Face(face, fonts), Element("sz", Value(halfPoints)), Element("szCs", Value(halfPoints))));
    }

    internal static IEnumerable<XElement> Cover(BinderRequest request)
    {
        yield return Text("BinderTitle", request.Title);
        foreach (var line in request.CoverLines)
        {
            yield return Text("BinderCover", line);
        }
    }

    /// <summary>The 目录. <paramref name="place"/> gives bookmark and page, where known, of a paper by entry and paper; null for what is not bound.</summary>
    internal static IEnumerable<XElement> Contents(BinderRequest request, Func<int, int, (string Bookmark, int? Page)?> place)
    {
        yield return Text("BinderContents", "目　录");
        for (var i = 0; i < request.Entries.Count; i++)
        {
            var entry = request.Entries[i];
            if (entry.Heading is { } heading)
            {
                yield return Text("BinderHeading", heading);
            }

            switch (entry.Papers.Count)
            {
                case 0:
                    yield return Line(entry.Title, 0, "缺", null);
                    break;
                case 1:
                    yield return Line(entry.Title, 0, "另附", place(i, 0));
                    break;
                default:
                    yield return Text("BinderEntry", entry.Title);
                    for (var j = 0; j < entry.Papers.Count; j++)
                    {
                        yield return Line(entry.Papers[j].Title, 480, "另附", place(i, j));
                    }

                    break;
            }
        }
    }

    /// <summary>第 n 页 共 m 页, counted through the binder.</summary>
    internal static IEnumerable<XElement> PageNumber(DocumentFonts fonts) =>
        [Run("第 ", fonts), .. Field("PAGE", "1", fonts), Run(" 页 共 ", fonts), .. Field("NUMPAGES", "1", fonts), Run(" 页", fonts)];

    internal static XElement Settings(Dictionary<string, List<XElement>> notes, bool updateFields) => Element(
        "settings",
        Element("zoom", new XAttribute(W + "percent", 100)),
        Element("defaultTabStop", Value(420)),
        Element("characterSpacingControl", Value("compressPunctuation")),
        updateFields ? Element("updateFields", Value("true")) : null,
        notes["footnote"].Count == 0 ? null : Element("footnotePr", Element("footnote", new XAttribute(W + "id", -1)), Element("footnote", new XAttribute(W + "id", 0))),
        notes["endnote"].Count == 0 ? null : Element("endnotePr", Element("endnote", new XAttribute(W + "id", -1)), Element("endnote", new XAttribute(W + "id", 0))),
        Element(
            "compat",
            Element(
                "compatSetting",
                new XAttribute(W + "name", "compatibilityMode"),
                new XAttribute(W + "uri", "http://schemas.microsoft.com/office/word"),
                Value(15))));

    internal static IEnumerable<XElement> Separators(string kind) =>
    [
        Element(kind, new XAttribute(W + "type", "separator"), new XAttribute(W + "id", -1), Element("p", Element("r", Element("separator")))),
        Element(kind, new XAttribute(W + "type", "continuationSeparator"), new XAttribute(W + "id", 0), Element("p", Element("r", Element("continuationSeparator")))),
    ];

    internal static XElement Section(BinderRequest request, bool first)
    {
        var section = Element(
            "sectPr",
            Element("pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
            Element(
                "pgMar", new XAttribute(W + "top", 1134), new XAttribute(W + "right", 1134), new XAttribute(W + "bottom", 1134), new XAttribute(W + "left", 1134),
                new XAttribute(W + "header", 567), new XAttribute(W + "footer", 567), new XAttribute(W + "gutter", 0)));
        BinderSections.SetType(section, first || !request.Duplex ? "nextPage" : "oddPage");
        return section;
    }

    private static XElement Text(string style, string text) => Element(
        "p",
        Element("pPr", Element("pStyle", Value(style))),
        Element("r", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));

    private static XElement Line(string title, int indent, string without, (string Bookmark, int? Page)? place) => Element(
        "p",
        Element(
            "pPr",
            Element("pStyle", Value("BinderEntry")),
            Element("tabs", Element("tab", Value("right"), new XAttribute(W + "leader", "dot"), new XAttribute(W + "pos", TextWidth))),
            indent > 0 ? Element("ind", new XAttribute(W + "left", indent)) : null),
        Element("r", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), title)),
        Element("r", Element("tab")),
        place is { } target
            ? Field($"PAGEREF {target.Bookmark} \\h", target.Page?.ToString(CultureInfo.InvariantCulture) ?? "　", null)
            : [Element("r", Element("t", without))]);

    private static IEnumerable<XElement> Field(string instruction, string shown, DocumentFonts? fonts)
    {
        yield return Element("r", Small(fonts), Element("fldChar", new XAttribute(W + "fldCharType", "begin")));
        yield return Element("r", Small(fonts), Element("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), $" {instruction} "));
        yield return Element("r", Small(fonts), Element("fldChar", new XAttribute(W + "fldCharType", "separate")));
        yield return Element("r", Small(fonts), Element("t", shown));
        yield return Element("r", Small(fonts), Element("fldChar", new XAttribute(W + "fldCharType", "end")));
    }

    private static XElement Run(string text, DocumentFonts fonts) =>
        Element("r", Small(fonts), Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static XElement? Small(DocumentFonts? fonts) =>
        fonts is null ? null : Element("rPr", Face(fonts.Body, fonts), Element("sz", Value(18)), Element("szCs", Value(18)));

    private static XElement Face(string face, DocumentFonts fonts) => Element(
        "rFonts",
        new XAttribute(W + "hint", "eastAsia"),
        new XAttribute(W + "ascii", fonts.Latin),
        new XAttribute(W + "eastAsia", face),
        new XAttribute(W + "hAnsi", fonts.Latin));
}
