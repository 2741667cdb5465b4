using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing.Offline;

public sealed class OfflineTests : IDisposable
{
    private const string School = "s-chenlu";

    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_package_holds_what_is_owed_prefilled_and_comes_back_filled()
    {
        using var client = await _service.As("p1001");
        var (path, document) = (await PackAsync(client)).First(file => file.Name.Contains("表7", StringComparison.Ordinal));
        var owner = path.Split('（')[0];
        Assert.Equal(owner, WordEditor.Text(document, "name"));

        var papers = await ReturnAsync(client, Zip(("改过名.docx", WordEditor.Fill(document, ("topic", "在家填的"))), ("说明.txt", "x"u8.ToArray()), ("__MACOSX/._改过名.docx", [1])));
        var read = papers.Single(paper => (string?)paper!["file"] == "改过名.docx")!["reading"]!;
        Assert.Equal((owner, false), ((string?)read["owner"], (bool?)read["stale"]));
        Assert.Equal(2, papers.Count);
        Assert.NotNull((string?)papers.Single(paper => (string?)paper!["file"] == "说明.txt")!["message"]);

        using var applied = await client.Send(HttpMethod.Post, $"/api/readings/{read["id"]}/apply", null, (int)read["currentVersion"]!);
        Assert.Equal("在家填的", (string?)(await applied.Json(HttpStatusCode.OK))["data"]!["topic"]);
    }

    [Fact]
    public async Task Packing_again_begins_no_paper_twice()
    {
        using var client = await _service.As("p1001");
        var first = await PackAsync(client);
        var records = await _service.InDatabase(db => db.Records.CountAsync());
        var second = await PackAsync(client);

        Assert.Equal(first.Select(file => file.Name), second.Select(file => file.Name));
        Assert.Equal(records, await _service.InDatabase(db => db.Records.CountAsync()));
    }

    [Fact]
    public async Task A_late_return_says_that_the_paper_went_on_meanwhile()
    {
        using var client = await _service.As("p1001");
        var (path, document) = (await PackAsync(client)).First(file => file.Name.Contains("表7", StringComparison.Ordinal));
        var person = path.Split('（', '）')[1];
        using var owner = await _service.As(person);
        var id = await _service.InDatabase(db => db.Records.Where(record => record.PersonId == person && record.FormId == "reflection").OrderByDescending(record => record.CreatedAt).Select(record => record.Id).FirstAsync());
        await owner.Write(await owner.Json($"/api/records/{id}"), ("topic", "在网页上写的"));
        var read = Assert.Single(await ReturnAsync(client, Zip(("表7.docx", WordEditor.Fill(document, ("topic", "晚到的"))))))!["reading"]!;

        Assert.True((bool)read["stale"]!);
        using var refused = await client.Send(HttpMethod.Post, $"/api/readings/{read["id"]}/apply", null, (int)read["currentVersion"]!);
        await refused.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task Names_written_by_Windows_in_China_are_read_and_what_is_damaged_is_named()
    {
        using var client = await _service.As("p1001");
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, gbk))
        {
            await using var entry = zip.CreateEntry("王芳的表.docx").Open();
            await entry.WriteAsync("PK\u0003\u0004 not really"u8.ToArray(), Api.Cancel);
        }

        var paper = Assert.Single(await ReturnAsync(client, stream.ToArray()))!;
        Assert.Equal("王芳的表.docx", (string?)paper["file"]);
        Assert.NotNull((string?)paper["messageEn"]);

        using var refused = await SendAsync(client, [1, 2, 3]);
        await refused.Problem(HttpStatusCode.UnprocessableEntity, "not-a-zip");
    }

    private static async Task<List<(string Name, byte[] Bytes)>> PackAsync(HttpClient client)
    {
        using var response = await client.PostAsync($"/api/schools/{School}/package?year=2025", null, Api.Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Api.Cancel));
        return zip.Entries.Where(entry => entry.FullName.EndsWith(".docx", StringComparison.Ordinal)).Select(entry =>
        {
            using var bytes = new MemoryStream();
            using var source = entry.Open();
            source.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        }).ToList();
    }

    private static async Task<JsonArray> ReturnAsync(HttpClient client, byte[] zip)
    {
        using var response = await SendAsync(client, zip);
        return (await response.Json(HttpStatusCode.OK)).AsArray();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] zip)
    {
        var part = new ByteArrayContent(zip);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var form = new MultipartFormDataContent { { part, "file", "交回.zip" } };
        return await client.PostAsync($"/api/schools/{School}/returns", form, Api.Cancel);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
