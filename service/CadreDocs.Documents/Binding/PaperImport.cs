using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>Brings one paper into the binder: its styles, numbering, notes, bookmarks, pictures, headers and footers keep to themselves.</summary>
internal sealed partial class PaperImport
{
    private static readonly XNamespace _w14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace _mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly PackageReader _package;
    private readonly BoundPackage _target;
    private readonly string _main;
    private readonly int _paper;
    private readonly StyleImport _styles;
    private readonly Dictionary<string, string> _numberings = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Id), string> _notes = [];
    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);

    private PaperImport(PackageReader package, int paper, BoundPackage target)
    {
        _package = package;
        _target = target;
        _paper = paper;
        if (Opc.Kind(package) != DocumentKind.Word)
        {
            throw new PackageException(new Fault("binder-not-word", "只有 Word 文档（.docx）可以装订。", "Only Word documents (.docx) can be bound."));
        }

        _main = Opc.MainPart(package).Name;
        ReadNumbering();
        _styles = StyleImport.Read(package, _main, paper, Renumber, target);
        ImportNumbering();
    }

    /// <summary>The paper's blocks and its last section, ready for the binder's body.</summary>
    /// <exception cref="PackageException">The paper is damaged, no Word document, or carries macros.</exception>
    internal static (List<XElement> Blocks, XElement Section) Import(ReadOnlyMemory<byte> document, string title, int paper, BoundPackage target, BinderSections sections)
    {
        var package = PackageReader.Open(document, title);
        var import = new PaperImport(package, paper, target);
        var root = SafeXml.Load(package.Get(import._main)).Root!;
        import.AdoptPrefixes(root);
        var body = root.Element(W + "body") ?? throw new PackageException(PackageFaults.MissingPart("w:body"));
        import.Adopt(body, import._main);
        import.AdoptNotes();

        var section = body.Elements(W + "sectPr").LastOrDefault() ?? Element("sectPr");
        section.Remove();
        var all = body.Descendants(W + "sectPr").Append(section).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            sections.Finish(all[i], first: i == 0, import.HeaderOrFooter);
        }

        return (body.Elements().ToList(), section);
    }

    /// <summary>Makes an element of the paper safe beside those of other papers. <paramref name="part"/> is the part that holds it.</summary>
    private void Adopt(XElement content, string part)
    {
        content.Descendants().Where(element => element.Name == W + "commentRangeStart" || element.Name == W + "commentRangeEnd" || element.Name == W + "commentReference").Remove();
        content.Descendants(W + "sdtPr").Elements(W + "id").Remove();
        _styles.Apply(content);
        Renumber(content);
        AdoptBookmarks(content);
        foreach (var element in content.DescendantsAndSelf())
        {
            // Word gives these anew; two alike make it repair the file.
            element.SetAttributeValue(_w14 + "paraId", null);
            element.SetAttributeValue(_w14 + "textId", null);
            if (element.Name.LocalName == "docPr" && element.Attribute("id") is not null)
            {
                element.SetAttributeValue("id", _target.NextId());
            }

            if (element.Name == W + "footnoteReference" || element.Name == W + "endnoteReference")
            {
                element.SetAttributeValue(W + "id", NoteId(element.Name.LocalName[..^"Reference".Length], (string?)element.Attribute(W + "id") ?? ""));
            }
        }

        // Header and footer references are resolved with their sections; all other references are pictures, links, charts.
        if (part == _main)
        {
            AdoptRelationships(content);
        }
    }

    private void AdoptRelationships(XElement content)
    {
        var relationships = Opc.Relationships(_package, _main).DistinctBy(relationship => relationship.Id).ToDictionary(relationship => relationship.Id, StringComparer.Ordinal);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in content.Descendants()
            .Where(element => element.Name != W + "headerReference" && element.Name != W + "footerReference")
            .Attributes().Where(attribute => attribute.Name.Namespace == BoundPackage.R).ToList())
        {
            if (!relationships.TryGetValue(attribute.Value, out var relationship) || (relationship.External && !relationship.Is("hyperlink")))
            {
                attribute.Remove();
                continue;
            }

            if (!known.TryGetValue(attribute.Value, out var id))
            {
                id = relationship.External
                    ? _target.Relate(relationship.Type, relationship.Target, external: true)
                    : _target.Relate(relationship.Type, CopyPart(relationship.Target));
                known.Add(attribute.Value, id);
            }

            attribute.Value = id;
        }
    }

    /// <summary>Copies a part and all it refers to under names of this paper.</summary>
    private string CopyPart(string part)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"papers/{_paper}/{part}");
        var type = Opc.ContentType(_package, part);
        if (_target.HasPart(name))
        {
            return name;
        }

        if (type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase)
            || type.Contains("activeX", StringComparison.OrdinalIgnoreCase) || type.Contains("oleObject", StringComparison.OrdinalIgnoreCase))
        {
            throw new PackageException(PackageFaults.Macros());
        }

        _target.AddPart(name, _package.Get(part).Inflate(), type);
        var own = Opc.Relationships(_package, part).Where(relationship => !relationship.External || relationship.Is("hyperlink")).ToList();
        if (own.Count > 0)
        {
            var copied = own.Select(relationship => (
                relationship.Id,
                relationship.Type,
                relationship.External ? relationship.Target : "/" + CopyPart(relationship.Target),
                relationship.External)).ToList();
            _target.AddPart(Opc.RelationshipsPartOf(name), BoundPackage.Bytes(BoundPackage.Relationships(copied)), "");
        }

        return name;
    }

    /// <summary>A header or footer of the paper, ready to be changed; an empty one where it has none.</summary>
    private XElement? HeaderOrFooter(string relationshipId)
    {
        var relationship = Opc.Relationships(_package, _main).FirstOrDefault(candidate => candidate.Id == relationshipId && !candidate.External);
        if (relationship is null || _package.Find(relationship.Target) is not { } entry || SafeXml.Load(entry).Root is not { } root)
        {
            return null;
        }

        // A picture in a header would need relationships of its own; the words are what the sheet prints there.
        root.Descendants().Where(element => element.Name == W + "drawing" || element.Name == W + "pict" || element.Name == _mc + "AlternateContent" || element.Name == W + "object").Remove();
        foreach (var link in root.Descendants(W + "hyperlink").ToList())
        {
            link.ReplaceWith(link.Elements());
        }

        Adopt(root, relationship.Target);
        return root;
    }

    private void AdoptPrefixes(XElement root)
    {
        foreach (var declaration in root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "xmlns"))
        {
            _target.Prefixes.TryAdd(declaration.Name.LocalName, declaration.Value);
        }

        _target.Ignorable.UnionWith(((string?)root.Attribute(_mc + "Ignorable") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private void AdoptBookmarks(XElement content)
    {
        foreach (var start in content.Descendants(W + "bookmarkStart").ToList())
        {
            var name = (string?)start.Attribute(W + "name") ?? "";
            var renamed = string.Create(CultureInfo.InvariantCulture, $"p{_paper}_{name}");
            renamed = renamed[..Math.Min(40, renamed.Length)];
            _bookmarks[name] = renamed;
            var id = _target.NextId().ToString(CultureInfo.InvariantCulture);
            var old = (string?)start.Attribute(W + "id");
            foreach (var end in content.Descendants(W + "bookmarkEnd").Where(end => (string?)end.Attribute(W + "id") == old && end.Annotation<PaperImport>() is null))
            {
                end.SetAttributeValue(W + "id", id);
                end.AddAnnotation(this);
            }

            start.SetAttributeValue(W + "id", id);
            start.SetAttributeValue(W + "name", renamed);
        }

        foreach (var link in content.Descendants(W + "hyperlink").Attributes(W + "anchor").Where(anchor => _bookmarks.ContainsKey(anchor.Value)))
        {
            link.Value = _bookmarks[link.Value];
        }

        foreach (var instruction in content.Descendants(W + "instrText"))
        {
            instruction.Value = Words().Replace(instruction.Value, word => _bookmarks.GetValueOrDefault(word.Value, word.Value));
        }
    }

    private string NoteId(string kind, string id)
    {
        if (!_notes.TryGetValue((kind, id), out var renamed))
        {
            _notes[(kind, id)] = renamed = _target.NextId().ToString(CultureInfo.InvariantCulture);
        }

        return renamed;
    }

    private void AdoptNotes()
    {
        foreach (var kind in _notes.Keys.Select(key => key.Kind).Distinct().ToList())
        {
            var part = Opc.Relationships(_package, _main).FirstOrDefault(relationship => relationship.Is(kind + "s") && !relationship.External);
            if (part is null || _package.Find(part.Target) is not { } entry)
            {
                continue;
            }

            foreach (var note in SafeXml.Load(entry).Root!.Elements(W + kind))
            {
                if (_notes.TryGetValue((kind, (string?)note.Attribute(W + "id") ?? ""), out var id))
                {
                    note.Descendants().Where(element => element.Attributes().Any(attribute => attribute.Name.Namespace == BoundPackage.R)).Remove();
                    Adopt(note, part.Target);
                    note.SetAttributeValue(W + "id", id);
                    _target.Notes[kind].Add(new XElement(note));
                }
            }
        }
    }

    private XElement Renumber(XElement content)
    {
        foreach (var reference in content.Descendants(W + "numId").Where(element => element.Parent?.Name == W + "numPr"))
        {
            if ((string?)reference.Attribute(W + "val") is { } id && id != "0")
            {
                reference.SetAttributeValue(W + "val", _numberings.GetValueOrDefault(id, "0"));
            }
        }

        return content;
    }

    private XElement? _numbering;

    private void ReadNumbering()
    {
        var part = Opc.Relationships(_package, _main).FirstOrDefault(relationship => relationship.Is("numbering") && !relationship.External);
        _numbering = part is not null && _package.Find(part.Target) is { } entry ? SafeXml.Load(entry).Root : null;
        foreach (var id in _numbering?.Elements(W + "num").Select(number => (string?)number.Attribute(W + "numId")) ?? [])
        {
            _numberings.TryAdd(id ?? "", _target.NextId().ToString(CultureInfo.InvariantCulture));
        }
    }

    private void ImportNumbering()
    {
        if (_numbering is null)
        {
            return;
        }

        var abstracts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var numbering in _numbering.Elements(W + "abstractNum"))
        {
            var id = _target.NextId().ToString(CultureInfo.InvariantCulture);
            abstracts[(string?)numbering.Attribute(W + "abstractNumId") ?? ""] = id;
            var copy = new XElement(numbering);
            copy.SetAttributeValue(W + "abstractNumId", id);

            // Lists of one nsid are one list to Word: numbering would run on from paper to paper.
            copy.Elements().Where(element => element.Name == W + "nsid" || element.Name == W + "tmpl" || element.Name == W + "styleLink" || element.Name == W + "numStyleLink" || element.Name == W + "name").Remove();
            copy.Descendants(W + "lvlPicBulletId").Remove();
            copy.Descendants(W + "lvl").Elements(W + "pStyle").Remove();
            foreach (var level in copy.Descendants(W + "lvl"))
            {
                level.SetAttributeValue(W + "tplc", null);
            }

            copy.Attributes().Where(attribute => attribute.Name.Namespace != W && !attribute.IsNamespaceDeclaration).Remove();
            _target.AbstractNumberings.Add(copy);
        }

        foreach (var number in _numbering.Elements(W + "num"))
        {
            var copy = new XElement(number);
            copy.SetAttributeValue(W + "numId", _numberings[(string?)number.Attribute(W + "numId") ?? ""]);
            copy.Attributes().Where(attribute => attribute.Name.Namespace != W && !attribute.IsNamespaceDeclaration).Remove();
            var link = copy.Element(W + "abstractNumId");
            if (link is not null && abstracts.TryGetValue((string?)link.Attribute(W + "val") ?? "", out var id))
            {
                link.SetAttributeValue(W + "val", id);
                _target.Numberings.Add(copy);
            }
        }
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
