using System.Net;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Tests.Records;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Scheme;

/// <summary>The regulation until 2023, then one that counts 学年 and ends with 2025.</summary>
public sealed class SchoolYears : SchemesFixture
{
    public SchoolYears()
    {
        Add("scheme-2018");
        Add(
            "scheme-2024", ("version: \"2018\"", "version: \"2024\""), ("validFrom: 2018-10 ", "validFrom: 2024-01 "), ("validTo: ", "validTo: 2025-12 "), ("yearBasis: calendar", "yearBasis: school-year"),
            ("no: 1, name: \"{{ year - 1 }}学年第二学期\"", "no: 2, name: \"{{ year }}学年第二学期\""), ("no: 2, name: \"{{ year }}学年第一学期\"", "no: 1, name: \"{{ year }}学年第一学期\""));
    }
}

/// <summary>A1: the year may be the 学年; R1: a version ends when the bureau says so.</summary>
public sealed class SchoolYearTests(SchoolYears service) : IClassFixture<SchoolYears>
{
    private SchemeCatalog Schemes => service.Services.GetRequiredService<SchemeCatalog>();

    [Fact]
    public async Task Semesters_of_a_school_year_run_from_september_to_august()
    {
        using var client = await service.As("p2004");
        var scheme = await client.Json("/api/scheme/2024");
        Assert.Equal(("2024-09-01", "2025-08-31"), ((string?)scheme["from"], (string?)scheme["to"]));
        Assert.Equal(
            [("2024学年第一学期", "2024-09-01", "2025-01-31"), ("2024学年第二学期", "2025-02-01", "2025-08-31")],
            scheme["semesters"]!.AsArray().OrderBy(semester => (int)semester!["no"]!).Select(semester => ((string)semester!["name"]!, (string)semester["from"]!, (string)semester["to"]!)));
    }

    [Theory]
    [InlineData("2023-12-31", 2023)]
    [InlineData("2024-08-31", 2023)]
    [InlineData("2024-09-01", 2024)]
    [InlineData("2025-03-05", 2024)]
    [InlineData("2025-09-01", 2025)]
    public void A_day_belongs_to_the_year_that_has_begun(string day, int year) =>
        Assert.Equal(year, Schemes.YearOf(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_day_belongs_to_exactly_one_year_also_where_the_basis_changes() => Prop.ForAll(
        Gen.Choose(0, 365 * 20).Select(days => new DateOnly(2014, 1, 1).AddDays(days)).ToArbitrary(),
        day => Enumerable.Range(day.Year - 2, 5).Where(year => Schemes.DaysOf(year).Contains(day)).SequenceEqual([Schemes.YearOf(day)])).QuickCheckThrowOnFailure();

    [Fact]
    public async Task The_current_year_is_the_one_that_has_begun()
    {
        using var own = new SchoolYears();
        own.Clock.SetUtcNow(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        using var client = own.CreateClient();
        Assert.Equal(2024, (int)(await client.Json("/api/session"))["currentYear"]!);
    }

    [Theory]
    [InlineData("2025-03-05", HttpStatusCode.Created)]
    [InlineData("2024-03-05", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2025-09-01", HttpStatusCode.UnprocessableEntity)]
    public async Task A_session_lies_within_the_school_year(string date, HttpStatusCode expected)
    {
        using var client = await service.As("p1001");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/sessions?year=2024", new { date, topic = "研讨" });
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task The_school_of_the_last_day_of_august_files_the_year()
    {
        await service.InDatabase(database =>
        {
            database.People.Add(new Person { Id = "p9101", Name = "春任", Login = "p9101@example.com" });
            database.People.Add(new Person { Id = "p9102", Name = "夏离", Login = "p9102@example.com" });
            database.Appointments.Add(new Appointment { Id = "a-9101", PersonId = "p9101", SchoolId = "s-qinghe", Post = "年级组长", From = new DateOnly(2025, 3, 1), Order = 90 });
            database.Appointments.Add(new Appointment { Id = "a-9102", PersonId = "p9102", SchoolId = "s-qinghe", Post = "年级组长", From = new DateOnly(2020, 9, 1), To = new DateOnly(2025, 6, 30), Order = 91 });
            return database.SaveChangesAsync(Api.Cancel);
        });
        using var client = await service.As("p2001");
        var filed = (await client.Json("/api/schools/s-qinghe/credits?year=2024"))["rows"]!.AsArray().Select(row => (string?)row!["personId"]).ToList();
        Assert.Contains("p9101", filed);
        Assert.DoesNotContain("p9102", filed);
        var owed = (await client.Json("/api/duties?year=2024&personId=p9101")).AsArray();
        Assert.Equal(["2024学年第二学期"], owed.Where(duty => (string?)duty!["formId"] == "semester-plan").Select(duty => (string?)duty!["period"]));
    }

    [Fact]
    public async Task A_period_is_over_with_its_last_school_year()
    {
        using var client = await service.As("p2001");
        Assert.Equal("2026-09-01", (string?)(await client.Json("/api/schools/s-qinghe/platform?year=2024"))["opensOn"]);
    }

    [Fact]
    public async Task Nothing_is_owed_or_begun_after_the_last_versions_end()
    {
        using var own = new SchoolYears();
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(8)));
        using var client = await own.As("p2004");
        Assert.Empty((await client.Json("/api/duties?year=2026")).AsArray());
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2026 });
        var problem = await response.Problem(HttpStatusCode.Conflict, "no-scheme");
        Assert.Contains("validTo", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("2024", (string?)(await client.Start("reflection", 2025))["schemeVersion"]);
    }
}
