using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Records;

/// <summary>表2 beyond its ten columns: the marks of the eleventh date and later are m11, m12 … of the same rows (R49).</summary>
public sealed class FurtherColumnTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Mark_under_the_eleventh_date_is_kept()
    {
        using var client = await service.As("p2001");
        var saved = await Save(client, "m11", "⊕");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        saved.Dispose();
        var stored = await service.InDatabase(database => Task.FromResult(database.Records.Single(record => record.FormId == "attendance" && record.SchoolId == "s-qinghe" && record.Year == 2024).Data));
        Assert.Equal("⊕", (string?)JsonNode.Parse(stored)!["rows"]![0]!["m11"]);
    }

    [Fact]
    public async Task What_is_no_mark_is_refused_under_the_eleventh_date_as_under_the_first()
    {
        using var client = await service.As("p2001");
        using var refused = await Save(client, "m11", "迟到");
        var problem = await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("rows.m11", (string?)Assert.Single(problem["problems"]!.AsArray())!["field"]);
    }

    [Fact]
    public async Task Key_that_only_looks_like_a_column_is_unknown()
    {
        using var client = await service.As("p2001");
        using var refused = await Save(client, "m011", "√");
        var problem = await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("unknown-field", (string?)Assert.Single(problem["problems"]!.AsArray())!["code"]);
    }

    private static async Task<HttpResponseMessage> Save(HttpClient client, string key, string value)
    {
        var found = (await client.Json("/api/records?schoolId=s-qinghe&year=2024&formId=attendance")).AsArray();
        var id = found.Count > 0 ? (string)found[0]!["id"]! : (string)(await Start(client))["id"]!;
        var record = await client.Json($"/api/records/{id}");
        var data = new JsonObject { ["rows"] = new JsonArray(new JsonObject { ["name"] = "顾知远", ["m1"] = "√", [key] = value }) };
        return await client.Send(HttpMethod.Put, $"/api/records/{id}", new { data }, (int)record["version"]!);
    }

    private static async Task<JsonNode> Start(HttpClient client)
    {
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "attendance", year = 2024, schoolId = "s-qinghe" });
        return await response.Json(HttpStatusCode.Created);
    }
}
