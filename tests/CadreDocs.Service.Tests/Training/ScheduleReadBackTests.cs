using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Training;

/// <summary>表3 is edited in Word and read back into the sessions; the same rows may be typed in the portal.</summary>
public sealed class ScheduleReadBackTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_row_changed_and_a_row_added_in_Word_are_shown_first_and_land_in_the_sessions()
    {
        using var client = await service.As("p3001");
        using var added = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/sessions?year=2024", new { date = "2024-12-20", topic = "年终研讨", place = "阶梯教室", lecturer = "秦远山" });
        await added.Json(HttpStatusCode.Created);
        var rows = (await client.Json("/api/schools/s-yunfan/sessions?year=2024")).AsArray().Count(session => (string?)session!["state"] != "dropped");
        var document = await client.GetByteArrayAsync("/api/schools/s-yunfan/sheets/session-schedule/document?year=2024", Api.Cancel);
        var edited = WordEditor.FillRow(document, "rows.content", rows - 1, ("rows.place", "图书馆"));
        edited = WordEditor.FillRow(edited, "rows.content", rows, ("rows.date", "2024年12月27日"), ("rows.content", "读书会"), ("rows.speaker", "柳如絮"));
        using var upload = await client.Upload(edited);
        var reading = await upload.Json(HttpStatusCode.OK);
        Assert.Equal(["change", "add"], reading["effects"]!.AsArray().Select(effect => (string)effect!["kind"]!));
        Assert.DoesNotContain((await client.Json("/api/schools/s-yunfan/sessions?year=2024")).AsArray(), session => (string?)session!["topic"] == "读书会");
        using var applied = await client.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", new { }, (int)reading["currentVersion"]!);
        await applied.Json(HttpStatusCode.OK);
        var sessions = (await client.Json("/api/schools/s-yunfan/sessions?year=2024")).AsArray();
        Assert.Equal("图书馆", (string?)sessions.Single(session => (string?)session!["topic"] == "年终研讨")!["place"]);
        var reader = sessions.Single(session => (string?)session!["topic"] == "读书会")!;
        Assert.Equal(("2024-12-27", "柳如絮", "planned"), ((string?)reader["date"], (string?)reader["lecturer"], (string?)reader["state"]));
        Assert.Equal(rows + 1, sessions.Count(session => (string?)session!["state"] != "dropped"));
    }

    [Fact]
    public async Task A_deleted_row_takes_its_session_away_unless_it_has_marks()
    {
        using var client = await service.As("p2001");
        using var added = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/sessions?year=2024", new { date = "2024-12-18", topic = "要删去的活动" });
        await added.Json(HttpStatusCode.Created);
        var record = await Sheet(client, "s-qinghe");
        var rows = record["data"]!["rows"]!.AsArray().Select(row => row!.DeepClone()).ToList();
        using var refused = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { rows = rows.Skip(1) } }, (int)record["version"]!);
        Assert.Equal("session-has-marks", (string?)(await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
        using var taken = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { rows = rows.Where(row => (string?)row["content"] != "要删去的活动") } }, (int)record["version"]!);
        await taken.Json(HttpStatusCode.OK);
        Assert.DoesNotContain((await client.Json("/api/schools/s-qinghe/sessions?year=2024")).AsArray(), session => (string?)session!["topic"] == "要删去的活动");
        Assert.True(await service.InDatabase(database => database.Changes.AnyAsync(change => change.Subject == "session" && string.IsNullOrEmpty(change.After) && change.Before!.Contains("要删去的活动"))));
    }

    [Fact]
    public async Task A_moved_session_keeps_its_marks()
    {
        using var client = await service.As("p1001");
        var record = await Sheet(client, "s-chenlu");
        var rows = record["data"]!["rows"]!.AsArray().Select(row => row!.DeepClone()).ToList();
        rows[0]["date"] = "2024-01-09";
        using var moved = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { rows } }, (int)record["version"]!);
        await moved.Json(HttpStatusCode.OK);
        var session = (await client.Json("/api/schools/s-chenlu/sessions?year=2024")).AsArray()[0]!;
        Assert.Equal(("2024-01-09", "t-chenlu-1"), ((string?)session["date"], (string?)session["id"]));
        Assert.NotEqual(0, (int)session["marks"]!);
    }

    [Fact]
    public async Task A_day_outside_the_year_stops_the_whole_sheet()
    {
        using var client = await service.As("p1001");
        var record = await Sheet(client, "s-chenlu");
        var rows = record["data"]!["rows"]!.AsArray().Select(row => row!.DeepClone()).ToList();
        rows[^1]["date"] = "2025-01-09";
        rows[0]["place"] = "不应写入";
        using var refused = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { rows } }, (int)record["version"]!);
        var item = Assert.Single((await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!;
        Assert.Equal(("date-outside-year", rows.Count), ((string?)item["code"], (int)item["row"]!));
        Assert.DoesNotContain((await client.Json("/api/schools/s-chenlu/sessions?year=2024")).AsArray(), session => (string?)session!["place"] == "不应写入");
    }

    private static async Task<JsonNode> Sheet(HttpClient client, string school)
    {
        await client.GetByteArrayAsync($"/api/schools/{school}/sheets/session-schedule/document?year=2024", Api.Cancel);
        var id = (await client.Json($"/api/records?schoolId={school}&year=2024&formId=session-schedule")).AsArray().Single()!["id"];
        return await client.Json($"/api/records/{id}");
    }
}
