using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Training;

public sealed class TrainingApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Qinghe = "/api/schools/s-qinghe";

    [Fact]
    public async Task The_worked_row_of_marks_adds_up()
    {
        using var client = await service.As("p2001");
        var totals = Row(await client.Json(Qinghe + "/attendance?year=2024"), "p2002")["totals"]!;
        Assert.Equal((8, 4, 1, 1, 1, 1, 1), ((int)totals["sessions"]!, (int)totals["present"]!, (int)totals["absent"]!, (int)totals["sick"]!, (int)totals["personal"]!, (int)totals["blank"]!, (int)totals["absentPrinted"]!));
    }

    [Fact]
    public async Task A_reviewer_does_not_see_who_was_ill()
    {
        using var reviewer = await service.As("p0001");
        var attendance = await reviewer.Json(Qinghe + "/attendance?year=2024");
        Assert.DoesNotContain(attendance["cadres"]!.AsArray(), row => row!["marks"]!.ToJsonString().Contains('⊕', StringComparison.Ordinal));
        var totals = Row(attendance, "p2002")["totals"]!;
        Assert.Null(totals["sick"]);
        Assert.Equal(2, (int)totals["leave"]!);
    }

    [Fact]
    public async Task A_look_alike_is_normalised_with_a_notice()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/attendance?year=2024", new { marks = new[] { new { sessionId = "t-qinghe-8", personId = "p2005", mark = "〇" } } });
        var result = await response.Json(HttpStatusCode.OK);
        Assert.Single(result["notices"]!.AsArray());
        Assert.Equal("O", (string?)Row(result["attendance"]!, "p2005")["marks"]!["t-qinghe-8"]);
    }

    [Fact]
    public async Task One_faulty_mark_stops_all_of_them()
    {
        using var client = await service.As("p2001");
        var before = Row(await client.Json(Qinghe + "/attendance?year=2024"), "p2007")["marks"]!.ToJsonString();
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/attendance?year=2024", new
        {
            marks = new[] { new { sessionId = "t-qinghe-7", personId = "p2007", mark = "O" }, new { sessionId = "t-qinghe-7", personId = "p2006", mark = "公差" } },
        });
        var item = Assert.Single((await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!;
        Assert.Equal(("mark-invalid", 2), ((string?)item["code"], (int)item["row"]!));
        Assert.Equal(before, Row(await client.Json(Qinghe + "/attendance?year=2024"), "p2007")["marks"]!.ToJsonString());
    }

    [Fact]
    public async Task A_mark_for_someone_not_in_post_is_refused()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/attendance?year=2024", new { marks = new[] { new { sessionId = "t-qinghe-1", personId = "p3003", mark = "√" } } });
        Assert.Equal("not-in-post", (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task A_mark_that_changed_since_it_was_seen_is_not_overwritten()
    {
        using var client = await service.As("p3001");
        using var response = await client.Send(HttpMethod.Put, "/api/schools/s-yunfan/attendance?year=2024", new { marks = new[] { new { sessionId = "t-yunfan-1", personId = "p3001", mark = "O", seen = "√" } } });
        await response.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task A_session_outside_the_year_is_refused()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Post, Qinghe + "/sessions?year=2024", new { date = "2025-01-05", topic = "学习" });
        Assert.Equal("date-outside-year", (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task Two_sessions_of_one_day_are_numbered()
    {
        using var client = await service.As("p3001");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/sessions?year=2024", new { date = "2024-03-05", topic = "下午的研讨", carrier = "exchange" });
        Assert.Equal("3月5日②", (string?)(await response.Json(HttpStatusCode.Created))["label"]);
        var first = (await client.Json("/api/schools/s-yunfan/sessions?year=2024")).AsArray().First()!;
        Assert.Equal("3月5日①", (string?)first["label"]);
    }

    [Fact]
    public async Task A_session_with_marks_cannot_be_removed()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Delete, Qinghe + "/sessions/t-qinghe-1", null, 1);
        await response.Problem(HttpStatusCode.Conflict, "session-has-marks");
    }

    [Fact]
    public async Task A_joint_session_lands_in_every_school_of_the_region()
    {
        using var chair = await service.As("p0003");
        using var response = await chair.Send(HttpMethod.Post, "/api/regions/r-east/joint-sessions?year=2024", new { session = new { date = "2024-12-06", topic = "片区联合研讨", place = "区少年宫" } });
        Assert.Equal(2, (await response.Json(HttpStatusCode.Created))["schoolIds"]!.AsArray().Count);
        using var client = await service.As("p1001");
        Assert.Contains((await client.Json("/api/schools/s-chenlu/sessions?year=2024")).AsArray(), session => (string?)session!["topic"] == "片区联合研讨" && session["jointSessionId"] is not null);
    }

    [Fact]
    public async Task A_joint_session_changes_in_every_school_and_is_taken_back_until_one_held_it()
    {
        using var chair = await service.As("p0003");
        using var added = await chair.Send(HttpMethod.Post, "/api/regions/r-east/joint-sessions?year=2024", new { session = new { date = "2024-12-10", topic = "片区论坛" }, schoolIds = new[] { "s-qinghe" } });
        var joint = await added.Json(HttpStatusCode.Created);
        var address = $"/api/regions/r-east/joint-sessions/{joint["id"]}";
        using var stale = await chair.Send(HttpMethod.Put, address, new { date = "2024-12-11", topic = "片区论坛（改期）" }, 7);
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale");
        using var moved = await chair.Send(HttpMethod.Put, address, new { date = "2024-12-11", topic = "片区论坛（改期）" }, 1);
        Assert.Equal(2, (int)(await moved.Json(HttpStatusCode.OK))["version"]!);
        using var client = await service.As("p2001");
        var own = (await client.Json(Qinghe + "/sessions?year=2024")).AsArray().Single(session => (string?)session!["topic"] == "片区论坛（改期）")!;
        Assert.Equal("2024-12-11", (string?)own["date"]);
        using var held = await client.Send(HttpMethod.Put, $"{Qinghe}/sessions/{own["id"]}", new { date = "2024-12-11", topic = "片区论坛（改期）", state = "held" }, (int)own["version"]!);
        await held.Json(HttpStatusCode.OK);
        using var kept = await chair.Send(HttpMethod.Delete, address, null, 2);
        Assert.Contains("青禾小学", (string?)(await kept.Problem(HttpStatusCode.Conflict, "joint-held"))["title"], StringComparison.Ordinal);
        using var planned = await client.Send(HttpMethod.Put, $"{Qinghe}/sessions/{own["id"]}", new { date = "2024-12-11", topic = "片区论坛（改期）", state = "planned" }, (int)own["version"]! + 1);
        await planned.Json(HttpStatusCode.OK);
        using var gone = await chair.Send(HttpMethod.Delete, address, null, 2);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.DoesNotContain((await client.Json(Qinghe + "/sessions?year=2024")).AsArray(), session => (string?)session!["topic"] == "片区论坛（改期）");
    }

    [Fact]
    public async Task Closing_a_year_asks_for_every_single_blank_and_only_the_bureau_reopens()
    {
        using var client = await service.As("p1001");
        var check = await client.Json("/api/schools/s-chenlu/years/2024/check");
        var blanks = check["blanks"]!.AsArray().Select(blank => new { sessionId = (string?)blank!["sessionId"], personId = (string?)blank["personId"] }).ToList();
        Assert.NotEmpty(blanks);
        using var open = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2024/close", new { blanks = blanks.Skip(1) });
        var left = Assert.Single((await open.Problem(HttpStatusCode.Conflict, "blanks-open"))["blanks"]!.AsArray())!;
        Assert.Equal(blanks[0].personId, (string?)left["personId"]);
        using var closed = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2024/close", new { blanks });
        Assert.True((bool)(await closed.Json(HttpStatusCode.OK))["closed"]!);
        Assert.True((bool)(await client.Json("/api/schools/s-chenlu/board?year=2024"))["closed"]!);
        Assert.Equal(blanks.Count, await service.InDatabase(database => database.Changes.CountAsync(change => change.SchoolId == "s-chenlu" && change.After == "不计")));
        using var mark = await client.Send(HttpMethod.Put, "/api/schools/s-chenlu/attendance?year=2024", new { marks = new[] { new { sessionId = "t-chenlu-1", personId = "p1001", mark = "O" } } });
        await mark.Problem(HttpStatusCode.Conflict, "year-closed");
        using var own = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2024/reopen", new { reason = "补登" });
        await own.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var officer = await service.As("p0002");
        using var reopened = await officer.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2024/reopen", new { reason = "补登" });
        Assert.False((bool)(await reopened.Json(HttpStatusCode.OK))["closed"]!);
        Assert.Equal(2, await service.InDatabase(database => database.Changes.CountAsync(change => change.SchoolId == "s-chenlu" && change.Subject == "year.closed")));
        Assert.All(await service.InDatabase(database => database.Records.Where(record => record.SchoolId == "s-chenlu" && record.FormId == "attendance" && record.Year == 2024).ToListAsync()),
            record => Assert.Equal(CadreDocs.Service.Records.RecordState.Draft, record.State));
    }

    [Fact]
    public async Task The_check_before_closing_names_whose_paper_is_missing_and_what_waits()
    {
        using var client = await service.As("p3001");
        var check = await client.Json("/api/schools/s-yunfan/years/2024/check");
        var gap = check["gaps"]!.AsArray().Single(gap => (string?)gap!["name"] == "柳如絮")!;
        Assert.NotEmpty(gap["gaps"]!.AsArray().Select(each => (string)each!["label"]!));
        Assert.All(check["waiting"]!.AsArray(), paper => Assert.Equal("submitted", (string?)paper!["state"]));
        Assert.DoesNotContain(check["schoolPapers"]!.AsArray(), paper => (string?)paper!["formId"] == "attendance");
        using var foreign = await service.As("p1001");
        using var refused = await foreign.GetAsync("/api/schools/s-yunfan/years/2024/check", Api.Cancel);
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static JsonNode Row(JsonNode attendance, string person) => attendance["cadres"]!.AsArray().Single(row => (string?)row!["personId"] == person)!;
}
