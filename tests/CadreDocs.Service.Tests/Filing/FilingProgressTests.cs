using CadreDocs.Service.Filing;
using CadreDocs.Service.Records;
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

    private static FilingItem Item(string id, int order, long bytes, string? attachmentId) => new()
    {
        Id = id, PlanId = "plan", Order = order, Source = "attachment:" + id, AttachmentId = attachmentId, Kind = "mp4", Path = "区/" + id, State = FilingItemState.Uploading, SizeBytes = bytes,
    };
}
