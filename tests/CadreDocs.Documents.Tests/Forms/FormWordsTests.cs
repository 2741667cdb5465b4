using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>The blanks against the regulation's own words (regulation.txt).</summary>
public sealed partial class FormWordsTests
{
    public static TheoryData<string> OfficialSheets => new(Regulation.Keys);

    private static Dictionary<string, (int Rows, List<string> Lines)> Regulation { get; } = ReadRegulation();

    [Theory]
    [MemberData(nameof(OfficialSheets))]
    public void Blank_has_the_words_of_the_regulation_and_no_others(string form)
    {
        using var document = Open(FilledForms.Blank(form));
        var words = Squeeze(string.Concat(Paragraphs(document)));
        Assert.Equal(Squeeze(string.Concat(Regulation[form].Lines)), words);
    }

    [Theory]
    [MemberData(nameof(OfficialSheets))]
    public void Blank_keeps_the_inner_blanks_of_labels_titles_and_notes(string form)
    {
        using var document = Open(FilledForms.Blank(form));
        var paragraphs = Paragraphs(document).ToList();
        foreach (var piece in Regulation[form].Lines.SelectMany(line => Gaps().Split(line)).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            Assert.True(paragraphs.Exists(paragraph => paragraph.Contains(piece, StringComparison.Ordinal)), $"'{piece}' stands in no paragraph.");
        }
    }

    [Theory]
    [MemberData(nameof(OfficialSheets))]
    public void Blank_has_as_many_empty_rows_as_the_regulation(string form)
    {
        using var document = Open(FilledForms.Blank(form));
        var empty = document.MainDocumentPart!.Document.Descendants<TableRow>().Count(row => row.Descendants<Paragraph>().All(paragraph => Squeeze(Text(paragraph)).Length == 0));
        Assert.Equal(Regulation[form].Rows, empty);
    }

    [Theory]
    [InlineData("annual-summary")]
    [InlineData("semester-plan")]
    [InlineData("semester-summary")]
    public void Sheet_without_an_official_form_says_so_outside_its_frame(string form)
    {
        using var document = Open(FilledForms.Blank(form));
        var first = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().First();
        Assert.Equal("参考样式（非官方）", Text(first).Trim());
    }

    [Theory]
    [InlineData("第一份")]
    [InlineData("第二份")]
    public void Copies_of_the_credit_declaration_differ_outside_the_frame_only(string copy)
    {
        var (data, globals) = FilledForms.SampleOf("credit-declaration");
        globals["copy"] = copy;
        using var document = Open(FilledForms.Render("credit-declaration", data, globals, "7K3F-92QX"));
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Contains(copy, body.Elements<Paragraph>().First().InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain(copy, body.Elements<Table>().Single().InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Further_sheets_repeat_heading_and_notes_and_count_on()
    {
        using var document = Open(FilledForms.Overfull("credit-declaration"));
        var body = document.MainDocumentPart!.Document.Body!;
        var lines = body.Elements<Paragraph>().Select(Text).ToList();
        Assert.Equal(2, lines.Count(line => line.Contains("2024年度学校干部自培学分申报表", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains("申报学分为2分，此表一式二份", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("第 2 页 共 2 页", StringComparison.Ordinal));
        var second = body.Elements<Table>().Last().Elements<TableRow>().ToList();
        Assert.Equal("13", second[2].Elements<TableCell>().First().InnerText);
        Assert.Equal(14, second.Count);
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), false);

    private static IEnumerable<string> Paragraphs(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(Text);

    /// <summary>Text of a paragraph as it prints; prompts are no words of the sheet, but lines to write on are.</summary>
    private static string Text(Paragraph paragraph) => string.Concat(paragraph.Descendants<Run>()
        .Where(run => run.RunProperties?.RunStyle?.Val?.Value != "PlaceholderText" || run.InnerText.All(letter => letter == '_'))
        .SelectMany(run => run.Elements())
        .Select(piece => piece is TabChar ? " " : piece is DocumentFormat.OpenXml.Wordprocessing.Text text ? text.Text : ""));

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Dictionary<string, (int Rows, List<string> Lines)> ReadRegulation()
    {
        using var stream = typeof(FormWordsTests).Assembly.GetManifestResourceStream("regulation.txt")!;
        using var reader = new StreamReader(stream);
        var sheets = new Dictionary<string, (int Rows, List<string> Lines)>(StringComparer.Ordinal);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (SheetHead().Match(line) is { Success: true } head)
            {
                lines = [];
                sheets[head.Groups["form"].Value] = (int.Parse(head.Groups["rows"].Value, CultureInfo.InvariantCulture), lines);
            }
            else if (!line.StartsWith('#') && line.Trim().Length > 0)
            {
                lines.Add(line);
            }
        }

        return sheets;
    }

    [GeneratedRegex(@"^\[(?<form>[a-z-]+)\] rows = (?<rows>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetHead();

    // The regulation's text puts places of one line far apart with blanks; the sheet does so with tab stops.
    [GeneratedRegex(" {8,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gaps();
}
