using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CadreDocs.Documents.Binding;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Service.Tests.Portfolios;

/// <summary>The service with a LibreOffice; skipped where none is installed.</summary>
public sealed partial class PrintedBinderTests(PrintingService service) : IClassFixture<PrintingService>
{
    [Fact]
    public async Task Page_numbers_are_those_of_the_PDF()
    {
        Assert.SkipWhen(LibreOfficePrinter.Find() is null, "LibreOffice is not installed.");
        using var client = await service.As("p2001");
        Assert.True((bool?)(await client.Json("/api/schools/s-qinghe/preflight?year=2024&person=p2001"))["pdf"]);
        using var response = await client.GetAsync("/api/schools/s-qinghe/binder?year=2024&person=p2001", Api.Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var document = WordprocessingDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Api.Cancel)), false);
        var numbers = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(paragraph => paragraph.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)))
            .Select(paragraph => int.Parse(paragraph.Descendants<Text>().Last().Text, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(5, numbers[0]);

        using var printed = await client.GetAsync("/api/schools/s-qinghe/binder?year=2024&person=p2001&format=pdf", Api.Cancel);
        Assert.Equal(("application/pdf", HttpStatusCode.OK), (printed.Content.Headers.ContentType?.MediaType, printed.StatusCode));
        var pages = PageObjects().Count(Encoding.Latin1.GetString(await printed.Content.ReadAsByteArrayAsync(Api.Cancel)));
        Assert.InRange(pages, numbers[^1], numbers[^1] + 1);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageObjects();
}

/// <summary>The sample district's service that may print.</summary>
public sealed class PrintingService : ServiceFixture
{
    /// <inheritdoc/>
    protected override string Printer => "auto";
}
