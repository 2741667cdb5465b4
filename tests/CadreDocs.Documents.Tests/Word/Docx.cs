using System.IO.Compression;
using System.Text;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>Small Word packages made of raw XML, and looks into those that were made.</summary>
internal static class Docx
{
    public const string Namespaces =
        """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" """;

    private const string ContentTypes =
        """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>""";

    private const string RootRelationships =
        """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

    private const string DocumentRelationships =
        """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>""";

    /// <summary>A package with this body, a footer with the content code, and further parts that replace those of the same name.</summary>
    public static byte[] Make(string body, params (string Name, string Text)[] parts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = ContentTypes,
            ["_rels/.rels"] = RootRelationships,
            ["word/_rels/document.xml.rels"] = DocumentRelationships,
            ["word/document.xml"] = $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {Namespaces}><w:body>{body}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>""",
            ["word/footer1.xml"] = $$$"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {{{Namespaces}}}><w:p><w:r><w:t>内容码 {{ code }}</w:t></w:r></w:p></w:ftr>""",
        };
        foreach (var (name, text) in parts)
        {
            all[name] = text;
        }

        return Zip(all);
    }

    /// <summary>Zips parts.</summary>
    public static byte[] Zip(IReadOnlyDictionary<string, string> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The text of all XML parts by name.</summary>
    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    /// <summary>The same file with one part rewritten.</summary>
    public static byte[] Edit(byte[] file, string part, Func<string, string> edit)
    {
        var parts = Parts(file);
        parts[part] = edit(parts[part]);
        return Zip(parts);
    }

    /// <summary>The same file with its body's XML rewritten.</summary>
    public static byte[] EditBody(byte[] file, Func<string, string> edit) => Edit(file, "word/document.xml", edit);

    public static string Body(byte[] file) => Parts(file)["word/document.xml"];

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text) => $"""<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

    /// <summary>A run-level control that shows its prompt.</summary>
    public static string Run(string tag, string prompt = "请填写") =>
        $"""<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="77"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>""";

    /// <summary>A block-level control that shows its prompt.</summary>
    public static string Block(string tag, string prompt = "请填写") =>
        $"""<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="78"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:ind w:firstLine="480"/></w:pPr><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t>{prompt}</w:t></w:r></w:p></w:sdtContent></w:sdt>""";

    public static string Cell(string content) => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>{string.Concat(rows)}</w:tbl>";
}
