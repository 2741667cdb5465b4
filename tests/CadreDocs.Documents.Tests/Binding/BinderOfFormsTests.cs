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
        var pages = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(paragraph => paragraph.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)))
            .Select(paragraph => int.Parse(paragraph.Descendants<Text>().Last().Text, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(Enumerable.Range(0, pages.Count).Select(i => 5 + (2 * i)), pages);

        var pdf = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(pdf, await new LibreOfficePrinter(LibreOfficePrinter.Find()!).PrintAsync(result.Document, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            Assert.Equal(pages[^1], LibreOffice.Pages(pdf));
        }
        finally
        {
            File.Delete(pdf);
        }
    }

    [Fact]
    public void Editor_is_asked_to_count_pages_only_where_they_are_unknown()
    {
        bool Asks(int? pages)
        {
            using var document = Open(DocumentBinder.Bind(new BinderRequest("档案袋", [], [new BinderEntry("3．心得", [new BinderPaper("心得", FilledForms.Sample("reflection"), pages)])])));
            return document.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<UpdateFieldsOnOpen>() is not null;
        }

        Assert.Equal((true, false), (Asks(null), Asks(1)));
    }

    [Fact]
    public async Task Printer_that_fails_says_so()
    {
        Assert.SkipWhen(!File.Exists("/bin/false"), "There is no program that always fails.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => new LibreOfficePrinter("/bin/false").PrintAsync(Array.Empty<byte>(), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<FormDefinition> Forms(Portfolio portfolio) =>
        OfficialForms.Catalog.Forms.Where(form => form.Form.Portfolio == portfolio && form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form);

    private static BinderResult Bind(Portfolio portfolio) => DocumentBinder.Bind(new BinderRequest(
        portfolio == Portfolio.School ? "学校自培工作档案袋" : "干部个人自培档案袋",
        ["明溪中学", "2024年度"],
        Forms(portfolio).Select(form => new BinderEntry($"{form.Item}．{form.Title}", [new BinderPaper(form.Title, FilledForms.Sample(form.Id), 1)])).ToList()));

    private static WordprocessingDocument Open(BinderResult result)
    {
        Assert.Empty(result.Faults);
        return WordprocessingDocument.Open(new MemoryStream(result.Document!), false);
    }
}
