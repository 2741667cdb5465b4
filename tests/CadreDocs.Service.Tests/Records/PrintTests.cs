using System.IO.Compression;
using System.Net;

namespace CadreDocs.Service.Tests.Records;

/// <summary>打印核对: what was printed is known by its content code, and a change makes it void (R66).</summary>
public sealed class PrintTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_print_is_noted_with_its_code_and_void_after_a_change()
    {
        using var author = await service.As("p2006");
        var record = await author.Write(await author.Start("reflection"), RecordSteps.Reflection);
        var code = (string)record["contentCode"]!;
        record = await author.Step(record, $"printed?code={code}");
        Assert.Equal(code, (string?)record["printedCode"]);

        record = await author.Write(record, ("topic", "换了题目"));
        Assert.Equal(code, (string?)record["printedCode"]);
        Assert.NotEqual(code, (string?)record["contentCode"]);
    }

    [Fact]
    public async Task A_print_with_an_old_code_is_refused_and_names_both()
    {
        using var author = await service.As("p2006");
        var old = await author.Write(await author.Start("reflection"), RecordSteps.Reflection);
        var record = await author.Write(old, ("topic", "另一个题目"));
        using var response = await author.Send(HttpMethod.Post, $"/api/records/{record["id"]}/printed?code={old["contentCode"]}", null, null);
        var problem = await response.Problem(HttpStatusCode.Conflict, "void-print");
        Assert.Contains((string)record["contentCode"]!, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("", (string?)(await author.Json($"/api/records/{record["id"]}"))["printedCode"]);
    }

    [Fact]
    public async Task A_computed_sheet_is_printed_with_the_code_of_its_numbers()
    {
        using var secretary = await service.As("p2001");
        using var started = await secretary.Send(HttpMethod.Post, "/api/records", new { formId = "attendance", year = 2024, schoolId = "s-qinghe" });
        var shown = await started.Json(HttpStatusCode.Created);
        var printed = await secretary.Step(shown, $"printed?code={shown["contentCode"]}");
        Assert.Equal((string?)shown["contentCode"], (string?)printed["printedCode"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("&paper=true", false)]
    public async Task A_document_to_print_has_no_prompts_and_opens_no_pane(string paper, bool prompts)
    {
        using var author = await service.As("p2006");
        var record = await author.Start("reflection");
        using var zip = new ZipArchive(new MemoryStream(await author.Document((string)record["id"]!, "docx" + paper)));
        using var body = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Equal(prompts, (await body.ReadToEndAsync(Api.Cancel)).Contains("请填写", StringComparison.Ordinal));
        Assert.Equal(prompts, zip.GetEntry("word/webextensions/taskpanes.xml") is not null);
    }
}
