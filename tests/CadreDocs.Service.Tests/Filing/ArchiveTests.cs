using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CadreDocs.Service.Commands;
using CadreDocs.Service.Filing.Verifying;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Difference = CadreDocs.Service.Filing.Verifying.Difference;

namespace CadreDocs.Service.Tests.Filing;

public sealed class ArchiveTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string School = "s-yunfan";

    [Fact]
    public async Task An_archive_holds_every_paper_with_its_hash_and_a_page_of_contents()
    {
        using var client = await service.As("p3001");
        using var zip = new ZipArchive(await client.GetStreamAsync($"/api/schools/{School}/archive?year=2024", Api.Cancel));
        var manifest = JsonNode.Parse(await TextAsync(zip.GetEntry("manifest.json")!))!;
        var files = manifest["files"]!.AsArray();

        Assert.NotEmpty(files);
        Assert.Equal(files.Count + 2, zip.Entries.Count);
        Assert.All(files, file =>
        {
            using var stream = zip.GetEntry((string)file!["path"]!)!.Open();
            Assert.Equal((string?)file["sha256"], Convert.ToHexStringLower(SHA256.HashData(stream)));
        });
        var page = await TextAsync(zip.GetEntry("index.html")!);
        Assert.All(files, file => Assert.Contains(string.Join('/', ((string)file!["path"]!).Split('/').Select(Uri.EscapeDataString)), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reviewers_archive_holds_no_restricted_paper()
    {
        using var client = await service.As("p0001");
        using var zip = new ZipArchive(await client.GetStreamAsync($"/api/schools/{School}/archive?year=2024", Api.Cancel));

        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("述职报告", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName.Contains("学习心得", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_schools_archive_looks_like_none()
    {
        using var client = await service.As("p1001");
        using var response = await client.GetAsync($"/api/schools/{School}/archive?year=2024", Api.Cancel);

        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_cadres_own_archive_holds_that_cadres_accepted_papers_and_nothing_else()
    {
        using var client = await service.As("p3002");
        using var zip = new ZipArchive(await client.GetStreamAsync("/api/people/p3002/archive?year=2024", Api.Cancel));
        var manifest = JsonNode.Parse(await TextAsync(zip.GetEntry("manifest.json")!))!;
        var records = manifest["files"]!.AsArray().Select(file => (string)file!["recordId"]!).Distinct().Order(StringComparer.Ordinal).ToList();
        var own = await service.InDatabase(db => db.Records
            .Where(record => record.PersonId == "p3002" && record.Year <= 2024 && record.UntilYear >= 2024 && (record.State == RecordState.Accepted || record.State == RecordState.Filed))
            .Select(record => record.Id).ToListAsync());

        Assert.NotEmpty(own);
        Assert.Equal(own.Order(StringComparer.Ordinal), records);
        Assert.Equal("诸葛明轩", (string?)manifest["owner"]);
    }

    [Fact]
    public async Task A_colleagues_archive_looks_like_none_and_an_empty_one_says_what_is_missing()
    {
        using var client = await service.As("p3003");
        using var colleague = await client.GetAsync("/api/people/p3009/archive?year=2024", Api.Cancel);
        using var empty = await client.GetAsync("/api/people/p3003/archive?year=1999", Api.Cancel);

        await colleague.Problem(HttpStatusCode.NotFound, "not-found");
        await empty.Problem(HttpStatusCode.Conflict, "nothing-to-pack");
    }

    [Fact]
    public async Task The_command_line_writes_the_same_archive_to_a_file()
    {
        var output = Path.Combine(service.DataFolder, "档案袋.zip");
        _ = service.Services;
        var ended = await CommandLine.RunAsync(["library", "archive", "--school", School, "--year", "2024", "--out", output, "--set", "Data:Folder=" + service.DataFolder]);
        using var zip = await ZipFile.OpenReadAsync(output, Api.Cancel);
        using var client = await service.As("p3001");
        using var asked = new ZipArchive(await client.GetStreamAsync($"/api/schools/{School}/archive?year=2024", Api.Cancel));

        Assert.Equal(0, ended);
        Assert.Equal(await TextAsync(asked.GetEntry("manifest.json")!), await TextAsync(zip.GetEntry("manifest.json")!));
        Assert.False(File.Exists(output + ".part"));
    }

    [Fact]
    public async Task The_secretary_compares_the_library_on_the_page_and_what_is_missing_comes_back_with_the_next_filing()
    {
        using var client = await service.As("p2001");
        await FileAsync(client, "s-qinghe");
        var document = await service.InDatabase(db => db.FiledDocuments.FirstAsync(item => item.SchoolId == "s-qinghe" && item.Year == 2024));
        var path = Path.Combine(service.DataFolder, "library", document.Path);
        File.Delete(path);

        var found = Assert.Single((await CompareAsync(client, repair: false))["differences"]!.AsArray())!;
        Assert.Equal(("missing", document.Path), ((string?)found["kind"], (string?)found["path"]));
        Assert.True((bool?)(await CompareAsync(client, repair: true))["repaired"]);
        await FileAsync(client, "s-qinghe");
        Assert.True(File.Exists(path));
        Assert.Empty((await CompareAsync(client, repair: false))["differences"]!.AsArray());
    }

    private static async Task FileAsync(HttpClient client, string school)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{school}/filings", new { year = 2024 }, Api.Cancel);
        await client.GetStringAsync($"/api/filings/{(string?)(await started.Json(HttpStatusCode.Accepted))["id"]}/events", Api.Cancel);
    }

    private static async Task<JsonNode> CompareAsync(HttpClient client, bool repair)
    {
        using var response = await client.PostAsJsonAsync("/api/schools/s-qinghe/library/verify", new { year = 2024, repair }, Api.Cancel);
        return await response.Json(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Verifying_tells_missing_extra_changed_and_moved_files_apart_and_repairs()
    {
        using var client = await service.As("p1001");
        await FileAsync(client, "s-chenlu");
        var library = Path.Combine(service.DataFolder, "library", "宝山区");
        var files = Directory.EnumerateFiles(Directory.GetDirectories(library).Single(folder => folder.EndsWith("晨露幼儿园", StringComparison.Ordinal)), "*.docx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(await VerifyAsync(repair: false));
        File.Delete(files[0]);
        await File.WriteAllTextAsync(files[1], "改动", Api.Cancel);
        File.Move(files[2], files[2] + "-旧.docx");
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(files[3])!, "新建文档(3).docx"), "多出", Api.Cancel);
        var found = await VerifyAsync(repair: true);

        Assert.Equal(
            new[] { Difference.Missing, Difference.Extra, Difference.Changed, Difference.Moved }.Order(), found.Select(difference => difference.Kind).Order());
        Assert.True(File.Exists(files[2]), "What was moved is back.");
        Assert.Equal(
            new[] { Difference.NotFiled, Difference.Extra, Difference.Changed }.Order(), (await VerifyAsync(repair: false)).Select(difference => difference.Kind).Order());
    }

    private async Task<IReadOnlyList<LibraryDifference>> VerifyAsync(bool repair)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var school = await service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == "s-chenlu"));
        return await scope.ServiceProvider.GetRequiredService<LibraryVerifier>().RunAsync(school, 2024, repair, Api.Cancel);
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(Api.Cancel));
        return await reader.ReadToEndAsync(Api.Cancel);
    }
}
