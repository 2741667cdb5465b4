using CadreDocs.Service.Filing;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

/// <summary>What failed in the background shows to those who must see to it.</summary>
public sealed class LibraryTroublesTests : IDisposable
{
    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Rights_that_are_not_set_show_with_their_reason_to_the_own_school_and_the_district_alone()
    {
        await _service.InDatabase(async db =>
        {
            db.LibraryRightsReports.Add(new LibraryRightsReport
            {
                SchoolId = "s-qinghe", At = _service.Clock.GetUtcNow(), Good = false,
                Findings = """{"notes":[{"good":true,"message":"两名干部没有登录名","messageEn":"Two have no login"},{"good":false,"message":"没有许可","messageEn":"Not permitted"}],"own":[]}""",
            });
            return await db.SaveChangesAsync(Api.Cancel);
        });

        Assert.Equal(["权限没有设置好：没有许可"], await TroublesAsync("p2001"));
        Assert.Equal(["权限没有设置好：没有许可"], await TroublesAsync("p0002"));
        Assert.Empty(await TroublesAsync("p1001"));
    }

    [Fact]
    public async Task An_inbox_that_nobody_could_look_through_shows_and_is_forgotten_after_the_next_look()
    {
        using var secretary = await _service.As("p2001");
        using (var looked = await secretary.PostAsync("/api/schools/s-qinghe/inbox/scan", null, Api.Cancel))
        {
            looked.EnsureSuccessStatusCode();
        }

        Assert.Empty(await TroublesAsync("p2001"));
        await _service.InDatabase(db => db.LibraryCursors.ExecuteUpdateAsync(set => set.SetProperty(cursor => cursor.ReadAt, _service.Clock.GetUtcNow().AddMinutes(-45))));
        Assert.Contains("45分钟没有查收成功", Assert.Single(await TroublesAsync("p2001")), StringComparison.Ordinal);
        using (var again = await secretary.PostAsync("/api/schools/s-qinghe/inbox/scan", null, Api.Cancel))
        {
            again.EnsureSuccessStatusCode();
        }

        Assert.Empty(await TroublesAsync("p2001"));
    }

    private async Task<List<string?>> TroublesAsync(string personId)
    {
        using var client = await _service.As(personId);
        return (await client.Json("/api/library/state"))["troubles"]!.AsArray().Select(trouble => (string?)trouble!["message"]).ToList();
    }
}
