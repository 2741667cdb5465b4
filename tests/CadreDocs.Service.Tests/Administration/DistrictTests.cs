using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Administration;

public sealed class DistrictTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Region_and_school_are_added_and_the_school_is_seen_at_once()
    {
        using var client = await service.As("p0004");
        using var region = await client.Send(HttpMethod.Post, "/api/district/regions", new { code = "N", name = "北片区" });
        var id = (string)(await region.Json(HttpStatusCode.Created))["regions"]!.AsArray().Single(line => (string?)line!["name"] == "北片区")!["id"]!;
        using var school = await client.Send(HttpMethod.Post, "/api/district/schools", new { code = "310999", name = "松间小学", stage = "primary", regionId = id });
        await school.Json(HttpStatusCode.Created);
        using var officer = await service.As("p0002");
        var line = (await officer.Json("/api/schools")).AsArray().Single(line => (string?)line!["name"] == "松间小学")!;
        Assert.Equal(("310999", "primary", "北片区"), ((string?)line["code"], (string?)line["stage"], (string?)line["regionName"]));
    }

    [Fact]
    public async Task Code_of_another_school_is_refused_by_its_name()
    {
        using var client = await service.As("p0004");
        using var response = await client.Send(HttpMethod.Post, "/api/district/schools", new { code = "310902", name = "松林小学", stage = "primary", regionId = "r-east" });
        Assert.Contains("青禾小学", (string)(await response.Problem(HttpStatusCode.Conflict, "code-taken"))["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task School_without_kind_or_region_is_refused_by_field()
    {
        using var client = await service.As("p0004");
        using var response = await client.Send(HttpMethod.Post, "/api/district/schools", new { code = "1", name = "松林小学", stage = "college", regionId = "nowhere" });
        var items = (await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray();
        Assert.Equal(["stage", "regionId"], items.Select(item => (string?)item!["field"]));
    }

    [Fact]
    public async Task School_is_renamed_by_whoever_saw_it_last()
    {
        using var client = await service.As("p0004");
        var school = await School(client, "s-yunfan");
        var body = new { code = "310903", name = "云帆实验中学", stage = "secondary", regionId = "r-west" };
        using var renamed = await client.Send(HttpMethod.Put, "/api/district/schools/s-yunfan", body, (int)school["version"]!);
        await renamed.Json(HttpStatusCode.OK);
        Assert.Equal("云帆实验中学", (string?)(await School(client, "s-yunfan"))["name"]);
        using var stale = await client.Send(HttpMethod.Put, "/api/district/schools/s-yunfan", body, (int)school["version"]!);
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task What_is_in_use_is_not_removed()
    {
        using var client = await service.As("p0004");
        using var school = await client.Send(HttpMethod.Delete, "/api/district/schools/s-qinghe");
        await school.Problem(HttpStatusCode.Conflict, "school-in-use");
        using var region = await client.Send(HttpMethod.Delete, "/api/district/regions/r-east");
        await region.Problem(HttpStatusCode.Conflict, "region-in-use");
    }

    [Fact]
    public async Task Region_entered_by_mistake_is_removed()
    {
        using var client = await service.As("p0004");
        using var added = await client.Send(HttpMethod.Post, "/api/district/regions", new { code = "X", name = "错录片区" });
        var id = (string)(await added.Json(HttpStatusCode.Created))["regions"]!.AsArray().Single(line => (string?)line!["code"] == "X")!["id"]!;
        using var removed = await client.Send(HttpMethod.Delete, "/api/district/regions/" + id);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.DoesNotContain((await client.Json("/api/district"))["regions"]!.AsArray(), line => (string?)line!["code"] == "X");
    }

    [Fact]
    public async Task Officer_reads_and_does_not_write()
    {
        using var officer = await service.As("p0002");
        Assert.False((bool)(await officer.Json("/api/district"))["canEdit"]!);
        using var response = await officer.Send(HttpMethod.Post, "/api/district/regions", new { code = "S", name = "南片区" });
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static async Task<JsonNode> School(HttpClient client, string id) =>
        (await client.Json("/api/district"))["schools"]!.AsArray().Single(school => (string?)school!["id"] == id)!;
}
