using System.Net;
using CadreDocs.Documents.Excel;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Review;

public sealed class ReviewApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_marked_workbook_is_applied_and_the_school_sees_it()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        book.Mark("p1001", "同意");
        using var uploaded = await book.Upload(reviewer);
        Assert.Equal("p1001", (string?)Assert.Single((await uploaded.Json(HttpStatusCode.OK))["applied"]!.AsArray())!["personId"]);
        using var secretary = await service.As("p1001");
        var row = (await secretary.Json("/api/schools/s-chenlu/credits?year=2024"))["rows"]!.AsArray().Single(row => (string?)row!["personId"] == "p1001")!;
        Assert.Equal(("同意", 2m), ((string?)row["opinion"], (decimal)row["recognised"]!));
        Assert.True(await service.InDatabase(database => database.Changes.AnyAsync(change => change.PersonId == "p1001" && change.Subject == "credit.opinion" && change.By == "p0001")));
    }

    [Fact]
    public async Task An_untouched_workbook_changes_nothing()
    {
        using var reviewer = await service.As("p0001");
        using var uploaded = await (await AuditBook.Download(reviewer)).Upload(reviewer);
        var result = await uploaded.Json(HttpStatusCode.OK);
        Assert.Empty(result["applied"]!.AsArray());
        Assert.Empty(result["conflicts"]!.AsArray());
    }

    [Fact]
    public async Task A_row_that_changed_since_the_download_is_a_conflict_and_stays()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        using var meanwhile = await reviewer.Send(HttpMethod.Put, "/api/review/lines/p1002?year=2024", new { opinion = "退回补正", reason = "请补讲稿" }, 0);
        await meanwhile.Json(HttpStatusCode.OK);
        book.Mark("p1002", "同意");
        book.Mark("p2001", "同意");
        using var uploaded = await book.Upload(reviewer);
        var result = await uploaded.Json(HttpStatusCode.OK);
        Assert.Contains(result["conflicts"]!.AsArray(), conflict => (string?)conflict!["field"] == "opinion" && (string?)conflict["theirs"] == "退回补正" && (string?)conflict["yours"] == "同意");
        Assert.Equal("p2001", (string?)Assert.Single(result["applied"]!.AsArray())!["personId"]);
        Assert.Equal("退回补正", (await service.InDatabase(database => database.CreditLines.SingleAsync(line => line.PersonId == "p1002" && line.Year == 2024))).Opinion);
    }

    [Fact]
    public async Task An_opinion_outside_the_list_stops_the_whole_file_and_names_the_row()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        book.Mark("p2002", "同意");
        book.Mark("p2003", "差不多");
        using var uploaded = await book.Upload(reviewer);
        var item = Assert.Single((await uploaded.Problem(HttpStatusCode.UnprocessableEntity, "review-rejected"))["problems"]!.AsArray())!;
        Assert.Equal(("opinion-outside-list", "区级审核意见"), ((string?)item["code"], (string?)item["field"]));
        Assert.False(await service.InDatabase(database => database.CreditLines.AnyAsync(line => line.PersonId == "p2002" && line.Opinion != null)));
    }

    [Fact]
    public async Task A_changed_key_column_is_refused()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        var row = book["p3003"];
        row["键"] = "p3004." + row["键"].Split('.')[1];
        using var uploaded = await book.Upload(reviewer);
        Assert.Equal("key-changed", (string?)(await uploaded.Problem(HttpStatusCode.UnprocessableEntity, "review-rejected"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task Sorting_only_some_columns_is_noticed()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        (book["p3005"]["姓名"], book["p3006"]["姓名"]) = (book["p3006"]["姓名"], book["p3005"]["姓名"]);
        using var uploaded = await book.Upload(reviewer);
        var problem = await uploaded.Problem(HttpStatusCode.UnprocessableEntity, "review-rejected");
        Assert.All(problem["problems"]!.AsArray(), item => Assert.Equal("key-changed", (string?)item!["code"]));
    }

    [Fact]
    public async Task A_workbook_of_another_year_is_refused()
    {
        using var reviewer = await service.As("p0001");
        using var uploaded = await (await AuditBook.Download(reviewer)).Upload(reviewer, "2023");
        Assert.Contains("2023", (string?)(await uploaded.Problem(HttpStatusCode.UnprocessableEntity, "other-year"))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_workbook_is_refused()
    {
        using var reviewer = await service.As("p0001");
        using var uploaded = await AuditBook.Upload(reviewer, new WorkbookDefinition
        {
            Sheets = [new WorkbookSheet { Name = "a", Table = new WorkbookTable { Name = "people", Columns = [new() { Header = "姓名" }], Rows = [["王芳"]] } }],
        });
        await uploaded.Problem(HttpStatusCode.UnprocessableEntity, "foreign-workbook");
    }

    [Fact]
    public async Task Nobody_reviews_own_papers()
    {
        using var reviewer = await service.As("p3002");
        Assert.DoesNotContain((await AuditBook.Download(reviewer)).Rows, row => row["键"].StartsWith("p3002.", StringComparison.Ordinal));
        using var response = await reviewer.Send(HttpMethod.Put, "/api/review/lines/p3002?year=2024", new { opinion = "同意" }, 0);
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_reviewer_of_one_school_gets_that_school_only()
    {
        using var reviewer = await service.As("p3002");
        Assert.All((await AuditBook.Download(reviewer)).Rows, row => Assert.StartsWith("p3", row["键"], StringComparison.Ordinal));
        using var response = await reviewer.Send(HttpMethod.Put, "/api/review/lines/p1003?year=2024", new { opinion = "同意" }, 0);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_secretary_does_not_review()
    {
        using var client = await service.As("p1001");
        using var response = await client.GetAsync("/api/review?year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_queue_puts_schools_with_exceptions_first()
    {
        using var reviewer = await service.As("p0001");
        var queue = (await reviewer.Json("/api/review?year=2024")).AsArray();
        Assert.Equal(3, queue.Count);
        Assert.NotEmpty(queue[0]!["exceptions"]!.AsArray());
    }

    [Fact]
    public async Task Signing_off_needs_an_opinion_on_every_row()
    {
        using var reviewer = await service.As("p0001");
        using var response = await reviewer.Send(HttpMethod.Post, "/api/review/schools/s-yunfan/sign-off?year=2024");
        await response.Problem(HttpStatusCode.Conflict, "lines-open");
    }
}
