using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Portfolios;

/// <summary>p3002 reviews another school; a pass opens s-chenlu or s-qinghe to them for some days.</summary>
public sealed class InspectionTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Reflection = "/api/records/rec-p1002-reflection-2024";

    [Fact]
    public async Task A_pass_opens_the_papers_for_its_days_and_expires_by_itself()
    {
        using var holder = await service.As("p3002");
        using var before = await holder.GetAsync(Reflection, Api.Cancel);
        await before.Problem(HttpStatusCode.NotFound, "not-found");
        await Issue("s-chenlu", "p3002");
        Assert.Contains((await holder.Json("/api/inspections")).AsArray(), pass => (string?)pass!["schoolId"] == "s-chenlu" && (string?)pass["state"] == "in-force");
        var paper = await holder.Json(Reflection);
        Assert.Empty(paper["allowed"]!.AsArray());
        Assert.NotEmpty((await holder.Json("/api/schools/s-chenlu/board?year=2024"))["cadres"]!.AsArray());
        service.Clock.Advance(TimeSpan.FromDays(8));
        // Days later the sign-in is over too.
        using var later = await service.As("p3002");
        using var after = await later.GetAsync(Reflection, Api.Cancel);
        await after.Problem(HttpStatusCode.NotFound, "not-found");
        using var board = await later.GetAsync("/api/schools/s-chenlu/board?year=2024", Api.Cancel);
        await board.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_school_reads_who_read_what_once_a_sitting()
    {
        await Issue("s-qinghe", "p3002");
        using var holder = await service.As("p3002");
        await holder.Json("/api/schools/s-qinghe/board?year=2024");
        await holder.Json("/api/records/rec-p2001-reflection-2024");
        await holder.Json("/api/records/rec-p2001-reflection-2024/history");
        using var secretary = await service.As("p2001");
        var log = (await secretary.Json("/api/schools/s-qinghe/inspections"))["readings"]!.AsArray();
        Assert.Equal(["档案总览", "干部学习心得"], log.Select(line => (string)line!["label"]!).Order(StringComparer.Ordinal).Reverse());
        Assert.All(log, line => Assert.Equal("诸葛明轩", (string?)line!["holderName"]));
        using var foreign = await service.As("p1001");
        using var refused = await foreign.GetAsync("/api/schools/s-qinghe/inspections", Api.Cancel);
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_pass_opens_no_restricted_paper()
    {
        await Issue("s-qinghe", "p3002");
        using var holder = await service.As("p3002");
        foreach (var id in new[] { "rec-p2002-duty-report-2024", await AttendanceSheet() })
        {
            using var response = await holder.GetAsync("/api/records/" + id, Api.Cancel);
            await response.Problem(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task Marks_under_a_pass_do_not_say_who_was_ill()
    {
        await Issue("s-qinghe", "p3002");
        using var holder = await service.As("p3002");
        var attendance = await holder.Json("/api/schools/s-qinghe/attendance?year=2024");
        Assert.NotEmpty(attendance["cadres"]!.AsArray());
        Assert.DoesNotContain("⊕", attendance.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_for_the_schools_portfolio_leaves_the_cadres_closed()
    {
        var pass = await Issue("s-chenlu", "p0003", personal: false);
        using var chair = await service.As("p0003");
        var board = await chair.Json("/api/schools/s-chenlu/board?year=2024");
        Assert.Empty(board["cadres"]!.AsArray());
        Assert.NotEmpty(board["schoolItems"]!.AsArray());
        using var personal = await chair.GetAsync(Reflection, Api.Cancel);
        await personal.Problem(HttpStatusCode.NotFound, "not-found");
        using var officer = await service.As("p0002");
        using var revoked = await officer.Send(HttpMethod.Post, $"/api/inspections/{pass["id"]}/revoke", new { reason = "调研改期" });
        Assert.Equal("revoked", (string?)(await revoked.Json(HttpStatusCode.OK))["state"]);
        using var closed = await chair.GetAsync("/api/schools/s-chenlu/board?year=2024", Api.Cancel);
        await closed.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Nobody_inspects_the_own_school_and_only_the_bureau_issues()
    {
        using var officer = await service.As("p0002");
        using var own = await officer.Send(HttpMethod.Post, "/api/schools/s-yunfan/inspections", Body("p3002", true));
        Assert.Equal("own-school", (string?)(await own.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
        using var reviewer = await service.As("p0001");
        using var refused = await reviewer.Send(HttpMethod.Post, "/api/schools/s-chenlu/inspections", Body("p0001", true));
        await refused.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_reviewer_reads_no_attendance_sheet_and_no_marks_in_the_history()
    {
        using var secretary = await service.As("p2001");
        using var marked = await secretary.Send(HttpMethod.Put, "/api/schools/s-qinghe/attendance?year=2024", new { marks = new[] { new { sessionId = "t-qinghe-8", personId = "p2004", mark = "⊕" } } });
        await marked.Json(HttpStatusCode.OK);
        Assert.Contains((await secretary.Json("/api/changes?schoolId=s-qinghe&year=2024")).AsArray(), line => (string?)line!["after"] == "⊕");
        using var reviewer = await service.As("p0001");
        Assert.DoesNotContain((await reviewer.Json("/api/changes?schoolId=s-qinghe&year=2024")).AsArray(), line => (string?)line!["after"] == "⊕");
        using var sheet = await reviewer.GetAsync("/api/records/" + await AttendanceSheet(), Api.Cancel);
        await sheet.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private async Task<string> AttendanceSheet()
    {
        using var secretary = await service.As("p2001");
        using var document = await secretary.GetAsync("/api/schools/s-qinghe/sheets/attendance/document?year=2024", Api.Cancel);
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        return (string)(await secretary.Json("/api/records?schoolId=s-qinghe&year=2024&formId=attendance")).AsArray().Single()!["id"]!;
    }

    private async Task<JsonNode> Issue(string school, string holder, bool personal = true)
    {
        using var officer = await service.As("p0002");
        using var response = await officer.Send(HttpMethod.Post, $"/api/schools/{school}/inspections", Body(holder, personal));
        return await response.Json(HttpStatusCode.OK);
    }

    private object Body(string holderId, bool personalPortfolios)
    {
        var today = DateOnly.FromDateTime(service.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        return new { holderId, schoolPortfolio = true, personalPortfolios, from = today, until = today.AddDays(7), purpose = "秋季调研" };
    }
}
