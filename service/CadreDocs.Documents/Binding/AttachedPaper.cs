using System.Buffers;
using System.Xml.Linq;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Scaffolding;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>
/// Makes a paper of a binder from any file that lies beside the sheets: a Word document is bound as it is, a picture fills a page, and for all else
/// (PDF, workbooks) a sheet says which file to insert there. Nothing is left out in silence.
/// </summary>
public static class AttachedPaper
{
    private const long EmuPerMillimetre = 36_000;

    private static readonly XNamespace _wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace _a = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace _pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>Makes the paper.</summary>
    /// <param name="title">Its line in the 目录.</param>
    /// <param name="fileName">The file's name with extension, which the inserted sheet names.</param>
    /// <param name="file">Its bytes; empty where they were too many to take in, so that the sheet stands for it.</param>
    /// <param name="fonts">Faces of what the binder itself prints.</param>
    public static BinderPaper Of(string title, string fileName, ReadOnlyMemory<byte> file, DocumentFonts fonts)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(fonts);
        var sheet = new BinderPaper(title, Sheet(title, fileName, fonts)) { Pages = 1 };
        if (fileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) && !file.IsEmpty)
        {
            return new BinderPaper(title, file) { Instead = sheet.Document };
        }

        return PictureSize.Read(file.Span) is { } size ? new BinderPaper(title, Picture(title, file, size, fonts)) { Pages = 1, Instead = sheet.Document } : sheet;
    }

    private static byte[] Sheet(string title, string fileName, DocumentFonts fonts) => Write(
        [
            Line("附　件", fonts.Title, 26, 4800, 600, fonts),
            Line(title, fonts.Heading, 16, 0, 400, fonts),
            Line($"请在此处插入：{fileName}", fonts.Body, 14, 0, 200, fonts),
            Line("插入的页不计入本册页码。", fonts.Body, 12, 0, 0, fonts),
        ],
        null);

    private static byte[] Picture(string title, ReadOnlyMemory<byte> file, PictureSize size, DocumentFonts fonts)
    {
        // What is left of A4 between the margins, below the caption.
        var scale = Math.Min(170.0 * EmuPerMillimetre / size.Width, 236.0 * EmuPerMillimetre / size.Height);
        var (width, height) = ((long)(size.Width * scale), (long)(size.Height * scale));
        var extent = new[] { new XAttribute("cx", width), new XAttribute("cy", height) };
        var picture = new XElement(
            _pic + "pic",
            new XElement(_pic + "nvPicPr", new XElement(_pic + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "scan")), new XElement(_pic + "cNvPicPr")),
            new XElement(
                _pic + "blipFill",
                new XElement(_a + "blip", new XAttribute(BoundPackage.R + "embed", "rId1")),
                new XElement(_a + "stretch", new XElement(_a + "fillRect"))),
            new XElement(
                _pic + "spPr",
                new XElement(_a + "xfrm", new XElement(_a + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(_a + "ext", extent)),
                new XElement(_a + "prstGeom", new XAttribute("prst", "rect"), new XElement(_a + "avLst"))));
        var inline = new XElement(
            _wp + "inline",
            new[] { "distT", "distB", "distL", "distR" }.Select(side => new XAttribute(side, 0)),
            new XElement(_wp + "extent", extent),
            new XElement(_wp + "docPr", new XAttribute("id", 1), new XAttribute("name", "scan"), new XAttribute("descr", title)),
            new XElement(_a + "graphic", new XElement(_a + "graphicData", new XAttribute("uri", _pic.NamespaceName), picture)));
        return Write(
            [
                Line($"附件：{title}", fonts.Body, 10.5, 0, 120, fonts),
                Element("p", Element("pPr", Element("jc", Value("center"))), Element("r", Element("drawing", inline))),
            ],
            file);
    }

    private static XElement Line(string text, string face, double points, int before, int after, DocumentFonts fonts) => Element(
        "p",
        Element("pPr", Element("spacing", new XAttribute(W + "before", before), new XAttribute(W + "after", after)), Element("jc", Value("center"))),
        Element(
            "r",
            Element(
                "rPr",
                Element(
                    "rFonts",
                    new XAttribute(W + "hint", "eastAsia"), new XAttribute(W + "ascii", fonts.Latin), new XAttribute(W + "eastAsia", face), new XAttribute(W + "hAnsi", fonts.Latin)),
                Element("sz", Value(Math.Round(points * 2))),
                Element("szCs", Value(Math.Round(points * 2)))),
            Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Clean(text).Text)));

    private static byte[] Write(IEnumerable<XElement> blocks, ReadOnlyMemory<byte>? picture)
    {
        var body = Element(
            "body",
            blocks,
            Element(
                "sectPr",
                Element("pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
                Element(
                    "pgMar", new XAttribute(W + "top", 1134), new XAttribute(W + "right", 1134), new XAttribute(W + "bottom", 1134), new XAttribute(W + "left", 1134),
                    new XAttribute(W + "header", 567), new XAttribute(W + "footer", 567), new XAttribute(W + "gutter", 0))));
        var document = Element("document", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", BoundPackage.R.NamespaceName), body);
        var isPng = picture is { } bytes && bytes.Span[0] == 0x89;
        var media = isPng ? "word/media/image1.png" : "word/media/image1.jpeg";
        var types = new XElement(
            Opc.ContentTypesNamespace + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"), Default("png", "image/png"), Default("jpeg", "image/jpeg"),
            new XElement(
                Opc.ContentTypesNamespace + "Override", new XAttribute("PartName", "/word/document.xml"), new XAttribute("ContentType", $"{BoundPackage.WordTypes}document.main+xml")));
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using var writer = new PackageWriter(buffer);
        writer.AddDeflated(Opc.ContentTypesPart, BoundPackage.Bytes(types));
        writer.AddDeflated(Opc.RootRelationshipsPart, BoundPackage.Bytes(BoundPackage.Relationships([("rId1", BoundPackage.OfficeRelationships + "officeDocument", "/word/document.xml", false)])));
        writer.AddDeflated("word/document.xml", BoundPackage.Bytes(document));
        if (picture is { } content)
        {
            writer.AddDeflated("word/_rels/document.xml.rels", BoundPackage.Bytes(BoundPackage.Relationships([("rId1", BoundPackage.OfficeRelationships + "image", "/" + media, false)])));
            writer.AddDeflated(media, content.Span);
        }

        writer.Finish();
        return buffer.WrittenSpan.ToArray();

        static XElement Default(string extension, string type) =>
            new(Opc.ContentTypesNamespace + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
    }
}
