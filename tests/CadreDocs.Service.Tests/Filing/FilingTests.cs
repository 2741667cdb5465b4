using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

public sealed class FilingTests : IDisposable
{
    private const string School = "s-qinghe";
    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_secretary_files_every_accepted_paper_of_the_year()
    {
        using var client = await _service.As("p2001");
        var filing = await FileAsync(client);

        Assert.Equal("done", (string?)filing["state"]);
        Assert.Equal((int)filing["total"]!, (int)filing["done"]!);
        var items = await client.Json($"/api/filings/{(string?)filing["id"]}/items");
        Assert.Equal(
            items.AsArray().Select(item => (string)item!["path"]!).Order(StringComparer.Ordinal),
            FilesOnDisk().Order(StringComparer.Ordinal));
        var records = await _service.InDatabase(db => db.Records.Where(record => record.SchoolId == School && record.State == RecordState.Accepted).CountAsync());
        Assert.Equal(0, records);
    }

    [Fact]
    public async Task The_tree_stands_as_the_paper_binder()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var files = FilesOnDisk();

        Assert.Contains(files, path => path.EndsWith("2024年度/一、学校自培工作档案袋/1．学校干部自培工作计划（表1）.docx", StringComparison.Ordinal));
        Assert.Contains(files, path => path.Contains("2024年度/二、干部个人自培档案袋/", StringComparison.Ordinal) && path.Contains("/2．学期岗位工作计划-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filing_again_changes_nothing()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var before = Snapshot();
        var again = await FileAsync(client);

        Assert.Equal((int)again["total"]!, (int)again["alreadyFiled"]!);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Namesakes_have_folders_of_their_own()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var folders = FilesOnDisk().Where(path => path.Contains("/王芳", StringComparison.Ordinal)).Select(path => path.Split('/')[4]).Distinct().ToList();

        Assert.Equal(2, folders.Count);
        Assert.All(folders, folder => Assert.Contains("（", folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_changed_by_hand_is_left_alone_until_somebody_decides()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var path = FilesOnDisk().First(file => file.Contains("（表1）", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Library, path), "手工改动", Api.Cancel);
        await _service.InDatabase(db => db.Records.Where(record => record.FormId == "annual-plan" && record.SchoolId == School)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.Data, """{"guiding":"新的指导思想"}""").SetProperty(record => record.Version, record => record.Version + 1)));
        var filing = await FileAsync(client);
        var problem = Assert.Single(filing["problems"]!.AsArray())!;

        Assert.Equal("done-with-failures", (string?)filing["state"]);
        Assert.Equal(("conflict", "something-else-there"), ((string?)problem["state"], (string?)problem["code"]));
        Assert.Equal("手工改动", await File.ReadAllTextAsync(Path.Combine(Library, path), Api.Cancel));

        using var response = await client.PostAsJsonAsync($"/api/filings/{(string?)filing["id"]}/items/{(string?)problem["id"]}/retry", new { replace = true }, Api.Cancel);
        await response.Json(HttpStatusCode.OK);
        Assert.Equal("done", (string?)(await EndAsync(client, (string)filing["id"]!))["state"]);
        Assert.NotEqual("手工改动", await File.ReadAllTextAsync(Path.Combine(Library, path), Api.Cancel));
    }

    [Fact]
    public async Task A_deleted_file_comes_back_with_the_next_filing()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var before = FilesOnDisk().Order(StringComparer.Ordinal).ToList();
        File.Delete(Path.Combine(Library, before[0]));
        await FileAsync(client);

        Assert.Equal(before, FilesOnDisk().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_three_year_plan_is_referenced_from_each_later_year()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client, 2025);
        var files = FilesOnDisk().Where(path => path.Contains("三年发展规划", StringComparison.Ordinal)).ToList();

        var note = files.First(path => path.Contains("/2025年度/", StringComparison.Ordinal));
        Assert.EndsWith("（见2024年度）.txt", note, StringComparison.Ordinal);
        var home = (await File.ReadAllTextAsync(Path.Combine(Library, note), Api.Cancel)).Split("\r\n").First(line => line.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains(home, files);
    }

    [Fact]
    public async Task A_scan_stands_beside_its_paper_and_a_stale_one_is_refused()
    {
        var records = await _service.InDatabase(db => db.Records.Where(record => record.SchoolId == School && record.State == RecordState.Accepted).Take(2).ToListAsync());
        await _service.InDatabase(async db =>
        {
            db.Blobs.Add(new Blob { Hash = "aa", Bytes = [1, 2, 3] });
            db.Attachments.Add(Scan("scan-good", records[0].Id, records[0].ContentCode));
            db.Attachments.Add(Scan("scan-stale", records[1].Id, "0000-0000"));
            return await db.SaveChangesAsync(Api.Cancel);
        });
        using var client = await _service.As("p2001");
        var filing = await FileAsync(client);
        var scans = FilesOnDisk().Where(path => path.Contains("签章扫描件", StringComparison.Ordinal)).ToList();

        var scan = Assert.Single(scans);
        Assert.EndsWith(".pdf", scan, StringComparison.Ordinal);
        Assert.Equal("scan-stale", (string?)Assert.Single(filing["problems"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task Cancelling_and_resuming_files_everything_once()
    {
        using var client = await _service.As("p2001");
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        var id = (string)(await started.Json(HttpStatusCode.Accepted))["id"]!;
        (await client.PostAsync($"/api/filings/{id}/cancel", null, Api.Cancel)).Dispose();
        var cancelled = await EndAsync(client, id);
        Assert.Contains((string?)cancelled["state"], new[] { "cancelled", "done" });
        (await client.PostAsync($"/api/filings/{id}/resume", null, Api.Cancel)).Dispose();
        var resumed = await EndAsync(client, id);

        Assert.Equal("done", (string?)resumed["state"]);
        Assert.Equal((int)resumed["total"]!, FilesOnDisk().Count);
    }

    [Fact]
    public async Task Whoever_watches_sees_the_end()
    {
        using var client = await _service.As("p2001");
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        var id = (string)(await started.Json(HttpStatusCode.Accepted))["id"]!;
        var events = await client.GetStringAsync($"/api/filings/{id}/events", Api.Cancel);

        Assert.Contains("event: end", events, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_accepted_is_nothing_to_file()
    {
        using var client = await _service.As("p2001");
        using var response = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 1999 }, Api.Cancel);

        await response.Problem(HttpStatusCode.Conflict, "nothing-to-file");
    }

    [Theory]
    [InlineData("p1001", HttpStatusCode.NotFound, "not-found")]
    [InlineData("p0001", HttpStatusCode.Forbidden, "forbidden")]
    [InlineData("p2004", HttpStatusCode.Forbidden, "forbidden")]
    public async Task Only_the_schools_secretary_files(string personId, HttpStatusCode status, string code)
    {
        using var client = await _service.As(personId);
        using var response = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);

        await response.Problem(status, code);
    }

    [Fact]
    public async Task The_reviewers_tree_shows_no_restricted_paper()
    {
        using var secretary = await _service.As("p2001");
        await FileAsync(secretary);
        using var reviewer = await _service.As("p0001");
        var own = (await secretary.Json($"/api/schools/{School}/library?year=2024")).ToJsonString();
        var seen = (await reviewer.Json($"/api/schools/{School}/library?year=2024")).ToJsonString();

        Assert.Contains("duty-report", own, StringComparison.Ordinal);
        Assert.DoesNotContain("duty-report", seen, StringComparison.Ordinal);
        Assert.Contains("reflection", seen, StringComparison.Ordinal);
    }

    private string Library => Path.Combine(_service.DataFolder, "library");

    private static Attachment Scan(string id, string recordId, string code) => new()
    {
        Id = id, RecordId = recordId, Kind = "scan", FileName = "scan.pdf", MediaType = "application/pdf", Hash = "aa", SizeBytes = 3, ContentCode = code,
    };

    private static async Task<JsonNode> FileAsync(HttpClient client, int year = 2024)
    {
        using var response = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year }, Api.Cancel);
        return await EndAsync(client, (string)(await response.Json(HttpStatusCode.Accepted))["id"]!);
    }

    private static async Task<JsonNode> EndAsync(HttpClient client, string id)
    {
        while (true)
        {
            var filing = await client.Json($"/api/filings/{id}");
            if ((string?)filing["state"] != "running")
            {
                return filing;
            }

            await Task.Delay(50, Api.Cancel);
        }
    }

    private List<string> FilesOnDisk() => Directory.EnumerateFiles(Library, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Library, file).Replace('\\', '/')).Where(path => !path.StartsWith(".cadredocs", StringComparison.Ordinal)).ToList();

    private Dictionary<string, DateTime> Snapshot() => Directory.EnumerateFiles(Library, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("locks", StringComparison.Ordinal)).ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
