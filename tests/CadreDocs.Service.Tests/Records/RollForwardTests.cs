using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Records;

public sealed class RollForwardTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("2024年工作计划", "2025年工作计划")]
    [InlineData("2023学年第二学期", "2024学年第二学期")]
    [InlineData("2024-2025学年", "2025-2026学年")]
    [InlineData("2024.09开学，2024-11-05研讨", "2025.09开学，2025-11-05研讨")]
    [InlineData("二〇二四年、二零二三学年", "二〇二五年、二零二四学年")]
    [InlineData("2018年10月印发", "2018年10月印发")]
    [InlineData("沪教委〔2024〕5号，电话62024年", "沪教委〔2024〕5号，电话62024年")]
    [InlineData("完成2024课时", "完成2024课时")]
    public void Years_around_the_paper_move_on_and_others_stay(string before, string after) =>
        Assert.Equal(after, YearText.Advance(before, 2024, 2024, 1));

    [Fact]
    public async Task Plan_begins_from_last_years_with_years_advanced_and_paragraphs_marked()
    {
        using var client = await service.As("p1001");
        await service.InDatabase(async database =>
        {
            var record = await database.Records.SingleAsync(record => record.Id == "rec-chenlu-annual-plan-2024", Api.Cancel);
            var data = JsonNode.Parse(record.Data)!.AsObject();
            data["goals"] = "2024年人人上一次讲座。\n2024学年第一学期完成两项课题。";
            record.Data = data.ToJsonString();
            return await database.SaveChangesAsync(Api.Cancel);
        });
        var old = await client.Json("/api/records/rec-chenlu-annual-plan-2024");
        var plan = await Carry(client, "annual-plan", 2025, "rec-chenlu-annual-plan-2024");
        Assert.Equal("2025年人人上一次讲座。\n2025学年第一学期完成两项课题。", (string?)plan["data"]!["goals"]);
        Assert.Equal((string?)old["data"]!["measures"], (string?)plan["data"]!["measures"]);
        Assert.Equal(old["data"]!.AsObject().Select(pair => pair.Key).Order(), plan["carried"]!.AsArray().Select(field => (string?)field!["key"]).Order());
        using var again = await client.Send(HttpMethod.Post, "/api/records", new { formId = "annual-plan", year = 2025, carryFrom = "rec-chenlu-annual-plan-2024" });
        Assert.Equal((string?)plan["id"], (string?)(await again.Problem(HttpStatusCode.Conflict, "exists"))["existingId"]);
    }

    [Fact]
    public async Task Facts_of_a_carried_semester_plan_come_from_the_roster_of_today()
    {
        using var secretary = await service.As("p2001");
        var version = (int)(await secretary.Json("/api/schools/s-qinghe/roster?year=2024"))["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == "p2003")!["version"]!;
        using var edited = await secretary.Send(HttpMethod.Put, "/api/people/p2003", new { post = "校长助理", from = "2024-11-01" }, version);
        await edited.Json(HttpStatusCode.OK);
        using var author = await service.As("p2003");
        var plan = await Carry(author, "semester-plan", 2025, "rec-p2003-semester-plan-1-2024", 1);
        Assert.Equal("校长助理", (string?)plan["data"]!["post"]);
        Assert.DoesNotContain(plan["carried"]!.AsArray(), field => (string?)field!["key"] == "post");
    }

    [Fact]
    public async Task Mark_goes_with_the_paragraph_that_is_touched_or_ticked_off()
    {
        using var client = await service.As("p3001");
        var plan = await Carry(client, "annual-plan", 2025, "rec-yunfan-annual-plan-2024");
        plan = await client.Write(plan, ("guiding", "全新的指导思想。"));
        Assert.DoesNotContain("guiding", Keys(plan));
        using var ticked = await client.Send(HttpMethod.Put, $"/api/records/{plan["id"]}", new { data = plan["data"], reviewed = new[] { "goals" } }, (int)plan["version"]!);
        Assert.DoesNotContain("goals", Keys(await ticked.Json(HttpStatusCode.OK)));
        Assert.Contains("measures", Keys(await client.Json($"/api/records/{plan["id"]}")));
    }

    [Fact]
    public async Task Hand_in_asks_about_untouched_paragraphs_and_then_forgets_them()
    {
        using var author = await service.As("p1003");
        var plan = await Carry(author, "semester-plan", 2025, "rec-p1003-semester-plan-1-2024", 1);
        using var asked = await author.Send(HttpMethod.Post, $"/api/records/{plan["id"]}/submit", null, (int)plan["version"]!);
        var problem = await asked.Problem(HttpStatusCode.Conflict, "carried-untouched");
        Assert.Contains("work", problem["problems"]!.AsArray().Select(item => (string?)item!["field"]));
        using var handedIn = await author.Send(HttpMethod.Post, $"/api/records/{plan["id"]}/submit?keepCarried=true", null, (int)plan["version"]!);
        Assert.Empty((await handedIn.Json(HttpStatusCode.OK))["carried"]!.AsArray());
    }

    [Fact]
    public async Task Marks_are_the_authors_own()
    {
        using var author = await service.As("p1004");
        var plan = await Carry(author, "semester-plan", 2025, "rec-p1004-semester-plan-1-2024", 1);
        Assert.NotEmpty(plan["carried"]!.AsArray());
        using var secretary = await service.As("p1001");
        Assert.Empty((await secretary.Json($"/api/records/{plan["id"]}"))["carried"]!.AsArray());
        Assert.Contains((await author.Json($"/api/records/{plan["id"]}/texts"))["fields"]!.AsArray(), field => (int)field!["carried"]! > 0);
    }

    [Fact]
    public async Task Somebody_elses_plan_is_not_taken_over()
    {
        using var author = await service.As("p1005");
        using var response = await author.Send(HttpMethod.Post, "/api/records", new { formId = "semester-plan", year = 2025, semester = 1, carryFrom = "rec-p1004-semester-plan-1-2024" });
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Three_year_plan_has_a_successor_three_years_on()
    {
        using var author = await service.As("p2001");
        var duty = (await author.Json("/api/duties?year=2027")).AsArray().Single(duty => (string?)duty!["formId"] == "development-plan")!;
        Assert.Equal(("missing", "rec-p2001-development-plan-2024"), ((string?)duty["state"], (string?)duty["earlierId"]));
        Assert.Equal("三年内（2027—2029年）完成两轮。", YearText.Advance("三年内（2024—2026年）完成两轮。", 2024, 2026, 3));
    }

    [Fact]
    public async Task Sessions_of_last_year_are_planned_again_on_the_same_weekdays_and_marked_until_touched()
    {
        using var client = await service.As("p1001");
        using var carried = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/sessions/carry?year=2025");
        var sessions = (await carried.Json(HttpStatusCode.OK)).AsArray();
        Assert.Equal("2025-03-04", (string?)sessions[0]!["date"]);
        Assert.All(sessions, session => Assert.Equal(("planned", true), ((string?)session!["state"], (bool)session["carried"]!)));
        using var edited = await client.Send(
            HttpMethod.Put, $"/api/schools/s-chenlu/sessions/{sessions[0]!["id"]}", new { date = "2025-03-11", topic = "新的主题" }, (int)sessions[0]!["version"]!);
        Assert.False((bool)(await edited.Json(HttpStatusCode.OK))["carried"]!);
        using var again = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/sessions/carry?year=2025");
        await again.Problem(HttpStatusCode.Conflict, "sessions-begun");

        var sheet = await client.Start("session-schedule", 2025);
        using var asked = await client.Send(HttpMethod.Post, $"/api/records/{sheet["id"]}/submit", null, 1);
        await asked.Problem(HttpStatusCode.Conflict, "carried-untouched");
        using var handedIn = await client.Send(HttpMethod.Post, $"/api/records/{sheet["id"]}/submit?keepCarried=true", null, 1);
        await handedIn.Json(HttpStatusCode.OK);
        Assert.All((await client.Json("/api/schools/s-chenlu/sessions?year=2025")).AsArray(), session => Assert.False((bool)session!["carried"]!));
    }

    [Fact]
    public async Task Sessions_are_carried_over_a_gap_of_years_and_not_from_before_the_first()
    {
        using var client = await service.As("p3001");
        Assert.Equal((2024, 8), ((int?)(await client.Json("/api/schools/s-yunfan/sessions/earlier?year=2027"))["year"], (int)(await client.Json("/api/schools/s-yunfan/sessions/earlier?year=2027"))["sessions"]!));
        using var carried = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/sessions/carry?year=2027");
        var sessions = (await carried.Json(HttpStatusCode.OK)).AsArray();
        Assert.All(sessions, session => Assert.Equal((2027, DayOfWeek.Tuesday), (DateOnly.Parse((string)session!["date"]!, CultureInfo.InvariantCulture).Year, DateOnly.Parse((string)session["date"]!, CultureInfo.InvariantCulture).DayOfWeek)));
        Assert.Null((await client.Json("/api/schools/s-yunfan/sessions/earlier?year=2024"))["year"]);
        using var none = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/sessions/carry?year=2023");
        await none.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static IEnumerable<string?> Keys(JsonNode record) => record["carried"]!.AsArray().Select(field => (string?)field!["key"]);

    private static async Task<JsonNode> Carry(HttpClient client, string formId, int year, string from, int? semester = null)
    {
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId, year, semester, carryFrom = from });
        return await response.Json(HttpStatusCode.Created);
    }
}
