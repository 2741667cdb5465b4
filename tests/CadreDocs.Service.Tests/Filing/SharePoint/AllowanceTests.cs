using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Tests.Filing.Chaos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>One allowance for all nodes, kept in their database; and a pause is no lost connection, however long it is.</summary>
public sealed class AllowanceTests : IDisposable
{
    private const int PerMinute = 1200;

    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-allowance-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 11, 15, 9, 0, 0, TimeSpan.FromHours(8)));
    private readonly List<IDisposable> _used = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public void Dispose()
    {
        _used.Reverse();
        _used.ForEach(used => used.Dispose());
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_nodes_never_get_the_same_stretch_of_the_tenants_time(bool postgres)
    {
        var nodes = await NodesAsync(postgres, PerMinute, PerMinute);
        var leases = await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            var mine = new List<Lease>();
            for (var lease = 0; lease < 25; lease++)
            {
                mine.Add(await node.Store.LeaseAsync(8, Now, Cancel));
            }

            return mine;
        }, Cancel)));
        var all = leases.SelectMany(lease => lease).OrderBy(lease => lease.StartsAt).ToList();

        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.StartsAt + (8 * pair.First.MillisecondsPerUnit) <= pair.Second.StartsAt));
        Assert.Equal(50 * 8, all.Count * 8);
        Assert.True(all[^1].StartsAt - all[0].StartsAt >= 49 * 8 * 60_000.0 / PerMinute, "Both together keep to the one rate.");
    }

    [Theory]
    [InlineData(false, PerMinute)]
    [InlineData(true, PerMinute)]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    public async Task A_pause_asked_of_one_node_holds_the_other(bool postgres, int perMinute)
    {
        var nodes = await NodesAsync(postgres, perMinute, perMinute);
        await Task.WhenAll(PassAsync(nodes[0].Allowance), PassAsync(nodes[1].Allowance));
        await nodes[0].Allowance.PauseAsync(TimeSpan.FromSeconds(30), refused: true, Cancel);

        // Longer than any lease: what the other took before the pause is spent or late.
        _clock.Advance(TimeSpan.FromSeconds(1));
        var held = Enumerable.Range(0, 20).Select(_ => nodes[1].Allowance.SpendAsync(1, Cancel)).ToList();
        while (nodes[1].Allowance.BlockedUntil is null)
        {
            Assert.False(held.TrueForAll(task => task.IsCompleted), "The other node went on.");
            await Task.Delay(10, Cancel);
        }

        var last = nodes[1].Allowance.SpendAsync(1, Cancel);
        Assert.False(last.IsCompleted);
        await PassAsync(last);
    }

    [Fact]
    public async Task A_node_with_a_limit_is_not_stopped_by_the_row_of_one_without()
    {
        var nodes = await NodesAsync(postgres: false, 0, PerMinute);
        await nodes[0].Allowance.PauseAsync(TimeSpan.FromMilliseconds(1), refused: true, Cancel);
        var lease = await nodes[1].Store.LeaseAsync(1, Now, Cancel);

        Assert.InRange(lease.MillisecondsPerUnit, 60_000.0 / PerMinute, 600_000.0 / PerMinute);
    }

    [Fact]
    public async Task A_pause_longer_than_any_answer_is_waited_out_and_no_lost_connection()
    {
        await using var sharePoint = await SharePointFixture.StartAsync(clock: _clock);
        await sharePoint.Connection.Allowance.PauseAsync(TimeSpan.FromMinutes(20), refused: true, Cancel);
        var find = sharePoint.Library.FindAsync("宝山区/一.docx", Cancel);
        await PassAsync(find);

        Assert.Null(await find);
        Assert.Equal(Timeout.InfiniteTimeSpan, sharePoint.Connection.Uploads.Timeout);
    }

    [Fact]
    public async Task A_request_without_an_answer_ends()
    {
        await using var sharePoint = await SharePointFixture.StartAsync(clock: _clock);
        sharePoint.Server.Delay = TimeSpan.FromMinutes(2);
        var refusal = await Assert.ThrowsAsync<LibraryException>(async () =>
        {
            var find = sharePoint.Library.FindAsync("宝山区/一.docx", Cancel);
            await PassAsync(find);
            await find;
        });

        Assert.Equal(("connection-lost", "timeout"), (refusal.Fault.Code, refusal.Detail));
    }

    private Task PassAsync(Allowance allowance) => PassAsync(allowance.SpendAsync(1, Cancel));

    private async Task PassAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10, Cancel);
        }
    }

    private async Task<List<Node>> NodesAsync(bool postgres, params int[] limits)
    {
        var server = postgres ? PostgresServer.Start() : null;
        if (server is not null)
        {
            _used.Add(server);
        }
        else if (postgres)
        {
            Assert.Skip("PostgreSQL is not installed here.");
        }

        var nodes = new List<Node>();
        foreach (var limit in limits)
        {
            var services = new ServiceCollection();
            if (server is not null)
            {
                services.AddDbContext<CadreDbContext, PostgresCadreDbContext>(options => options.UseNpgsql(server.Connection));
            }
            else
            {
                services.AddDbContext<CadreDbContext, SqliteCadreDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(_folder, "nodes.db")};Default Timeout=30"));
            }

            var provider = services.BuildServiceProvider();
            _used.Add(provider);
            await using (var scope = provider.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<CadreDbContext>().Database.MigrateAsync(Cancel);
            }

            var store = new DatabaseAllowanceStore(provider.GetRequiredService<IServiceScopeFactory>(), "tenant", limit);
            nodes.Add(new Node(store, new Allowance(store, _clock, limit)));
        }

        return nodes;
    }

    private sealed record Node(DatabaseAllowanceStore Store, Allowance Allowance);
}
