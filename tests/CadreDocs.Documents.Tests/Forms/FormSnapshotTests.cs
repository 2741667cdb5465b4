using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>What each form's sample renders to: text, tags, properties, parts. The variable CADREDOCS_REWRITE=1 rewrites the files for review.</summary>
public sealed class FormSnapshotTests
{
    private static readonly XNamespace _w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Sample_renders_to_what_is_expected(string form)
    {
        var actual = Describe(FilledForms.Sample(form));
        var path = Path.Combine(OfficialForms.Folder, form, "expected.txt");
        if (Environment.GetEnvironmentVariable("CADREDOCS_REWRITE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Same_data_give_the_same_bytes(string form) => Assert.Equal(FilledForms.Sample(form), FilledForms.Sample(form));

    private static string Describe(byte[] file)
    {
        var package = PackageReader.Open(file);
        var text = new StringBuilder("# text and tags\n");
        Body(SafeXml.Load(Opc.MainPart(package)).Root!.Element(_w + "body")!, text);
        foreach (var part in package.Entries.Where(entry => entry.Name.StartsWith("word/header", StringComparison.Ordinal) || entry.Name.StartsWith("word/footer", StringComparison.Ordinal)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {part.Name}\n");
            Body(SafeXml.Load(part).Root!, text);
        }

        text.Append("# properties\n");
        foreach (var (name, value) in DocumentProperties.Read(package))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} = {value}\n");
        }

        text.Append("# parts\n");
        foreach (var name in package.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal))
        {
            text.Append(name).Append('\n');
        }

        return text.ToString();
    }

    private static void Body(XElement body, StringBuilder text)
    {
        foreach (var block in body.Elements())
        {
            if (block.Name == _w + "p")
            {
                text.Append(Line(block)).Append('\n');
            }

            foreach (var row in block.Elements(_w + "tr"))
            {
                text.Append("| ").AppendJoin(" | ", row.Elements(_w + "tc").Select(Cell)).Append(" |\n");
            }
        }
    }

    private static string Cell(XElement cell) => string.Join(" ¶ ", cell.Elements().Select(block =>
        block.Name == _w + "p" ? Line(block)
        : block.Name == _w + "sdt" ? $"[{Tag(block)}: {string.Join(" ¶ ", block.Descendants(_w + "p").Select(Line))}]"
        : "").Where(part => part.Length > 0));

    private static string Line(XElement paragraph) => string.Concat(paragraph.Elements().Select(element =>
        element.Name == _w + "r" ? Run(element)
        : element.Name == _w + "sdt" ? $"[{Tag(element)}: {string.Concat(element.Descendants(_w + "r").Select(Run))}]"
        : ""));

    private static string Run(XElement run) => string.Concat(run.Elements().Select(piece =>
        piece.Name == _w + "t" ? piece.Value : piece.Name == _w + "tab" ? "→" : piece.Name == _w + "instrText" ? $"{{{piece.Value.Trim()}}}" : ""));

    private static string Tag(XElement control) =>
        (string?)control.Element(_w + "sdtPr")?.Element(_w + "tag")?.Attribute(_w + "val")
        + (control.Element(_w + "sdtPr")?.Element(_w + "showingPlcHdr") is null ? "" : " (prompt)");
}
