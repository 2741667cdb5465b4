using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>The template's shared strings, with marks and choices added: a cell that shares one takes half the bytes of a cell with its own text.</summary>
internal sealed class StringPool
{
    private static readonly string[] Marks = ["√", "O", "⊕", "△"];
    private readonly XDocument? _xml;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public StringPool(PackageEntry? part)
    {
        Part = part?.Name;
        Strings = part is null ? [] : SharedStrings.Read(part);
        _xml = part is null ? null : SafeXml.Load(part);
    }

    /// <summary>The part's name; null where the template has none.</summary>
    public string? Part { get; }

    /// <summary>The strings of the template.</summary>
    public IReadOnlyList<string> Strings { get; }

    /// <summary>The indices of a field's few values; none where it may hold anything or the template has no such part.</summary>
    public IReadOnlyDictionary<string, int> ValuesOf(FormField field)
    {
        IReadOnlyList<string> values = field.Type switch { FieldType.Mark => Marks, FieldType.Choice => field.Choices, _ => [] };
        return _xml is null ? new Dictionary<string, int>() : values.Distinct(StringComparer.Ordinal).ToDictionary(value => value, IndexOf, StringComparer.Ordinal);
    }

    /// <summary>The part with what was added. Strings with scripts stand in their cells in each document; here they would only betray the template.</summary>
    public string Write()
    {
        foreach (var text in _xml!.Root!.Elements(PieceBuilder.Main + "si").Where((_, index) => index < Strings.Count && PieceBuilder.HasScript(Strings[index])))
        {
            text.ReplaceNodes(new XElement(PieceBuilder.Main + "t"));
        }

        _xml.Root.Attribute("count")?.Remove();
        _xml.Root.Attribute("uniqueCount")?.Remove();
        return _xml.Root.ToString(SaveOptions.DisableFormatting);
    }

    private int IndexOf(string value)
    {
        if (_indices.TryGetValue(value, out var index))
        {
            return index;
        }

        index = Strings.Count + _indices.Count;
        _xml!.Root!.Add(new XElement(PieceBuilder.Main + "si", new XElement(PieceBuilder.Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellText.Encode(value))));
        return _indices[value] = index;
    }
}
