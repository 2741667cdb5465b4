using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Roster;

public sealed class ContradictionTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Sheet_that_differs_from_the_roster_is_listed_for_the_school_and_its_author()
    {
        var record = await Plan("p2003", ("post", "德育主任助理"));
        using var secretary = await service.As("p2001");
        var found = (await secretary.Json("/api/schools/s-qinghe/contradictions?year=2024")).AsArray().Single(item => (string?)item!["recordId"] == (string?)record["id"])!;
        Assert.Equal(("职务", "德育主任助理"), ((string?)found["label"], (string?)found["onSheet"]));
        Assert.NotEqual("", (string?)found["inRoster"]);
        using var author = await service.As("p2003");
        var own = Assert.Single((await author.Json($"/api/records/{record["id"]}/contradictions")).AsArray())!;
        Assert.Equal((true, false), ((bool)own["mayCorrectSheet"]!, (bool)own["mayChangeRoster"]!));
    }

    [Fact]
    public async Task Roster_found_right_corrects_the_sheet_and_is_logged()
    {
        var record = await Plan("p2004", ("post", "主任？"));
        using var author = await service.As("p2004");
        var found = (await author.Json($"/api/records/{record["id"]}/contradictions"))[0]!;
        using var settled = await Settle(author, found, "roster");
        Assert.Empty((await settled.Json(HttpStatusCode.OK)).AsArray());
        Assert.Equal((string?)found["inRoster"], (string?)(await author.Json($"/api/records/{record["id"]}"))["data"]!["post"]);
        Assert.Contains((await author.Json($"/api/records/{record["id"]}/history")).AsArray(), change => (string?)change!["subject"] == "record.data.post");
    }

    [Fact]
    public async Task Sheet_found_right_writes_a_dated_post_and_the_earlier_one_stays_known()
    {
        var record = await Plan("p2005", ("post", "副校长"));
        using var secretary = await service.As("p2001");
        var found = (await secretary.Json($"/api/records/{record["id"]}/contradictions"))[0]!;
        using var late = await Settle(secretary, found, "sheet", "2025-01-01");
        Assert.Equal("from", (string?)(await late.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
        using var settled = await Settle(secretary, found, "sheet", "2024-09-01");
        Assert.Empty((await settled.Json(HttpStatusCode.OK)).AsArray());
        var posts = await service.InDatabase(database => database.Appointments.Where(post => post.PersonId == "p2005").OrderBy(post => post.From).ToListAsync(Api.Cancel));
        Assert.Equal([((string)found["inRoster"]!, (DateOnly?)new DateOnly(2024, 8, 31)), ("副校长", null)], posts.Select(post => (post.Post, post.To)));
    }

    [Fact]
    public async Task Both_right_dates_the_rosters_value_after_the_sheet()
    {
        using var author = await service.As("p2006");
        var record = await author.Step(await author.Write(await Plan("p2006", ("goals", "目标"), ("work", "工作"), ("post", "大队辅导员")), ("study", "读书")), "submit");
        using var secretary = await service.As("p2001");
        var found = (await secretary.Json($"/api/records/{record["id"]}/contradictions"))[0]!;
        using var settled = await Settle(secretary, found, "both", "2024-11-16");
        Assert.Empty((await settled.Json(HttpStatusCode.OK)).AsArray());
        var posts = await service.InDatabase(database => database.Appointments.Where(post => post.PersonId == "p2006").OrderBy(post => post.From).ToListAsync(Api.Cancel));
        Assert.Equal([("大队辅导员", (DateOnly?)new DateOnly(2024, 11, 15)), ((string)found["inRoster"]!, null)], posts.Select(post => (post.Post, post.To)));
    }

    [Fact]
    public async Task Education_of_an_accepted_sheet_is_dated_in_the_roster()
    {
        await service.InDatabase(async database =>
        {
            var record = await database.Records.SingleAsync(record => record.Id == "rec-p3001-development-plan-2024", Api.Cancel);
            var data = JsonNode.Parse(record.Data)!.AsObject();
            data["education"] = "博士研究生";
            record.Data = data.ToJsonString();
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var secretary = await service.As("p3001");
        var found = (await secretary.Json("/api/records/rec-p3001-development-plan-2024/contradictions")).AsArray().Single(item => (string?)item!["key"] == "education")!;
        using var settled = await Settle(secretary, found, "sheet", "2024-01-10");
        await settled.Json(HttpStatusCode.OK);
        var facts = await service.InDatabase(database => database.PersonFacts.Where(fact => fact.PersonId == "p3001" && fact.Key == "education").OrderBy(fact => fact.From).ToListAsync(Api.Cancel));
        Assert.Equal([((string)found["inRoster"]!, new DateOnly(1900, 1, 1)), ("博士研究生", new DateOnly(2024, 1, 10))], facts.Select(fact => (fact.Value, fact.From)));
        Assert.Equal("博士研究生", await service.InDatabase(database => database.People.Where(person => person.Id == "p3001").Select(person => person.Education).SingleAsync(Api.Cancel)));
    }

    [Fact]
    public async Task Author_cannot_change_the_roster_by_settling()
    {
        var record = await Plan("p1003", ("post", "校长"));
        using var author = await service.As("p1003");
        var found = (await author.Json($"/api/records/{record["id"]}/contradictions"))[0]!;
        using var settled = await Settle(author, found, "sheet", "2024-01-01");
        await settled.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_not_settled()
    {
        var record = await Plan("p1004", ("post", "校长"));
        using var secretary = await service.As("p1001");
        var found = (await secretary.Json($"/api/records/{record["id"]}/contradictions"))[0]!.DeepClone();
        found["inRoster"] = "别的职务";
        using var settled = await Settle(secretary, found, "sheet", "2024-01-01");
        await settled.Problem(HttpStatusCode.Conflict, "contradiction-gone");
    }

    [Fact]
    public async Task Blanks_and_empty_fields_are_no_contradiction()
    {
        using var author = await service.As("p1005");
        var post = (string)(await author.Start("semester-plan", 2025, 1))["data"]!["post"]!;
        var record = await Plan("p1005", ("post", post[..1] + " " + post[1..]), 2);
        Assert.Empty((await author.Json($"/api/records/{record["id"]}/contradictions")).AsArray());
        record = await author.Write(record, ("post", ""));
        Assert.Empty((await author.Json($"/api/records/{record["id"]}/contradictions")).AsArray());
    }

    private Task<JsonNode> Plan(string personId, params (string Key, string Value)[] values) => Plan(personId, values[0], 1, values[1..]);

    private async Task<JsonNode> Plan(string personId, (string Key, string Value) value, int semester, params (string Key, string Value)[] more)
    {
        await service.InDatabase(database => database.Records.Where(record => record.PersonId == personId && record.FormId == "semester-plan" && record.Semester == semester && record.Year == 2024).ExecuteDeleteAsync(Api.Cancel));
        using var author = await service.As(personId);
        return await author.Write(await author.Start("semester-plan", 2024, semester), [value, .. more]);
    }

    private static Task<HttpResponseMessage> Settle(HttpClient client, JsonNode found, string right, string? from = null) => client.Send(
        HttpMethod.Post, $"/api/records/{found["recordId"]}/contradictions/settle",
        new { field = (string?)found["field"], onSheet = (string?)found["onSheet"], inRoster = (string?)found["inRoster"], right, from }, (int)found["version"]!);
}
