using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Binding;

/// <summary>The package that papers are bound into: its parts, relationships, styles and numbering grow as papers come in.</summary>
internal sealed class BoundPackage
{
    internal const string WordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    internal const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    internal static readonly XNamespace R = OfficeRelationships.TrimEnd('/');

    private readonly Dictionary<string, (byte[] Content, string Type)> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Id, string Type, string Target, bool External)> _relationships = [];
    private int _lastId;

    /// <summary>Styles of all papers; the binder's own first.</summary>
    internal List<XElement> Styles { get; } = [];

    /// <summary>Abstract numberings, then their instances, of all papers.</summary>
    internal List<XElement> AbstractNumberings { get; } = [];

    internal List<XElement> Numberings { get; } = [];

    /// <summary>Footnotes and endnotes of all papers by kind.</summary>
    internal Dictionary<string, List<XElement>> Notes { get; } = new(StringComparer.Ordinal) { ["footnote"] = [], ["endnote"] = [] };

    /// <summary>Namespace prefixes that the papers' roots declared: markup compatibility names them in attribute values.</summary>
    internal Dictionary<string, string> Prefixes { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Ignorable { get; } = new(StringComparer.Ordinal);

    /// <summary>A number no other element of the bound document has.</summary>
    internal int NextId() => ++_lastId;

    /// <summary>Adds a part once; the same name again is the same part.</summary>
    internal void AddPart(string name, byte[] content, string type) => _parts.TryAdd(name, (content, type));

    internal bool HasPart(string name) => _parts.ContainsKey(name);

    /// <summary>Adds a relationship of the main part and returns its id.</summary>
    internal string Relate(string type, string target, bool external = false)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rId{_relationships.Count + 1}");
        _relationships.Add((id, type, external ? target : "/" + target, external));
        return id;
    }

    /// <summary>Adds a header or footer and returns the id to refer to it by.</summary>
    internal string AddHeaderOrFooter(string kind, XElement content)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"word/{kind}{NextId()}.xml");
        AddPart(name, Bytes(content), $"{WordTypes}{kind}+xml");
        return Relate(OfficeRelationships + kind, name);
    }

    internal byte[] Write(XElement body, DocumentFonts fonts, bool updateFields)
    {
        var w = ScaffoldText.W;
        var document = new XElement(w + "document", new XAttribute(XNamespace.Xmlns + "w", w.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), body);
        foreach (var (prefix, name) in Prefixes.Where(pair => pair.Key is not ("w" or "r")))
        {
            document.Add(new XAttribute(XNamespace.Xmlns + prefix, name));
        }

        if (Ignorable.Count > 0)
        {
            XNamespace mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
            document.SetAttributeValue(XNamespace.Xmlns + "mc", mc.NamespaceName);
            document.SetAttributeValue(mc + "Ignorable", string.Join(' ', Ignorable.Where(Prefixes.ContainsKey)));
        }

        AddPart("word/document.xml", Bytes(document), $"{WordTypes}document.main+xml");
        Add("styles", ScaffoldText.Element("styles", ScaffoldText.Element("docDefaults", ScaffoldText.Element("rPrDefault"), ScaffoldText.Element("pPrDefault")), Styles));
        Add("settings", BinderFront.Settings(Notes, updateFields));
        Add("fontTable", ScaffoldPackage.FontTable(fonts).Root!);
        if (Numberings.Count > 0)
        {
            Add("numbering", ScaffoldText.Element("numbering", AbstractNumberings, Numberings));
        }

        foreach (var (kind, notes) in Notes.Where(pair => pair.Value.Count > 0))
        {
            Add(kind + "s", ScaffoldText.Element(kind + "s", BinderFront.Separators(kind), notes));
        }

        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new PackageWriter(buffer);
        writer.AddDeflated(Opc.ContentTypesPart, Bytes(ContentTypes()));
        writer.AddDeflated(Opc.RootRelationshipsPart, Bytes(Relationships([("rId1", OfficeRelationships + "officeDocument", "/word/document.xml", false)])));
        writer.AddDeflated("word/_rels/document.xml.rels", Bytes(Relationships(_relationships)));
        foreach (var (name, part) in _parts)
        {
            writer.AddDeflated(name, part.Content);
        }

        writer.Finish();
        return buffer.WrittenSpan.ToArray();

        void Add(string kind, XElement root)
        {
            AddPart($"word/{kind}.xml", Bytes(root), $"{WordTypes}{kind}+xml");
            Relate(OfficeRelationships + kind, $"word/{kind}.xml");
        }
    }

    internal static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(text, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    internal static XElement Relationships(IEnumerable<(string Id, string Type, string Target, bool External)> relationships) => new(
        Opc.RelationshipsNamespace + "Relationships",
        relationships.Select(relationship => new XElement(
            Opc.RelationshipsNamespace + "Relationship",
            new XAttribute("Id", relationship.Id),
            new XAttribute("Type", relationship.Type),
            new XAttribute("Target", relationship.Target),
            relationship.External ? new XAttribute("TargetMode", "External") : null)));

    private XElement ContentTypes() => new(
        Opc.ContentTypesNamespace + "Types",
        new XElement(
            Opc.ContentTypesNamespace + "Default",
            new XAttribute("Extension", "rels"),
            new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        _parts.Where(part => part.Value.Type.Length > 0).Select(part => new XElement(
            Opc.ContentTypesNamespace + "Override",
            new XAttribute("PartName", "/" + part.Key),
            new XAttribute("ContentType", part.Value.Type))));
}
