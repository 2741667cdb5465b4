using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Filing.Execution;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.Chaos;

/// <summary>How fast filing is, against the double in a process of its own. Run by hand: numbers, no verdicts.</summary>
public sealed class FilingBenchmarks(ITestOutputHelper output)
{
    private const int SmallBytes = 12_000;

    // SharePoint counts a minute, not a second: 1,200 a minute are the 20 a second, and a batch of twenty is no burst in it.
    [Fact(Explicit = true)]
    public async Task Twenty_requests_a_second_are_used_and_not_exceeded()
    {
        await using var bench = await Bench.StartAsync(delayMs: 50, unitsAMinute: 1200, new() { ["UnitsPerMinute"] = "1160", ["FlatUnits"] = "true" });
        await bench.PlanAsync("warm", 20, SmallBytes);
        await bench.RunAsync("warm");
        var before = await bench.StatsAsync();
        await bench.PlanAsync("plan", 1400, SmallBytes);
        var seconds = await bench.RunAsync("plan");
        var after = await bench.StatsAsync();
        var (served, refused) = (after.Served - before.Served, after.Refused - before.Refused);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1400 documents in {seconds:0.0} s: {served / seconds:0.00} requests a second of 20 ({served / seconds / 20:P1}), {refused} refused ({(double)refused / (served + refused):P2})"));
    }

    [Fact(Explicit = true)]
    public async Task Small_documents_into_a_library_without_limits()
    {
        await using var bench = await Bench.StartAsync(delayMs: 0, unitsAMinute: 0, new() { ["UnitsPerMinute"] = "0" });
        await bench.PlanAsync("warm", 500, SmallBytes);
        await bench.RunAsync("warm");
        var before = await bench.StatsAsync();
        await bench.PlanAsync("plan", 3000, SmallBytes);
        var seconds = await bench.RunAsync("plan");
        var after = await bench.StatsAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"3000 documents in {seconds:0.0} s: {3000 / seconds:0} a second, {(after.Requests - before.Requests) / 3000.0:0.00} requests and {(after.Served - before.Served) / 3000.0:0.00} units of work a document"));
    }

    [Fact(Explicit = true)]
    public async Task Memory_stays_flat_over_a_huge_file_and_ten_thousand_small_ones()
    {
        await using var bench = await Bench.StartAsync(delayMs: 0, unitsAMinute: 0, new() { ["UnitsPerMinute"] = "0" });
        await bench.PlanAsync("warm", 200, SmallBytes);
        await bench.RunAsync("warm");
        GC.Collect();
        var idle = Environment.WorkingSet;
        await bench.PlanAsync("huge", 1, 250 * 1024 * 1024);
        var huge = await bench.RunAsync("huge");
        var afterHuge = bench.Peak - idle;
        await bench.PlanAsync("many", 10_000, SmallBytes);
        var many = await bench.RunAsync("many");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle {idle >> 20} MB; 250 MB in {huge:0.0} s, peak +{afterHuge >> 20} MB; 10,000 small in {many:0.0} s ({10_000 / many:0} a second), peak +{(bench.Peak - idle) >> 20} MB"));
    }

    [Fact(Explicit = true)]
    public async Task Memory_stays_flat_while_a_huge_scan_comes_out_of_the_database()
    {
        await using var bench = await Bench.StartAsync(delayMs: 0, unitsAMinute: 0, new() { ["UnitsPerMinute"] = "0" });
        await bench.PlanAsync("warm", 200, SmallBytes);
        await bench.RunAsync("warm");
        await bench.AddScanAsync("scan", 250L * 1024 * 1024);
        GC.Collect();
        var idle = Environment.WorkingSet;
        await bench.PlanScanAsync("scan");
        var seconds = await bench.RunAsync("scan");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle {idle >> 20} MB; a scan of 250 MB from SQLite in {seconds:0.0} s, peak +{(bench.Peak - idle) >> 20} MB"));
    }

    /// <summary>Executor, database and SharePoint library as the service has them; papers are made up.</summary>
    private sealed class Bench : IAsyncDisposable
    {
        private readonly Process _double;
        private readonly Uri _address;
        private readonly ServiceProvider _services;
        private readonly string _folder;

        private Bench(Process process, Uri address, ServiceProvider services, string folder) => (_double, _address, _services, _folder) = (process, address, services, folder);

        public long Peak { get; private set; }

        public static async Task<Bench> StartAsync(int delayMs, int unitsAMinute, Dictionary<string, string> settings)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            var flat = settings.ContainsKey("FlatUnits") ? "1" : "0";
            string[] arguments = [Path.Combine(AppContext.BaseDirectory, "CadreDocs.GraphDouble.dll"), "0", delayMs.ToString(CultureInfo.InvariantCulture), unitsAMinute.ToString(CultureInfo.InvariantCulture), flat];
            Array.ForEach(arguments, start.ArgumentList.Add);
            var process = Process.Start(start)!;
            var line = (await process.StandardOutput.ReadLineAsync(Api.Cancel))!.Split(' ');
            var folder = Directory.CreateTempSubdirectory("cadredocs-bench-").FullName;
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => "Filing:SharePoint:" + pair.Key, pair => (string?)pair.Value)).AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Folder"] = folder, ["Cloud:Graph"] = line[0], ["Filing:Library"] = "sharepoint", ["Filing:SharePoint:Credential"] = "none", ["Filing:SharePoint:DriveId"] = line[1],
                ["Filing:SharePoint:SetRights"] = "false",
            }).Build();
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(configuration).AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Ids>().AddSingleton(new Places(configuration, folder)).AddSingleton(CloudProfile.From(configuration)).AddHttpContextAccessor();
            services.AddDbContext<CadreDbContext, SqliteCadreDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "bench.db")};Default Timeout=30"));
            services.AddScoped<CurrentUser>().AddScoped<ChangeLog>();
            services.AddOptions<FilingOptions>().BindConfiguration("Filing");
            services.AddOptions<SharePointOptions>().BindConfiguration("Filing:SharePoint");
            services.AddSingleton<SharePointLibraries>().AddSingleton<LibraryCatalog>().AddSingleton<FilingExecutor>().AddScoped<IPaperSource, MadeUpPapers>();
            var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
            await database.Database.MigrateAsync(Api.Cancel);
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", Api.Cancel);
            database.Schools.Add(new School { Id = "s", Code = "s", Name = "第一小学", Stage = "primary", RegionId = "r" });
            await database.SaveChangesAsync(Api.Cancel);
            return new Bench(process, new Uri(line[0]), provider, folder);
        }

        public async Task PlanAsync(string id, int files, int bytes)
        {
            await using var scope = _services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
            database.FilingPlans.Add(new FilingPlan { Id = id, SchoolId = "s", Year = 2024, CreatedBy = "bench" });
            for (var file = 0; file < files; file++)
            {
                var name = $"{id}{file:00000}";
                database.FilingItems.Add(new FilingItem
                {
                    Id = name, PlanId = id, Order = file, Source = "made-up:" + name, Kind = bytes.ToString(CultureInfo.InvariantCulture),
                    Path = $"宝山区/第一小学/2024年度/二、干部个人自培档案袋/{id}干部{file / 100:000}/{name}.pdf", Fields = new JsonObject { [LibraryFields.State] = "归档", [LibraryFields.School] = "第一小学" }.ToJsonString(),
                });
            }

            await database.SaveChangesAsync(Api.Cancel);
        }

        // Written piece by piece as well, or the writing would be what is measured.
        public async Task AddScanAsync(string hash, long bytes)
        {
            Peak = 0;
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "bench.db")}");
            await connection.OpenAsync(Api.Cancel);
            await using var insert = connection.CreateCommand();
            insert.CommandText = """INSERT INTO "Blobs" ("Hash", "Bytes") VALUES ($hash, zeroblob($bytes)); SELECT last_insert_rowid();""";
            insert.Parameters.AddWithValue("$hash", hash);
            insert.Parameters.AddWithValue("$bytes", bytes);
            var row = (long)(await insert.ExecuteScalarAsync(Api.Cancel))!;
            await using var blob = new Microsoft.Data.Sqlite.SqliteBlob(connection, "Blobs", "Bytes", row);
            var block = new byte[1 << 20];
            var random = new Random(7);
            for (var left = bytes; left > 0; left -= block.Length)
            {
                random.NextBytes(block);
                await blob.WriteAsync(block, Api.Cancel);
            }
        }

        public async Task PlanScanAsync(string hash)
        {
            await using var scope = _services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
            database.FilingPlans.Add(new FilingPlan { Id = hash, SchoolId = "s", Year = 2024, CreatedBy = "bench" });
            database.FilingItems.Add(new FilingItem
            {
                Id = hash, PlanId = hash, Source = "attachment:" + hash, AttachmentId = hash, Kind = "pdf", Path = "宝山区/第一小学/2024年度/扫描件.pdf",
            });
            await database.SaveChangesAsync(Api.Cancel);
        }

        public async Task<double> RunAsync(string id)
        {
            using var stop = new CancellationTokenSource();
            var watching = Task.Run(async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Peak = Math.Max(Peak, Environment.WorkingSet);
                    await Task.Delay(50);
                }
            });
            var watch = Stopwatch.StartNew();
            Assert.Null(await _services.GetRequiredService<FilingExecutor>().RunAsync(id, Api.Cancel));
            var seconds = watch.Elapsed.TotalSeconds;
            await stop.CancelAsync();
            await watching;
            await using var scope = _services.CreateAsyncScope();
            var left = await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingItems.Where(item => item.PlanId == id && item.State != FilingItemState.Filed).Select(item => $"{item.State} {item.Reason} {item.ReasonDetail}").ToListAsync(Api.Cancel);
            Assert.Empty(left);
            return seconds;
        }

        public async Task<(long Served, long Refused, long Requests)> StatsAsync()
        {
            using var client = new HttpClient();
            var stats = JsonNode.Parse(await client.GetStringAsync(new Uri(_address, "double/stats"), Api.Cancel))!;
            return ((long)stats["served"]!, (long)stats["refused"]!, (long)stats["requests"]!);
        }

        public async ValueTask DisposeAsync()
        {
            _double.Kill();
            await _double.WaitForExitAsync(CancellationToken.None);
            await _services.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class MadeUpPapers(Places places, CadreDbContext database) : IPaperSource
    {
        public async Task<PaperContent> OpenAsync(FilingItem item, CancellationToken cancellationToken)
        {
            if (item.AttachmentId is { } scan)
            {
                return new PaperContent((await BlobReader.TakeInAsync(database, scan, cancellationToken))!);
            }

            var size = int.Parse(item.Kind, CultureInfo.InvariantCulture);
            var random = new Random(StringComparer.Ordinal.GetHashCode(item.Id));
            if (size <= SmallBytes)
            {
                var bytes = new byte[size];
                random.NextBytes(bytes);
                return new PaperContent(LibraryContent.FromBytes(bytes));
            }

            var file = Path.Combine(places.Data, "large");
            var block = new byte[1 << 20];
            await using (var target = File.Create(file))
            {
                for (var left = size; left > 0; left -= block.Length)
                {
                    random.NextBytes(block);
                    await target.WriteAsync(block.AsMemory(0, Math.Min(left, block.Length)), cancellationToken);
                }
            }

            return new PaperContent(await LibraryContent.FromStreamAsync(() => File.OpenRead(file), cancellationToken));
        }
    }
}
