using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Review;

/// <summary>Rows saved from a workbook that is open in Excel.</summary>
public sealed class ReviewRowsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task The_rows_are_those_of_the_workbook_cell_by_cell()
    {
        using var reviewer = await service.As("p0001");
        var book = await AuditBook.Download(reviewer);
        var rows = await Rows.Get(reviewer);
        Assert.Equal(book.Rows[0].Keys, rows.Headers);
        Assert.Equal(book.Rows.Select(row => row["键"]).Order(StringComparer.Ordinal), rows.All.Select(row => rows.Cell(row, "键")).Order(StringComparer.Ordinal));
        Assert.All(rows.All, row => Assert.Equal(book[(string)row["personId"]!]["版本"], rows.Cell(row, "版本")));
    }

    [Fact]
    public async Task A_changed_row_is_taken_and_comes_back_with_its_next_version()
    {
        using var reviewer = await service.As("p0001");
        var rows = await Rows.Get(reviewer);
        var saved = await rows.Save(reviewer, rows.Edit("p1001", "同意"));
        Assert.Equal("p1001", (string?)Assert.Single(saved["applied"]!.AsArray()));
        var now = Assert.Single(saved["rows"]!.AsArray())!;
        Assert.Equal(("同意", "2"), (rows.Cell(now, "区级审核意见"), rows.Cell(now, "认定学分")));
        Assert.StartsWith("1.", rows.Cell(now, "版本"), StringComparison.Ordinal);
        var again = await rows.Save(reviewer, rows.Edit(now, "退回补正", reason: "请补讲稿"));
        Assert.Single(again["applied"]!.AsArray());
    }

    [Fact]
    public async Task A_row_with_a_fault_is_named_and_does_not_hold_up_the_others()
    {
        using var reviewer = await service.As("p0001");
        var rows = await Rows.Get(reviewer);
        var saved = await rows.Save(reviewer, rows.Edit("p2002", "退回补正", row: 7), rows.Edit("p2003", "退回补正", reason: "请补心得", row: 8));
        var problem = Assert.Single(saved["problems"]!.AsArray())!;
        Assert.Equal(("opinion-without-reason", 7, "理由"), ((string?)problem["code"], (int)problem["row"]!, (string?)problem["field"]));
        Assert.Equal("p2003", (string?)Assert.Single(saved["applied"]!.AsArray()));
        Assert.False(await service.InDatabase(database => database.CreditLines.AnyAsync(line => line.PersonId == "p2002" && line.Opinion != null)));
    }

    [Fact]
    public async Task A_row_that_somebody_else_changed_is_a_conflict_until_it_is_sent_with_the_version_of_now()
    {
        using var reviewer = await service.As("p0001");
        var rows = await Rows.Get(reviewer);
        using var meanwhile = await reviewer.Send(HttpMethod.Put, "/api/review/lines/p1002?year=2024", new { opinion = "退回补正", reason = "请补讲稿" }, 0);
        await meanwhile.Json(HttpStatusCode.OK);
        var saved = await rows.Save(reviewer, rows.Edit("p1002", "核定2分", reason: "已补交"));
        Assert.Empty(saved["applied"]!.AsArray());
        Assert.Contains(saved["conflicts"]!.AsArray(), conflict => (string?)conflict!["field"] == "opinion" && (string?)conflict["theirs"] == "退回补正");
        var insisted = await rows.Save(reviewer, rows.Edit(Assert.Single(saved["rows"]!.AsArray())!, "核定2分", reason: "已补交"));
        Assert.Equal("p1002", (string?)Assert.Single(insisted["applied"]!.AsArray()));
    }

    [Fact]
    public async Task The_own_line_is_marked_and_refused()
    {
        using var reviewer = await service.As("p3002");
        var rows = await Rows.Get(reviewer);
        Assert.True((bool)rows.Of("p3002")["own"]!);
        var saved = await rows.Save(reviewer, rows.Edit("p3002", "核定0分", reason: "试填"));
        Assert.Equal("own-papers", (string?)Assert.Single(saved["problems"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task A_row_sent_twice_is_not_taken_at_all()
    {
        using var reviewer = await service.As("p0001");
        var rows = await Rows.Get(reviewer);
        var saved = await rows.Save(reviewer, rows.Edit("p3005", "核定0分", reason: "甲", row: 1), rows.Edit("p3005", "核定0分", reason: "乙", row: 2));
        Assert.Empty(saved["applied"]!.AsArray());
        Assert.Equal(2, saved["problems"]!.AsArray().Count);
    }

    private sealed record Rows(List<string> Headers, List<JsonNode> All)
    {
        public static async Task<Rows> Get(HttpClient client)
        {
            var view = await client.Json("/api/review/rows?year=2024");
            return new Rows(
                view["columns"]!.AsArray().Select(column => (string)column!["header"]!).ToList(), view["rows"]!.AsArray().Where(row => row is not null).Select(row => row!).ToList());
        }

        public JsonNode Of(string person) => All.Single(row => (string?)row["personId"] == person);

        public string Cell(JsonNode row, string header) => (string)row["cells"]![Headers.IndexOf(header)]!;

        public object Edit(string person, string opinion, string recognised = "", string reason = "", int row = 5) => Edit(Of(person), opinion, recognised, reason, row);

        public object Edit(JsonNode known, string opinion, string recognised = "", string reason = "", int row = 5) => new
        {
            row, key = Cell(known, "键"), version = Cell(known, "版本"), @base = Cell(known, "底稿"), school = Cell(known, "学校"), name = Cell(known, "姓名"), opinion, recognised, reason,
        };

#pragma warning disable CA1822 // Saving is said of the opened workbook, as in the pane.
        public async Task<JsonNode> Save(HttpClient client, params object[] rows)
        {
            using var response = await client.Send(HttpMethod.Post, "/api/review/rows?year=2024", new { rows });
            return await response.Json(HttpStatusCode.OK);
        }
#pragma warning restore CA1822
    }
}
