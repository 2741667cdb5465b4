using System.IO.Hashing;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CadreDocs.Documents.Packaging;

/// <summary>A part that is the same in every document: deflated once, copied often.</summary>
internal sealed record FixedPart(string Name, uint Crc, int Size, byte[] Deflated)
{
    public static FixedPart Of(string name, byte[] content) => new(name, Crc32.HashToUInt32(content), content.Length, PackageWriter.Deflate(content));

    public static FixedPart Of(string name, XDocument xml)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            xml.Save(writer);
        }

        return Of(name, stream.ToArray());
    }

    public void Write(PackageWriter writer) => writer.AddRaw(Name, 8, Crc, Size, Deflated);
}
