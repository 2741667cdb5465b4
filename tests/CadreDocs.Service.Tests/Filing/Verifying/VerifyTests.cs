using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Filing.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Attachment = CadreDocs.Service.Records.Attachment;
using Blob = CadreDocs.Service.Records.Blob;
using Record = CadreDocs.Service.Records.Record;
using RecordState = CadreDocs.Service.Records.RecordState;

namespace CadreDocs.Service.Tests.Filing.Verifying;

/// <summary>A school files into a folder; afterwards database and folder are compared.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string School = "s-qinghe";
    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Accepted_papers_that_were_never_filed_show_and_so_does_what_others_put_there()
    {
        var stranger = Path.Combine(Year(2024), "别人的文件.docx");
        Directory.CreateDirectory(Path.GetDirectoryName(stranger)!);
        await File.WriteAllTextAsync(stranger, "不是我们的", Api.Cancel);
        var accepted = await _service.InDatabase(db => db.Records.CountAsync(record => record.SchoolId == School && record.Year == 2024 && record.State == RecordState.Accepted));
        var found = await VerifyAsync(2024);

        Assert.Equal("别人的文件.docx", Path.GetFileName(Assert.Single(found, difference => difference.Kind == Difference.Extra).Path));
        Assert.True(accepted > 0);
        Assert.Equal(found.Count - 1, found.Count(difference => difference.Kind == Difference.NotFiled));
        Assert.True(found.Count > accepted / 2, $"{accepted} papers were accepted, {found.Count} differences were found.");
    }

    [Fact]
    public async Task After_filing_all_is_in_order_and_a_paper_that_is_accepted_later_shows()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        Assert.Empty(await VerifyAsync(2024));
        var late = await _service.InDatabase(db => db.Records.FirstAsync(record => record.SchoolId == School && record.FormId == "reflection"));
        await _service.InDatabase(async db =>
        {
            db.Records.Add(new Record
            {
                Id = "late", FormId = "lecture", SchemeVersion = late.SchemeVersion, Year = 2024, UntilYear = 2024, SchoolId = School, PersonId = late.PersonId, Data = "{}", State = RecordState.Accepted,
            });
            return await db.SaveChangesAsync(Api.Cancel);
        });

        Assert.Contains(await VerifyAsync(2024), difference => difference.Kind == Difference.NotFiled);
    }

    [Fact]
    public async Task A_file_whose_attachment_was_taken_away_is_superseded_and_removed_on_demand()
    {
        using var client = await _service.As("p2001");
        await AttachAsync("certificate", "证书.pdf", "c1", "c2", "c3");
        await FileAsync(client);
        Assert.Equal(3, Files("-证书").Count);
        await _service.InDatabase(db => db.Attachments.Where(attachment => attachment.Id == "c1").ExecuteDeleteAsync());
        await FileAsync(client);
        var found = await VerifyAsync(2024);

        // The numbers moved up, so it is the last file that nobody has any more.
        Assert.Equal((Difference.Superseded, true), (Assert.Single(found).Kind, found[0].Path.EndsWith("-证书3.pdf", StringComparison.Ordinal)));
        Assert.Equal(3, Files("-证书").Count);
        await VerifyAsync(2024, repair: true);
        Assert.Equal(2, Files("-证书").Count);
        Assert.Empty(await VerifyAsync(2024));
    }

    [Fact]
    public async Task A_scan_that_was_replaced_by_one_of_another_kind_is_superseded_unless_somebody_wrote_into_it()
    {
        using var client = await _service.As("p2001");
        await AttachAsync("scan", "扫描.pdf", "old");
        await FileAsync(client);
        await AttachAsync("scan", "扫描.png", "new");
        await FileAsync(client);
        var scan = Assert.Single(await VerifyAsync(2024));

        Assert.Equal((Difference.Superseded, ".pdf"), (scan.Kind, Path.GetExtension(scan.Path)));
        await File.WriteAllTextAsync(Path.Combine(_service.DataFolder, "library", scan.Path), "有人改过", Api.Cancel);
        await VerifyAsync(2024, repair: true);
        Assert.True(File.Exists(Path.Combine(_service.DataFolder, "library", scan.Path)), "What somebody wrote stays.");
    }

    [Fact]
    public async Task A_three_year_paper_that_came_with_a_later_filing_is_missed_in_its_own_year()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client, 2025);
        var plan = Files("三年发展规划").First(path => path.Contains("/2024年度/", StringComparison.Ordinal));
        File.Delete(Path.Combine(_service.DataFolder, "library", plan));

        Assert.Contains(await VerifyAsync(2024), difference => difference == new LibraryDifference(Difference.Missing, plan));
        Assert.DoesNotContain(await VerifyAsync(2025), difference => difference.Kind == Difference.Missing);
    }

    [Fact]
    public async Task A_paper_that_is_only_uploaded_is_filed_once_all_its_files_are()
    {
        await _service.InDatabase(async db =>
        {
            db.Records.Add(new Record
            {
                Id = "appraisal", FormId = "appraisal", SchemeVersion = "2018", Year = 2024, UntilYear = 2024, SchoolId = School, Data = "{}", State = RecordState.Accepted,
            });
            return await db.SaveChangesAsync(Api.Cancel);
        });
        await AttachAsync("upload", "考核.pdf", ["u1", "u2"], "appraisal");
        await _service.InDatabase(db => db.Attachments.Where(attachment => attachment.Id == "u2").ExecuteUpdateAsync(set => set.SetProperty(attachment => attachment.Hash, "gone")));
        using var client = await _service.As("p2001");
        await FileAsync(client);
        Assert.Equal(RecordState.Accepted, await StateAsync());

        await _service.InDatabase(db => db.Attachments.Where(attachment => attachment.Id == "u2").ExecuteUpdateAsync(set => set.SetProperty(attachment => attachment.Hash, "u1")));
        await FileAsync(client);
        Assert.Equal(RecordState.Filed, await StateAsync());

        Task<RecordState> StateAsync() => _service.InDatabase(db => db.Records.Where(record => record.Id == "appraisal").Select(record => record.State).FirstAsync());
    }

    [Fact]
    public async Task Who_filed_who_stopped_and_who_overwrote_stands_in_the_change_list()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var path = Files("（表1）").First();
        await File.WriteAllTextAsync(Path.Combine(_service.DataFolder, "library", path), "手工改动", Api.Cancel);
        await _service.InDatabase(db => db.Records.Where(record => record.FormId == "annual-plan" && record.SchoolId == School)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.Data, """{"guiding":"新的指导思想"}""").SetProperty(record => record.Version, record => record.Version + 1)));
        var filing = await FileAsync(client);
        using var replaced = await client.PostAsJsonAsync(
            $"/api/filings/{(string?)filing["id"]}/items/{(string?)filing["problems"]![0]!["id"]}/retry", new { replace = true }, Api.Cancel);
        await replaced.Json(HttpStatusCode.OK);
        await EndAsync(client, (string)filing["id"]!);
        await _service.InDatabase(db => db.FilingPlans.Where(plan => plan.Id == (string)filing["id"]!).ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, Service.Filing.FilingPlanState.Running)));
        (await client.PostAsync($"/api/filings/{(string?)filing["id"]}/cancel", null, Api.Cancel)).Dispose();
        var changes = (await client.Json($"/api/changes?schoolId={School}&year=2024")).AsArray();

        Assert.All(Of("record.state").Where(change => (string?)change["after"] == "Filed"), change => Assert.Equal("p2001", (string?)change["by"]));
        Assert.Contains(Of("record.state"), change => (string?)change["after"] == "Filed" && ((string?)change["reason"])!.StartsWith("filing:", StringComparison.Ordinal));
        Assert.Equal(2, Of("filing.started").Count);
        Assert.Equal((path, "p2001"), ((string?)Assert.Single(Of("filing.replaced"))["after"], (string?)Of("filing.replaced")[0]["by"]));
        Assert.Equal("Cancelled", (string?)Assert.Single(Of("filing.state"))["after"]);

        List<JsonNode> Of(string subject) => [.. changes.Where(change => (string?)change!["subject"] == subject).Select(change => change!)];
    }

    private Task<int> AttachAsync(string kind, string name, params string[] ids) => AttachAsync(kind, name, ids, null);

    // Beside a paper that is accepted and not filed again when it was.
    private Task<int> AttachAsync(string kind, string name, string[] ids, string? recordId) => _service.InDatabase(async db =>
    {
        recordId ??= await db.Records.Where(record => record.SchoolId == School && record.FormId == "reflection" && record.Year == 2024 && record.State >= RecordState.Accepted)
            .OrderBy(record => record.Id).Select(record => record.Id).FirstAsync();
        var at = _service.Clock.GetUtcNow().AddMinutes(await db.Attachments.CountAsync());
        foreach (var id in ids)
        {
            db.Blobs.Add(new Blob { Hash = id, Bytes = System.Text.Encoding.UTF8.GetBytes("bytes of " + id) });
            db.Attachments.Add(new Attachment { Id = id, RecordId = recordId, Kind = kind, FileName = name, MediaType = "application/pdf", Hash = id, SizeBytes = 3, CreatedAt = at });
        }

        return await db.SaveChangesAsync(Api.Cancel);
    });

    private async Task<IReadOnlyList<LibraryDifference>> VerifyAsync(int year, bool repair = false)
    {
        var school = await _service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School));
        await using var scope = _service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LibraryVerifier>().RunAsync(school, year, repair, Api.Cancel);
    }

    private string Year(int year)
    {
        var school = _service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School)).GetAwaiter().GetResult();
        return Path.Combine(_service.DataFolder, "library", "宝山区", school.Name, $"{year}年度");
    }

    private List<string> Files(string part)
    {
        var library = Path.Combine(_service.DataFolder, "library");
        return Directory.EnumerateFiles(library, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(library, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith(".cadredocs", StringComparison.Ordinal) && path.Contains(part, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
    }

    private static async Task<JsonNode> FileAsync(HttpClient client, int year = 2024)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year }, Api.Cancel);
        return await EndAsync(client, (string)(await started.Json(HttpStatusCode.Accepted))["id"]!);
    }

    private static async Task<JsonNode> EndAsync(HttpClient client, string id)
    {
        await client.GetStringAsync($"/api/filings/{id}/events", Api.Cancel);
        return await client.Json($"/api/filings/{id}");
    }
}
