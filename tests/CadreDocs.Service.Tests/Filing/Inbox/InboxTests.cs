using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CadreDocs.Service.Filing.Inbox;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Tests.Filing.SharePoint;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.Inbox;

public sealed class InboxTests : IDisposable
{
    private const string School = "s-chenlu";

    /// <summary>A library that is not there.</summary>
    private const string Nowhere = "example.sharepoint.com:/sites/nowhere";

    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_form_put_into_the_inbox_is_recognised_read_in_and_settled()
    {
        using var secretary = await _service.As("p1001");
        var (recordId, document) = await BeginAsync("p1004");
        var inbox = await ScanAsync(secretary);
        await DropAsync(inbox, "表.docx", WordEditor.Fill(document, ("topic", "从收件箱来")));
        var paper = Assert.Single((await ScanAsync(secretary))["papers"]!.AsArray())!;

        Assert.Equal((recordId, "按记录编号认出。"), ((string?)paper["recordId"], (string?)paper["message"]));
        var reading = await ReadAsync(secretary, paper);
        Assert.Contains(reading["fields"]!.AsArray(), field => (string?)field!["value"] == "从收件箱来" && (bool)field["changed"]!);
        using var applied = await secretary.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", null, (int)reading["currentVersion"]!);
        Assert.Equal("从收件箱来", (string?)(await applied.Json(HttpStatusCode.OK))["data"]!["topic"]);
        Assert.Empty((await ScanAsync(secretary))["papers"]!.AsArray());
    }

    [Fact]
    public async Task A_paper_without_our_marks_is_recognised_by_its_footer_code_or_by_labels_and_name()
    {
        using var secretary = await _service.As("p1001");
        var (coded, document) = await BeginAsync("p1004");
        var (labelled, other) = await BeginAsync("p1005");
        var inbox = await ScanAsync(secretary);
        await DropAsync(inbox, "甲.docx", WordEditor.Anonymous(document));
await DropAsync(inbox, "乙.docx", WithoutCode(WordEditor.Anonymous(other)));
        var papers = (await ScanAsync(secretary))["papers"]!.AsArray().ToDictionary(paper => Path.GetFileName((string)paper!["path"]!), paper => ((string?)paper!["recordId"], (string?)paper["messageEn"]));

        Assert.Equal((coded, "Recognised by its content code."), papers["甲.docx"]);
        Assert.Equal((labelled, "Recognised by its labels and the name on it; please check."), papers["乙.docx"]);
    }

    [Fact]
    public async Task What_nobody_recognises_waits_for_a_person_who_assigns_it_or_puts_it_aside()
    {
        using var secretary = await _service.As("p1001");
        var (recordId, _) = await BeginAsync("p1004");
        var inbox = await ScanAsync(secretary);
        await DropAsync(inbox, "扫描0001.pdf", "%PDF-1.7 made up"u8.ToArray());
        await DropAsync(inbox, "~$表.docx", [1]);
        await DropAsync(inbox, "说明.txt", "说明"u8.ToArray());
        var papers = (await ScanAsync(secretary))["papers"]!.AsArray();
        var scan = papers.Single(paper => ((string)paper!["path"]!).EndsWith(".pdf", StringComparison.Ordinal))!;
        var text = papers.Single(paper => ((string)paper!["path"]!).EndsWith(".txt", StringComparison.Ordinal))!;

        Assert.Equal(2, papers.Count);
        Assert.Null((string?)scan["recordId"]);
        using var attached = await secretary.PostAsJsonAsync($"/api/inbox/{scan["id"]}/attachment", new { recordId, withoutCode = true }, Api.Cancel);
        Assert.Equal("scan", (string?)(await attached.Json(HttpStatusCode.OK))["kind"]);
        using var dismissed = await secretary.PostAsync($"/api/inbox/{text["id"]}/dismiss", null, Api.Cancel);
        Assert.Equal(HttpStatusCode.NoContent, dismissed.StatusCode);
        Assert.Empty((await ScanAsync(secretary))["papers"]!.AsArray());
    }

    [Fact]
    public async Task A_scan_named_by_its_content_code_finds_its_paper()
    {
        using var secretary = await _service.As("p1001");
        var (recordId, _) = await BeginAsync("p1004");
        var code = await _service.InDatabase(db => db.Records.Where(record => record.Id == recordId).Select(record => record.ContentCode).FirstAsync());
        await DropAsync(await ScanAsync(secretary), $"扫描 {code}.pdf", "%PDF-1.7 made up"u8.ToArray());

        Assert.Equal(recordId, (string?)Assert.Single((await ScanAsync(secretary))["papers"]!.AsArray())!["recordId"]);
    }

    [Fact]
    public async Task A_scan_of_an_earlier_print_is_recognised_and_not_taken()
    {
        using var secretary = await _service.As("p1001");
        using var author = await _service.As("p1004");
        var record = await author.Step(await author.Write(await author.Start("reflection"), ("topic", "印过")), "printed");
        var printed = (string)record["printedCode"]!;
        await author.Write(record, ("topic", "印后又改"));
        var inbox = await ScanAsync(secretary);
        await DropAsync(inbox, $"签章 {printed}.pdf", "%PDF-1.7 made up"u8.ToArray());
        await DropAsync(inbox, "签章扫描.pdf", PdfMaker.WithText($"code {printed}"));
        var papers = (await ScanAsync(secretary))["papers"]!.AsArray();

        Assert.Equal(2, papers.Count);
        foreach (var paper in papers)
        {
            Assert.Equal((string?)record["id"], (string?)paper!["recordId"]);
            Assert.Contains("作废", (string?)paper["message"], StringComparison.Ordinal);
            using var attached = await secretary.PostAsJsonAsync($"/api/inbox/{paper["id"]}/attachment", new { }, Api.Cancel);
            Assert.Contains(printed, (string?)(await attached.Problem(HttpStatusCode.Conflict, "void-print"))["detail"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_paper_that_changed_since_it_was_seen_is_not_read_and_one_that_is_gone_waits_no_more()
    {
        using var secretary = await _service.As("p1001");
        var (_, document) = await BeginAsync("p1004");
        var inbox = await ScanAsync(secretary);
        var file = await DropAsync(inbox, "表.docx", document);
        var paper = Assert.Single((await ScanAsync(secretary))["papers"]!.AsArray())!;
        await File.WriteAllBytesAsync(file, WordEditor.Fill(document, ("topic", "又改了")), Api.Cancel);

        using var refused = await secretary.PostAsJsonAsync($"/api/inbox/{paper["id"]}/reading", new { }, Api.Cancel);
        await refused.Problem(HttpStatusCode.Conflict, "paper-changed");
        File.Delete(file);
        Assert.Empty((await ScanAsync(secretary))["papers"]!.AsArray());
    }

    [Fact]
    public async Task A_filed_paper_that_somebody_changed_in_the_library_is_read_back_and_filed_without_a_conflict()
    {
        using var secretary = await _service.As("p1001");
        await FileAsync(secretary);
        var document = await _service.InDatabase(db => db.FiledDocuments.FirstAsync(item => db.Records.Any(record => record.Id == item.RecordId && record.FormId == "reflection" && record.PersonId != "p1001")));
        using var untouched = await secretary.PostAsync($"/api/records/{document.RecordId}/library-reading", null, Api.Cancel);
        await untouched.Problem(HttpStatusCode.Conflict, "library-unchanged");

        var file = Path.Combine(_service.DataFolder, "library", document.Path);
        await File.WriteAllBytesAsync(file, WordEditor.Fill(await File.ReadAllBytesAsync(file, Api.Cancel), ("topic", "在文件库里改")), Api.Cancel);
        var paper = Assert.Single((await ScanAsync(secretary))["papers"]!.AsArray())!;
        Assert.Equal((document.RecordId, "已归档的材料在文件库中被人改过。"), ((string?)paper["recordId"], (string?)paper["message"]));

        var record = await secretary.Json($"/api/records/{document.RecordId}");
        using var reopened = await secretary.Send(HttpMethod.Post, $"/api/records/{document.RecordId}/reopen", new { comment = "在文件库中改过" }, (int)record["version"]!);
        await reopened.Json(HttpStatusCode.OK);
        var reading = await ReadAsync(secretary, paper);
        using var applied = await secretary.Send(HttpMethod.Post, $"/api/readings/{reading["id"]}/apply", new { overwrite = true }, (int)reading["currentVersion"]!);
        await applied.Json(HttpStatusCode.OK);
        await _service.InDatabase(db => db.Records.Where(item => item.Id == document.RecordId).ExecuteUpdateAsync(set => set.SetProperty(item => item.State, Service.Records.RecordState.Accepted)));

        Assert.Equal("done", (string?)(await FileAsync(secretary))["state"]);
        Assert.Equal("在文件库里改", WordEditor.Text(await File.ReadAllBytesAsync(file, Api.Cancel), "topic"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_kept_with_its_reason_and_the_others_are_read()
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        var (first, document) = await BeginAsync("p1004");
        var (second, other) = await BeginAsync("p1005");
        var school = await _service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School));
        await sharePoint.Library.PutAsync($"宝山区/{school.Name}/收件箱/甲.docx", LibraryContent.FromBytes(document), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        await sharePoint.Library.PutAsync($"宝山区/{school.Name}/收件箱/乙.docx", LibraryContent.FromBytes(other), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        var id = sharePoint.At($"宝山区/{school.Name}/收件箱/甲.docx")!.Id;
        sharePoint.Faults.Next(GraphDouble.Fault.ServerError, call => call.Method == "GET" && call.Path.Contains(id, StringComparison.Ordinal) && call.Path.EndsWith("/content", StringComparison.Ordinal), times: 20);
        await ScanAsync(sharePoint.Library, school);
        var papers = await _service.InDatabase(db => db.InboxPapers.ToDictionaryAsync(paper => paper.RemoteId));

        Assert.Equal((null, "server-error"), (papers[id].RecordId, papers[id].Reason));
        Assert.Equal(second, papers.Values.Single(paper => paper.RemoteId != id).RecordId);

        // The library reports it no more, and it is read all the same once that works.
        sharePoint.Faults.Clear();
        await ScanAsync(sharePoint.Library, school);
        Assert.Equal((first, "record"), await _service.InDatabase(db => db.InboxPapers.Where(paper => paper.RemoteId == id).Select(paper => ValueTuple.Create(paper.RecordId, paper.Reason)).SingleAsync()));
    }

    [Fact]
    public async Task A_school_without_a_library_keeps_no_other_schools_papers_from_being_seen()
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        using var service = new SharePointService(sharePoint, ("Schools:s-qinghe:Site", Nowhere), ("Schools:s-yunfan:Site", Nowhere));
        var school = await service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School));
        await sharePoint.Library.PutAsync($"宝山区/{school.Name}/收件箱/说明.pdf", LibraryContent.FromBytes("%PDF-1.7 made up"u8.ToArray()), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        await using var scope = service.Services.CreateAsyncScope();
        var troubles = await scope.ServiceProvider.GetRequiredService<InboxScanner>().ScanAsync(Api.Cancel);

        Assert.Equal(["s-qinghe", "s-yunfan"], troubles.Keys.Order(StringComparer.Ordinal));
        Assert.All(troubles.Values, fault => Assert.Equal("library-gone", fault.Fault.Code));
        Assert.Equal(School, await service.InDatabase(db => db.InboxPapers.Select(paper => paper.SchoolId).SingleAsync()));
        using var secretary = await service.As("p2001");
        Assert.Contains("library check", (string?)(await secretary.Json("/api/schools/s-qinghe/inbox"))["trouble"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharePoints_inbox_is_read_by_delta_and_its_place_is_remembered()
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        var (recordId, document) = await BeginAsync("p1004");
        var school = await _service.InDatabase(db => db.Schools.FirstAsync(item => item.Id == School));
        await ScanAsync(sharePoint.Library, school);
        await sharePoint.Library.PutAsync($"宝山区/{school.Name}/收件箱/表.docx", LibraryContent.FromBytes(document), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        await ScanAsync(sharePoint.Library, school);
        var before = sharePoint.Server.Tenant.Counts["GET content"];
        await ScanAsync(sharePoint.Library, school);

        var paper = await _service.InDatabase(db => db.InboxPapers.SingleAsync());
        Assert.Equal((recordId, "record"), (paper.RecordId, paper.Reason));
        Assert.Equal(before, sharePoint.Server.Tenant.Counts["GET content"]);
        Assert.Contains("token=", await _service.InDatabase(db => db.LibraryCursors.Where(cursor => cursor.Id == sharePoint.Drive.Id).Select(cursor => cursor.DeltaLink).SingleAsync()), StringComparison.Ordinal);
    }

    private async Task<(string RecordId, byte[] Document)> BeginAsync(string personId)
    {
        using var client = await _service.As(personId);
        var id = (string)(await client.Start("reflection"))["id"]!;
        return (id, await client.Document(id));
    }

    private static byte[] WithoutCode(byte[] document)
    {
        using var zip = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        return zip.Entries.Where(part => part.FullName.StartsWith("word/footer", StringComparison.Ordinal)).Select(part => part.FullName).ToList()
            .Aggregate(document, (bytes, part) => WordEditor.WithPart(bytes, part, text => Regex.Replace(text, "[0-9A-Z]{4}-[0-9A-Z]{4}", "", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    private static async Task<JsonNode> ScanAsync(HttpClient client)
    {
        using var response = await client.PostAsync($"/api/schools/{School}/inbox/scan", null, Api.Cancel);
        return await response.Json(HttpStatusCode.OK);
    }

    private async Task ScanAsync(IDocumentLibrary library, Service.Roster.School school)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InboxScanner>().ScanAsync(library, [school], Api.Cancel);
    }

    private async Task<string> DropAsync(JsonNode inbox, string name, byte[] bytes)
    {
        var file = Path.Combine(_service.DataFolder, "library", (string)inbox["folder"]!, name);
        await File.WriteAllBytesAsync(file, bytes, Api.Cancel);

        // As a copied file, which keeps its own older time.
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return file;
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, JsonNode paper)
    {
        using var response = await client.PostAsJsonAsync($"/api/inbox/{paper["id"]}/reading", new { }, Api.Cancel);
        return await response.Json(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> FileAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        var id = (string)(await started.Json(HttpStatusCode.Accepted))["id"]!;
        await client.GetStringAsync($"/api/filings/{id}/events", Api.Cancel);
        return await client.Json($"/api/filings/{id}");
    }
}
