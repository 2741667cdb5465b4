using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Roster;

/// <summary>Each test has a cadre of its own: the sample's posts all began on 1 September 2018.</summary>
public sealed class PostTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task First_day_of_a_post_is_corrected_and_logged_under_its_year()
    {
        using var client = await service.As("p3001");
        using var response = await Correct(client, "p3003", new { post = "副校长", from = "2019-02-01", to = (string?)null, reason = "任命书为准" });
        Assert.Equal("2019-02-01", (string?)(await response.Json(HttpStatusCode.OK))["from"]);
        var change = (await client.Json("/api/changes?schoolId=s-yunfan&year=2019")).AsArray().Single(line => (string?)line!["subject"] == "roster.post")!;
        Assert.Equal(("副校长 2018-09-01—", "副校长 2019-02-01—", "任命书为准"), ((string?)change["before"], (string?)change["after"], (string?)change["reason"]));
    }

    [Fact]
    public async Task First_day_after_a_mark_is_refused_with_the_days()
    {
        using var client = await service.As("p3001");
        using var response = await Correct(client, "p3004", new { post = "教导主任", from = "2024-04-01", to = (string?)null });
        var item = (await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray().First(item => (string?)item!["code"] == "marks-outside")!;
        Assert.Contains("2024-03-05、2024-03-26", (string)item["message"]!, StringComparison.Ordinal);
        Assert.Equal("from", (string?)item["field"]);
        Assert.Equal(new DateOnly(2018, 9, 1), Assert.Single(await Posts("p3004")).From);
    }

    [Fact]
    public async Task Last_day_before_a_year_with_papers_is_refused_with_their_number()
    {
        await service.InDatabase(database => database.AttendanceMarks.Where(mark => mark.PersonId == "p3005").ExecuteDeleteAsync(Api.Cancel));
        using var client = await service.As("p3001");
        using var response = await Correct(client, "p3005", new { post = "政教主任", from = "2018-09-01", to = "2023-12-31" });
        var item = Assert.Single((await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!;
        Assert.Equal(("papers-outside", "to"), ((string?)item["code"], (string?)item["field"]));
        Assert.Contains("2024年度", (string)item["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistaken_departure_is_taken_back_by_clearing_the_last_day()
    {
        using var client = await service.As("p3001");
        using var left = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/roster/departures", new { personId = "p3007", lastDay = "2024-11-13" });
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        using var response = await Correct(client, "p3007", new { post = "年级组长", from = "2018-09-01", to = (string?)null });
        Assert.Null((string?)(await response.Json(HttpStatusCode.OK))["to"]);
    }

    [Fact]
    public async Task Post_before_it_moves_its_end_along()
    {
        using var client = await service.As("p3001");
        var cadre = await Cadre(client, "p3008");
        using var changed = await client.Send(HttpMethod.Put, "/api/people/p3008", new { post = "总务主任", from = "2024-09-01" }, (int)cadre["version"]!);
        await changed.Json(HttpStatusCode.OK);
        using var response = await Correct(client, "p3008", new { post = "总务主任", from = "2024-08-15", to = (string?)null }, post => post.Post == "总务主任");
        await response.Json(HttpStatusCode.OK);
        Assert.Equal([("实验室主任", new DateOnly(2024, 8, 14)), ("总务主任", (DateOnly?)null)], (await Posts("p3008")).Select(post => (post.Post, post.To)));
    }

    [Fact]
    public async Task Changed_post_of_somebody_who_leaves_ends_with_the_departure()
    {
        using var client = await service.As("p3001");
        using var left = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/roster/departures", new { personId = "p3010", lastDay = "2024-12-31" });
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        var cadre = await Cadre(client, "p3010");
        using var changed = await client.Send(HttpMethod.Put, "/api/people/p3010", new { post = "工会主席", from = "2024-09-01" }, (int)cadre["version"]!);
        await changed.Json(HttpStatusCode.OK);
        Assert.Equal([new DateOnly(2024, 8, 31), new DateOnly(2024, 12, 31)], (await Posts("p3010")).Select(post => post.To!.Value));
    }

    [Fact]
    public async Task Last_day_before_the_first_is_refused()
    {
        using var client = await service.As("p3001");
        using var response = await Correct(client, "p3009", new { post = "团委书记", from = "2024-05-01", to = "2024-04-01" });
        Assert.Equal("before-post", (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task Post_is_corrected_by_whoever_keeps_its_school_and_saw_the_present_version()
    {
        var post = Assert.Single(await Posts("p3002"));
        using var foreign = await service.As("p2001");
        using var refused = await foreign.Send(HttpMethod.Put, $"/api/people/p3002/posts/{post.Id}", new { post = "校长", from = "2018-09-01" }, 1);
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
        using var client = await service.As("p3001");
        using var stale = await client.Send(HttpMethod.Put, $"/api/people/p3002/posts/{post.Id}", new { post = "校长", from = "2018-09-01" }, 77);
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task Only_post_is_not_taken_out()
    {
        using var client = await service.As("p3001");
        var cadre = await Cadre(client, "p3006");
        using var response = await client.Send(HttpMethod.Delete, $"/api/people/p3006/posts/{cadre["posts"]![0]!["id"]}", version: (int)cadre["version"]!);
        await response.Problem(HttpStatusCode.Conflict, "last-post");
    }

    private async Task<HttpResponseMessage> Correct(HttpClient client, string personId, object body, Func<Appointment, bool>? which = null)
    {
        var post = (await Posts(personId)).Single(which ?? (_ => true));
        return await client.Send(HttpMethod.Put, $"/api/people/{personId}/posts/{post.Id}", body, await service.InDatabase(database => database.People.Where(person => person.Id == personId).Select(person => person.Version).SingleAsync(Api.Cancel)));
    }

    private Task<List<Appointment>> Posts(string personId) =>
        service.InDatabase(database => database.Appointments.AsNoTracking().Where(post => post.PersonId == personId).OrderBy(post => post.From).ToListAsync(Api.Cancel));

    private static async Task<JsonNode> Cadre(HttpClient client, string personId) =>
        (await client.Json("/api/schools/s-yunfan/roster?year=2024"))["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == personId)!;
}
