using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Packaging;

/// <summary>
/// What a document says about itself: a custom XML part, and the same as custom properties for editors that drop such parts; and beside it which pane opens
/// with it. Compiled from a template once; then two small parts are written for each document and the rest is copied.
/// </summary>
internal sealed class IdentityParts
{
    /// <summary>Namespace of the custom XML part's root.</summary>
    public const string Namespace = "urn:cadredocs:document:1";

    private const string DefaultPart = "customXml/cadredocs.xml";
    private const string DefaultPropsPart = "customXml/cadredocsProps.xml";
    private const string PropsContentType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly string _xmlPart;
    private readonly string _propertiesPart;
    private readonly List<KeyValuePair<string, string>> _otherProperties;
    private readonly List<FixedPart> _fixed = [];
    private readonly List<FixedPart> _plain = [];
    private readonly List<FixedPart> _withPane = [];
    private readonly HashSet<string> _replaced = new(StringComparer.OrdinalIgnoreCase);

    private IdentityParts(string xmlPart, string propertiesPart, List<KeyValuePair<string, string>> otherProperties)
    {
        _xmlPart = xmlPart;
        _propertiesPart = propertiesPart;
        _otherProperties = otherProperties;
        _replaced.Add(xmlPart);
        _replaced.Add(propertiesPart);
    }

    /// <summary>True for a part of the template that <see cref="Write"/> writes anew, content types and relationships among them: do not copy it.</summary>
    public bool Replaces(string part) => _replaced.Contains(part);

    /// <summary>Prepares the parts for documents made from this template.</summary>
    public static IdentityParts Compile(PackageReader template)
    {
        var main = Opc.MainPart(template).Name;
        var xml = FindXmlPart(template)?.Name;
        var properties = DocumentProperties.Find(template)?.Name;
        var others = DocumentProperties.Read(template).Where(property => !property.Key.StartsWith("CadreDocs", StringComparison.Ordinal)).ToList();
        var parts = new IdentityParts(xml ?? DefaultPart, properties ?? DocumentProperties.DefaultPart, others);

        var types = SafeXml.Load(template.Get(Opc.ContentTypesPart));
        var root = SafeXml.Load(template.Get(Opc.RootRelationshipsPart));
        parts.Drop(TaskPaneParts.Find(template), types);
        TaskPaneParts.RemoveRelationships(root);
        if (properties is null)
        {
            AddOverride(types, parts._propertiesPart, DocumentProperties.ContentType);
            AddRelationship(root, DocumentProperties.RelationshipType, parts._propertiesPart);
        }

        if (xml is null)
        {
            AddOverride(types, DefaultPropsPart, PropsContentType);
            if (Opc.ContentType(template, DefaultPart).Length == 0)
            {
                AddDefault(types, "xml", "application/xml");
            }

            var relationships = template.Find(Opc.RelationshipsPartOf(main)) is { } entry
                ? SafeXml.Load(entry)
                : new XDocument(new XElement(Opc.RelationshipsNamespace + "Relationships"));
            AddRelationship(relationships, OfficeRelationships + "customXml", "/" + DefaultPart);
            parts.Fix(Opc.RelationshipsPartOf(main), relationships);

            var own = new XDocument(new XElement(Opc.RelationshipsNamespace + "Relationships"));
            AddRelationship(own, OfficeRelationships + "customXmlProps", "cadredocsProps.xml");
            parts.Fix(Opc.RelationshipsPartOf(DefaultPart), own);
            parts.Fix(DefaultPropsPart, ItemProperties());
        }

        parts.FixBeginning(Opc.Kind(template), types, root);
        return parts;
    }

    /// <summary>Writes all parts that <see cref="Replaces"/> names. Call it first: the content types should begin the package.</summary>
    /// <param name="writer">The package.</param>
    /// <param name="identity">What the document says about itself.</param>
    /// <param name="opensPane">True where our task pane shall open with the document.</param>
    public void Write(PackageWriter writer, DocumentIdentity identity, bool opensPane)
    {
        foreach (var part in opensPane ? _withPane : _plain)
        {
            part.Write(writer);
        }

        foreach (var part in _fixed)
        {
            part.Write(writer);
        }

        using var buffer = new PooledBuffer(1024);
        WriteXml(buffer, identity);
        writer.AddStored(_xmlPart, buffer.Written);
        buffer.Clear();
        DocumentProperties.Write(buffer, Properties(identity).Concat(_otherProperties));
        writer.AddDeflated(_propertiesPart, buffer.Written);
    }

    /// <summary>Reads what a document says about itself: the custom XML part, else the custom properties, else null.</summary>
    public static DocumentIdentity? Read(PackageReader package)
    {
        if (FindXmlPart(package) is { } part && SafeXml.Load(part).Root is { } root && (string?)root.Attribute("form") is { Length: > 0 } form)
        {
            return new DocumentIdentity(
                form,
                (string?)root.Attribute("scheme") ?? "",
                (string?)root.Attribute("record") ?? "",
                Number((string?)root.Attribute("version")),
                (string?)root.Attribute("code") ?? "");
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in DocumentProperties.Read(package))
        {
            properties.TryAdd(name, value);
        }

        return properties.GetValueOrDefault("CadreDocsForm") is { Length: > 0 } id
            ? new DocumentIdentity(
                id,
                properties.GetValueOrDefault("CadreDocsScheme", ""),
                properties.GetValueOrDefault("CadreDocsRecord", ""),
                Number(properties.GetValueOrDefault("CadreDocsVersion")),
                properties.GetValueOrDefault("CadreDocsCode", ""))
            : null;
    }

    /// <summary>The identity as custom properties.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Properties(DocumentIdentity identity) =>
    [
        new("CadreDocsForm", identity.FormId),
        new("CadreDocsScheme", identity.SchemeVersion),
        new("CadreDocsRecord", identity.RecordId),
        new("CadreDocsVersion", identity.RecordVersion.ToString(CultureInfo.InvariantCulture)),
        new("CadreDocsCode", identity.ContentCode),
    ];

    private static void WriteXml(PooledBuffer output, DocumentIdentity identity)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<document xmlns=\"urn:cadredocs:document:1\" form=\""u8);
        XmlText.WriteAttribute(output, identity.FormId);
        output.Write("\" scheme=\""u8);
        XmlText.WriteAttribute(output, identity.SchemeVersion);
        output.Write("\" record=\""u8);
        XmlText.WriteAttribute(output, identity.RecordId);
        output.Write("\" version=\""u8);
        XmlText.WriteAttribute(output, identity.RecordVersion.ToString(CultureInfo.InvariantCulture));
        output.Write("\" code=\""u8);
        XmlText.WriteAttribute(output, identity.ContentCode);
        output.Write("\"/>"u8);
    }

    // Editors rename the part (customXml/item1.xml), so it is known by its root's namespace.
    private static PackageEntry? FindXmlPart(PackageReader package) => package.Entries.FirstOrDefault(entry =>
        entry.Name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)
        && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && entry.Size is > 0 and < 64 * 1024
        && SafeXml.Read(entry.Inflate(), entry.Name, reader =>
            reader.MoveToContent() == XmlNodeType.Element && reader.NamespaceURI == Namespace && reader.LocalName == "document"));

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static XDocument ItemProperties()
    {
        XNamespace ds = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
        return new XDocument(new XElement(ds + "datastoreItem",
            new XAttribute(XNamespace.Xmlns + "ds", ds.NamespaceName),
            new XAttribute(ds + "itemID", "{6B1B8A0E-55C9-4C0B-9F0D-3C9E6A1D2F70}"),
            new XElement(ds + "schemaRefs", new XElement(ds + "schemaRef", new XAttribute(ds + "uri", Namespace)))));
    }

    private static void AddOverride(XDocument types, string part, string type) =>
        types.Root!.Add(new XElement(Opc.ContentTypesNamespace + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));

    private static void AddDefault(XDocument types, string extension, string type) =>
        types.Root!.AddFirst(new XElement(Opc.ContentTypesNamespace + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));

    private static void AddRelationship(XDocument relationships, string type, string target) =>
        relationships.Root!.Add(new XElement(Opc.RelationshipsNamespace + "Relationship",
            new XAttribute("Id", "rIdCadreDocs" + type[(type.LastIndexOf('/') + 1)..].Replace("-", "", StringComparison.Ordinal)),
            new XAttribute("Type", type),
            new XAttribute("Target", target)));

    private void Fix(string name, XDocument xml)
    {
        _fixed.Add(FixedPart.Of(name, xml));
        _replaced.Add(name);
    }

    // What begins the package differs by whether it names the pane's parts.
    private void FixBeginning(DocumentKind kind, XDocument types, XDocument root)
    {
        _replaced.UnionWith([Opc.ContentTypesPart, Opc.RootRelationshipsPart]);
        _plain.AddRange([FixedPart.Of(Opc.ContentTypesPart, types), FixedPart.Of(Opc.RootRelationshipsPart, root)]);

        AddOverride(types, TaskPaneParts.PanesPart(kind), TaskPaneParts.PanesContentType);
        AddOverride(types, TaskPaneParts.ExtensionPart(kind), TaskPaneParts.ExtensionContentType);
        AddRelationship(root, TaskPaneParts.RelationshipType, TaskPaneParts.PanesPart(kind));
        _withPane.AddRange([FixedPart.Of(Opc.ContentTypesPart, types), FixedPart.Of(Opc.RootRelationshipsPart, root), .. TaskPaneParts.For(kind)]);
        _replaced.UnionWith(TaskPaneParts.For(kind).Select(part => part.Name));
    }

    private void Drop(IReadOnlyList<string> names, XDocument types)
    {
        _replaced.UnionWith(names);
        types.Root!.Elements().Where(element => names.Contains(((string?)element.Attribute("PartName"))?.TrimStart('/'), StringComparer.OrdinalIgnoreCase)).Remove();
    }
}
