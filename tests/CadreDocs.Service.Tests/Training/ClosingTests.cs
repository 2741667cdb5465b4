using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Training;

/// <summary>What handing in a year keeps.</summary>
public sealed class ClosingTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task An_incomplete_year_that_was_handed_in_is_no_filed_one()
    {
        using var client = await service.As("p3001");
        var gap = (await client.Json("/api/schools/s-yunfan/years/2024/check"))["gaps"]!.AsArray().First(gap => gap!["credit"] is null)!;
        await Close(client, "s-yunfan");
        var line = (await client.Json($"/api/people/{gap["personId"]}/ledger"))["periods"]!.AsArray()
            .SelectMany(period => period!["lines"]!.AsArray()).Single(line => (int)line!["year"]! == 2024)!;
        Assert.Equal(("not-filed", "未申报"), ((string?)line["state"], (string?)line["stateLabel"]));
    }

    [Fact]
    public async Task A_complete_year_is_declared_by_handing_in_and_noted()
    {
        using var client = await service.As("p2001");
        var complete = (await client.Json("/api/schools/s-qinghe/credits?year=2024"))["rows"]!.AsArray().First(row => (decimal?)row!["credit"] == 2)!;
        await Close(client, "s-qinghe");
        var person = (string)complete["personId"]!;
        var noted = await service.InDatabase(database => database.Changes.SingleAsync(change => change.PersonId == person && change.Subject == "credit.declared", Api.Cancel));
        Assert.Equal(("", "2", "p2001"), (noted.Before, noted.After, noted.By));
    }

    [Fact]
    public async Task Attendance_that_was_handed_in_keeps_the_names_of_its_day()
    {
        using var client = await service.As("p1001");
        await Rename("p1008", "邵一鸣甲");
        Assert.Contains("邵一鸣甲", await Names(client));
        await Close(client, "s-chenlu");
        await Rename("p1008", "邵一鸣乙");
        Assert.Contains("邵一鸣甲", await Names(client));
        using var officer = await service.As("p0002");
        using var reopened = await officer.Send(HttpMethod.Post, "/api/schools/s-chenlu/years/2024/reopen", new { reason = "补登" });
        await reopened.Json(HttpStatusCode.OK);
        Assert.Contains("邵一鸣乙", await Names(client));
    }

    private static async Task Close(HttpClient client, string school)
    {
        var blanks = (await client.Json($"/api/schools/{school}/years/2024/check"))["blanks"]!.AsArray()
            .Select(blank => new { sessionId = (string?)blank!["sessionId"], personId = (string?)blank["personId"] }).ToList();
        using var closed = await client.Send(HttpMethod.Post, $"/api/schools/{school}/years/2024/close", new { blanks });
        await closed.Json(HttpStatusCode.OK);
    }

    private async Task<List<string?>> Names(HttpClient client)
    {
        using var printed = await client.GetAsync("/api/schools/s-chenlu/sheets/attendance/document?year=2024", Api.Cancel);
        Assert.True(printed.IsSuccessStatusCode);
        var id = await service.InDatabase(database => database.Records.Where(record => record.SchoolId == "s-chenlu" && record.FormId == "attendance" && record.Year == 2024)
            .Select(record => record.Id).SingleAsync(Api.Cancel));
        return (await client.Json($"/api/records/{id}"))["data"]!["rows"]!.AsArray().Select(row => (string?)row!["name"]).ToList();
    }

    private Task<int> Rename(string person, string name) => service.InDatabase(database =>
        database.People.Where(row => row.Id == person).ExecuteUpdateAsync(row => row.SetProperty(each => each.Name, name), Api.Cancel));
}
