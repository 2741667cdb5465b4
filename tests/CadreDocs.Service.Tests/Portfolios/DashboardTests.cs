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

    [Fact]
    public async Task A_paper_counts_from_the_month_in_which_it_was_accepted_in_the_districts_time()
    {
        await service.InDatabase(async database =>
        {
            var papers = database.Records.Where(record => record.SchoolId == "s-yunfan" && record.Year == 2022);
            database.Records.RemoveRange(papers);
            // 16:30 UTC on 31 March is half an hour into April in the district.
            foreach (var (id, at) in new[] { ("months-1", "2022-03-31T15:30:00Z"), ("months-2", "2022-03-31T16:30:00Z") })
            {
                database.Records.Add(new CadreDocs.Service.Records.Record
                {
                    Id = id, FormId = "reflection", SchemeVersion = "2018", Year = 2022, UntilYear = 2022, SchoolId = "s-yunfan", PersonId = "p3003", Data = "{}",
                    State = CadreDocs.Service.Records.RecordState.Accepted, AcceptedAt = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
                });
            }

            return await database.SaveChangesAsync();
        });
        using var officer = await service.As("p0002");
        var view = await officer.Json("/api/dashboard/months?year=2022");
        Assert.Equal(13, view["months"]!.AsArray().Count);
        var accepted = view["schools"]!.AsArray().Single(school => (string?)school!["schoolId"] == "s-yunfan")!["accepted"]!.AsArray();
        Assert.Equal((0, 1, 2, 2), ((int)accepted[1]!, (int)accepted[2]!, (int)accepted[3]!, (int)accepted[12]!));
        Assert.Equal(11, (await officer.Json("/api/dashboard/months?year=2024"))["months"]!.AsArray().Count);
    }
}
