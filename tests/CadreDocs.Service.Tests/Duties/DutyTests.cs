using System.Net;

namespace CadreDocs.Service.Tests.Duties;

public sealed class DutyTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Cadre_owes_eleven_papers_and_the_five_year_sheet_in_a_year()
    {
        using var client = await service.As("p1008");
        var duties = (await client.Json("/api/duties?year=2024")).AsArray();
        Assert.Equal(
            ["development-plan", "semester-plan", "semester-plan", "reflection", "lecture", "case-study", "semester-summary", "semester-summary", "duty-report", "results", "training-credits"],
            duties.Select(duty => (string?)duty!["formId"]));
        Assert.All(duties, duty => Assert.False(string.IsNullOrEmpty((string?)duty!["clause"])));
    }

    [Fact]
    public async Task Semesters_carry_their_own_names()
    {
        using var client = await service.As("p1008");
        var duties = (await client.Json("/api/duties?year=2024")).AsArray();
        Assert.Equal(
            ["2023学年第二学期", "2024学年第一学期"],
            duties.Where(duty => (string?)duty!["formId"] == "semester-plan").Select(duty => (string?)duty!["period"]));
    }

    [Fact]
    public async Task State_of_a_duty_is_that_of_its_furthest_paper()
    {
        using var client = await service.As("p2005");
        var duties = (await client.Json("/api/duties?year=2024")).AsArray();
        var states = duties.ToDictionary(duty => $"{duty!["formId"]}{duty["semester"]}", duty => (string?)duty!["state"]);
        Assert.Equal(("accepted", "missing"), (states["reflection0"], states["duty-report0"]));
    }

    [Fact]
    public async Task Plan_of_three_years_is_in_force_in_its_third()
    {
        using var client = await service.As("p1001");
        var duty = (await client.Json("/api/duties?year=2026")).AsArray().Single(duty => (string?)duty!["formId"] == "development-plan")!;
        Assert.Equal(("accepted", "2024–2026年"), ((string?)duty["state"], (string?)duty["period"]));
    }

    [Fact]
    public async Task School_owes_its_items_and_lists_those_of_its_cadres()
    {
        using var client = await service.As("p1001");
        var duties = (await client.Json("/api/schools/s-chenlu/duties?year=2024")).AsArray();
        Assert.Equal(8, duties.Count(duty => duty!["owner"] is null));
        Assert.Equal(8, duties.Where(duty => duty!["owner"] is not null).Select(duty => (string?)duty!["owner"]!["personId"]).Distinct().Count());
    }

    [Theory]
    [InlineData("p1001", HttpStatusCode.OK)]
    [InlineData("p0001", HttpStatusCode.OK)]
    [InlineData("p2001", HttpStatusCode.NotFound)]
    [InlineData("p1003", HttpStatusCode.NotFound)]
    public async Task Duties_of_another_are_for_those_who_read_the_school(string personId, HttpStatusCode expected)
    {
        using var client = await service.As(personId);
        using var response = await client.GetAsync("/api/duties?year=2024&personId=p1002", Api.Cancel);
        Assert.Equal(expected, response.StatusCode);
    }
}
