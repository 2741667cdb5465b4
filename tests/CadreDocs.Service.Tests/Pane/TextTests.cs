using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Pane;

public sealed class TextTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Texts_are_spelled_as_in_a_document_and_save_as_values()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);

        var saved = await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "听课有感"), ("date", "２０２４年３月５日")), version)).Json(HttpStatusCode.OK);

        Assert.Equal("2024年3月5日", TextOf(saved, "date"));
        var record = await client.Json($"/api/records/{id}");
        Assert.Equal("2024-03-05", (string?)record["data"]?["date"]);
        Assert.Equal("听课有感", (string?)record["data"]?["topic"]);
    }

    [Fact]
    public async Task A_stale_document_is_told_place_by_place_and_changes_nothing()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);
        await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "别处改的")), version)).Json(HttpStatusCode.OK);

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "文档里的")), version);

        var problem = await response.Problem(HttpStatusCode.PreconditionFailed, "stale");
        var conflict = problem["conflicts"]!.AsArray().Single(item => (string?)item!["tag"] == "topic")!;
        Assert.Equal(("文档里的", "别处改的"), ((string?)conflict["yours"], (string?)conflict["theirs"]));
        Assert.Equal("别处改的", TextOf(problem["record"]!, "topic"));
    }

    [Fact]
    public async Task A_place_that_is_not_named_keeps_its_value()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);
        var first = await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "题目"), ("content", "内容")), version)).Json(HttpStatusCode.OK);

        var second = await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "新题目")), (int)first["version"]!)).Json(HttpStatusCode.OK);

        Assert.Equal(("新题目", "内容"), (TextOf(second, "topic"), TextOf(second, "content")));
    }

    [Fact]
    public async Task A_write_upon_another_content_is_stale_though_the_version_is_right()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", new { texts = new[] { new { tag = "topic", occurrence = 0, text = "新" } }, code = "0000-0000" }, version);

        var problem = await response.Problem(HttpStatusCode.PreconditionFailed, "stale");
        Assert.Equal(version, (int)problem["record"]!["version"]!);
        Assert.Null((await client.Json($"/api/records/{id}"))["data"]!["topic"]);
    }

    [Fact]
    public async Task What_an_older_document_held_is_told_by_its_content_code()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);
        var first = await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "第一"), ("content", "内容")), version)).Json(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "第二"), ("content", "")), (int)first["version"]!)).Json(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "第三")), (int)second["version"]!)).Json(HttpStatusCode.OK);

        var now = await client.Json($"/api/records/{id}/texts?code={first["contentCode"]}");

        Assert.Equal(("第三", ""), (TextOf(now, "topic"), TextOf(now, "content")));
        string? Past(string tag) => (string?)now["past"]!.AsArray().Single(text => (string?)text!["tag"] == tag)!["text"];
        Assert.Equal(("第一", "内容"), (Past("topic"), Past("content")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=0000-0000")]
    public async Task An_unknown_content_has_no_past(string query)
    {
        using var client = await service.As("p1003");
        var (id, _) = await NewReflection(client);

        Assert.Null((await client.Json($"/api/records/{id}/texts{query}"))["past"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public async Task A_row_beyond_all_sheets_is_refused(int row)
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", new { texts = new[] { new { tag = "topic", occurrence = row, text = "新" } } }, version);

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("texts", (string?)problem["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task Rows_that_the_service_sorts_are_named_as_rearranged()
    {
        using var client = await service.As("p3001");
        await client.GetByteArrayAsync("/api/schools/s-yunfan/sheets/session-schedule/document?year=2024", Api.Cancel);
        var record = (await client.Json("/api/records?schoolId=s-yunfan&year=2024&formId=session-schedule")).AsArray().Single()!;
        var before = await client.Json($"/api/records/{record["id"]}/texts");
        var row = before["fields"]!.AsArray().Count(field => (string?)field!["tag"] == "rows.date" && (string?)field["text"] != "");
        object Cell(string key, string text) => new { tag = "rows." + key, occurrence = row, text };

        var saved = await (await client.Send(
            HttpMethod.Put, $"/api/records/{record["id"]}/texts", new { texts = new[] { Cell("date", "2024年1月2日"), Cell("content", "元旦后的学习") } }, (int)before["version"]!)).Json(HttpStatusCode.OK);

        Assert.Equal("rows", (string?)saved["rearranged"]!.AsArray().Single());
        Assert.Equal("元旦后的学习", TextOf(saved, "rows.content"));
    }

    [Fact]
    public async Task What_is_no_date_is_named_by_its_tag_and_nothing_is_saved()
    {
        using var client = await service.As("p1003");
        var (id, version) = await NewReflection(client);

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "新"), ("date", "改天")), version);

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("date", (string?)problem["problems"]![0]!["field"]);
        Assert.Null((await client.Json($"/api/records/{id}"))["data"]!["topic"]);
    }

    [Fact]
    public async Task A_write_without_the_version_it_saw_is_refused()
    {
        using var client = await service.As("p1003");
        var (id, _) = await NewReflection(client);

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "新")));

        await response.Problem(HttpStatusCode.PreconditionRequired, "version-missing");
    }

    [Fact]
    public async Task Another_persons_texts_look_like_none()
    {
        using var owner = await service.As("p1003");
        var (id, version) = await NewReflection(owner);
        using var other = await service.As("p1004");

        using var read = await other.GetAsync($"/api/records/{id}/texts", Api.Cancel);
        using var write = await other.Send(HttpMethod.Put, $"/api/records/{id}/texts", Texts(("topic", "偷改")), version);

        await read.Problem(HttpStatusCode.NotFound, "not-found");
        await write.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<(string Id, int Version)> NewReflection(HttpClient client)
    {
        var record = await (await client.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 })).Json(HttpStatusCode.Created);
        return ((string)record["id"]!, (int)record["version"]!);
    }

    private static object Texts(params (string Tag, string Text)[] texts) => new { texts = texts.Select(text => new { tag = text.Tag, occurrence = 0, text = text.Text }) };

    private static string? TextOf(JsonNode record, string tag) => (string?)record["fields"]!.AsArray().First(field => (string?)field!["tag"] == tag)!["text"];
}
