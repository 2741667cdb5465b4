using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Records;
using CadreDocs.Service.Tests.Records;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Portfolios;

public sealed class BinderTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string School = "/api/schools/s-qinghe";

    [Fact]
    public async Task A_cadres_portfolio_is_one_valid_document_with_all_items_in_official_order()
    {
        using var client = await service.As("p2001");
        using var document = await Binder(client, "?year=2024&person=p2001");
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var lines = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        var items = lines.Where(line => line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] == '．').Select(line => line[0] - '0').ToList();
        Assert.Equal(Enumerable.Range(1, 9), items);
        Assert.Contains(lines, line => line.Contains("二、干部个人自培档案袋", StringComparison.Ordinal));
        Assert.Contains(lines, line => line == "干 部 学 习 心 得");
    }

    [Fact]
    public async Task A_whole_school_is_bound_with_every_cadre()
    {
        using var client = await service.As("p2001");
        using var document = await Binder(client, "?year=2024&everyone=true");
        var headings = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)
            .Where(line => line.StartsWith("一、学校自培工作档案袋", StringComparison.Ordinal) || line.StartsWith("二、干部个人自培档案袋　", StringComparison.Ordinal)).ToList();
        Assert.True(headings.Count > 2);
        Assert.Equal(headings.Count, headings.Distinct().Count());
    }

    [Fact]
    public async Task Only_accepted_papers_are_bound()
    {
        using var client = await service.As("p2001");
        var accepted = await service.InDatabase(database => database.Records.CountAsync(
            record => record.PersonId == "p2001" && record.Year <= 2024 && record.UntilYear >= 2024 && (record.State == RecordState.Accepted || record.State == RecordState.Filed)));
        using var document = await Binder(client, "?year=2024&person=p2001");
        Assert.Equal(accepted, document.MainDocumentPart!.Document.Descendants<FieldCode>().Count(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cadre_binds_the_own_papers_but_nobody_elses()
    {
        using var client = await service.As("p2004");
        using (var own = await client.GetAsync($"{School}/binder?year=2024&person=p2004", Api.Cancel))
        {
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        }

        foreach (var query in new[] { "?year=2024", "?year=2024&person=p2001", "?year=2024&everyone=true" })
        {
            using var other = await client.GetAsync($"{School}/binder{query}", Api.Cancel);
            await other.Problem(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task A_year_without_papers_is_refused_with_what_to_do()
    {
        using var client = await service.As("p2001");
        using var response = await client.GetAsync($"{School}/binder?year=2019", Api.Cancel);
        await response.Problem(HttpStatusCode.Conflict, "nothing-to-bind");
    }

    [Fact]
    public async Task An_unknown_format_is_refused()
    {
        using var client = await service.As("p2001");
        using var response = await client.GetAsync($"{School}/binder?year=2024&format=wps", Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "no-such-format");
    }

    [Fact]
    public async Task A_character_that_no_font_draws_is_named_with_its_paper()
    {
        await service.InDatabase(async database =>
        {
            var record = await database.Records.FirstAsync(item => item.Id == "rec-p2002-reflection-2024", Api.Cancel);
            var data = JsonNode.Parse(record.Data)!.AsObject();
            data["topic"] = "读𫝀有感";
            record.Data = data.ToJsonString();
            record.State = RecordState.Accepted;
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var client = await service.As("p2001");
        var check = await client.Json($"{School}/preflight?year=2024&person=p2002");
        Assert.False((bool?)check["pdf"]);
        var paper = Assert.Single(check["papers"]!.AsArray())!;
        Assert.Equal("rec-p2002-reflection-2024", (string?)paper["recordId"]);
        var gap = Assert.Single(paper["gaps"]!.AsArray())!;
        Assert.Equal(("topic", "题目", "𫝀", null), ((string?)gap["field"], (string?)gap["label"], (string?)gap["character"], (string?)gap["fallback"]));
    }

    [Fact]
    public async Task Without_a_printer_no_page_number_is_guessed_and_no_PDF_is_offered()
    {
        using var client = await service.As("p2001");
        using var document = await Binder(client, "?year=2024&person=p2001");
        var shown = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(paragraph => paragraph.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)))
            .Select(paragraph => paragraph.Descendants<Text>().Last().Text).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, text => Assert.Equal("　", text));
        using var pdf = await client.GetAsync($"{School}/binder?year=2024&person=p2001&format=pdf", Api.Cancel);
        await pdf.Problem(HttpStatusCode.NotFound, "no-such-format");
    }

    [Fact]
    public async Task Files_beside_a_record_follow_it_or_are_named_on_a_sheet()
    {
        using var client = await service.As("p2005");
        var record = await client.Start("reflection");
        record = await client.Write(record, [.. RecordSteps.Reflection, ("insight", "只在这里出现的一句。")]);
        var id = (string)record["id"]!;
        (await client.Attach(id, await client.Document(id), "讲稿.docx", "script")).Dispose();
        (await client.Attach(id, "%PDF-1.4 x"u8.ToArray(), "证书.pdf", "certificate")).Dispose();
        await service.InDatabase(async database =>
        {
            (await database.Records.FirstAsync(item => item.Id == id, Api.Cancel)).State = RecordState.Accepted;
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var document = await Binder(client, "?year=2024&person=p2005");
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Equal(3, text.Split("只在这里出现的一句。").Length);
        Assert.Contains("请在此处插入：证书.pdf", text, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    private static async Task<WordprocessingDocument> Binder(HttpClient client, string query)
    {
        using var response = await client.GetAsync($"{School}/binder{query}", Api.Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WordprocessingDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Api.Cancel)), false);
    }
}
