using System.Globalization;
using System.Xml.Linq;
using CadreDocs.Documents.Packaging;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>
/// The styles of one paper, brought into the binder under names of their own. A document's defaults become a style that its other
/// styles stand on, since a bound document has only one set of defaults.
/// </summary>
internal sealed class StyleImport
{
    private readonly string _prefix;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly string? _defaultTable;

    private StyleImport(string prefix, XElement? root, Func<XElement, XElement> renumber, BoundPackage target)
    {
        _prefix = prefix;
        DefaultParagraph = prefix + "Defaults";
        var defaults = Element(
            "style",
            new XAttribute(W + "type", "paragraph"),
            new XAttribute(W + "customStyle", 1),
            new XAttribute(W + "styleId", DefaultParagraph),
            Element("name", Value(DefaultParagraph)));
        var docDefaults = root?.Element(W + "docDefaults");
        defaults.Add(Copy(docDefaults?.Element(W + "pPrDefault")?.Element(W + "pPr")), Copy(docDefaults?.Element(W + "rPrDefault")?.Element(W + "rPr")));
        target.Styles.Add(defaults);

        var styles = root?.Elements(W + "style").Where(style => (string?)style.Attribute(W + "styleId") is { Length: > 0 }).ToList() ?? [];
        _ids.UnionWith(styles.Select(style => (string)style.Attribute(W + "styleId")!));
        foreach (var style in styles)
        {
            var id = (string)style.Attribute(W + "styleId")!;
            var kind = (string?)style.Attribute(W + "type");
            if (IsDefault(style) && kind == "paragraph")
            {
                DefaultParagraph = prefix + id;
            }
            else if (IsDefault(style) && kind == "table")
            {
                _defaultTable = prefix + id;
            }

            target.Styles.Add(renumber(Rename(style, id, kind)));
        }
    }

    /// <summary>Style of paragraphs that name none.</summary>
    internal string DefaultParagraph { get; }

    /// <summary>Imports the styles of a paper; <paramref name="renumber"/> brings numbering ids in a style to the binder's.</summary>
    internal static StyleImport Read(PackageReader package, string main, int paper, Func<XElement, XElement> renumber, BoundPackage target)
    {
        var part = Opc.Relationships(package, main).FirstOrDefault(relationship => relationship.Is("styles") && !relationship.External);
        var root = part is not null && package.Find(part.Target) is { } entry ? SafeXml.Load(entry).Root : null;
        return new StyleImport(string.Create(CultureInfo.InvariantCulture, $"p{paper}"), root, renumber, target);
    }

    /// <summary>Points every paragraph, run and table below an element at the imported styles.</summary>
    internal void Apply(XElement content)
    {
        foreach (var reference in content.Descendants().Where(element => element.Name == W + "rStyle" || element.Name == W + "pStyle" || element.Name == W + "tblStyle").ToList())
        {
            var id = (string?)reference.Attribute(W + "val") ?? "";
            if (_ids.Contains(id))
            {
                reference.SetAttributeValue(W + "val", _prefix + id);
            }
            else
            {
                reference.Remove();
            }
        }

        foreach (var paragraph in content.DescendantsAndSelf(W + "p"))
        {
            var properties = paragraph.Element(W + "pPr");
            if (properties is null)
            {
                paragraph.AddFirst(properties = Element("pPr"));
            }

            if (properties.Element(W + "pStyle") is null)
            {
                properties.AddFirst(Element("pStyle", Value(DefaultParagraph)));
            }
        }

        if (_defaultTable is not null)
        {
            foreach (var properties in content.Descendants(W + "tblPr").Where(properties => properties.Element(W + "tblStyle") is null))
            {
                properties.AddFirst(Element("tblStyle", Value(_defaultTable)));
            }
        }
    }

    private XElement Rename(XElement style, string id, string? kind)
    {
        var copy = new XElement(style);
        copy.SetAttributeValue(W + "styleId", _prefix + id);
        copy.SetAttributeValue(W + "default", null);
        copy.SetAttributeValue(W + "customStyle", 1);

        // Word joins styles of one name, whatever their ids.
        copy.Element(W + "name")?.SetAttributeValue(W + "val", $"{(string?)copy.Element(W + "name")?.Attribute(W + "val")} {_prefix}");
        copy.Element(W + "aliases")?.Remove();
        foreach (var reference in copy.Elements().Where(element => element.Name == W + "basedOn" || element.Name == W + "next" || element.Name == W + "link").ToList())
        {
            var other = (string?)reference.Attribute(W + "val") ?? "";
            if (_ids.Contains(other))
            {
                reference.SetAttributeValue(W + "val", _prefix + other);
            }
            else
            {
                reference.Remove();
            }
        }

        if (kind == "paragraph" && copy.Element(W + "basedOn") is null)
        {
            copy.Element(W + "name")?.AddAfterSelf(Element("basedOn", Value(_prefix + "Defaults")));
        }

        return copy;
    }

    private static bool IsDefault(XElement style) => (string?)style.Attribute(W + "default") is "1" or "true" or "on";

    private static XElement? Copy(XElement? element) => element is null ? null : new XElement(element);
}
