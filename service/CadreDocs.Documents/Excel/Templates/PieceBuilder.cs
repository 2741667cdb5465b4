using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using Scriban;

namespace CadreDocs.Documents.Excel;

/// <summary>Turns XML of a template into literals and the pieces between them: what moves or is computed is marked in the tree first.</summary>
internal sealed partial class PieceBuilder
{
    // Private-use characters around the number of a piece; text that has them already is left alone by the number check.
    private const char Open = '\uE0F0';
    private const char Close = '\uE0F1';
    private readonly List<Piece> _marked = [];

    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Text that stands for a piece until <see cref="Build"/>.</summary>
    public string Mark(Piece piece)
    {
        _marked.Add(piece);
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_marked.Count - 1}{Close}");
    }

    /// <summary>Literals and pieces of the marked XML.</summary>
    public IReadOnlyList<Piece> Build(string xml)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match match in Marks().Matches(xml))
        {
            if (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is var index && index < _marked.Count)
            {
                AddLiteral(pieces, xml[at..match.Index]);
                pieces.Add(_marked[index]);
                at = match.Index + match.Length;
            }
        }

        AddLiteral(pieces, xml[at..]);
        return pieces;
    }

    /// <summary>An element without the declaration of the main namespace, which its root makes.</summary>
    public static string Xml(XElement element) =>
        element.ToString(SaveOptions.DisableFormatting).Replace(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", "", StringComparison.Ordinal);

    /// <summary>Marks the ranges in an attribute such as <c>sqref</c>.</summary>
    public void MarkRanges(XElement element, string attribute, SheetPlan plan)
    {
        if (element.Attribute(attribute) is { } ranges)
        {
            ranges.Value = MarkRanges(ranges.Value, plan);
        }
    }

    /// <summary>Ranges parted by blanks; what is none stays.</summary>
    public string MarkRanges(string ranges, SheetPlan plan) => string.Join(' ', ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
        CellRange.TryParse(text, out var range) ? Mark(new RangePiece(plan, range)) : text));

    /// <summary>Compiles a text with scripts; null, with a fault, where it is wrong. A warning (a block never closed) is wrong too: what an author forgot must not print.</summary>
    public static Template? Compile(string text, string sheet, string place, ICollection<Fault> faults)
    {
        var template = Template.Parse(text, $"{sheet} {place}");
        foreach (var message in template.Messages)
        {
            faults.Add(ExcelTemplateFaults.ScriptSyntax(sheet, place, text, message.Message));
        }

        return template.Messages.Count > 0 ? null : template;
    }

    public static bool HasScript(string text) => text.Contains("{{", StringComparison.Ordinal);

    private static void AddLiteral(List<Piece> pieces, string xml)
    {
        if (xml.Length > 0)
        {
            pieces.Add(new LiteralPiece(xml));
        }
    }

    [GeneratedRegex("\uE0F0(?<number>[0-9]{1,6})\uE0F1", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
