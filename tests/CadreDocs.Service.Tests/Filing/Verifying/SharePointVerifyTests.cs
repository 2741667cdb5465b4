using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Verifying;
using CadreDocs.Service.Tests.Filing.SharePoint;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.Verifying;

/// <summary>The same over Graph, where a file keeps its id wherever it goes.</summary>
public sealed class SharePointVerifyTests : IAsyncLifetime
{
    private const string School = "s-qinghe";
    private SharePointFixture _sharePoint = null!;
    private SharePointService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _sharePoint = await SharePointFixture.StartAsync();
        _service = new SharePointService(_sharePoint);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _sharePoint.DisposeAsync();
    }

    [Fact]
    public async Task Missing_extra_changed_and_moved_files_are_told_apart_and_repaired()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        Assert.Empty(await VerifyAsync());
        var files = Filed();
        var moved = _sharePoint.At(files[2])!.Id;
        await _sharePoint.Library.DeleteAsync((await FindAsync(files[0]))!, Api.Cancel);
        await _sharePoint.Library.PutAsync(files[1], LibraryContent.FromBytes([1, 2, 3]), PutCondition.Any, UploadMemory.None, Api.Cancel);
        await MoveAsync(files[2], "宝山区/别处/搬走的.docx");
        await _sharePoint.Library.PutAsync(LibraryPath.Folder(files[3]) + "/多出.docx", LibraryContent.FromBytes([4]), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        var found = await VerifyAsync();

        Assert.Equal(
            [(Difference.Missing, files[0], null), (Difference.Changed, files[1], null), (Difference.Moved, files[2], "宝山区/别处/搬走的.docx"), (Difference.Extra, LibraryPath.Folder(files[3]) + "/多出.docx", null)],
            found.OrderBy(difference => difference.Kind == Difference.Extra).ThenBy(difference => difference.Path, StringComparer.Ordinal).Select(difference => (difference.Kind, difference.Path, difference.Found)));
        await VerifyAsync(repair: true);
        Assert.Equal(moved, _sharePoint.At(files[2])?.Id);
        Assert.Equal(
            new[] { Difference.NotFiled, Difference.Changed, Difference.Extra }.Order(), (await VerifyAsync()).Select(difference => difference.Kind).Order());
    }

    [Fact]
    public async Task What_somebody_moved_out_of_the_years_folder_goes_back_with_the_next_filing_and_is_not_written_twice()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var files = Filed();
        var id = _sharePoint.At(files[0])!.Id;
        await MoveAsync(files[0], "宝山区/别处/搬走的.docx");
        Assert.Equal("done", (string?)(await FileAsync(client))["state"]);

        Assert.Equal(id, _sharePoint.At(files[0])?.Id);
        Assert.Equal(files, Filed());
        Assert.Empty(await VerifyAsync());
    }

    [Fact]
    public async Task A_file_that_was_moved_and_changed_is_left_for_a_person()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var file = Filed()[0];
        await MoveAsync(file, "宝山区/别处/搬走的.docx");
        await _sharePoint.Library.PutAsync("宝山区/别处/搬走的.docx", LibraryContent.FromBytes([1]), PutCondition.Any, UploadMemory.None, Api.Cancel);
        var filing = await FileAsync(client);

        Assert.Equal("something-else-there", (string?)Assert.Single(filing["problems"]!.AsArray())!["code"]);
        Assert.Null(_sharePoint.At(file));
    }

    [Fact]
    public async Task A_form_that_was_filled_in_in_SharePoint_is_fetched_read_and_filed_without_a_conflict()
    {
        using var client = await _service.As("p2001");
        await FileAsync(client);
        var document = await _service.InDatabase(db => db.FiledDocuments.FirstAsync(item => item.SchoolId == School
            && db.Records.Any(record => record.Id == item.RecordId && record.FormId == "reflection" && record.PersonId != "p2001")));
        using (var untouched = await client.PostAsync($"/api/records/{document.RecordId}/library-reading", null, Api.Cancel))
        {
            await untouched.Problem(HttpStatusCode.Conflict, "library-unchanged");
        }

        byte[] bytes;
        using (var content = await LibraryReading.FetchAsync(_sharePoint.Library, (await FindAsync(document.Path))!, Api.Cancel))
        {
            await using var stream = content.Open();
            bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Api.Cancel);
        }

        await _sharePoint.Library.PutAsync(document.Path, LibraryContent.FromBytes(WordEditor.Fill(bytes, ("topic", "在 SharePoint 里改"))), PutCondition.Any, UploadMemory.None, Api.Cancel);
        var record = await client.Json($"/api/records/{document.RecordId}");
        using (var reopened = await client.Send(HttpMethod.Post, $"/api/records/{document.RecordId}/reopen", new { comment = "改过" }, (int)record["version"]!))
        {
            await reopened.Json(HttpStatusCode.OK);
        }

        using var response = await client.PostAsync($"/api/records/{document.RecordId}/library-reading", null, Api.Cancel);
        var reading = await response.Json(HttpStatusCode.OK);
        Assert.Contains(reading["fields"]!.AsArray(), field => (string?)field!["value"] == "在 SharePoint 里改" && (bool)field["changed"]!);
        using var applied = await client.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", new { overwrite = true }, (int)reading["currentVersion"]!);
        Assert.Equal("在 SharePoint 里改", (string?)(await applied.Json(HttpStatusCode.OK))["data"]!["topic"]);
        Assert.Equal(_sharePoint.At(document.Path)!.CTag, await _service.InDatabase(db => db.FiledDocuments.Where(item => item.Path == document.Path).Select(item => item.ETag).FirstAsync()));

        await _service.InDatabase(db => db.Records.Where(item => item.Id == document.RecordId).ExecuteUpdateAsync(set => set.SetProperty(item => item.State, Service.Records.RecordState.Accepted)));
        Assert.Equal("done", (string?)(await FileAsync(client))["state"]);
    }

    private async Task MoveAsync(string path, string to)
    {
        await _sharePoint.Library.EnsureFolderAsync(LibraryPath.Folder(to), Api.Cancel);
        Assert.Equal(PutOutcome.Filed, (await _sharePoint.Library.MoveAsync((await FindAsync(path))!, to, Api.Cancel)).Outcome);
    }

    private Task<LibraryFile?> FindAsync(string path) => _sharePoint.Library.FindAsync(path, Api.Cancel);

    private List<string> Filed() => _sharePoint.Server.Tenant.Inside(() => _sharePoint.Drive.Items.Values
        .Where(item => item is { IsFolder: false, Deleted: false }).Select(item => item.Path).Order(StringComparer.Ordinal).ToList());

    private async Task<IReadOnlyList<LibraryDifference>> VerifyAsync(bool repair = false)
    {
        var school = await _service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School));
        await using var scope = _service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LibraryVerifier>().RunAsync(school, 2024, repair, Api.Cancel);
    }

    private static async Task<JsonNode> FileAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        var id = (string)(await started.Json(HttpStatusCode.Accepted))["id"]!;
        await client.GetStringAsync($"/api/filings/{id}/events", Api.Cancel);
        return await client.Json($"/api/filings/{id}");
    }
}
