using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Binding;
using CadreDocs.Service.Records;

namespace CadreDocs.Service.Tests.Records;

/// <summary>A stamped scan belongs to one version of its paper, and that version must be the present one.</summary>
public sealed class ScanTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly byte[] Picture = "%PDF-1.7 made up"u8.ToArray();

    [Fact]
    public async Task A_scan_of_which_nobody_says_what_it_shows_is_not_taken()
    {
        using var author = await service.As("p2008");
        var (record, _) = await PrintedAndChangedAsync(author);
        using var response = await author.Attach(Id(record), Picture, "扫描.pdf", "scan");
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(("code-needed", "contentCode"), ((string?)problem["problems"]![0]!["code"], (string?)problem["problems"]![0]!["field"]));
        Assert.Empty((await author.Json($"/api/records/{Id(record)}"))["attachments"]!.AsArray());
    }

    [Fact]
    public async Task A_sheet_without_a_code_is_taken_on_a_persons_word_and_no_code_is_stamped_on_it()
    {
        using var author = await service.As("p2008");
        var (record, _) = await PrintedAndChangedAsync(author);
        using var response = await author.Attach(Id(record), Picture, "扫描.pdf", "scan", withoutCode: true);

        Assert.Null((string?)(await response.Json(HttpStatusCode.Created))["contentCode"]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("layer")]
    [InlineData("glyphs")]
    public async Task An_earlier_code_on_the_scan_refuses_it_with_both_codes_and_what_to_do(string place)
    {
        using var author = await service.As("p2008");
        var (record, printed) = await PrintedAndChangedAsync(author);
        var code = (string)record["contentCode"]!;
        var file = place switch { "layer" => PdfMaker.WithText($"code {printed} 1/3"), "glyphs" => PdfMaker.WithGlyphs(printed), _ => Picture };

        // Whoever types the code from the screen has not looked at the sheet.
        using var response = await author.Attach(Id(record), file, place == "name" ? $"签章 {printed}.pdf" : "扫描.pdf", "scan", place == "name" ? null : code);
        var problem = await response.Problem(HttpStatusCode.Conflict, "void-print");

        Assert.Contains(printed, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains(code, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains("重新打印", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typed")]
    [InlineData("name")]
    [InlineData("layer")]
    [InlineData("glyphs")]
    public async Task The_present_code_is_kept_with_the_scan_wherever_it_stands(string place)
    {
        using var author = await service.As("p2008");
        var (record, _) = await PrintedAndChangedAsync(author);
        var code = (string)record["contentCode"]!;
        var file = place switch { "layer" => PdfMaker.WithText($"code {code}"), "glyphs" => PdfMaker.WithGlyphs(code), _ => Picture };
        using var response = await author.Attach(
            Id(record), file, place == "name" ? $"{code} 签章.pdf" : "扫描.pdf", "scan", place == "typed" ? " " + code.Replace("-", " ", StringComparison.Ordinal) + " " : null);

        Assert.Equal(code, (string?)(await response.Json(HttpStatusCode.Created))["contentCode"]);
    }

    [Theory]
    [InlineData("7k3f-92qx", "7K3F-92QX")]
    [InlineData("7K3F 92QX", "7K3F-92QX")]
    [InlineData("lO3F-92QX", "103F-92QX")]
    [InlineData("7K3F-92Q", null)]
    [InlineData("7K3F-92UX", null)]
    public void A_code_is_read_as_people_type_it(string typed, string? code) => Assert.Equal(code, PrintedCodes.Typed(typed));

    [Fact]
    public async Task The_pages_of_a_scan_are_counted()
    {
        using var author = await service.As("p2008");
        var (record, _) = await PrintedAndChangedAsync(author);
        using var response = await author.Attach(Id(record), PdfMaker.WithText("page", pages: 3), "扫描.pdf", "scan", withoutCode: true);

        Assert.Equal(3, (int?)(await response.Json(HttpStatusCode.Created))["pages"]);
    }

    [Fact]
    public async Task What_LibreOffice_prints_shows_its_code_and_its_pages()
    {
        if (LibreOfficePrinter.Find() is not { } program)
        {
            Assert.Skip("LibreOffice is not installed here.");
            return;
        }

        using var author = await service.As("p2008");
        var (record, _) = await PrintedAndChangedAsync(author);
        using var printer = new LibreOfficePrinter(program);
        var pdf = await printer.PrintAsync(await author.Document(Id(record)), Api.Cancel);

        Assert.Contains((string)record["contentCode"]!, PrintedCodes.OnSheet(new UploadedFile("打印.pdf", pdf)));
        Assert.Equal((await printer.CountPagesAsync([await author.Document(Id(record))], Api.Cancel))[0], PdfSheet.Read(pdf).Pages);
    }

    [Fact]
    public void A_broken_file_tells_nothing()
    {
        var pdf = PdfMaker.WithText("code 7K3F-92QX");
        for (var length = 8; length < pdf.Length; length += 7)
        {
            PdfSheet.Read(pdf[..length]);
        }

        Assert.Null(PdfSheet.Read(pdf[..9]).Pages);
    }

    private static string Id(JsonNode record) => (string)record["id"]!;

    // Several papers of a cadre may be of one form, so each test has its own.
    private static async Task<(JsonNode Record, string Printed)> PrintedAndChangedAsync(HttpClient author)
    {
        var record = await author.Step(await author.Write(await author.Start("case-study"), ("topic", "印过")), "printed");
        return (await author.Write(record, ("topic", "印后又改")), (string)record["printedCode"]!);
    }
}
