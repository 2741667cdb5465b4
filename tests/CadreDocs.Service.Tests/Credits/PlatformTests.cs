using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;

namespace CadreDocs.Service.Tests.Credits;

/// <summary>When a period may be filed on the platform, and who takes a filing or a confirmation back.</summary>
public sealed class PlatformTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_period_that_runs_cannot_be_filed_and_says_from_when_it_can()
    {
        using var client = await service.As("p1001");
        var view = await client.Json("/api/schools/s-chenlu/platform?year=2024");
        Assert.Equal(("2026-01-01", false), ((string?)view["opensOn"], (bool)view["canFile"]!));
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/platform/filings?year=2024");
        var problem = await response.Problem(HttpStatusCode.Conflict, "period-running");
        Assert.Contains("2026-01-01", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filing_that_was_taken_back_makes_way_for_a_new_one_and_stays_in_the_list_with_its_reason()
    {
        await Recognise("s-chenlu", "p1003");
        using var client = await service.As("p1001");
        var filing = await File(client, "s-chenlu");
        using var silent = await client.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = " " });
        Assert.Equal("reason", (string?)(await silent.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
        using var response = await client.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = "进修编号有误" });
        var withdrawn = await response.Json(HttpStatusCode.OK);
        Assert.Equal(("顾念慈", "进修编号有误"), ((string?)withdrawn["withdrawn"]!["by"], (string?)withdrawn["withdrawn"]!["reason"]));
        using var twice = await client.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = "再次" });
        await twice.Problem(HttpStatusCode.Conflict, "filing-withdrawn");
        using var receipt = await client.Send(HttpMethod.Put, $"/api/platform-filings/{filing["id"]}/receipt", new { receipt = "1" });
        await receipt.Problem(HttpStatusCode.Conflict, "filing-withdrawn");
        await File(client, "s-chenlu");
        Assert.Equal(2, (await client.Json("/api/schools/s-chenlu/platform?year=2020"))["filings"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_filing_with_a_receipt_is_taken_back_by_the_college_alone()
    {
        await Recognise("s-qinghe", "p2004");
        using var client = await service.As("p2001");
        var filing = await File(client, "s-qinghe");
        using var receipt = await client.Send(HttpMethod.Put, $"/api/platform-filings/{filing["id"]}/receipt", new { receipt = "受理号 0042" });
        Assert.False((bool)(await receipt.Json(HttpStatusCode.OK))["canWithdraw"]!);
        using var own = await client.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = "有误" });
        await own.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var officer = await service.As("p0002");
        using var response = await officer.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = "平台已退回" });
        await response.Json(HttpStatusCode.OK);
        Assert.DoesNotContain((await client.Json("/api/schools/s-qinghe/platform?year=2020"))["rows"]!.AsArray(), row => (bool)row!["filed"]!);
    }

    [Fact]
    public async Task The_college_takes_a_confirmed_opening_year_back_and_it_counts_no_more()
    {
        using var client = await service.As("p2005");
        await Open(client, "p2005");
        using var own = await client.Send(HttpMethod.Post, "/api/people/p2005/opening-years/2016/withdraw", new { reason = "有误" });
        await own.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var reviewer = await service.As("p0001");
        using var response = await reviewer.Send(HttpMethod.Post, "/api/people/p2005/opening-years/2016/withdraw", new { reason = "证明不符" });
        Assert.Null((await response.Json(HttpStatusCode.OK))["confirmedBy"]);
        var period = (await client.Json("/api/people/p2005/ledger"))["periods"]!.AsArray().Single(period => (int)period!["from"]! == 2016)!;
        Assert.Equal(("opening-waiting", 0m), ((string?)period["lines"]![0]!["state"], (decimal)period["ethics"]!));
        using var removed = await client.Send(HttpMethod.Delete, "/api/people/p2005/opening-years/2016");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task A_confirmation_that_was_filed_on_the_platform_stays_until_the_filing_is_taken_back()
    {
        using var client = await service.As("p3003");
        await Open(client, "p3003");
        using var secretary = await service.As("p3001");
        var filing = await File(secretary, "s-yunfan");
        using var officer = await service.As("p0002");
        using var early = await officer.Send(HttpMethod.Post, "/api/people/p3003/opening-years/2016/withdraw", new { reason = "证明不符" });
        await early.Problem(HttpStatusCode.Conflict, "filed-on-platform");
        using var back = await officer.Send(HttpMethod.Post, $"/api/platform-filings/{filing["id"]}/withdraw", new { reason = "证明不符" });
        await back.Json(HttpStatusCode.OK);
        using var response = await officer.Send(HttpMethod.Post, "/api/people/p3003/opening-years/2016/withdraw", new { reason = "证明不符" });
        await response.Json(HttpStatusCode.OK);
    }

    private async Task Open(HttpClient client, string person)
    {
        using var added = await client.Send(HttpMethod.Post, $"/api/people/{person}/opening-years", new { year = 2016, proof = "2016年度自培档案袋" });
        await added.Json(HttpStatusCode.OK);
        using var reviewer = await service.As("p0001");
        using var confirmed = await reviewer.Send(HttpMethod.Post, $"/api/people/{person}/opening-years/2016/confirm");
        await confirmed.Json(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> File(HttpClient client, string school)
    {
        using var response = await client.Send(HttpMethod.Post, $"/api/schools/{school}/platform/filings?year=2020");
        return await response.Json(HttpStatusCode.OK);
    }

    private Task<int> Recognise(string school, string person) => service.InDatabase(database =>
    {
        database.CreditLines.Add(new CreditLine { Id = $"l-{person}", SchoolId = school, PersonId = person, Year = 2019, Declared = 2, Opinion = "同意", Recognised = 2 });
        return database.SaveChangesAsync(Api.Cancel);
    });
}
