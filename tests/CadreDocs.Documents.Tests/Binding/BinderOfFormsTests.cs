using System.Globalization;
using CadreDocs.Documents.Binding;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Forms;
using CadreDocs.Documents.Tests.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Binding;

/// <summary>Both portfolios of the sample people, bound.</summary>
public sealed class BinderOfFormsTests
{
    [Theory]
    [InlineData(Portfolio.School, FileFormatVersions.Office2019)]
    [InlineData(Portfolio.School, FileFormatVersions.Microsoft365)]
    [InlineData(Portfolio.Personal, FileFormatVersions.Office2019)]
    [InlineData(Portfolio.Personal, FileFormatVersions.Microsoft365)]
    public void Bound_portfolio_is_valid(Portfolio portfolio, FileFormatVersions version)
    {
        using var document = Open(Bind(portfolio));
        Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void Every_sheet_keeps_its_words_in_the_binder()
    {
        using var bound = Open(Bind(Portfolio.Personal));
        var text = bound.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var form in Forms(Portfolio.Personal))
        {
            using var single = WordprocessingDocument.Open(new MemoryStream(FilledForms.Sample(form.Id)), false);
            Assert.Contains(single.MainDocumentPart!.Document.Body!.Elements<Table>().Single().InnerText, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Presumed_page_numbers_are_those_on_paper()
    {
        Assert.SkipWhen(LibreOfficePrinter.Find() is null, "LibreOffice is not installed.");
        var result = Bind(Portfolio.Personal);
        using var document = Open(result);
        var pages = PageReferences(document).Select(page => int.Parse(page, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(0, pages.Count).Select(i => 5 + (2 * i)), pages);

        using var printer = new LibreOfficePrinter(LibreOfficePrinter.Find()!);
        var pdf = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(pdf, await printer.PrintAsync(result.Document, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            Assert.Equal(pages[^1], LibreOffice.Pages(pdf));
        }
        finally
        {
            File.Delete(pdf);
        }
    }

    [Fact]
    public void A_page_number_is_shown_only_where_all_pages_before_it_are_known()
    {
        IEnumerable<string> Numbers(int? contents, params int?[] pages)
        {
            using var document = Open(DocumentBinder.Bind(new BinderRequest("档案袋", [], pages.Select((count, index) =>
                new BinderEntry($"{index}．心得", [new BinderPaper("心得", FilledForms.Sample("reflection"), count)])).ToList()) { ContentsPages = contents }));
            return PageReferences(document);
        }

        Assert.Equal(["5", "7", "　"], Numbers(1, 2, null, 1));
        Assert.Equal(["　", "　"], Numbers(null, 1, 1));
        Assert.Equal(["7", "11"], Numbers(3, 3, 1));
    }

    [Fact]
    public void Editor_is_always_asked_to_compute_the_page_numbers_since_its_pages_may_break_elsewhere()
    {
        using var document = Open(Bind(Portfolio.Personal));
        Assert.NotNull(document.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<UpdateFieldsOnOpen>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Counted_page_numbers_are_those_on_paper_however_long_the_papers_and_the_contents(bool duplex)
    {
        Assert.SkipWhen(LibreOfficePrinter.Find() is null, "LibreOffice is not installed.");
        using var printer = new LibreOfficePrinter(LibreOfficePrinter.Find()!);
        var papers = new[] { FilledForms.Overfull("reflection"), FilledForms.Sample("lecture"), FilledForms.Overfull("session-schedule"), FilledForms.Sample("results") };
        var missing = Enumerable.Range(1, 60).Select(i => new BinderEntry(string.Create(CultureInfo.InvariantCulture, $"{i}．尚缺的材料"), []));
        var request = new BinderRequest("档案袋", ["明溪中学"], [.. missing, .. papers.Select(paper => new BinderEntry("材料", [new BinderPaper("材料", paper)]))]) { Duplex = duplex };
        var counted = await new PageCounter(printer).CountAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((3, 4, 1, 3, 1), (counted.ContentsPages, counted.Entries[60].Papers[0].Pages, counted.Entries[61].Papers[0].Pages, counted.Entries[62].Papers[0].Pages, counted.Entries[63].Papers[0].Pages));

        var bound = DocumentBinder.Bind(counted);
        using var document = Open(bound);
        Assert.Equal(duplex ? ["7", "11", "13", "17"] : ["5", "9", "10", "13"], PageReferences(document));
        Assert.Equal([duplex ? 17 : 13], await printer.CountPagesAsync([bound.Document!], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Printer_that_fails_says_so()
    {
        Assert.SkipWhen(!File.Exists("/bin/false"), "There is no program that always fails.");
        using var printer = new LibreOfficePrinter("/bin/false");
        await Assert.ThrowsAsync<InvalidOperationException>(() => printer.PrintAsync(Array.Empty<byte>(), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<FormDefinition> Forms(Portfolio portfolio) =>
        OfficialForms.Catalog.Forms.Where(form => form.Form.Portfolio == portfolio && form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form);

    private static BinderResult Bind(Portfolio portfolio) => DocumentBinder.Bind(new BinderRequest(
        portfolio == Portfolio.School ? "学校自培工作档案袋" : "干部个人自培档案袋",
        ["明溪中学", "2024年度"],
        Forms(portfolio).Select(form => new BinderEntry($"{form.Item}．{form.Title}", [new BinderPaper(form.Title, FilledForms.Sample(form.Id), 1)])).ToList()) { ContentsPages = 1 });

    private static List<string> PageReferences(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
        .Where(paragraph => paragraph.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)))
        .Select(paragraph => paragraph.Descendants<Text>().Last().Text).ToList();

    private static WordprocessingDocument Open(BinderResult result)
    {
        Assert.Empty(result.Faults);
        return WordprocessingDocument.Open(new MemoryStream(result.Document!), false);
    }
}
