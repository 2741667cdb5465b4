using System.Net;
using System.Text;

namespace CadreDocs.Service.Tests.Records;

public sealed class StateTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Paper_goes_from_draft_through_return_to_accepted()
    {
        using var author = await service.As("p2006");
        using var secretary = await service.As("p2001");
        var record = await author.Write(await author.Start("reflection"), RecordSteps.Reflection);
        record = await author.Step(record, "submit");
        record = await secretary.Step(record, "return", new { comment = "请写具体些。" });
        Assert.Equal(("returned", "请写具体些。"), ((string?)record["state"], (string?)record["comment"]));
        record = await author.Write(await author.Json($"/api/records/{record["id"]}"), ("topic", "更具体的题目"));
        record = await author.Step(record, "submit");
        Assert.Null((string?)record["comment"]);
        record = await secretary.Step(record, "accept");
        Assert.Equal("accepted", (string?)record["state"]);
    }

    [Fact]
    public async Task Incomplete_paper_is_not_handed_in_and_every_gap_is_named()
    {
        using var author = await service.As("p2006");
        var record = await author.Start("reflection");
        using var response = await author.Send(HttpMethod.Post, $"/api/records/{record["id"]}/submit", null, 1);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "incomplete");
        Assert.Equal(["topic", "date", "content", "insight"], problem["problems"]!.AsArray().Select(item => (string?)item!["field"]));
        Assert.Equal("表7", (string?)problem["problems"]?[0]?["sheet"]);
    }

    [Fact]
    public async Task Handed_in_paper_is_closed_to_its_author_until_withdrawn()
    {
        using var author = await service.As("p2006");
        var record = await author.Step(await author.Write(await author.Start("reflection"), RecordSteps.Reflection), "submit");
        using var refused = await author.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = record["data"] }, (int)record["version"]!);
        await refused.Problem(HttpStatusCode.Conflict, "not-now");
        record = await author.Step(record, "withdraw");
        Assert.Contains("edit", record["allowed"]!.AsArray().Select(word => (string?)word));
    }

    [Fact]
    public async Task Return_needs_a_comment()
    {
        using var secretary = await service.As("p2001");
        var record = await secretary.Json("/api/records/rec-p2002-reflection-2024");
        using var response = await secretary.Send(HttpMethod.Post, $"/api/records/{record["id"]}/return", new { comment = " " }, (int)record["version"]!);
        await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Nobody_accepts_the_own_paper_and_above_the_school_somebody_can()
    {
        using var secretary = await service.As("p2001");
        var record = await secretary.Step(await secretary.Write(await secretary.Start("reflection"), RecordSteps.Reflection), "submit");
        using var refused = await secretary.Send(HttpMethod.Post, $"/api/records/{record["id"]}/accept", null, (int)record["version"]!);
        await refused.Problem(HttpStatusCode.Forbidden, "forbidden");

        using var reviewer = await service.As("p0001");
        record = await reviewer.Step(record, "accept");
        Assert.Equal("accepted", (string?)record["state"]);
    }

    [Fact]
    public async Task Reviewer_who_is_a_cadre_does_not_judge_own_papers()
    {
        using var headTeacher = await service.As("p3002");
        var record = await headTeacher.Step(await headTeacher.Write(await headTeacher.Start("reflection", 2023), RecordSteps.Reflection), "submit");
        Assert.DoesNotContain("accept", record["allowed"]!.AsArray().Select(word => (string?)word));
    }

    [Fact]
    public async Task Step_with_an_old_version_changes_nothing()
    {
        using var author = await service.As("p2007");
        var record = await author.Write(await author.Start("reflection"), RecordSteps.Reflection);
        using var response = await author.Send(HttpMethod.Post, $"/api/records/{record["id"]}/submit", null, 1);
        await response.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task Closed_year_is_reopened_by_the_college_only()
    {
        await service.InDatabase(async database =>
        {
            database.YearClosings.Add(new() { SchoolId = "s-yunfan", Year = 2024, ClosedBy = "p3001", ClosedAt = service.Clock.GetUtcNow() });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        const string Address = "/api/records/rec-p3001-reflection-2024";
        using var secretary = await service.As("p3001");
        Assert.Empty((await secretary.Json(Address))["allowed"]!.AsArray());
        using var officer = await service.As("p0002");
        Assert.Equal("reopen", (string?)Assert.Single((await officer.Json(Address))["allowed"]!.AsArray()));
    }

    [Fact]
    public async Task Print_is_void_once_a_value_changed()
    {
        using var secretary = await service.As("p2001");
        using var author = await service.As("p2008");
        var record = await author.Write(await author.Start("case-study"), ("topic", "甲"));
        record = await author.Step(record, "printed");
        Assert.Equal((string?)record["contentCode"], (string?)record["printedCode"]);
        var changed = await author.Write(record, ("topic", "乙"));
        Assert.NotEqual((string?)changed["contentCode"], (string?)changed["printedCode"]);

        var scan = Encoding.ASCII.GetBytes("%PDF-1.7 made up");
        using var stale = await author.Attach((string)record["id"]!, scan, "扫描.pdf", "scan", (string?)record["printedCode"]);
        await stale.Problem(HttpStatusCode.Conflict, "void-print");
        using var current = await author.Attach((string)record["id"]!, scan, "扫描.pdf", "scan", (string?)changed["contentCode"]);
        Assert.Equal(HttpStatusCode.Created, current.StatusCode);
    }

    [Fact]
    public async Task Uploaded_paper_is_handed_in_once_its_file_is_there()
    {
        using var secretary = await service.As("p2001");
        var record = await secretary.Start("appraisal");
        using var early = await secretary.Send(HttpMethod.Post, $"/api/records/{record["id"]}/submit", null, 1);
        var problem = await early.Problem(HttpStatusCode.UnprocessableEntity, "incomplete");
        Assert.Equal("upload-missing", (string?)problem["problems"]?[0]?["code"]);

        using var wrong = await secretary.Attach((string)record["id"]!, [1, 2, 3], "考核.exe", "upload");
        await wrong.Problem(HttpStatusCode.UnsupportedMediaType, "attachment-type");

        using var added = await secretary.Attach((string)record["id"]!, "%PDF-1.7 made up"u8.ToArray(), "考核.pdf", "upload");
        var attachment = await added.Json(HttpStatusCode.Created);
        record = await secretary.Step(record, "submit");
        Assert.Equal("submitted", (string?)record["state"]);

        using var reviewer = await service.As("p0001");
        using var hidden = await reviewer.GetAsync($"/api/attachments/{attachment["id"]}", Api.Cancel);
        await hidden.Problem(HttpStatusCode.NotFound, "not-found");
    }
}
