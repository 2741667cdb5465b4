using System.Net;

namespace CadreDocs.Service.Tests.Portfolios;

public sealed class DashboardTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task The_officer_sees_every_school_with_its_papers()
    {
        using var officer = await service.As("p0002");
        var dashboard = await officer.Json("/api/dashboard?year=2024");
        Assert.Equal(["s-chenlu", "s-qinghe", "s-yunfan"], dashboard["schools"]!.AsArray().Select(school => (string?)school!["schoolId"]).Order());
        var qinghe = dashboard["schools"]!.AsArray().Single(school => (string?)school!["schoolId"] == "s-qinghe")!;
        Assert.Equal((9, 81), ((int)qinghe["cadres"]!, (int)qinghe["due"]!));
        var board = await officer.Json("/api/schools/s-qinghe/board?year=2024");
        var submitted = board["cadres"]!.AsArray().SelectMany(cadre => cadre!["cells"]!.AsArray()).Count(cell => (string?)cell!["state"] == "submitted");
        Assert.Equal(submitted, (int)qinghe["submitted"]!);
    }

    [Fact]
    public async Task A_reviewer_sees_the_assigned_schools_only()
    {
        using var reviewer = await service.As("p3002");
        Assert.Equal("s-yunfan", (string?)Assert.Single((await reviewer.Json("/api/dashboard?year=2024"))["schools"]!.AsArray())!["schoolId"]);
    }

    [Fact]
    public async Task A_secretary_does_not_see_the_district()
    {
        using var client = await service.As("p2001");
        using var response = await client.GetAsync("/api/dashboard?year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_period_without_rates_says_who_has_to_set_them()
    {
        using var officer = await service.As("p0002");
        Assert.Contains("区教育局党委", (string?)(await officer.Json("/api/dashboard?year=2024"))["periodRefusal"], StringComparison.Ordinal);
        Assert.Null((await officer.Json("/api/dashboard?year=2020"))["periodRefusal"]);
    }
}
