using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Records;
using CadreDocs.Service.Tests.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

public sealed class FilingProgressTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_large_file_that_is_under_way_shows_how_much_of_it_has_arrived()
    {
        await service.InDatabase(async db =>
        {
            var record = await db.Records.FirstAsync(item => item.SchoolId == "s-qinghe");
            db.Blobs.Add(new Blob { Hash = "film", Bytes = [1] });
            db.Attachments.Add(new Attachment { Id = "film", RecordId = record.Id, Kind = "attachment", FileName = "讲座.mp4", MediaType = "video/mp4", Hash = "film", SizeBytes = 250_000_000 });
            db.FilingPlans.Add(new FilingPlan { Id = "plan", SchoolId = "s-qinghe", Year = 2024, CreatedBy = "p2001", CreatedAt = service.Clock.GetUtcNow() });
            db.FilingItems.Add(Item("film", 0, 104_857_600, "film"));
            db.FilingItems.Add(Item("begun", 1, 0, null));
            return await db.SaveChangesAsync(Api.Cancel);
        });
        using var client = await service.As("p2001");
        var filing = await client.Json("/api/filings/plan");
        var sending = Assert.Single(filing["sending"]!.AsArray())!;

        Assert.Equal(("区/film", 104_857_600, 250_000_000), ((string?)sending["path"], (long)sending["sentBytes"]!, (long)sending["sizeBytes"]!));
        Assert.Equal(0, (long)filing["bytes"]!);
    }

    [Fact]
    public async Task What_the_library_has_of_a_large_file_is_written_down_piece_by_piece()
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        using var filing = new SharePointService(sharePoint);
        await filing.InDatabase(async db =>
        {
            var record = await db.Records.FirstAsync(item => item.SchoolId == "s-qinghe" && item.State == RecordState.Accepted);
            var bytes = new byte[25_000_000];
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            db.Blobs.Add(new Blob { Hash = hash, Bytes = bytes });
            db.Attachments.Add(new Attachment { Id = "film", RecordId = record.Id, Kind = "attachment", FileName = "讲座.mp4", MediaType = "video/mp4", Hash = hash, SizeBytes = bytes.Length });
            return await db.SaveChangesAsync(Api.Cancel);
        });

        // The third piece is refused for longer than this test lasts: the service's clock stands still.
        sharePoint.Faults.RetryAfterSeconds = 120;
        sharePoint.Faults.Next(Fault.Throttled, call => call.Path.StartsWith("upload/", StringComparison.Ordinal) && call.Header("Content-Range")!.StartsWith("bytes 20971520-", StringComparison.Ordinal));
        using var client = await filing.As("p2001");
        using var started = await client.PostAsJsonAsync("/api/schools/s-qinghe/filings", new { year = 2024 }, Api.Cancel);
        await started.Json(HttpStatusCode.Accepted);
        long has;
        do
        {
            await Task.Delay(20, Api.Cancel);
            has = await filing.InDatabase(db => db.FilingItems.Where(item => item.AttachmentId == "film").Select(item => item.SizeBytes).SingleAsync());
        }
        while (has is 0 or 10_485_760);

        Assert.Equal(20_971_520, has);
    }

    private static FilingItem Item(string id, int order, long bytes, string? attachmentId) => new()
    {
        Id = id, PlanId = "plan", Order = order, Source = "attachment:" + id, AttachmentId = attachmentId, Kind = "mp4", Path = "区/" + id, State = FilingItemState.Uploading, SizeBytes = bytes,
    };
}
