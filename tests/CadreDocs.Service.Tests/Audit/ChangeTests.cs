using System.Net;
using CadreDocs.Service.Audit;

namespace CadreDocs.Service.Tests.Audit;

/// <summary>The change list: its words, its pages, who reads which part.</summary>
public sealed class ChangeTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_change_is_named_in_words_in_both_languages()
    {
        using var secretary = await service.As("p1001");
        using var lead = await secretary.Send(HttpMethod.Put, "/api/people/p1002", new { rank = "七级" }, await VersionOf(secretary, "s-chenlu", "p1002"));
        await lead.Json(HttpStatusCode.OK);
        var line = (await secretary.Json("/api/changes?schoolId=s-chenlu")).AsArray().First(line => (string?)line!["subject"] == "roster.rank")!;
        Assert.Equal(("名册·职级", "Roster: Rank"), ((string?)line["label"], (string?)line["labelEn"]));
    }

    [Fact]
    public async Task Older_changes_follow_page_by_page_without_a_gap()
    {
        await service.InDatabase(async database =>
        {
            var at = service.Clock.GetUtcNow();
            database.Changes.AddRange(Enumerable.Range(0, 1100).Select(number => new Change
            {
                // Many in the same millisecond: the order among them is by id.
                Id = $"paged-{number:0000}", At = at.AddMilliseconds(-(number / 3)), By = "p2001", SchoolId = "s-paged", Year = 2024, Subject = "session", After = $"{number}",
            }));
            return await database.SaveChangesAsync();
        });
        using var officer = await service.As("p0002");
        var seen = new List<string>();
        for (var last = ""; ; last = "&before=" + seen[^1])
        {
            var page = (await officer.Json("/api/changes?schoolId=s-paged&year=2024" + last)).AsArray();
            seen.AddRange(page.Select(line => (string)line!["id"]!));
            if (page.Count < 500)
            {
                break;
            }
        }

        Assert.Equal((1100, 1100), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task A_reviewer_of_the_district_reads_it_without_naming_a_school()
    {
        await service.InDatabase(database =>
        {
            database.Changes.Add(new Change { Id = "bureau-only", At = service.Clock.GetUtcNow(), By = "p0002", Year = 2024, Subject = "results.exported" });
            return database.SaveChangesAsync();
        });
        using var officer = await service.As("p0002");
        Assert.Contains((await officer.Json("/api/changes?year=2024")).AsArray(), line => (string?)line!["id"] == "bureau-only");
        using var reviewer = await service.As("p0001");
        Assert.DoesNotContain((await reviewer.Json("/api/changes?year=2024")).AsArray(), line => (string?)line!["id"] == "bureau-only");
        using var secretary = await service.As("p2001");
        using var refused = await secretary.GetAsync("/api/changes?year=2024", Api.Cancel);
        await refused.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_training_stands_in_the_history_of_the_persons_school()
    {
        using var cadre = await service.As("p2004");
        using var added = await cadre.Send(HttpMethod.Post, "/api/people/p2004/trainings", new { name = "样本研修班", level = "市级", from = "2024-03", to = "2024-06", issuer = "市教委", credit = 1.0 });
        await added.Json(HttpStatusCode.OK);
        using var secretary = await service.As("p2001");
        Assert.Contains((await secretary.Json("/api/changes?schoolId=s-qinghe&year=2024")).AsArray(), line => (string?)line!["label"] == "其他培训");
        using var foreign = await service.As("p1001");
        Assert.DoesNotContain((await foreign.Json("/api/changes?schoolId=s-chenlu&year=2024")).AsArray(), line => (string?)line!["label"] == "其他培训");
    }

    [Fact]
    public async Task Attendance_that_was_looked_at_under_a_pass_stands_in_the_schools_log()
    {
        using var officer = await service.As("p0002");
        using var issued = await officer.Send(
            HttpMethod.Post, "/api/schools/s-chenlu/inspections", new { holderId = "p3002", schoolPortfolio = true, personalPortfolios = false, from = "2024-11-15", until = "2024-11-20", purpose = "秋季调研" });
        await issued.Json(HttpStatusCode.OK);
        using var holder = await service.As("p3002");
        await holder.Json("/api/schools/s-chenlu/attendance?year=2024");
        using var secretary = await service.As("p1001");
        Assert.Single((await secretary.Json("/api/schools/s-chenlu/inspections"))["readings"]!.AsArray());
    }

    private static async Task<int> VersionOf(HttpClient client, string school, string person) =>
        (int)(await client.Json($"/api/schools/{school}/roster?year=2024"))["cadres"]!.AsArray().First(cadre => (string?)cadre!["personId"] == person)!["version"]!;
}
