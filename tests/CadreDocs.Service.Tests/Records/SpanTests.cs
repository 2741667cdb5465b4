using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Training;

namespace CadreDocs.Service.Tests.Records;

/// <summary>Papers that are in force for three and five years (R62).</summary>
public sealed class SpanTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Whoever_came_in_the_middle_of_a_period_begins_its_sheet_from_the_duty_list()
    {
        await Appoint("p9001", "s-qinghe", "教研主任", new DateOnly(2023, 9, 1));
        using var client = await service.As("p9001");
        var duty = (await client.Json("/api/duties?year=2024")).AsArray().Single(duty => (string?)duty!["formId"] == "training-credits")!;
        var record = await client.Start("training-credits", (int)duty["year"]!);
        Assert.Equal((2021, 2025, "s-qinghe"), ((int)record["year"]!, (int)record["untilYear"]!, (string?)record["schoolId"]));
        Assert.Equal("教研主任", (string?)record["data"]!["post"]);
    }

    [Fact]
    public async Task Whoever_comes_after_the_period_cannot_begin_its_sheet()
    {
        await Appoint("p9002", "s-qinghe", "年级组长", new DateOnly(2021, 9, 1));
        using var client = await service.As("p9002");
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "training-credits", year = 2018 });
        var problem = await response.Problem(HttpStatusCode.Conflict, "no-post");
        Assert.Contains("2016–2020年", (string?)problem["title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("development-plan", 2024, "p2008", "s-qinghe", 2026)]
    [InlineData("training-credits", 2024, "p3003", "s-yunfan", 2025)]
    public async Task A_paper_of_several_years_is_locked_with_its_last_year_and_not_before(string form, int year, string person, string school, int last)
    {
        using var client = await service.As(person);
        var id = (string)(await Begun(client, form, year))["id"]!;
        await Close(school, last - 1);
        Assert.Contains("edit", await Allowed(client, id));
        await Close(school, last);
        Assert.DoesNotContain("edit", await Allowed(client, id));
    }

    [Fact]
    public async Task A_contradiction_on_a_plan_can_be_mended_after_its_first_year_closed()
    {
        using var author = await service.As("p1004");
        await author.Write(await Begun(author, "development-plan", 2024), ("post", "教科研负责人"));
        await Close("s-chenlu", 2024);
        using var secretary = await service.As("p1001");
        var found = (await secretary.Json("/api/schools/s-chenlu/contradictions?year=2025")).AsArray().Single(item => (string?)item!["personId"] == "p1004")!;
        Assert.True((bool)found["mayCorrectSheet"]!);
    }


    private static async Task<JsonNode> Begun(HttpClient client, string form, int year)
    {
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = form, year });
        return await response.Json(HttpStatusCode.Created);
    }

    private static async Task<List<string?>> Allowed(HttpClient client, string id) =>
        (await client.Json($"/api/records/{id}"))["allowed"]!.AsArray().Select(right => (string?)right).ToList();

    private Task<int> Close(string school, int year) => service.InDatabase(database =>
    {
        database.YearClosings.Add(new YearClosing { SchoolId = school, Year = year, ClosedAt = service.Clock.GetUtcNow(), ClosedBy = "p0002" });
        return database.SaveChangesAsync(Api.Cancel);
    });

    private Task<int> Appoint(string person, string school, string post, DateOnly from) => service.InDatabase(database =>
    {
        database.People.Add(new Person { Id = person, Name = "试任", Login = person + "@example.com" });
        database.Appointments.Add(new Appointment { Id = "a-" + person, PersonId = person, SchoolId = school, Post = post, From = from, Order = 99 });
        return database.SaveChangesAsync(Api.Cancel);
    });
}
