using System.Security.Cryptography;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>The double answers a download as Graph does: with an address of its own that refuses a token.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private const string Scan = "宝山区/实验小学/扫描件.pdf";

    private SharePointFixture _sharePoint = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Fact]
    public async Task The_download_address_is_fetched_without_our_token()
    {
        var (bytes, file) = await PutAsync(3000);

        Assert.Equal(Hash(bytes), await ReadAsync(file));
        Assert.Equal(1, _sharePoint.Server.Tenant.Counts["GET download"]);
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_stopped()
    {
        var (bytes, file) = await PutAsync(3_000_000);
        _sharePoint.Faults.Next(Fault.BreaksOff, call => call.Path.StartsWith("download/", StringComparison.Ordinal), times: 2);

        Assert.Equal(Hash(bytes), await ReadAsync(file));
        Assert.Equal(2, _sharePoint.Faults.Happened[Fault.BreaksOff]);
    }

    [Fact]
    public async Task A_download_that_always_breaks_off_is_a_lost_connection()
    {
        var (_, file) = await PutAsync(3_000_000);
        _sharePoint.Faults.Next(Fault.BreaksOff, call => call.Path.StartsWith("download/", StringComparison.Ordinal), times: 100);

        Assert.Equal("connection-lost", (await Assert.ThrowsAsync<LibraryException>(() => ReadAsync(file))).Fault.Code);
    }

    [Fact]
    public async Task An_address_that_ran_out_is_asked_for_anew()
    {
        var (bytes, file) = await PutAsync(10);
        _sharePoint.Faults.Next(Fault.DownloadRunsOut, call => call.Path.StartsWith("download/", StringComparison.Ordinal));

        Assert.Equal(Hash(bytes), await ReadAsync(file));
        Assert.Equal(2, _sharePoint.Server.Tenant.Counts["GET content"]);
    }

    private async Task<(byte[] Bytes, LibraryFile File)> PutAsync(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        return (bytes, (await _sharePoint.Library.PutAsync(Scan, LibraryContent.FromBytes(bytes), PutCondition.Absent, UploadMemory.None, Cancel)).File!);
    }

    private async Task<string> ReadAsync(LibraryFile file)
    {
        using var content = await LibraryReading.FetchAsync(_sharePoint.Library, file, Cancel);
        return content.Hash;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
