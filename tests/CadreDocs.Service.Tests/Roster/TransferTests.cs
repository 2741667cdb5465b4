using System.Net;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Roster;

public sealed class TransferTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Departure_with_later_marks_is_refused_with_their_days()
    {
        using var client = await service.As("p2001");
        using var response = await Leave(client, "s-qinghe", "p2006", "2024-09-30");
        var item = Assert.Single((await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!;
        Assert.Equal(("marks-outside", "to"), ((string?)item["code"], (string?)item["field"]));
        Assert.Contains("2024-10-15、2024-11-12", (string)item["message"]!, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await Posts("p2006")).To);
    }

    [Fact]
    public async Task Departure_after_the_last_mark_keeps_the_row_of_the_attendance_sheet()
    {
        using var client = await service.As("p2001");
        using var response = await Leave(client, "s-qinghe", "p2007", "2024-11-12");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var row = (await client.Json("/api/schools/s-qinghe/attendance?year=2024"))["cadres"]!.AsArray().Single(row => (string?)row!["personId"] == "p2007")!;
        Assert.Equal(row["marks"]!.AsObject().Count, (int)row["totals"]!["sessions"]! - (int)row["totals"]!["blank"]!);
    }

    [Fact]
    public async Task Who_left_comes_back_as_the_same_person()
    {
        using var client = await service.As("p2001");
        using var left = await Leave(client, "s-qinghe", "p2008", "2024-11-13");
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        using var back = await Transfer(client, "s-qinghe", new { platformNo = "003109022008", post = "总务主任", from = "2024-11-20" });
        Assert.Equal("p2008", (string?)(await back.Json(HttpStatusCode.OK))["personId"]);
        Assert.Equal([(new DateOnly(2024, 11, 13), true), (null, true)], (await Posts("p2008")).Select(post => (post.To, post.OfRecord)));
    }

    [Fact]
    public async Task Second_post_leaves_the_filing_to_the_other_school()
    {
        using var client = await service.As("p3001");
        using var second = await Transfer(client, "s-yunfan", new { personId = "p1003", post = "德育顾问", from = "2024-10-01", secondPost = true });
        var cadre = await second.Json(HttpStatusCode.OK);
        Assert.False((bool)cadre["ofRecord"]!);
        Assert.Equal(["云帆中学", "晨露幼儿园"], cadre["posts"]!.AsArray().Select(post => (string?)post!["schoolName"]));
        Assert.DoesNotContain((await client.Json("/api/schools/s-yunfan/credits?year=2024"))["rows"]!.AsArray(), row => (string?)row!["personId"] == "p1003");
    }

    [Fact]
    public async Task Second_post_becomes_the_post_of_record_from_a_day_on()
    {
        using var client = await service.As("p3001");
        using var second = await Transfer(client, "s-yunfan", new { personId = "p1004", post = "科研顾问", from = "2024-10-01", secondPost = true });
        var version = (int)(await second.Json(HttpStatusCode.OK))["version"]!;
        using var changed = await client.Send(HttpMethod.Put, "/api/people/p1004/filing-school", new { schoolId = "s-yunfan", from = "2024-12-01" }, version);
        Assert.True((bool)(await changed.Json(HttpStatusCode.OK))["ofRecord"]!);
        Assert.Equal(
            [("s-chenlu", "2018-09-01", true), ("s-yunfan", "2024-10-01", false), ("s-chenlu", "2024-12-01", false), ("s-yunfan", "2024-12-01", true)],
            (await Posts("p1004")).OrderBy(post => post.From).ThenBy(post => post.SchoolId).Select(post => (post.SchoolId, post.From.ToString("yyyy-MM-dd", null), post.OfRecord)));
        Assert.Contains((await client.Json("/api/schools/s-yunfan/credits?year=2024"))["rows"]!.AsArray(), row => (string?)row!["personId"] == "p1004");
    }

    [Fact]
    public async Task Filing_goes_to_the_other_school_when_the_post_of_record_ends()
    {
        using var secretary = await service.As("p3001");
        using var second = await Transfer(secretary, "s-yunfan", new { personId = "p1005", post = "后勤顾问", from = "2024-10-01", secondPost = true });
        await second.Json(HttpStatusCode.OK);
        using var client = await service.As("p1001");
        using var left = await Leave(client, "s-chenlu", "p1005", "2024-11-30");
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        var filing = Assert.Single(await Posts("p1005"), post => post.OfRecord && post.To is null);
        Assert.Equal(("s-yunfan", new DateOnly(2024, 12, 1)), (filing.SchoolId, filing.From));
    }

    [Fact]
    public async Task Departure_asks_which_of_several_schools_files_from_then_on()
    {
        using var administrator = await service.As("p0004");
        foreach (var school in new[] { "s-yunfan", "s-qinghe" })
        {
            using var second = await Transfer(administrator, school, new { personId = "p1006", post = "顾问", from = "2024-10-01", secondPost = true });
            await second.Json(HttpStatusCode.OK);
        }

        using var unclear = await Leave(administrator, "s-chenlu", "p1006", "2024-11-30");
        var item = Assert.Single((await unclear.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!;
        Assert.Contains("青禾小学、云帆中学", (string)item["message"]!, StringComparison.Ordinal);
        using var clear = await administrator.Send(HttpMethod.Post, "/api/schools/s-chenlu/roster/departures", new { personId = "p1006", lastDay = "2024-11-30", filingSchoolId = "s-qinghe" });
        Assert.Equal(HttpStatusCode.NoContent, clear.StatusCode);
        Assert.Equal("s-qinghe", Assert.Single(await Posts("p1006"), post => post.OfRecord && post.To is null).SchoolId);
    }

    [Fact]
    public async Task Second_post_without_a_first_is_refused()
    {
        using var administrator = await service.As("p0004");
        using var left = await Leave(administrator, "s-chenlu", "p1007", "2024-11-14");
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        using var second = await Transfer(administrator, "s-yunfan", new { personId = "p1007", post = "顾问", from = "2025-01-01", secondPost = true });
        Assert.Equal("no-filing-school", (string?)(await second.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task Person_is_found_by_number_or_whole_name_with_the_posts()
    {
        using var client = await service.As("p3001");
        var found = Assert.Single((await client.Json("/api/people/find?query=003109022002")).AsArray())!;
        Assert.Equal(("王芳", "青禾小学"), ((string?)found["name"], (string?)found["posts"]![0]!["schoolName"]));
        Assert.Equal(2, (await client.Json("/api/people/find?query=王芳")).AsArray().Count);
        Assert.Empty((await client.Json("/api/people/find?query=王")).AsArray());
    }

    [Fact]
    public async Task Cadre_does_not_look_people_up()
    {
        using var client = await service.As("p3002");
        using var response = await client.GetAsync("/api/people/find?query=王芳", Api.Cancel);
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static Task<HttpResponseMessage> Leave(HttpClient client, string school, string personId, string lastDay) =>
        client.Send(HttpMethod.Post, $"/api/schools/{school}/roster/departures", new { personId, lastDay });

    private static Task<HttpResponseMessage> Transfer(HttpClient client, string school, object body) => client.Send(HttpMethod.Post, $"/api/schools/{school}/roster/transfers", body);

    private Task<List<Appointment>> Posts(string personId) =>
        service.InDatabase(database => database.Appointments.AsNoTracking().Where(post => post.PersonId == personId).OrderBy(post => post.From).ToListAsync(Api.Cancel));
}
