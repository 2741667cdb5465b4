using System.Net;
using System.Text;
using CadreDocs.Service.Review;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Roster;

/// <summary>2023 of 云帆中学 is signed off, 2023 of 青禾小学 was handed in.</summary>
public sealed class SettledRosterTests(ServiceFixture service) : IClassFixture<ServiceFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.InDatabase(async database =>
    {
        if (!await database.YearClosings.AnyAsync(closing => closing.Year == 2023))
        {
            database.YearClosings.Add(new YearClosing { SchoolId = "s-qinghe", Year = 2023, ClosedAt = service.Clock.GetUtcNow(), ClosedBy = "p2001" });
            database.SignOffs.Add(new SignOff { SchoolId = "s-yunfan", Year = 2023, SignedAt = service.Clock.GetUtcNow(), SignedBy = "p0001" });
            await database.SaveChangesAsync(Api.Cancel);
        }

        return 0;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Dated_value_in_a_settled_year_is_refused_with_the_way_out()
    {
        using var client = await service.As("p2001");
        using var response = await Edit(client, "p2002", new { title = "正高级教师", from = "2023-09-01" });
        var problem = await response.Problem(HttpStatusCode.Conflict, "year-closed");
        Assert.Contains("2023年度已结账上报", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Contains("重新打开", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("高级教师", await service.InDatabase(database => database.People.Where(person => person.Id == "p2002").Select(person => person.Title).SingleAsync(Api.Cancel)));
    }

    [Fact]
    public async Task Same_value_from_the_open_year_on_is_taken()
    {
        using var client = await service.As("p2001");
        using var response = await Edit(client, "p2003", new { title = "高级教师", from = "2024-01-01" });
        Assert.Equal("高级教师", (string?)(await response.Json(HttpStatusCode.OK))["title"]);
    }

    [Fact]
    public async Task Correction_that_reaches_a_settled_year_is_refused()
    {
        using var client = await service.As("p2001");
        using var response = await Edit(client, "p2004", new { name = "司徒景航", correction = true });
        await response.Problem(HttpStatusCode.Conflict, "year-closed");
    }

    [Fact]
    public async Task What_no_settled_sheet_shows_is_corrected()
    {
        using var client = await service.As("p2001");
        using var response = await Edit(client, "p2004", new { birthMonth = "1980-08", rank = "五级", correction = true });
        Assert.Equal(("1980-08", "五级"), await service.InDatabase(async database =>
        {
            var person = await database.People.SingleAsync(person => person.Id == "p2004", Api.Cancel);
            return (person.BirthMonth, person.Rank);
        }));
    }

    [Fact]
    public async Task Post_of_a_signed_year_stays()
    {
        using var client = await service.As("p3001");
        using var response = await Edit(client, "p3003", new { post = "常务副校长", from = "2023-12-31" });
        var problem = await response.Problem(HttpStatusCode.Conflict, "signed-off");
        Assert.Contains("撤销签审", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newcomer_of_a_settled_year_is_refused_and_not_added()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/cadres", new { name = "上官晴", post = "教研主任", from = "2023-09-01" });
        await response.Problem(HttpStatusCode.Conflict, "year-closed");
        Assert.False(await service.InDatabase(database => database.People.AnyAsync(person => person.Name == "上官晴", Api.Cancel)));
    }

    [Fact]
    public async Task Transfer_out_of_a_settled_year_is_refused()
    {
        await service.InDatabase(database => database.AttendanceMarks.Where(mark => mark.PersonId == "p2005").ExecuteDeleteAsync(Api.Cancel));
        using var client = await service.As("p1001");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-chenlu/roster/transfers", new { personId = "p2005", post = "艺术主任", from = "2023-12-01" });
        var problem = await response.Problem(HttpStatusCode.Conflict, "year-closed");
        Assert.Contains("青禾小学", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Null(await service.InDatabase(database => database.Appointments.Where(post => post.PersonId == "p2005").Select(post => post.To).SingleAsync(Api.Cancel)));
    }

    [Fact]
    public async Task Departure_on_the_last_day_of_a_settled_year_changes_only_what_follows()
    {
        await service.InDatabase(async database =>
        {
            await database.AttendanceMarks.Where(mark => mark.PersonId == "p2008").ExecuteDeleteAsync(Api.Cancel);
            return await database.Records.Where(record => record.PersonId == "p2008").ExecuteDeleteAsync(Api.Cancel);
        });
        using var client = await service.As("p2001");
        using var early = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/departures", new { personId = "p2008", lastDay = "2023-12-30" });
        await early.Problem(HttpStatusCode.Conflict, "year-closed");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/departures", new { personId = "p2008", lastDay = "2023-12-31" });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Import_into_a_settled_year_names_the_row_and_changes_nothing()
    {
        using var client = await service.As("p2001");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes("姓名,职务,任职时间\n公孙策,教研主任,2024-02-01\n令狐冲云,信息主任,2022-09-01\n")), "file", "名册.csv" },
            { new StringContent("2024-01-01"), "from" },
        };
        using var uploaded = await client.PostAsync("/api/schools/s-qinghe/roster/imports", form, Api.Cancel);
        var preview = await uploaded.Json(HttpStatusCode.OK);
        var told = preview["rows"]!.AsArray().Single(row => (string?)row!["status"] == "error")!;
        Assert.Equal((3, "year-closed"), ((int?)told["row"], (string?)told["problems"]![0]!["code"]));
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        var item = Assert.Single((await applied.Problem(HttpStatusCode.Conflict, "year-closed"))["problems"]!.AsArray())!;
        Assert.Equal(3, (int?)item["row"]);
        Assert.False(await service.InDatabase(database => database.People.AnyAsync(person => person.Name == "公孙策", Api.Cancel)));
    }

    [Fact]
    public async Task Reopened_year_can_be_corrected_again()
    {
        await service.InDatabase(async database =>
        {
            database.YearClosings.Add(new YearClosing { SchoolId = "s-chenlu", Year = 2022, ClosedAt = service.Clock.GetUtcNow(), ClosedBy = "p1001" });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var client = await service.As("p1001");
        var edit = new { education = "硕士", from = "2022-07-01" };
        using var refused = await Edit(client, "p1003", edit);
        await refused.Problem(HttpStatusCode.Conflict, "year-closed");
        using var officer = await service.As("p0002");
        using var reopened = await officer.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2022/reopen", new { reason = "学历登记有误" });
        await reopened.Json(HttpStatusCode.OK);
        using var taken = await Edit(client, "p1003", edit);
        await taken.Json(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Corrected_value_without_a_year_stands_among_the_changes_of_the_year_it_was_made_in()
    {
        using var client = await service.As("p1001");
        using var response = await Edit(client, "p1002", new { birthMonth = "1983-04", correction = true });
        await response.Json(HttpStatusCode.OK);
        Assert.Contains(await Subjects(client, 2024), subject => subject == "roster.birthMonth");
        Assert.DoesNotContain(await Subjects(client, 2023), subject => subject == "roster.birthMonth");
    }

    private static async Task<List<string?>> Subjects(HttpClient client, int year) =>
        (await client.Json($"/api/changes?schoolId=s-chenlu&year={year}")).AsArray().Select(line => (string?)line!["subject"]).ToList();

    private async Task<HttpResponseMessage> Edit(HttpClient client, string personId, object body) => await client.Send(
        HttpMethod.Put, $"/api/people/{personId}", body, await service.InDatabase(database => database.People.Where(person => person.Id == personId).Select(person => person.Version).SingleAsync(Api.Cancel)));
}
