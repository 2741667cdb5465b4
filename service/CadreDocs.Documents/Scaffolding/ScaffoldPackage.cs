using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Packs a scaffolded document: main part, styles, settings, headers and footers.</summary>
internal static class ScaffoldPackage
{
    private const string WordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XNamespace _types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace _relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    internal static byte[] Write(FormDefinition form, DocumentLayout layout, DocumentFonts fonts, ScaffoldText text, XElement body)
    {
        var isText = form.Sections.Count == 0;
        var who = form.Portfolio == Portfolio.Personal ? "{{ cadre.name }}" : "{{ school.name }}";
        var width = DocumentScaffolder.TextWidth(layout);

        // Further pages of long text are numbered and tied to their form; sheets of rows carry their own heading.
        var header = Line(width, isText ? text.Runs($"{form.Sheet} {form.Title}（续页）　{who}".TrimStart(), fonts.Body, 9) : []);
        var footer = Line(
            width,
            CodeControl(fonts, text),
            isText ? text.Runs("\t第 ", fonts.Body, 9) : [],
            isText ? PageField("PAGE", fonts, text) : [],
            isText ? text.Runs(" 页 共 ", fonts.Body, 9) : [],
            isText ? PageField("NUMPAGES", fonts, text) : [],
            isText ? text.Runs(" 页", fonts.Body, 9) : []);

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml")));
            Add(zip, "word/document.xml", Part("document", body, relationships: true));
            Add(zip, "word/_rels/document.xml.rels", Relationships(
                ("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"), ("rId3", "fontTable", "fontTable.xml"),
                ("rId4", "header", "header1.xml"), ("rId5", "header", "header2.xml"), ("rId6", "footer", "footer1.xml"), ("rId7", "footer", "footer2.xml")));
            Add(zip, "word/styles.xml", ScaffoldStyles.Write(layout, text));
            Add(zip, "word/settings.xml", Settings());
            Add(zip, "word/fontTable.xml", FontTable(fonts));
            Add(zip, "word/header1.xml", Part("hdr", header));
            Add(zip, "word/header2.xml", Part("hdr", Line(width)));
            Add(zip, "word/footer1.xml", Part("ftr", footer));
            Add(zip, "word/footer2.xml", Part("ftr", Line(width, CodeControl(fonts, text))));
        }

        return stream.ToArray();
    }

    private static XElement Line(int width, params object[] content) => Element(
        "p",
        Element("pPr", Element("pStyle", Value("CadreFoot")), Element("tabs", Element("tab", Value("right"), new XAttribute(W + "pos", width)))),
        content);

    // Printed only where there is a code; the pane rewrites it when the document was saved.
    private static XElement CodeControl(DocumentFonts fonts, ScaffoldText text) => Element(
        "sdt",
        Element(
            "sdtPr",
            text.RunProperties(fonts.Body, 9),
            Element("alias", Value(ContentCodeControl.Label)),
            Element("tag", Value(ContentCodeControl.Tag)),
            Element("lock", Value("sdtLocked"))),
        Element("sdtContent", text.Runs(ContentCodeControl.Label, fonts.Body, 9)));

    private static IEnumerable<XElement> PageField(string name, DocumentFonts fonts, ScaffoldText text)
    {
        yield return Element("r", text.RunProperties(fonts.Body, 9), Element("fldChar", new XAttribute(W + "fldCharType", "begin")));
        yield return Element("r", text.RunProperties(fonts.Body, 9), Element("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), $" {name} "));
        yield return Element("r", text.RunProperties(fonts.Body, 9), Element("fldChar", new XAttribute(W + "fldCharType", "separate")));
        yield return Element("r", text.RunProperties(fonts.Body, 9), Element("t", "1"));
        yield return Element("r", text.RunProperties(fonts.Body, 9), Element("fldChar", new XAttribute(W + "fldCharType", "end")));
    }

    private static XDocument Part(string root, XElement content, bool relationships = false) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        Element(
            root,
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            relationships ? new XAttribute(XNamespace.Xmlns + "r", OfficeRelationships.TrimEnd('/')) : null,
            content));

    private static XDocument Settings() => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        Element(
            "settings",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            Element("zoom", new XAttribute(W + "percent", 100)),
            Element("defaultTabStop", Value(420)),
            Element("characterSpacingControl", Value("compressPunctuation")),
            Element(
                "compat",
                Element(
                    "compatSetting",
                    new XAttribute(W + "name", "compatibilityMode"),
                    new XAttribute(W + "uri", "http://schemas.microsoft.com/office/word"),
                    Value(15))),
            Element("themeFontLang", Value("en-US"), new XAttribute(W + "eastAsia", "zh-CN"))));

    internal static XDocument FontTable(DocumentFonts fonts) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        Element(
            "fonts",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new[] { fonts.Title, fonts.Heading, fonts.Body, fonts.Symbols }.Distinct(StringComparer.Ordinal).Select(name => Element(
                "font",
                new XAttribute(W + "name", name),
                Element("charset", Value("86")),
                Element("family", Value(name == fonts.Heading ? "modern" : "roman")),
                Element("pitch", Value("variable"))))));

    private static XDocument ContentTypes()
    {
        (string Part, string Type)[] parts =
        [
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"),
            ("header1", "header"), ("header2", "header"), ("footer1", "footer"), ("footer2", "footer"),
        ];
        return new XDocument(
            new XDeclaration("1.0", "UTF-8", "yes"),
            new XElement(
                _types + "Types",
                Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                Default("xml", "application/xml"),
                parts.Select(part => new XElement(
                    _types + "Override",
                    new XAttribute("PartName", $"/word/{part.Part}.xml"),
                    new XAttribute("ContentType", $"{WordTypes}{part.Type}+xml")))));

        static XElement Default(string extension, string type) =>
            new(_types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
    }

    private static XDocument Relationships(params (string Id, string Type, string Target)[] targets) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(
            _relationships + "Relationships",
            targets.Select(target => new XElement(
                _relationships + "Relationship",
                new XAttribute("Id", target.Id),
                new XAttribute("Type", OfficeRelationships + target.Type),
                new XAttribute("Target", target.Target)))));

    private static void Add(ZipArchive zip, string name, XDocument content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // The blank before "/>" stands in every cell of every row; XML text never holds these three characters.
        var xml = content.Declaration + content.ToString(SaveOptions.DisableFormatting).Replace(" />", "/>", StringComparison.Ordinal);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
