using System.Buffers;
using System.IO.Compression;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Tests.Packaging;

/// <summary>Makes small packages, sound and hostile.</summary>
internal static class Zip
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static readonly (string, byte[])[] Minimal =
    [
        ("[Content_Types].xml", Bytes($"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='{WordType}'/></Types>")),
        ("_rels/.rels", Bytes("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>")),
        ("word/document.xml", Bytes("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body/></w:document>")),
    ];

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    /// <summary>Packs by the framework's own archive, so that the reader is not judged by our writer.</summary>
    public static byte[] Pack(params IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Write(Action<PackageWriter> fill)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new PackageWriter(output);
        fill(writer);
        writer.Finish();
        return output.WrittenSpan.ToArray();
    }

    public static string FaultOf(Action act) => Assert.Throws<PackageException>(act).Fault.Code;
}
