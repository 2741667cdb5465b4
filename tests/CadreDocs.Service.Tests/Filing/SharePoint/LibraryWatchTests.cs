using CadreDocs.Service.Filing.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>A service whose library is the double's: what is wrong with it shows at the start.</summary>
public sealed class LibraryWatchTests : IAsyncLifetime
{
    private SharePointFixture _sharePoint = null!;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Fact]
    public async Task A_sound_library_is_no_trouble_and_nothing_is_written_into_it()
    {
        using var service = new SharePointService(_sharePoint);
        using var client = await service.As("p1001");
        await LookAsync(service);

        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Api.Cancel));
        Assert.Empty((await client.Json("/api/library/state"))["troubles"]!.AsArray());
        Assert.DoesNotContain(_sharePoint.Drive.Items.Values, item => !item.IsFolder);
    }

    [Theory]
    [InlineData("role", "Sites.Selected")]
    [InlineData("site", "library check")]
    [InlineData("column", "CadreYear")]
    public async Task What_is_missing_shows_in_readiness_and_to_whoever_keeps_the_papers(string missing, string words)
    {
        _sharePoint.Drive.Granted = missing != "role";
        _sharePoint.Drive.Columns.RemoveWhere(column => missing == "column" && column == "CadreYear");
        using var service = new SharePointService(_sharePoint, ("Site", missing == "site" ? "example.sharepoint.com:/sites/elsewhere" : SharePointService.Site));
        using var client = await service.As("p1001");
        await LookAsync(service);
        var ready = await client.GetStringAsync("/health/ready", Api.Cancel);
        var trouble = Assert.Single((await client.Json("/api/library/state"))["troubles"]!.AsArray())!;

        Assert.StartsWith("Degraded\nlibrary: ", ready, StringComparison.Ordinal);
        Assert.Contains(words, ready, StringComparison.Ordinal);
        Assert.Contains(words, (string?)trouble["message"], StringComparison.Ordinal);
        Assert.True(trouble["schools"]!.AsArray().Count > 1, "One sentence for all schools of the library.");
    }

    private static Task LookAsync(SharePointService service) => service.Services.GetRequiredService<LibraryWatch>().LookAsync(Api.Cancel);
}
