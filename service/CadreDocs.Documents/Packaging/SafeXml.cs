using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace CadreDocs.Documents.Packaging;

/// <summary>Reads the XML of strangers: no DTD, no resolver, bounded depth, attributes and nodes.</summary>
internal static class SafeXml
{
    /// <summary>Deepest nesting; Word's own documents stay below 60.</summary>
    public const int MaxDepth = 256;

    /// <summary>Most attributes of one element.</summary>
    public const int MaxAttributes = 256;

    /// <summary>Most elements of one part.</summary>
    public const int MaxElements = 4_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 128L * 1024 * 1024,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = true,
        CloseInput = true,
    };

    /// <summary>A forward reader. Insignificant white space, comments and processing instructions are left out. Call <see cref="Guard"/> at each element.</summary>
    public static XmlReader Create(ReadOnlyMemory<byte> xml) => XmlReader.Create(AsStream(xml), Settings);

    /// <summary>Checks the element under the reader against the limits.</summary>
    /// <exception cref="PackageException">Nested too deep or too many attributes.</exception>
    public static void Guard(XmlReader reader, string? part)
    {
        if (reader.Depth > MaxDepth || reader.AttributeCount > MaxAttributes)
        {
            throw new PackageException(PackageFaults.XmlLimits(part));
        }
    }

    /// <summary>Runs a pass over one part and turns what the parser finds into a fault of that part.</summary>
    /// <exception cref="PackageException">The XML is ill-formed, holds a DTD or breaks a limit.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> xml, string? part, Func<XmlReader, T> pass)
    {
        try
        {
            using var reader = Create(xml);
            return pass(reader);
        }
        catch (XmlException cause)
        {
            throw new PackageException(Explain(xml.Span, part, cause), cause);
        }
    }

    /// <summary>Loads a part as a tree.</summary>
    /// <exception cref="PackageException">The XML is ill-formed, holds a DTD or breaks a limit.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> xml, string? part) => Read(xml, part, reader => Build(reader, part));

    /// <summary>Loads a part of a package as a tree.</summary>
    public static XDocument Load(PackageEntry entry) => Load(entry.Inflate(), entry.Name);

    private static XDocument Build(XmlReader reader, string? part)
    {
        var document = new XDocument();
        XContainer parent = document;
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Guard(reader, part);
                    if (++elements > MaxElements)
                    {
                        throw new PackageException(PackageFaults.XmlLimits(part));
                    }

                    var empty = reader.IsEmptyElement;
                    var element = ReadElement(reader);
                    parent.Add(element);
                    parent = empty ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    // An element written as a pair of tags stays one.
                    if (parent is XElement { FirstNode: null } hollow)
                    {
                        hollow.Value = "";
                    }

                    parent = parent.Parent ?? (XContainer)document;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when parent is XElement:
                    parent.Add(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return document;
    }

    private static XElement ReadElement(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            var name = reader.Prefix.Length == 0 ? XName.Get(reader.LocalName) : XName.Get(reader.LocalName, reader.NamespaceURI);
            element.Add(new XAttribute(name, reader.Value));
        }

        return element;
    }

    private static Forms.Fault Explain(ReadOnlySpan<byte> xml, string? part, XmlException cause)
    {
        // The parser's own words for a DTD are not stable; the declaration is, in each encoding it may come in.
        var head = xml[..Math.Min(xml.Length, 64 * 1024)];
        if (head.IndexOf("<!DOCTYPE"u8) >= 0
            || head.IndexOf(System.Text.Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || head.IndexOf(System.Text.Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0)
        {
            return PackageFaults.Dtd(part);
        }

        return PackageFaults.Xml(part, cause.LineNumber, cause.LinePosition);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> xml) =>
        MemoryMarshal.TryGetArray(xml, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(xml.ToArray(), writable: false);
}
