using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Filing.Execution;
using CadreDocs.Service.Tests.Filing.SharePoint;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CadreDocs.Service.Tests.Filing;

/// <summary>Cancelling stops a filing after the files that are under way, and leaves nothing open behind.</summary>
public sealed class CancelTests
{
    private const string School = "s-qinghe";

    [Fact]
    public async Task After_a_cancel_only_the_files_under_way_are_filed()
    {
        var papers = new HeldPapers();
        using var service = new HeldService(papers);
        using var client = await service.As("p2001");
        var (id, total) = await StartAsync(client);
        await papers.OpenedAsync(4);
        (await client.PostAsync($"/api/filings/{id}/cancel", null, Api.Cancel)).Dispose();
        papers.Free();
        var items = await QuietAsync(client, id);

        Assert.Equal(4, papers.Opened);
        Assert.Equal(4, items.Count(item => (string?)item!["state"] == "filed"));
        Assert.Equal(total - 4, items.Count(item => (string?)item!["state"] == "cancelled"));

        (await client.PostAsync($"/api/filings/{id}/resume", null, Api.Cancel)).Dispose();
        items = await QuietAsync(client, id);
        Assert.All(items, item => Assert.Equal("filed", (string?)item!["state"]));
        Assert.Equal(total, papers.Opened);
    }

    [Fact]
    public async Task What_a_killed_service_held_of_a_cancelled_filing_is_cancelled_at_the_next_run()
    {
        var papers = new HeldPapers();
        using var service = new HeldService(papers);
        using var client = await service.As("p2001");
        var (id, _) = await StartAsync(client);
        await papers.OpenedAsync(4);
        (await client.PostAsync($"/api/filings/{id}/cancel", null, Api.Cancel)).Dispose();
        papers.Free();
        await QuietAsync(client, id);
        await service.InDatabase(db => db.FilingItems.Where(item => item.PlanId == id && item.State == FilingItemState.Cancelled)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Uploading)));
        await service.Services.GetRequiredService<FilingExecutor>().RunAsync(id, Api.Cancel);

        Assert.Equal(0, await service.InDatabase(db => db.FilingItems.CountAsync(item => item.PlanId == id && item.State == FilingItemState.Uploading)));
        Assert.Equal(4, papers.Opened);
    }

    [Fact]
    public async Task A_cancelled_filing_gives_up_the_uploads_it_began()
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        using var service = new SharePointService(sharePoint, ("SimpleUploadBytes", "1000"));
        using var client = await service.As("p2001");
        sharePoint.Faults.Next(Fault.ServerError, call => call.Method == "PUT" && call.Path.StartsWith("upload/", StringComparison.Ordinal), times: int.MaxValue);
        var (id, total) = await StartAsync(client);
        await UntilAsync(service, () => service.InDatabase(db => db.FilingItems.AnyAsync(item => item.PlanId == id && item.UploadUrl != null && item.Attempts > 0)));
        (await client.PostAsync($"/api/filings/{id}/cancel", null, Api.Cancel)).Dispose();
        await UntilAsync(service, () => service.InDatabase(db => db.FilingItems.AllAsync(item => item.PlanId != id || (item.State == FilingItemState.Cancelled && item.UploadUrl == null))));

        Assert.Empty(sharePoint.Server.Tenant.Inside(() => sharePoint.Drive.Sessions.Keys.ToList()));
        Assert.True(sharePoint.Server.Tenant.Counts["DELETE upload"] > 0);
        Assert.Equal(total, (await client.Json($"/api/filings/{id}/items")).AsArray().Count);
    }

    private static async Task<(string Id, int Total)> StartAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        var filing = await started.Json(HttpStatusCode.Accepted);
        return ((string)filing["id"]!, (int)filing["total"]!);
    }

    private static async Task<JsonArray> QuietAsync(HttpClient client, string id)
    {
        while (true)
        {
            var items = (await client.Json($"/api/filings/{id}/items")).AsArray();
            if (!items.Any(item => (string?)item!["state"] is "planned" or "uploading"))
            {
                return items;
            }

            await Task.Delay(20, Api.Cancel);
        }
    }

    private static async Task UntilAsync(SharePointService service, Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Api.Cancel);
        }
    }

    /// <summary>Papers that are opened and then wait.</summary>
    private sealed class HeldPapers
    {
        private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _opened;

        public int Opened => _opened;

        public void Free() => _free.SetResult();

        public async Task OpenedAsync(int papers)
        {
            while (_opened < papers)
            {
                await Task.Delay(10, Api.Cancel);
            }
        }

        public Task HoldAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _opened);
            return _free.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class HeldSource(PaperSource papers, HeldPapers held) : IPaperSource
    {
        public async Task<PaperContent> OpenAsync(FilingItem item, CancellationToken cancellationToken)
        {
            await held.HoldAsync(cancellationToken);
            return await papers.OpenAsync(item, cancellationToken);
        }
    }

    private sealed class HeldService(HeldPapers held) : ServiceFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddScoped<PaperSource>()
                .Replace(ServiceDescriptor.Scoped<IPaperSource>(provider => new HeldSource(provider.GetRequiredService<PaperSource>(), held))));
        }
    }
}
