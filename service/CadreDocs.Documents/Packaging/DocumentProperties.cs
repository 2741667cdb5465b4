using System.Buffers;
using System.Text;
using System.Xml.Linq;

namespace CadreDocs.Documents.Packaging;

/// <summary>The custom document properties (docProps/custom.xml).</summary>
internal static class DocumentProperties
{
    public const string DefaultPart = "docProps/custom.xml";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    public const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>Name and text of each custom property; none where the package has no such part.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(PackageReader package)
    {
        var part = Find(package);
        return part is null ? [] : Read(SafeXml.Load(part));
    }

    /// <summary>The part that holds the properties, or null.</summary>
    public static PackageEntry? Find(PackageReader package)
    {
        var relationship = Opc.Relationships(package, "").FirstOrDefault(item => item.Is("custom-properties") && !item.External);
        return relationship is null ? null : package.Find(relationship.Target);
    }

    /// <summary>Writes the whole part; all values as text.</summary>
    public static void Write(IBufferWriter<byte> output, IEnumerable<KeyValuePair<string, string>> properties)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"u8);

        // Ids below 2 are reserved.
        var id = 2;
        foreach (var (name, value) in properties)
        {
            output.Write(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<property fmtid=\"{FormatId}\" pid=\"{id++}\" name=\"")));
            XmlText.WriteAttribute(output, name);
            output.Write("\"><vt:lpwstr>"u8);
            XmlText.Write(output, value);
            output.Write("</vt:lpwstr></property>"u8);
        }

        output.Write("</Properties>"u8);
    }

    private static List<KeyValuePair<string, string>> Read(XDocument xml)
    {
        var properties = new List<KeyValuePair<string, string>>();
        foreach (var element in xml.Root?.Elements() ?? [])
        {
            if ((string?)element.Attribute("name") is { Length: > 0 } name)
            {
                properties.Add(new(name, element.Value));
            }
        }

        return properties;
    }
}
