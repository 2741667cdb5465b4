using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Delta comes by id, in pages, an item twice, and now and then wants to start over.</summary>
public sealed class DeltaTests : IAsyncLifetime
{
    private SharePointFixture _sharePoint = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Fact]
    public async Task Every_file_is_told_once_with_its_path_over_all_pages()
    {
        var paths = Enumerable.Range(0, 130).Select(number => $"宝山区/{number % 7}小/收件箱/{number}.docx").ToList();
        foreach (var path in paths)
        {
            await PutAsync(path);
        }

        var changes = await LookAsync(null);

        Assert.True(changes.Whole);
        Assert.Equal(paths.Order(StringComparer.Ordinal), changes.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.All(changes.Files, file => Assert.Equal(_sharePoint.At(file.Path)!.CTag, file.ETag));
    }

    [Fact]
    public async Task Only_what_changed_is_told_later_and_what_is_gone_by_its_id()
    {
        var kept = await PutAsync("宝山区/一小/收件箱/1.docx");
        var dropped = await PutAsync("宝山区/一小/收件箱/2.docx");
        var first = await LookAsync(null);
        _sharePoint.Server.Tenant.Inside(() => { _sharePoint.Drive.Remove(_sharePoint.Drive.Items[dropped.Id]); return 0; });
        var added = await PutAsync("宝山区/一小/收件箱/3.docx");
        var second = await LookAsync(first.Next);

        Assert.False(second.Whole);
        Assert.Equal([added.Path], second.Files.Select(file => file.Path));
        Assert.Equal([dropped.Id], second.Gone);
        Assert.NotEqual(kept.Id, added.Id);
    }

    [Fact]
    public async Task A_library_that_forgot_our_place_is_looked_through_anew()
    {
        await PutAsync("宝山区/一小/收件箱/1.docx");
        var first = await LookAsync(null);
        await PutAsync("宝山区/一小/收件箱/2.docx");
        _sharePoint.Drive.OldestToken = long.MaxValue;
        var second = await LookAsync(first.Next);

        Assert.True(second.Whole);
        Assert.Equal(["宝山区/一小/收件箱/1.docx", "宝山区/一小/收件箱/2.docx"], second.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    private Task<LibraryChanges> LookAsync(string? since) => _sharePoint.Library.ChangesAsync(["宝山区/一小/收件箱"], since, Cancel);

    private async Task<LibraryFile> PutAsync(string path) =>
        (await _sharePoint.Library.PutAsync(path, LibraryContent.FromBytes([1]), PutCondition.Absent, UploadMemory.None, Cancel)).File!;
}
