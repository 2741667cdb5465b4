using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Tests.Scheme;

namespace CadreDocs.Service.Tests.Duties;

/// <summary>A scheme with dates of its own for 2024: one for both semesters, one for the plan.</summary>
public sealed class DatedScheme : SchemesFixture
{
    public DatedScheme() => Add("scheme-2018", ("deadlines: []", """
        deadlines:
          - {year: 2024, form: semester-plan, date: 2024-09-30}
          - {year: 2024, form: annual-plan, date: 2024-03-15}
        """));
}

/// <summary>The college's dates (A34).</summary>
public sealed class DeadlineTests(DatedScheme service) : IClassFixture<DatedScheme>
{
    [Fact]
    public async Task A_date_without_a_semester_holds_for_each()
    {
        using var client = await service.As("p1008");
        Assert.Equal(["2024-09-30", "2024-09-30"], await Due(client, 2024, "semester-plan"));
    }

    [Fact]
    public async Task What_the_college_sets_takes_the_place_of_the_schemes_date_and_giving_it_up_brings_that_back()
    {
        using var officer = await service.As("p0002");
        await Set(officer, 2024, new { formId = "annual-plan", semester = 0, date = "2024-02-28", seen = (string?)null });
        using var secretary = await service.As("p1001");
        Assert.Equal("2024-02-28", await SchoolDue(secretary));
        await Set(officer, 2024, new { formId = "annual-plan", semester = 0, date = (string?)null, seen = "2024-02-28" });
        Assert.Equal("2024-03-15", await SchoolDue(secretary));
    }

    [Fact]
    public async Task Each_semester_has_its_own_date()
    {
        using var officer = await service.As("p0002");
        await Set(officer, 2024, new { formId = "semester-summary", semester = 1, date = "2024-07-05", seen = (string?)null }, new { formId = "semester-summary", semester = 2, date = "2025-01-20", seen = (string?)null });
        using var client = await service.As("p1008");
        Assert.Equal(["2024-07-05", "2025-01-20"], await Due(client, 2024, "semester-summary"));
    }

    [Fact]
    public async Task A_three_year_plan_is_due_when_it_begins_and_a_five_year_sheet_when_its_period_ends()
    {
        using var officer = await service.As("p0002");
        await Set(officer, 2023, new { formId = "development-plan", semester = 0, date = "2023-03-31", seen = (string?)null });
        await Set(officer, 2025, new { formId = "training-credits", semester = 0, date = "2025-12-10", seen = (string?)null });
        using var client = await service.As("p1008");
        Assert.Equal(["2023-03-31"], await Due(client, 2023, "development-plan"));
        Assert.Equal(["2025-12-10"], await Due(client, 2023, "training-credits"));
    }

    [Fact]
    public async Task A_date_set_by_someone_else_meanwhile_is_not_overwritten()
    {
        using var officer = await service.As("p0002");
        await Set(officer, 2022, new { formId = "results", semester = 0, date = "2022-12-20", seen = (string?)null });
        using var late = await officer.Send(HttpMethod.Put, "/api/deadlines/2022", new { deadlines = new[] { new { formId = "results", semester = 0, date = "2022-12-31", seen = (string?)null } } });
        await late.Problem(HttpStatusCode.Conflict, "deadline-changed");
        Assert.Equal("2022-12-20", (string?)Line(await officer.Json("/api/deadlines/2022"), "results", 0)["due"]);
    }

    [Theory]
    [InlineData("results", 0, "2042-12-20", "deadline-day")]
    [InlineData("results", 1, "2024-12-20", "deadline-form")]
    [InlineData("training-credits", 0, "2024-12-20", "deadline-form")]
    public async Task A_slip_is_named_and_changes_nothing(string form, int semester, string date, string code)
    {
        using var officer = await service.As("p0002");
        using var response = await officer.Send(HttpMethod.Put, "/api/deadlines/2024", new
        {
            deadlines = new[] { new { formId = "lecture", semester = 0, date = "2024-11-30", seen = (string?)null }, new { formId = form, semester, date, seen = (string?)null } },
        });
        Assert.Equal(code, (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["code"]);
        Assert.Null(Line(await officer.Json("/api/deadlines/2024"), "lecture", 0)["set"]);
    }

    private static async Task Set(HttpClient officer, int year, params object[] deadlines)
    {
        using var response = await officer.Send(HttpMethod.Put, $"/api/deadlines/{year}", new { deadlines });
        await response.Json(HttpStatusCode.OK);
    }

    private static JsonNode Line(JsonNode view, string form, int semester) =>
        view["lines"]!.AsArray().Single(line => (string?)line!["formId"] == form && (int)line["semester"]! == semester)!;

    private static async Task<List<string?>> Due(HttpClient client, int year, string form) =>
        (await client.Json($"/api/duties?year={year}")).AsArray().Where(duty => (string?)duty!["formId"] == form).Select(duty => (string?)duty!["due"]).ToList();

    private static async Task<string?> SchoolDue(HttpClient client) =>
        (string?)(await client.Json("/api/schools/s-chenlu/duties?year=2024")).AsArray().Single(duty => (string?)duty!["formId"] == "annual-plan")!["due"];
}
