using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Credits;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Credits;

public sealed class LedgerApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_period_without_rates_is_refused_with_who_must_set_them()
    {
        using var client = await service.As("p2004");
        var period = (await client.Json("/api/people/p2004/ledger"))["periods"]!.AsArray().Single(period => (int)period!["from"]! == 2021)!;
        Assert.Null(period["ethics"]);
        Assert.Contains("区教育局党委", (string?)period["refusal"], StringComparison.Ordinal);
        using var secretary = await service.As("p2001");
        using var document = await secretary.GetAsync("/api/schools/s-qinghe/sheets/platform-ethics/document?year=2024", Api.Cancel);
        await document.Problem(HttpStatusCode.Conflict, "period-unset");
    }

    [Fact]
    public async Task An_opening_year_counts_once_the_college_confirmed_it()
    {
        using var client = await service.As("p2005");
        using var added = await client.Send(HttpMethod.Post, "/api/people/p2005/opening-years", new { year = 2016, proof = "2016年度自培档案袋" });
        await added.Json(HttpStatusCode.OK);
        Assert.Equal(0m, (decimal)(await Period(client, "p2005", 2016))["ethics"]!);
        using var own = await client.Send(HttpMethod.Post, "/api/people/p2005/opening-years/2016/confirm");
        await own.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var reviewer = await service.As("p0001");
        using var confirmed = await reviewer.Send(HttpMethod.Post, "/api/people/p2005/opening-years/2016/confirm");
        await confirmed.Json(HttpStatusCode.OK);
        Assert.Equal(0.4m, (decimal)(await Period(client, "p2005", 2016))["ethics"]!);
    }

    [Fact]
    public async Task A_year_after_the_rule_is_no_opening_year()
    {
        using var client = await service.As("p2005");
        using var response = await client.Send(HttpMethod.Post, "/api/people/p2005/opening-years", new { year = 2019, proof = "x" });
        Assert.Equal("not-opening-year", (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task A_second_filing_of_a_year_is_refused()
    {
        using var client = await service.As("p2006");
        using var first = await client.Send(HttpMethod.Post, "/api/people/p2006/opening-years", new { year = 2017, proof = "档案袋" });
        await first.Json(HttpStatusCode.OK);
        using var second = await client.Send(HttpMethod.Post, "/api/people/p2006/opening-years", new { year = 2017, proof = "档案袋" });
        await second.Problem(HttpStatusCode.Conflict, "year-filed");
    }

    [Fact]
    public async Task The_same_training_twice_is_flagged()
    {
        using var client = await service.As("p2007");
        var training = new { name = "校长任职资格培训", level = "市级", from = "2019-03-05", to = "2019-06-20", issuer = "市教师教育学院", credit = 3.5 };
        using var first = await client.Send(HttpMethod.Post, "/api/people/p2007/trainings", training);
        await first.Json(HttpStatusCode.OK);
        using var second = await client.Send(HttpMethod.Post, "/api/people/p2007/trainings", training);
        await second.Problem(HttpStatusCode.Conflict, "training-duplicate");
    }

    [Fact]
    public async Task A_level_outside_the_note_is_refused()
    {
        using var client = await service.As("p2007");
        using var response = await client.Send(HttpMethod.Post, "/api/people/p2007/trainings", new { name = "讲座", level = "校级", from = "2019-03", to = "2019-03", credit = 1 });
        Assert.Equal("level", (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task The_platform_sheet_is_filed_once_with_text_ids_and_exact_credits()
    {
        await service.InDatabase(async database =>
        {
            database.CreditLines.AddRange(Enumerable.Range(2018, 3).Select(year => new CreditLine { Id = $"l-{year}", SchoolId = "s-yunfan", PersonId = "p3003", Year = year, Declared = 2, Opinion = "同意", Recognised = 2 }));
            return await database.SaveChangesAsync();
        });
        using var client = await service.As("p3001");
        using var filed = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/platform/filings?year=2020");
        var filing = await filed.Json(HttpStatusCode.OK);
        var workbook = SheetReader.Read(await client.GetByteArrayAsync($"/api/platform-filings/{filing["id"]}/workbook", Api.Cancel));
        var number = await service.InDatabase(database => database.People.Where(person => person.Id == "p3003").Select(person => person.PlatformNo).SingleAsync());
        foreach (var (sheet, credit) in new[] { (0, "1.2"), (1, "4.8") })
        {
            var row = Assert.Single(workbook.Sheets[sheet].FindTable(["进修编号"])!.Rows);
            Assert.Equal((number, credit, "区级", "干部自培"), (row["进修编号"], row["学分"], row["培训级别"], row["培训类别"]));
        }

        using var again = await client.Send(HttpMethod.Post, "/api/schools/s-yunfan/platform/filings?year=2020");
        Assert.Equal("filed-before", (string?)(await again.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task Of_several_filings_at_the_same_moment_one_holds()
    {
        await service.InDatabase(async database =>
        {
            database.CreditLines.Add(new CreditLine { Id = "l-p2004", SchoolId = "s-qinghe", PersonId = "p2004", Year = 2019, Declared = 2, Opinion = "同意", Recognised = 2 });
            return await database.SaveChangesAsync();
        });
        using var client = await service.As("p2001");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.Send(HttpMethod.Post, "/api/schools/s-qinghe/platform/filings?year=2020")));
        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToList();
        Assert.Equal(5, refused.Count);
        foreach (var answer in refused)
        {
            Assert.Equal("filed-before", (string?)(await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
        }
    }

    [Fact]
    public async Task A_cadre_left_out_of_an_earlier_filing_is_filed_later()
    {
        await service.InDatabase(async database =>
        {
            database.CreditLines.AddRange(new[] { "p1003", "p1004" }.Select(person => new CreditLine { Id = $"l-{person}", SchoolId = "s-chenlu", PersonId = person, Year = 2019, Declared = 2, Opinion = "同意", Recognised = 2 }));
            return await database.SaveChangesAsync();
        });
        using var client = await service.As("p1001");
        using var first = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/platform/filings?year=2020", new { personIds = new[] { "p1003" } });
        Assert.Equal("p1003", (string?)Assert.Single((await first.Json(HttpStatusCode.OK))["people"]!.AsArray())!["personId"]);
        using var second = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/platform/filings?year=2020", new { personIds = new[] { "p1004" } });
        var filing = await second.Json(HttpStatusCode.OK);
        using var receipt = await client.Send(HttpMethod.Put, $"/api/platform-filings/{filing["id"]}/receipt", new { receipt = "受理号 0042" });
        await receipt.Json(HttpStatusCode.OK);
        var view = await client.Json("/api/schools/s-chenlu/platform?year=2020");
        Assert.Equal(["p1003", "p1004"], view["rows"]!.AsArray().Where(row => (bool)row!["filed"]!).Select(row => (string)row!["personId"]!));
        Assert.Equal("受理号 0042", (string?)view["filings"]!.AsArray().Single(each => (string?)each!["id"] == (string?)filing["id"])!["receipt"]);
    }

    [Fact]
    public async Task Declared_and_recognised_stand_apart_in_the_line_of_a_year()
    {
        await service.InDatabase(async database =>
        {
            database.CreditLines.Add(new CreditLine { Id = "l-apart", SchoolId = "s-qinghe", PersonId = "p2009", Year = 2018, Declared = 2, Opinion = "核定1分", Recognised = 1, ReviewedBy = "p0001", ReviewedAt = service.Clock.GetUtcNow() });
            return await database.SaveChangesAsync();
        });
        using var client = await service.As("p2009");
        var line = (await Period(client, "p2009", 2016))["lines"]!.AsArray().Single(line => (int)line!["year"]! == 2018)!;
        Assert.Equal((2m, 1m, "核定1分", "贺章"), ((decimal)line["declared"]!, (decimal)line["recognised"]!, (string?)line["proof"], (string?)line["reviewedBy"]));
    }

    [Fact]
    public async Task An_opening_year_can_be_taken_away_until_it_is_confirmed()
    {
        using var client = await service.As("p2008");
        using var added = await client.Send(HttpMethod.Post, "/api/people/p2008/opening-years", new { year = 2017, proof = "档案袋" });
        await added.Json(HttpStatusCode.OK);
        Assert.Equal([2016], (await client.Json("/api/people/p2008/ledger"))["openYears"]!.AsArray().Select(year => (int)year!));
        using var removed = await client.Send(HttpMethod.Delete, "/api/people/p2008/opening-years/2017");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var again = await client.Send(HttpMethod.Post, "/api/people/p2008/opening-years", new { year = 2017, proof = "档案袋，2017" });
        await again.Json(HttpStatusCode.OK);
        using var officer = await service.As("p0002");
        using var confirmed = await officer.Send(HttpMethod.Post, "/api/people/p2008/opening-years/2017/confirm");
        await confirmed.Json(HttpStatusCode.OK);
        using var late = await client.Send(HttpMethod.Delete, "/api/people/p2008/opening-years/2017");
        await late.Problem(HttpStatusCode.Conflict, "opening-confirmed");
    }

    [Theory]
    [InlineData("/api/schools/s-chenlu/sheets/attendance/document?year=2024")]
    [InlineData("/api/schools/s-chenlu/sheets/session-schedule/document?year=2024")]
    [InlineData("/api/schools/s-chenlu/sheets/platform-skills/document?year=2020")]
    [InlineData("/api/people/p1002/sheets/training-credits/document?year=2024")]
    public async Task The_computed_sheets_come_as_documents(string address)
    {
        using var client = await service.As("p1001");
        using var response = await client.GetAsync(address, Api.Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Api.Cancel));
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await response.Content.ReadAsByteArrayAsync(Api.Cancel))[..2]));
    }

    private static async Task<JsonNode> Period(HttpClient client, string person, int from) =>
        (await client.Json($"/api/people/{person}/ledger"))["periods"]!.AsArray().Single(period => (int)period!["from"]! == from)!;
}
