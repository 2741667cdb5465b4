using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Identity;

public sealed class SessionTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Next_year_and_years_without_data_can_be_chosen()
    {
        using var fresh = new ServiceFixture();
        fresh.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        using var client = await fresh.As("p1001");
        Assert.Equal([2027, 2026, 2025, 2024], (await client.Json("/api/session"))["years"]!.AsArray().Select(year => (int)year!));
    }

    [Fact]
    public async Task Session_without_sign_in_names_nobody_and_offers_development()
    {
        using var client = service.CreateClient();
        var session = await client.Json("/api/session");
        Assert.Null(session["person"]);
        Assert.Equal("development", (string?)session["signIn"]?[0]);
        Assert.Equal(2024, (int?)session["currentYear"]);
    }

    [Theory]
    [InlineData(2024, 2024)]
    [InlineData(2026, 2024)]
    public async Task Session_begins_in_the_newest_year_that_has_anything(int today, int expected)
    {
        await using var own = new ServiceFixture();
        own.Clock.SetUtcNow(new DateTimeOffset(today, 11, 20, 0, 0, 0, TimeSpan.Zero));
        using var client = own.CreateClient();
        var session = await client.Json("/api/session");
        Assert.Equal((today, expected), ((int)session["currentYear"]!, (int)session["openYear"]!));
    }

    [Fact]
    public async Task Year_of_the_first_session_is_known_within_a_minute()
    {
        await using var own = new ServiceFixture();
        using var client = own.CreateClient();
        Assert.DoesNotContain(2001, Years(await client.Json("/api/session")));
        await own.InDatabase(async database =>
        {
            var session = await database.Sessions.AsNoTracking().FirstAsync(Api.Cancel);
            session.Id = "t-of-2001";
            session.Year = 2001;
            database.Sessions.Add(session);
            return await database.SaveChangesAsync(Api.Cancel);
        });

        own.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains(2001, Years(await client.Json("/api/session")));

        static IEnumerable<int> Years(System.Text.Json.Nodes.JsonNode session) => session["years"]!.AsArray().Select(year => (int)year!);
    }

    [Fact]
    public async Task Secretary_has_the_own_school_and_is_its_cadre()
    {
        using var client = await service.As("p2001");
        var session = await client.Json("/api/session");
        Assert.Equal("严守拙", (string?)session["person"]?["name"]);
        Assert.Equal(["cadre s-qinghe", "secretary s-qinghe"], session["roles"]!.AsArray().Select(role => $"{role!["role"]} {role["schoolId"]}"));
    }

    [Fact]
    public async Task Rare_characters_survive_the_way_through_the_service()
    {
        using var client = await service.As("p2005");
        var session = await client.Json("/api/session");
        Assert.Equal("杨𠮷雅", (string?)session["person"]?["name"]);
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        using var client = await service.As("p1002");
        using var response = await client.PostAsync("/api/sign-out", null, Api.Cancel);
        Assert.Null((await response.Json(HttpStatusCode.OK))["next"]);
        var session = await client.Json("/api/session");
        Assert.Null(session["person"]);
    }

    [Fact]
    public async Task Development_sign_in_does_not_exist_for_other_machines()
    {
        using var client = await service.Anonymous();
        client.DefaultRequestHeaders.Add("X-Test-Address", "192.0.2.7");
        using var list = await client.GetAsync("/api/development/people", Api.Cancel);
        await list.Problem(HttpStatusCode.NotFound, "not-found");
        using var signIn = await client.PostAsJsonAsync("/api/development/sign-in", new { personId = "p0002" }, Api.Cancel);
        await signIn.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Write_with_the_cookie_alone_is_refused()
    {
        using var client = await service.As("p1002");
        client.DefaultRequestHeaders.Remove("X-CSRF");
        using var response = await client.PostAsync("/api/sign-out", null, Api.Cancel);
        await response.Problem(HttpStatusCode.BadRequest, "antiforgery");
    }

    [Fact]
    public async Task Write_after_the_session_ended_says_signed_out_and_not_that_the_page_is_old()
    {
        using var client = await service.Anonymous();
        await client.RefreshToken();
        client.DefaultRequestHeaders.Remove("X-CSRF");
        client.DefaultRequestHeaders.Add("X-CSRF", "a token of a session that is gone");
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        await response.Problem(HttpStatusCode.Unauthorized, "signed-out");
    }

    [Fact]
    public async Task Endpoint_for_signed_in_people_answers_401_to_strangers()
    {
        using var client = service.CreateClient();
        using var response = await client.GetAsync("/api/changes?schoolId=s-qinghe", Api.Cancel);
        await response.Problem(HttpStatusCode.Unauthorized, "signed-out");
    }

    [Theory]
    [InlineData("p2001", HttpStatusCode.OK)]
    [InlineData("p0001", HttpStatusCode.OK)]
    [InlineData("p0002", HttpStatusCode.OK)]
    [InlineData("p1001", HttpStatusCode.Forbidden)]
    [InlineData("p2002", HttpStatusCode.Forbidden)]
    [InlineData("p0003", HttpStatusCode.Forbidden)]
    [InlineData("p0004", HttpStatusCode.Forbidden)]
    public async Task Changes_of_a_school_are_for_those_who_read_the_school(string personId, HttpStatusCode expected)
    {
        using var client = await service.As(personId);
        using var response = await client.GetAsync("/api/changes?schoolId=s-qinghe", Api.Cancel);
        Assert.Equal(expected, response.StatusCode);
    }
}
