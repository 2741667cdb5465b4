using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Administration;

public sealed class AccessTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Role_holds_from_the_next_request_on_and_is_taken_back_again()
    {
        using var administrator = await service.As("p0004");
        using var deputy = await service.As("p2004");
        using var given = await administrator.Send(HttpMethod.Post, "/api/grants", new { personId = "p2004", role = "secretary", schoolId = "s-qinghe" });
        await given.Json(HttpStatusCode.Created);
        Assert.True((bool)(await deputy.Json("/api/schools/s-qinghe/roster?year=2024"))["canEdit"]!);
        var grant = (await administrator.Json("/api/grants")).AsArray().Single(line => (string?)line!["personId"] == "p2004")!;
        Assert.Equal(("secretary", "青禾小学"), ((string?)grant["role"], (string?)grant["schoolName"]));
        // Two changes of one moment have no order.
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        using var taken = await administrator.Send(HttpMethod.Delete, $"/api/grants/{grant["id"]}");
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        using var refused = await deputy.GetAsync("/api/schools/s-qinghe/roster?year=2024", Api.Cancel);
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
        var changes = await service.InDatabase(database => database.Changes.Where(change => change.PersonId == "p2004" && change.Subject == "role.secretary").OrderBy(change => change.At).ThenBy(change => change.Id).Select(change => change.After).ToListAsync(Api.Cancel));
        Assert.Equal(["✓", ""], changes);
    }

    [Theory]
    [InlineData("secretary", null, null, "schoolId")]
    [InlineData("region-chair", null, null, "regionId")]
    [InlineData("officer", "s-qinghe", null, "schoolId")]
    [InlineData("reviewer", "s-nowhere", null, "schoolId")]
    [InlineData("secretary", "s-qinghe", "r-east", "regionId")]
    [InlineData("cadre", null, null, "role")]
    public async Task Role_with_a_wrong_scope_is_refused_by_field(string role, string? schoolId, string? regionId, string field)
    {
        using var client = await service.As("p0004");
        using var response = await client.Send(HttpMethod.Post, "/api/grants", new { personId = "p2003", role, schoolId, regionId });
        Assert.Equal(field, (string?)Assert.Single((await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray())!["field"]);
    }

    [Fact]
    public async Task Same_role_twice_is_refused()
    {
        using var client = await service.As("p0004");
        using var response = await client.Send(HttpMethod.Post, "/api/grants", new { personId = "p2001", role = "secretary", schoolId = "s-qinghe" });
        await response.Problem(HttpStatusCode.Conflict, "granted-already");
    }

    [Fact]
    public async Task Last_administrator_stays()
    {
        using var client = await service.As("p0004");
        var own = (await client.Json("/api/grants")).AsArray().Single(line => (string?)line!["role"] == "administrator")!;
        using var response = await client.Send(HttpMethod.Delete, $"/api/grants/{own["id"]}");
        await response.Problem(HttpStatusCode.Conflict, "last-administrator");
    }

    [Fact]
    public async Task Login_is_set_once_and_names_who_has_it()
    {
        using var client = await service.As("p0004");
        var person = await Person(client, "杨𠮷雅");
        using var set = await client.Send(HttpMethod.Put, $"/api/logins/{person["personId"]}", new { login = " yang@example.com " }, (int)person["version"]!);
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal("yang@example.com", (string?)(await Person(client, "杨𠮷雅"))["login"]);
        var other = await Person(client, "梅傲霜");
        using var taken = await client.Send(HttpMethod.Put, $"/api/logins/{other["personId"]}", new { login = "yang@example.com" }, (int)other["version"]!);
        Assert.Contains("杨𠮷雅", (string)(await taken.Problem(HttpStatusCode.Conflict, "login-taken"))["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_away_the_own_login()
    {
        using var client = await service.As("p0004");
        var own = (await client.Json("/api/logins?query=p0004@example.com"))["people"]!.AsArray().Single()!;
        using var response = await client.Send(HttpMethod.Put, "/api/logins/p0004", new { login = "" }, (int)own["version"]!);
        await response.Problem(HttpStatusCode.Conflict, "own-login");
    }

    [Fact]
    public async Task Somebody_who_is_no_cadre_is_added_and_listed_without_a_post()
    {
        using var client = await service.As("p0004");
        using var added = await client.Send(HttpMethod.Post, "/api/logins/people", new { name = "尹审言", login = "yin@example.com" });
        await added.Json(HttpStatusCode.Created);
        var person = await Person(client, "尹审言");
        Assert.Equal(("yin@example.com", 0), ((string?)person["login"], person["posts"]!.AsArray().Count));
    }

    [Fact]
    public async Task Many_logins_are_set_by_number()
    {
        using var client = await service.As("p0004");
        using var set = await client.Send(HttpMethod.Post, "/api/logins", new { rows = new[] { Row("003109033007", "wu@example.com"), Row("003109033008", "wen@example.com"), Row("003109033009", "p3009@example.com") } });
        var result = await set.Json(HttpStatusCode.OK);
        Assert.Equal((2, 1), ((int)result["set"]!, (int)result["same"]!));
        Assert.Equal("wu@example.com", await service.InDatabase(database => database.People.Where(person => person.Id == "p3007").Select(person => person.Login).SingleAsync(Api.Cancel)));
    }

    [Fact]
    public async Task One_wrong_row_of_many_changes_nothing_and_every_fault_is_named()
    {
        using var client = await service.As("p0004");
        using var response = await client.Send(HttpMethod.Post, "/api/logins", new
        {
            rows = new[] { Row("003109033002", "new@example.com"), Row("99", "a@example.com"), Row("003109033003", "p1001@example.com"), Row("003109033004", "new@example.com"), Row("003109033005", "") },
        });
        var items = (await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]!.AsArray();
        Assert.Equal([(2, "number-unknown"), (3, "login-taken"), (4, "login-twice"), (5, "login-invalid")], items.Select(item => ((int)item!["row"]!, (string)item["code"]!)));
        Assert.Equal("p3002@example.com", await service.InDatabase(database => database.People.Where(person => person.Id == "p3002").Select(person => person.Login).SingleAsync(Api.Cancel)));
    }

    private static object Row(string platformNo, string login) => new { platformNo, login };

    private static async Task<JsonNode> Person(HttpClient client, string name) => (await client.Json("/api/logins?query=" + name))["people"]!.AsArray().Single()!;
}
