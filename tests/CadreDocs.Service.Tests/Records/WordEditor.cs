using System.IO.Compression;
using System.Xml.Linq;

namespace CadreDocs.Service.Tests.Records;

/// <summary>Types into a .docx as a stranger's editor would: text into content controls, everything else as it was.</summary>
internal static class WordEditor
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The document with these values typed in, by tag.</summary>
    public static byte[] Fill(byte[] document, params (string Tag, string Value)[] values) => Rewrite(document, "word/document.xml", body =>
    {
        foreach (var (tag, value) in values)
        {
            var control = body.Descendants(W + "sdt").First(sdt => (string?)sdt.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == tag);
            control.Element(W + "sdtPr")!.Element(W + "showingPlcHdr")?.Remove();
            var texts = control.Element(W + "sdtContent")!.Descendants(W + "t").ToList();
            texts[0].Value = value;
            texts.Skip(1).ToList().ForEach(text => text.Remove());
            control.Element(W + "sdtContent")!.Descendants(W + "rStyle").Remove();
        }
    });

    /// <summary>The document with values typed into one row of a table: the row that holds the n-th control (0-based) with the given tag.</summary>
    public static byte[] FillRow(byte[] document, string rowTag, int number, params (string Tag, string Value)[] values) => Rewrite(document, "word/document.xml", body =>
    {
        var row = body.Descendants(W + "sdt").Where(sdt => Tag(sdt) == rowTag).ElementAt(number).Ancestors(W + "tr").First();
        foreach (var (tag, value) in values)
        {
            var control = row.Descendants(W + "sdt").First(sdt => Tag(sdt) == tag);
            control.Element(W + "sdtPr")!.Element(W + "showingPlcHdr")?.Remove();
            var texts = control.Element(W + "sdtContent")!.Descendants(W + "t").ToList();
            if (texts.Count == 0)
            {
                control.Element(W + "sdtContent")!.Descendants(W + "r").First().Add(new XElement(W + "t", value));
                continue;
            }

            texts[0].Value = value;
            texts.Skip(1).ToList().ForEach(text => text.Remove());
            control.Element(W + "sdtContent")!.Descendants(W + "rStyle").Remove();
        }
    });

    /// <summary>All text of the document.</summary>
    public static string Text(byte[] document)
    {
        using var zip = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return string.Concat(XDocument.Load(part).Descendants(W + "t").Select(text => text.Value));
    }

    /// <summary>Text of the control with this tag.</summary>
    public static string Text(byte[] document, string tag)
    {
        using var zip = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Descendants(W + "sdt")
            .First(sdt => (string?)sdt.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == tag).Value;
    }

    /// <summary>The document without our custom XML part and properties: an old blank.</summary>
    public static byte[] Anonymous(byte[] document)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("customXml", StringComparison.Ordinal) || entry.FullName == "docProps/custom.xml").ToList())
            {
                entry.Delete();
            }
        }

        foreach (var name in new[] { "_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml" })
        {
            var rest = Rewrite(stream.ToArray(), name, root => root.Elements()
                .Where(element => element.Attributes().Any(value => value.Value.Contains("customXml", StringComparison.Ordinal) || value.Value.Contains("custom.xml", StringComparison.Ordinal)))
                .ToList().ForEach(element => element.Remove()));
            stream.SetLength(0);
            stream.Write(rest);
        }

        return stream.ToArray();
    }

    /// <summary>The document with this text put in front of a part's root, such as a DTD.</summary>
    public static byte[] WithPart(byte[] document, string name, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }

    private static string? Tag(XElement control) => (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val");

    private static byte[] Rewrite(byte[] document, string name, Action<XElement> change)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name);
            if (entry is null)
            {
                return document;
            }

            XDocument xml;
            using (var part = entry.Open())
            {
                xml = XDocument.Load(part, LoadOptions.PreserveWhitespace);
            }

            change(xml.Root!);
            entry.Delete();
            using var output = zip.CreateEntry(name).Open();
            xml.Save(output, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }
}
