using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Writes runs, paragraphs and content controls of a scaffolded document.</summary>
/// <param name="form">The form whose fields the controls stand for.</param>
/// <param name="fonts">Names of the faces.</param>
/// <param name="baseSize">Points that the document's defaults set: runs of this size need not say so.</param>
internal sealed class ScaffoldText(FormDefinition form, DocumentFonts fonts, double baseSize)
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Two ideographic blanks: the prompt of small places, so that a blank prints as the regulation's.</summary>
    internal const string BlankPrompt = "　　";

    private const string Symbols = "√⊕△〇";

    internal static XAttribute Value(object value) => new(W + "val", Convert.ToString(value, CultureInfo.InvariantCulture)!);

    internal static XElement Element(string name, params object?[] content) => new(W + name, content);

    /// <summary>Runs of a text: a tab becomes w:tab, and symbols that 仿宋_GB2312 lacks get the symbol face.</summary>
    internal IEnumerable<XElement> Runs(string text, string face, double size, bool placeholder = false)
    {
        var run = new StringBuilder();
        var symbol = false;
        foreach (var letter in text)
        {
            if (letter == '\t')
            {
                if (run.Length > 0)
                {
                    yield return Run(run.ToString(), symbol ? fonts.Symbols : face, size, placeholder);
                    run.Clear();
                }

                yield return Element("r", RunProperties(face, size, placeholder), Element("tab"));
                continue;
            }

            var isSymbol = Symbols.Contains(letter, StringComparison.Ordinal);
            if (isSymbol != symbol && run.Length > 0)
            {
                yield return Run(run.ToString(), symbol ? fonts.Symbols : face, size, placeholder);
                run.Clear();
            }

            symbol = isSymbol;
            run.Append(letter);
        }

        if (run.Length > 0)
        {
            yield return Run(run.ToString(), symbol ? fonts.Symbols : face, size, placeholder);
        }
    }

    /// <summary>Text with <c>[[field]]</c> places.</summary>
    internal IEnumerable<XElement> TextAndControls(string text, string face, double size)
    {
        var rest = text;
        while (rest.IndexOf("[[", StringComparison.Ordinal) is >= 0 and var start && rest.IndexOf("]]", start, StringComparison.Ordinal) is >= 0 and var end)
        {
            foreach (var run in Runs(rest[..start], face, size))
            {
                yield return run;
            }

            yield return RunControl(rest[(start + 2)..end], size);
            rest = rest[(end + 2)..];
        }

        foreach (var run in Runs(rest, face, size))
        {
            yield return run;
        }
    }

    /// <summary>A run-level control for one short value.</summary>
    internal XElement RunControl(string tag, double size)
    {
        var field = Find(tag);
        var face = field.Type == FieldType.Mark ? fonts.Symbols : fonts.Body;
        return Element(
            "sdt",
            ControlProperties(tag, field, face, size),
            Element("sdtContent", IsLine(field) ? Run(field.Prompt!, face, size, placeholder: false) : Run(field.Prompt ?? BlankPrompt, face, size, placeholder: true)));
    }

    /// <summary>A block-level control for paragraphs. Where nothing need be written, its prompt is blank: an unused place prints as the regulation's.</summary>
    internal XElement BlockControl(string tag, double size)
    {
        var field = Find(tag);
        return Element(
            "sdt",
            ControlProperties(tag, field, fonts.Body, size),
            Element(
                "sdtContent",
                Element(
                    "p",
                    Element("pPr", Element("pStyle", Value("CadreText"))),
                    Run(field.Prompt ?? (field.Required ? "请填写" + field.Label : BlankPrompt), fonts.Body, size, placeholder: true))));
    }

    /// <summary>The field a tag names.</summary>
    /// <exception cref="FormatException">The form has no such field, or it is filled by hand.</exception>
    internal FormField Find(string tag)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        var field = dot < 0
            ? form.FindField(tag)
            : form.FindSection(tag[..dot])?.Fields.FirstOrDefault(candidate => candidate.Key == tag[(dot + 1)..]);
        return field switch
        {
            null => throw new FormatException($"The layout of '{form.Id}' names the field '{tag}', which the form does not have."),
            { Ink: true } => throw new FormatException($"The field '{tag}' of '{form.Id}' is filled by hand and has no control."),
            _ => field,
        };
    }

    /// <summary>
    /// What a run says itself: the East Asian face, always, so that Chinese falls back nowhere, and a size of its own. Latin faces and the common size
    /// stand in the defaults; a table of 300 rows carries these bytes 7,200 times.
    /// </summary>
    internal XElement RunProperties(string face, double size, bool placeholder = false) => Element(
        "rPr",
        placeholder ? Element("rStyle", Value("PlaceholderText")) : null,
        // Without the hint Word draws “ ” · ⊕ √ from the Latin face.
        Element("rFonts", new XAttribute(W + "hint", "eastAsia"), new XAttribute(W + "eastAsia", face)),
        size.Equals(baseSize) ? null : Sizes(size));

    /// <summary>The defaults of the document: all that runs leave unsaid.</summary>
    internal XElement DefaultProperties() => Element(
        "rPr",
        Element(
            "rFonts",
            new XAttribute(W + "hint", "eastAsia"),
            new XAttribute(W + "ascii", fonts.Latin),
            new XAttribute(W + "eastAsia", fonts.Body),
            new XAttribute(W + "hAnsi", fonts.Latin)),
        Sizes(baseSize),
        Element("lang", Value("en-US"), new XAttribute(W + "eastAsia", "zh-CN")));

    private static XElement[] Sizes(double points) => [Element("sz", Value(Math.Round(points * 2))), Element("szCs", Value(Math.Round(points * 2)))];

    private static XElement Underlined(XElement properties)
    {
        properties.Add(Element("u", Value("single")));
        return properties;
    }

    private XElement Run(string text, string face, double size, bool placeholder) => Element(
        "r",
        RunProperties(face, size, placeholder),
        Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>True where the blank is a line to write on: it is printed black, and a value stands on a line too.</summary>
    private static bool IsLine(FormField field) => field.Prompt is { Length: > 0 } prompt && prompt.All(letter => letter == '_');

    private XElement ControlProperties(string tag, FormField field, string face, double size) => Element(
        "sdtPr",
        IsLine(field) ? Underlined(RunProperties(face, size)) : RunProperties(face, size),
        Element("alias", Value(field.Label)),
        Element("tag", Value(tag)),
        Element("lock", Value("sdtLocked")),
        Element("showingPlcHdr"));
}
