using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Tests.Records;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Audit;

public sealed class UndoTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Acceptance_is_taken_back_and_both_stand_in_the_list()
    {
        using var author = await service.As("p2006");
        using var secretary = await service.As("p2001");
        var record = await Submitted(author);
        Later();
        var act = await Act(secretary, HttpMethod.Post, $"/api/records/{record["id"]}/accept", null, (int)record["version"]!);
        Later();
        await Undo(secretary, act);
        record = await secretary.Json($"/api/records/{record["id"]}");
        Assert.Equal("submitted", (string?)record["state"]);
        var states = (await secretary.Json($"/api/changes?recordId={record["id"]}")).AsArray().Where(change => (string?)change!["subject"] == "record.state").Take(2);
        Assert.Equal([("Accepted", "Submitted", "撤销"), ("Submitted", "Accepted", null)], states.Select(change => ((string?)change!["before"], (string?)change["after"], (string?)change["reason"])));
        using var again = await secretary.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        await again.Problem(HttpStatusCode.Conflict, "undone-already");
    }

    [Fact]
    public async Task What_was_taken_back_can_be_done_again()
    {
        using var author = await service.As("p2006");
        var record = await Submitted(author);
        using var secretary = await service.As("p2001");
        var act = await Act(secretary, HttpMethod.Post, $"/api/records/{record["id"]}/return", new { comment = "请补充" }, (int)record["version"]!);
        var undo = await Undo(secretary, act);
        Assert.Equal(("submitted", null), await State(secretary, record));
        var redo = await Undo(secretary, undo);
        Assert.Equal(("returned", "请补充"), await State(secretary, record));
        Assert.NotEqual(act, redo);
    }

    [Fact]
    public async Task Act_that_somebody_built_on_stands_and_the_refusal_names_who()
    {
        using var author = await service.As("p2006");
        using var secretary = await service.As("p2001");
        var record = await Submitted(author);
        Later();
        var act = await Act(secretary, HttpMethod.Post, $"/api/records/{record["id"]}/return", new { comment = "请补充" }, (int)record["version"]!);
        Later();
        await author.Write(await author.Json($"/api/records/{record["id"]}"), ("topic", "补充后的题目"));
        var other = await author.Json($"/api/records/{record["id"]}");
        await author.Step(other, "submit");
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        var problem = await refused.Problem(HttpStatusCode.Conflict, "not-undoable");
        Assert.Contains((string)record["personName"]!, (string)problem["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_that_a_recognised_credit_rests_on_stands()
    {
        using var author = await service.As("p3004");
        using var secretary = await service.As("p3001");
        var record = await Submitted(author);
        var act = await Act(secretary, HttpMethod.Post, $"/api/records/{record["id"]}/accept", null, (int)record["version"]!);
        await service.InDatabase(async database =>
        {
            database.CreditLines.Add(new Service.Credits.CreditLine { Id = "line-undo", SchoolId = "s-yunfan", PersonId = "p3004", Year = 2024, Opinion = "同意", Recognised = 2, ReviewedAt = service.Clock.GetUtcNow().AddHours(1) });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        Assert.Contains("认定学分", (string)(await refused.Problem(HttpStatusCode.Conflict, "not-undoable"))["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_of_attendance_marks_goes_back_as_one()
    {
        using var secretary = await service.As("p1001");
        var marks = new[] { new { sessionId = "t-chenlu-8", personId = "p1002", mark = "√" }, new { sessionId = "t-chenlu-1", personId = "p1002", mark = "O" }, new { sessionId = "t-chenlu-2", personId = "p1002", mark = "" } };
        var before = await Marks();
        var act = await Act(secretary, HttpMethod.Put, "/api/schools/s-chenlu/attendance?year=2024", new { marks });
        Assert.NotEqual(before, await Marks());
        await Undo(secretary, act);
        Assert.Equal(before, await Marks());

        Task<List<string>> Marks() => service.InDatabase(database => database.AttendanceMarks.Where(mark => mark.PersonId == "p1002").OrderBy(mark => mark.SessionId).Select(mark => mark.SessionId + mark.Mark).ToListAsync(Api.Cancel));
    }

    [Fact]
    public async Task Roster_edit_goes_back_with_its_dated_facts_and_posts()
    {
        using var secretary = await service.As("p1001");
        var cadre = (await secretary.Json("/api/schools/s-chenlu/roster?year=2024"))["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == "p1007")!;
        var act = await Act(secretary, HttpMethod.Put, "/api/people/p1007", new { post = "校长助理", title = "正高级教师", from = "2024-10-01" }, (int)cadre["version"]!);
        await Undo(secretary, act);
        var after = (await secretary.Json("/api/schools/s-chenlu/roster?year=2024"))["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == "p1007")!;
        Assert.Equal(((string?)cadre["post"], (string?)cadre["title"], 0), ((string?)after["post"], (string?)after["title"], after["facts"]!.AsArray().Count));
        Assert.Equal(1, await service.InDatabase(database => database.Appointments.CountAsync(post => post.PersonId == "p1007", Api.Cancel)));
    }

    [Fact]
    public async Task Typed_number_of_a_credit_line_goes_back()
    {
        using var secretary = await service.As("p2001");
        var act = await Act(secretary, HttpMethod.Put, "/api/schools/s-qinghe/credits/p2007?year=2024", new { typed = new { plan = new { value = 2, reason = "纸质材料" } } }, 0);
        await Undo(secretary, act);
        Assert.Null(await service.InDatabase(database => database.CreditLines.Where(line => line.PersonId == "p2007" && line.Year == 2024).Select(line => line.Typed).FirstOrDefaultAsync(Api.Cancel)));
    }

    [Fact]
    public async Task Removed_session_comes_back_and_a_marked_new_one_stays()
    {
        using var secretary = await service.As("p3001");
        using var added = await secretary.Send(HttpMethod.Post, "/api/schools/s-yunfan/sessions?year=2024", new { date = "2024-11-13", topic = "新活动" });
        var session = await added.Json(HttpStatusCode.Created);
        var removal = await Act(secretary, HttpMethod.Delete, $"/api/schools/s-yunfan/sessions/{session["id"]}", null, (int)session["version"]!);
        await Undo(secretary, removal);
        Assert.Equal("新活动", await service.InDatabase(database => database.Sessions.Where(item => item.Id == (string)session["id"]!).Select(item => item.Topic).SingleAsync(Api.Cancel)));
        await service.InDatabase(async database =>
        {
            database.AttendanceMarks.Add(new AttendanceMark { SessionId = (string)session["id"]!, PersonId = "p3002", Mark = "√" });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/acts/{added.Headers.GetValues("X-Act").Single()}/undo");
        await refused.Problem(HttpStatusCode.Conflict, "not-undoable");
    }

    [Fact]
    public async Task Act_of_somebody_else_is_nobody_elses_to_take_back()
    {
        using var author = await service.As("p1005");
        var act = await Act(author, HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        using var secretary = await service.As("p1001");
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
        await Undo(author, act);
    }

    [Fact]
    public async Task Only_the_own_last_act_is_offered_in_the_list()
    {
        using var author = await service.As("p1006");
        Later();
        await Act(author, HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        Later();
        var last = await Act(author, HttpMethod.Post, "/api/records", new { formId = "lecture", year = 2024 });
        var offered = (await author.Json("/api/changes?personId=p1006")).AsArray().Where(change => (bool)change!["mayUndo"]!).Select(change => (string?)change!["actId"]).Distinct();
        Assert.Equal(last, Assert.Single(offered));
        using var secretary = await service.As("p1001");
        Assert.DoesNotContain((await secretary.Json("/api/changes?personId=p1006&schoolId=s-chenlu")).AsArray(), change => (string?)change!["actId"] == last && (bool)change["mayUndo"]!);
    }

    [Fact]
    public async Task Handed_in_year_keeps_its_acts()
    {
        using var secretary = await service.As("p2001");
        var act = await Act(secretary, HttpMethod.Put, "/api/schools/s-qinghe/attendance?year=2024", new { marks = new[] { new { sessionId = "t-qinghe-8", personId = "p2003", mark = "O" } } });
        await service.InDatabase(async database =>
        {
            database.YearClosings.Add(new YearClosing { SchoolId = "s-qinghe", Year = 2024, ClosedBy = "p2001", ClosedAt = service.Clock.GetUtcNow() });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        await refused.Problem(HttpStatusCode.Conflict, "year-closed");
        await service.InDatabase(database => database.YearClosings.Where(closing => closing.SchoolId == "s-qinghe").ExecuteDeleteAsync(Api.Cancel));
    }

    [Fact]
    public async Task Act_of_a_month_ago_is_forgotten_and_its_line_stays()
    {
        using var fresh = new ServiceFixture();
        using var author = await fresh.As("p1005");
        var act = await Act(author, HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        fresh.Clock.Advance(TimeSpan.FromDays(31));
        await fresh.Services.GetRequiredService<ActRetention>().ForgetAsync(Api.Cancel);
        Assert.Equal((0, 0), await fresh.InDatabase(async database => (await database.Acts.CountAsync(Api.Cancel), await database.ActItems.CountAsync(Api.Cancel))));
        using var later = await fresh.As("p1005");
        var line = (await later.Json("/api/changes?personId=p1005")).AsArray().Single(change => (string?)change!["actId"] == act)!;
        Assert.False((bool)line["mayUndo"]!);
        using var refused = await later.Send(HttpMethod.Post, $"/api/acts/{act}/undo");
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
    }

    // Moments differ, and by less than the database keeps.
    private void Later() => service.Clock.Advance(TimeSpan.FromTicks(12_345_678));

    private async Task<JsonNode> Submitted(HttpClient author)
    {
        Later();
        return await author.Step(await author.Write(await author.Start("reflection"), RecordSteps.Reflection), "submit");
    }

    private static async Task<string> Act(HttpClient client, HttpMethod method, string address, object? body = null, int? version = null)
    {
        using var response = await client.Send(method, address, body, version);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Api.Cancel));
        return response.Headers.GetValues("X-Act").Single();
    }

    private static Task<string> Undo(HttpClient client, string act) => Act(client, HttpMethod.Post, $"/api/acts/{act}/undo");

    private static async Task<(string?, string?)> State(HttpClient client, JsonNode record)
    {
        var now = await client.Json($"/api/records/{record["id"]}");
        return ((string?)now["state"], (string?)now["comment"]);
    }
}
