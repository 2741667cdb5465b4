using System.Xml.Linq;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Packaging;

/// <summary>One relationship of a part.</summary>
/// <param name="Id">Its id, such as rId1.</param>
/// <param name="Type">Its type URI, transitional or strict.</param>
/// <param name="Target">The target's part name without a leading slash; for an external one the URI as written.</param>
/// <param name="External">True where it points out of the package.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool External)
{
    /// <summary>True where the type ends in this word: the transitional and the strict namespace differ only before it.</summary>
    public bool Is(string kind) => Type.EndsWith('/' + kind, StringComparison.Ordinal);
}

/// <summary>The package conventions of ECMA-376 Part 2: content types, relationships, the main part.</summary>
internal static class Opc
{
    public const string ContentTypesPart = "[Content_Types].xml";
    public const string RootRelationshipsPart = "_rels/.rels";
    public static readonly XNamespace ContentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Name of the part that holds the relationships of this part; an empty name means the package.</summary>
    public static string RelationshipsPartOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>The relationships of a part, or of the package where the name is empty; none where it has no relationships part.</summary>
    public static IReadOnlyList<Relationship> Relationships(PackageReader package, string part)
    {
        if (package.Find(RelationshipsPartOf(part)) is not { } entry)
        {
            return [];
        }

        var relationships = new List<Relationship>();
        foreach (var element in SafeXml.Load(entry).Root?.Elements() ?? [])
        {
            if (element.Name.LocalName != "Relationship" || (string?)element.Attribute("Target") is not { } target)
            {
                continue;
            }

            var external = string.Equals((string?)element.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            relationships.Add(new Relationship(
                (string?)element.Attribute("Id") ?? "",
                (string?)element.Attribute("Type") ?? "",
                external ? target : Resolve(part, target),
                external));
        }

        return relationships;
    }

    /// <summary>The main part: word/document.xml or xl/workbook.xml, whatever it is called.</summary>
    /// <exception cref="PackageException">There is none.</exception>
    public static PackageEntry MainPart(PackageReader package)
    {
        var main = Relationships(package, "").FirstOrDefault(relationship => relationship.Is("officeDocument") && !relationship.External);
        return main is null ? throw new PackageException(PackageFaults.NotOffice()) : package.Get(main.Target);
    }

    /// <summary>Whether the package is a Word document or an Excel workbook.</summary>
    /// <exception cref="PackageException">It is neither, or carries macros.</exception>
    public static DocumentKind Kind(PackageReader package)
    {
        var type = ContentType(package, MainPart(package).Name);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw new PackageException(PackageFaults.Macros());
        }

        return type switch
        {
            _ when type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) => DocumentKind.Word,
            _ when type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) => DocumentKind.Excel,
            _ => throw new PackageException(PackageFaults.NotOffice()),
        };
    }

    /// <summary>Content type of a part by override or extension; empty where none is declared.</summary>
    public static string ContentType(PackageReader package, string part)
    {
        var byExtension = "";
        foreach (var element in SafeXml.Load(package.Get(ContentTypesPart)).Root?.Elements() ?? [])
        {
            var type = (string?)element.Attribute("ContentType") ?? "";
            if (element.Name.LocalName == "Override"
                && string.Equals(((string?)element.Attribute("PartName"))?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }

            if (element.Name.LocalName == "Default"
                && (string?)element.Attribute("Extension") is { Length: > 0 } extension
                && part.EndsWith('.' + extension, StringComparison.OrdinalIgnoreCase))
            {
                byExtension = type;
            }
        }

        return byExtension;
    }

    /// <summary>Part name of a relationship's target, seen from its source; segments that climb out of the package end at its root.</summary>
    public static string Resolve(string source, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        if (path.StartsWith('/'))
        {
            return path.TrimStart('/');
        }

        var segments = new List<string>(source.Split('/')[..^1]);
        foreach (var segment in path.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment is not ("." or ""))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>All relationships that point out of the package, as faults: a template may have none but hyperlinks.</summary>
    public static IReadOnlyList<Fault> ExternalRelationships(PackageReader package)
    {
        var faults = new List<Fault>();
        foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var element in SafeXml.Load(entry).Root?.Elements() ?? [])
            {
                var external = string.Equals((string?)element.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                if (external && ((string?)element.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                {
                    faults.Add(new Fault("template-external",
                        $"模板引用了包外的文件“{(string?)element.Attribute("Target")}”，不能使用。请嵌入图片或删去该引用。",
                        $"The template refers to “{(string?)element.Attribute("Target")}” outside the file. Embed the picture or remove the reference.",
                        entry.Name));
                }
            }
        }

        return faults;
    }
}
