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
