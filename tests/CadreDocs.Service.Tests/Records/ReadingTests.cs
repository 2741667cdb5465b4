using System.Net;
using System.Text;

namespace CadreDocs.Service.Tests.Records;

public sealed class ReadingTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Document_is_downloaded_prefilled_filled_uploaded_shown_and_applied()
    {
        using var client = await service.As("p1004");
        var record = await client.Start("reflection");
        var document = await client.Document((string)record["id"]!);
        Assert.Equal("沈𣲘", WordEditor.Text(document, "name"));

        using var uploaded = await client.Upload(WordEditor.Fill(document, ("topic", "读书有感"), ("date", "2024年11月1日"), ("insight", "看见人")));
        var reading = await uploaded.Json(HttpStatusCode.OK);
        Assert.Equal(((string?)record["id"], false), ((string?)reading["recordId"], (bool?)reading["stale"]));
        var topic = reading["fields"]!.AsArray().Single(field => (string?)field!["key"] == "topic")!;
        Assert.Equal(("", "读书有感", true, "tag"), ((string?)topic["before"], (string?)topic["value"], (bool?)topic["changed"], (string?)topic["source"]));
        Assert.Null((await client.Json($"/api/records/{record["id"]}"))["data"]?["topic"]);

        using var applied = await client.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", null, (int)reading["currentVersion"]!);
        var after = await applied.Json(HttpStatusCode.OK);
        Assert.Equal(("读书有感", "2024-11-01", "看见人"), ((string?)after["data"]?["topic"], (string?)after["data"]?["date"], (string?)after["data"]?["insight"]));
    }

    [Fact]
    public async Task File_name_of_a_download_is_that_of_the_binder()
    {
        using var client = await service.As("p1002");
        using var response = await client.GetAsync("/api/records/rec-p1002-reflection-2024/document", Api.Cancel);
        Assert.Equal("3．干部学习心得（表7）-阿依古丽·买买提.docx", response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Own_file_can_be_filled_further_and_uploaded_again()
    {
        using var client = await service.As("p1005");
        var record = await client.Start("reflection");
        var document = await client.Document((string)record["id"]!);
        var first = await Read(client, WordEditor.Fill(document, ("topic", "甲")));
        (await client.Send(HttpMethod.Post, $"/api/readings/{first["id"]}/apply", null, 1)).Dispose();
        var second = await Read(client, WordEditor.Fill(document, ("topic", "甲"), ("content", "第二章")));
        Assert.False((bool?)second["stale"]);
    }

    [Fact]
    public async Task Document_older_than_the_record_is_applied_only_after_its_differences_were_seen()
    {
        using var client = await service.As("p1006");
        var record = await client.Start("reflection");
        var document = await client.Document((string)record["id"]!);
        await client.Write(record, ("topic", "在网页上写的"));
        var reading = await Read(client, WordEditor.Fill(document, ("topic", "在旧文件里写的")));
        Assert.True((bool?)reading["stale"]);

        using var refused = await client.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", null, 2);
        var problem = await refused.Problem(HttpStatusCode.PreconditionFailed, "stale");
        var difference = Assert.Single(problem["differences"]!.AsArray())!;
        Assert.Equal(("在旧文件里写的", "在网页上写的"), ((string?)difference["yours"], (string?)difference["theirs"]));

        using var agreed = await client.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", new { overwrite = true }, 2);
        Assert.Equal("在旧文件里写的", (string?)(await agreed.Json(HttpStatusCode.OK))["data"]?["topic"]);
    }

    [Fact]
    public async Task Document_of_somebody_else_is_refused()
    {
        using var owner = await service.As("p2002");
        var document = await owner.Document("rec-p2002-reflection-2024");
        using var namesake = await service.As("p2003");
        using var response = await namesake.Upload(document);
        await response.Problem(HttpStatusCode.Forbidden, "foreign-form");
    }

    [Fact]
    public async Task Document_of_another_year_is_refused_with_both_years()
    {
        using var client = await service.As("p2003");
        var old = await client.Start("reflection", 2023);
        var document = await client.Document((string)old["id"]!);
        var current = await client.Start("reflection");
        using var response = await client.Upload(document, (string)current["id"]!);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "other-year");
        Assert.Contains("2023", (string?)problem["title"], StringComparison.Ordinal);
        Assert.Equal((string?)old["id"], (string?)problem["belongsTo"]);
    }

    [Fact]
    public async Task Document_of_another_form_is_refused()
    {
        using var client = await service.As("p2003");
        var lecture = await client.Start("lecture");
        var reflection = await client.Start("reflection");
        using var response = await client.Upload(await client.Document((string)lecture["id"]!), (string)reflection["id"]!);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "other-form");
    }

    [Fact]
    public async Task Old_blank_with_a_colleagues_name_is_refused()
    {
        using var client = await service.As("p2006");
        var record = await client.Start("reflection");
        var blank = WordEditor.Anonymous(WordEditor.Fill(await client.Document((string)record["id"]!), ("name", "方圆")));
        using var response = await client.Upload(blank, (string)record["id"]!);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "other-person");
    }

    [Fact]
    public async Task Handed_in_paper_takes_no_upload()
    {
        using var client = await service.As("p1002");
        using var response = await client.Upload(await client.Document("rec-p1002-reflection-2024"));
        await response.Problem(HttpStatusCode.Conflict, "not-now");
    }

    public static TheoryData<string, byte[], HttpStatusCode, string> BadFiles() => new()
    {
        { "计划.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0], HttpStatusCode.UnsupportedMediaType, "file-old-office" },
        { "计划.wps", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0], HttpStatusCode.UnsupportedMediaType, "file-wps" },
        { "计划.pdf", Encoding.ASCII.GetBytes("%PDF-1.7"), HttpStatusCode.UnsupportedMediaType, "file-pdf" },
        { "计划.docx", [], HttpStatusCode.UnprocessableEntity, "file-empty" },
        { "计划.docx", Encoding.ASCII.GetBytes("hello"), HttpStatusCode.UnsupportedMediaType, "file-not-office" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Wrong_kind_of_file_is_refused_with_its_name_and_what_to_do(string name, byte[] file, HttpStatusCode status, string code)
    {
        using var client = await service.As("p1003");
        using var response = await client.Upload(file, name: name);
        var problem = await response.Problem(status, code);
        Assert.Contains(name, (string?)problem["title"], StringComparison.Ordinal);
        Assert.Contains("上传", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_zip_is_refused()
    {
        using var client = await service.As("p1003");
        var document = await client.Document((string)(await client.Start("reflection"))["id"]!);
        using var response = await client.Upload(document[..(document.Length / 2)]);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "file-truncated");
    }

    [Fact]
    public async Task Zip_bomb_is_refused()
    {
        using var client = await service.As("p1003");
        var document = await client.Document((string)(await client.Start("reflection"))["id"]!);
        var bomb = WordEditor.WithPart(document, "word/document.xml", text => text.Replace("</w:body>", new string(' ', 70 * 1024 * 1024) + "</w:body>", StringComparison.Ordinal));
        using var response = await client.Upload(bomb);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "file-inflates");
    }

    [Fact]
    public async Task Document_type_definition_is_refused()
    {
        using var client = await service.As("p1003");
        var document = await client.Document((string)(await client.Start("reflection"))["id"]!);
        var hostile = WordEditor.WithPart(document, "word/document.xml", text =>
            text.Insert(text.IndexOf("?>", StringComparison.Ordinal) + 2, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        using var response = await client.Upload(hostile);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("dtd", (string?)(await response.Json(HttpStatusCode.UnprocessableEntity))["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_of_an_unknown_form_is_refused()
    {
        using var client = await service.As("p1003");
        var document = await client.Document((string)(await client.Start("reflection"))["id"]!);
        var unknown = WordEditor.WithPart(document, "customXml/cadredocs.xml", text => text.Replace("reflection", "poem", StringComparison.Ordinal));
        using var response = await client.Upload(unknown);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "form-unknown");
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Read(HttpClient client, byte[] document)
    {
        using var response = await client.Upload(document);
        return await response.Json(HttpStatusCode.OK);
    }
}
