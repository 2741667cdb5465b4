using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Makes the first <c>document.docx</c> of a form: A4, the regulation's words, a frame of single lines, a content control in each fillable cell.</summary>
public static class DocumentScaffolder
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    /// <summary>Words above the frame of a sheet that the regulation does not prescribe.</summary>
    public const string SampleMark = "参考样式（非官方）";

    /// <summary>Makes the document. Equal input gives equal bytes.</summary>
    /// <param name="form">The form.</param>
    /// <param name="layout">Its layout; null for a plain one: two columns for single fields, one row for each section.</param>
    /// <param name="fonts">Names of the faces; null for the defaults.</param>
    /// <returns>The bytes of a .docx.</returns>
    /// <exception cref="FormatException">The layout names a field that the form does not have, or the form is upload only.</exception>
    public static byte[] Scaffold(FormDefinition form, DocumentLayout? layout, DocumentFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.UploadOnly)
        {
            throw new FormatException($"The form '{form.Id}' is upload only: it has no document.");
        }

        fonts ??= new DocumentFonts();
        layout ??= PlainLayout.Of(form);
        var text = new ScaffoldText(form, fonts, layout.FontSize);
        var body = Element("body");
        body.Add(Heading(form, layout, fonts, text));
        body.Add(layout.Before.Select(line => Line(line, layout, fonts, text)));
        if (layout.Rows.Count > 0)
        {
            body.Add(ScaffoldTable.Write(layout, fonts, text, TextWidth(layout)));
        }

        body.Add(layout.After.Select((line, index) => Line(line, layout, fonts, text, before: index == 0 ? 4 : 0)));
        if (layout.After.Count == 0)
        {
            // Word asks for a paragraph after a table; one of no height keeps a full frame on its page.
            body.Add(Element(
                "p",
                Element("pPr", Element("spacing", new XAttribute(W + "line", 20), new XAttribute(W + "lineRule", "exact")), Element("rPr", Element("sz", Value(2))))));
        }

        body.Add(Section(layout));
        return ScaffoldPackage.Write(form, layout, fonts, text, body);
    }

    /// <summary>Width between the margins, in twips.</summary>
    internal static int TextWidth(DocumentLayout layout) =>
        (layout.Landscape ? 16838 : 11906) - Twips(layout.Margins[1]) - Twips(layout.Margins[3]);

    internal static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsPerMillimetre);

    private static IEnumerable<XElement> Heading(FormDefinition form, DocumentLayout layout, DocumentFonts fonts, ScaffoldText text)
    {
        // Sheet number, continuation and copy stand outside the frame; on a single sheet only the number is printed.
        const string continuation = "{{ if sheet.count > 1 }}第 {{ sheet.number }} 页 共 {{ sheet.count }} 页{{ end }}";
        var copy = form.Id == "credit-declaration" ? "{{ copy ?? \"\" }} " : "";
        var mark = form.Sheet ?? (form.Official ? "" : SampleMark);
        var width = TextWidth(layout);
        if (layout.OneLineHeading)
        {
            yield return Element(
                "p",
                Element("pPr", Element("pStyle", Value("CadreTitle")), TabStops((width / 2, "center"), (width, "right")), Element("jc", Value("left"))),
                text.Runs(mark + "\t", fonts.Heading, 12),
                text.Runs(form.PrintedTitle, fonts.Title, layout.TitleSize),
                text.Runs("\t" + copy + continuation, fonts.Body, 10.5));
            yield break;
        }

        yield return Element(
            "p",
            Element("pPr", Element("pStyle", Value("CadreSheet")), TabStops((width, "right"))),
            text.Runs(mark, fonts.Heading, 12),
            text.Runs("\t" + copy + continuation, fonts.Body, 10.5));
        yield return Element("p", Element("pPr", Element("pStyle", Value("CadreTitle"))), text.Runs(form.PrintedTitle, fonts.Title, layout.TitleSize));
    }

    private static XElement Line(LayoutLine line, DocumentLayout layout, DocumentFonts fonts, ScaffoldText text, double before = 0)
    {
        var width = TextWidth(layout);
        var stops = (line.Tabs ?? []).Select(tab => tab < 0 ? (width + Twips(tab), "right") : (Twips(tab), "left")).ToArray();
        return Element(
            "p",
            Element(
                "pPr",
                Element("pStyle", Value("CadreLine")),
                stops.Length > 0 ? TabStops(stops) : null,
                Element(
                    "spacing",
                    before > 0 ? new XAttribute(W + "before", Math.Round(before * 20)) : null,
                    new XAttribute(W + "after", Math.Round(line.Space * 20))),
                // What does not fit goes on below its own label.
                stops.LastOrDefault() is ( > 0 and var last, "left") ? Element("ind", new XAttribute(W + "left", last), new XAttribute(W + "hanging", last)) : null,
                line.Align == "left" ? null : Element("jc", Value(line.Align))),
            text.TextAndControls(line.Text, fonts.Body, line.Size ?? layout.FontSize));
    }

    private static XElement TabStops(params (int Position, string Kind)[] stops) => Element(
        "tabs",
        stops.Select(stop => Element("tab", Value(stop.Kind), new XAttribute(W + "pos", stop.Position))));

    private static XElement Section(DocumentLayout layout)
    {
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Element(
            "sectPr",
            Reference("header", "default", "rId4"),
            Reference("header", "first", "rId5"),
            Reference("footer", "default", "rId6"),
            Reference("footer", "first", "rId7"),
            Element(
                "pgSz",
                new XAttribute(W + "w", layout.Landscape ? 16838 : 11906),
                new XAttribute(W + "h", layout.Landscape ? 11906 : 16838),
                layout.Landscape ? new XAttribute(W + "orient", "landscape") : null),
            Element(
                "pgMar",
                new XAttribute(W + "top", Twips(layout.Margins[0])),
                new XAttribute(W + "right", Twips(layout.Margins[1])),
                new XAttribute(W + "bottom", Twips(layout.Margins[2])),
                new XAttribute(W + "left", Twips(layout.Margins[3])),
                new XAttribute(W + "header", Twips(8)),
                new XAttribute(W + "footer", Twips(8)),
                new XAttribute(W + "gutter", 0)),
            Element("titlePg"));

        XElement Reference(string kind, string type, string id) =>
            Element(kind + "Reference", new XAttribute(W + "type", type), new XAttribute(r + "id", id));
    }
}
