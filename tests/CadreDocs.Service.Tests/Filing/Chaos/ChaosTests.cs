using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing.Chaos;

/// <summary>
/// Two services on one PostgreSQL file many schools into one SharePoint library while a tenth of all requests goes wrong and processes are
/// killed. The seed decides the faults of each file and who is killed.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    /// <summary>So often a person would press Resume in one school before losing patience.</summary>
    private const int MostResumes = 40;

    private static readonly (string Form, int Semester)[] Papers =
    [
        ("semester-plan", 1), ("semester-plan", 2), ("semester-summary", 1), ("semester-summary", 2), ("reflection", 0), ("lecture", 0), ("case-study", 0),
        ("duty-report", 0), ("results", 0), ("development-plan", 0),
    ];

    [Fact]
    public Task Two_killed_services_file_everything_once_into_an_unreliable_library() => RunAsync(schools: 3, cadres: 4, kills: 2, seed: 20241115);

    [Theory(Explicit = true)]
    [InlineData(1)]
    public Task Five_thousand_papers_of_twenty_schools_survive_five_kills(int seed) => RunAsync(schools: 20, cadres: 25, kills: 5, seed);

    private async Task RunAsync(int schools, int cadres, int kills, int seed)
    {
        using var postgres = PostgresServer.Start();
        if (postgres is null)
        {
            Assert.Skip("PostgreSQL is not installed here.");
        }

        await using var graph = await GraphServer.StartAsync();
        var drive = graph.Tenant.AddSite("/sites/cadre", LibraryFields.All.Select(column => column.Name));
        drive.LostSessionLifetime = TimeSpan.FromSeconds(3);
        drive.RewritesOffice = true;
        var data = Directory.CreateTempSubdirectory("cadredocs-chaos-").FullName;
        var settings = new Dictionary<string, string>
        {
            ["Data:Folder"] = data, ["Samples:Load"] = "false", ["Database:Provider"] = "postgres", ["Database:ConnectionString"] = postgres.Connection,
            ["Cloud:Graph"] = graph.Address.ToString(), ["Filing:Library"] = "sharepoint", ["Filing:PauseFactor"] = "0.02", ["Filing:CheckinSeconds"] = "1",
            ["Filing:SharePoint:Credential"] = "none", ["Filing:SharePoint:DriveId"] = drive.Id, ["Filing:SharePoint:UnitsPerMinute"] = "0",

            // These schools have nobody with a login, so nobody whom restricted papers could be kept for.
            ["Filing:SharePoint:SetRights"] = "false",
        };
        var services = new List<ServiceProcess> { await ServiceProcess.StartAsync(Of(settings, 0)) };
        try
        {
            services.Add(await ServiceProcess.StartAsync(Of(settings, 1)));
            await InDatabase(postgres, database => FillAsync(database, schools, cadres, new Random(seed)));
            graph.Faults.RetryAfterSeconds = 1;
            graph.Faults.AtRandom(seed, 0.1);
            var watch = Stopwatch.StartNew();
            var total = await StartAsync(services, schools);
            var resumed = 0;
            var random = new Random(seed);
            for (var kill = 1; kill <= kills; kill++)
            {
                while (await InDatabase(postgres, DoneAsync) < total * kill / (kills + 1))
                {
                    resumed += await ResumeAsync(postgres, services);
                }

                await KillAsync(services, settings, drive, graph, random.Next(services.Count));
            }

            while (await InDatabase(postgres, database => database.FilingPlans.AnyAsync(plan => plan.State != FilingPlanState.Done, Api.Cancel)) && resumed < MostResumes * schools)
            {
                resumed += await ResumeAsync(postgres, services);
            }

            var sessions = graph.Tenant.Counts.GetValueOrDefault("POST createUploadSession");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {total} files in {watch.Elapsed.TotalSeconds:0} s, {graph.Requests} requests, {sessions} upload sessions, {kills} kills, {resumed} times resumed by hand, faults {string.Join(", ", graph.Faults.Happened.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}"));
            graph.Faults.Clear();
            await CompareAsync(postgres, graph, drive, total);
            Assert.InRange(sessions, total / 20, total * 3);
        }
        finally
        {
            services.ForEach(service => service.Dispose());
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> StartAsync(List<ServiceProcess> services, int schools)
    {
        var total = 0;
        for (var school = 0; school < schools; school++)
        {
            using var client = await services[school % services.Count].AsAsync(Id("p", school, 0));
            using var response = await client.PostAsJsonAsync($"/api/schools/{Id("s", school)}/filings", new { year = 2024 }, Api.Cancel);
            total += (int)(await response.Json(HttpStatusCode.Accepted))["total"]!;
        }

        return total;
    }

    // One service sends every paper in an upload session and the other only the larger ones, so that a plan that moves between them meets both ways.
    private static Dictionary<string, string> Of(Dictionary<string, string> settings, int service) =>
        new(settings) { ["Filing:SharePoint:SimpleUploadBytes"] = service == 0 ? "1000" : "8600" };

    // A library that was full or closed for a moment stops a plan with its reason; a person then presses Resume.
    private static async Task<int> ResumeAsync(PostgresServer postgres, List<ServiceProcess> services)
    {
        await Task.Delay(100, Api.Cancel);
        var stopped = await InDatabase(postgres, database => database.FilingPlans.Where(plan => plan.State == FilingPlanState.DoneWithFailures).Select(plan => new { plan.Id, plan.CreatedBy }).ToListAsync(Api.Cancel));
        foreach (var plan in stopped)
        {
            using var client = await services[0].AsAsync(plan.CreatedBy);
            using var response = await client.PostAsync($"/api/filings/{plan.Id}/resume", null, Api.Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        return stopped.Count;
    }

    private static async Task KillAsync(List<ServiceProcess> services, Dictionary<string, string> settings, Drive drive, GraphServer graph, int victim)
    {
        services[victim].Dispose();

        // What was under way when it died arrives still. A session without a byte may be one whose address it took along; one with bytes was noted down before.
        await Task.Delay(500, Api.Cancel);
        graph.Tenant.Inside(() =>
        {
            var unused = drive.Sessions.Values.Where(session => session.Received == 0).ToList();
            unused.ForEach(session => session.IsLost = true);
            return unused.Count;
        });
        services[victim] = await ServiceProcess.StartAsync(Of(settings, victim));
    }

    private static async Task CompareAsync(PostgresServer postgres, GraphServer graph, Drive drive, int total)
    {
        var items = await InDatabase(postgres, database => database.FilingItems.AsNoTracking().ToListAsync(Api.Cancel));
        var failed = items.Where(item => item.State is not (FilingItemState.Filed or FilingItemState.AlreadyFiled)).Select(item => $"{item.State} {item.Reason} {item.ReasonDetail} {item.Path}").ToList();
        Assert.Empty(failed);
        Assert.Equal(total, items.Count);

        // The library equals the plan, byte for byte, and nothing was written twice.
        var stored = graph.Tenant.Inside(() => drive.Items.Values.Where(item => item is { IsFolder: false, Deleted: false }).Select(item => (item.Path, Sent: item.SentSha256!, item.Versions.Count, Columns: item.Fields.Count, IsRewritten: item.Content.Sha256 != item.SentSha256)).ToList());
        Assert.Equal(items.Select(item => (item.Path, item.Hash!)).Order(), stored.Select(item => (item.Path, item.Sent)).Order());
        Assert.All(stored, item => Assert.True(item.IsRewritten));
        Assert.All(stored, item => Assert.Equal(0, item.Count));
        Assert.All(stored, item => Assert.Equal(LibraryFields.All.Count, item.Columns));
        var filed = await InDatabase(postgres, database => database.FiledDocuments.AsNoTracking().Select(document => document.Path).ToListAsync(Api.Cancel));
        Assert.Equal(items.Select(item => item.Path).Order(StringComparer.Ordinal), filed.Order(StringComparer.Ordinal));
        Assert.Equal(0, await InDatabase(postgres, database => database.Records.CountAsync(record => record.State != RecordState.Filed, Api.Cancel)));

        // Every session whose address somebody knew was finished or given up. One whose address was lost with its answer can only expire.
        Assert.Empty(graph.Tenant.Inside(() => drive.Sessions.Values.Where(session => !session.IsLost).Select(session => $"{session.Name}: {session.Received} of {session.Total}").ToList()));
        Assert.Equal(0, await InDatabase(postgres, database => database.FilingItems.CountAsync(item => item.UploadUrl != null, Api.Cancel)));
    }

    private static Task<int> DoneAsync(CadreDbContext database) =>
        database.FilingItems.CountAsync(item => item.State == FilingItemState.Filed || item.State == FilingItemState.AlreadyFiled, Api.Cancel);

    private static async Task<int> FillAsync(CadreDbContext database, int schools, int cadres, Random random)
    {
        database.Regions.Add(new Region { Id = "r", Code = "r", Name = "东片" });
        for (var school = 0; school < schools; school++)
        {
            var schoolId = Id("s", school);
            database.Schools.Add(new School { Id = schoolId, Code = schoolId, Name = $"第{school + 1}小学", Stage = "primary", RegionId = "r" });
            database.RoleGrants.Add(new RoleGrant { Id = Id("g", school), PersonId = Id("p", school, 0), Role = Roles.Secretary, SchoolId = schoolId });
            for (var cadre = 0; cadre < cadres; cadre++)
            {
                var personId = Id("p", school, cadre);
                database.People.Add(new Person { Id = personId, Name = $"赵{(char)('一' + cadre)}" });
                database.Appointments.Add(new Appointment { Id = "a" + personId, PersonId = personId, SchoolId = schoolId, Post = "主任", From = new DateOnly(2018, 9, 1), Order = cadre });
                foreach (var (form, semester) in Papers)
                {
                    // Texts of different length: some papers fit one request, others need a session.
                    var values = new JsonObject { ["name"] = personId, ["insight"] = string.Concat(Enumerable.Range(0, 40 * (cadre % 7)).Select(number => random.NextInt64().ToString("x16", CultureInfo.InvariantCulture) + random.NextInt64().ToString("x16", CultureInfo.InvariantCulture) + number)) };
                    var id = $"{personId}-{form}-{semester}";
                    database.Records.Add(new CadreDocs.Service.Records.Record
                    {
                        Id = id, FormId = form, SchemeVersion = "2018", Year = 2024, UntilYear = form == "development-plan" ? 2026 : 2024, Semester = semester, SchoolId = schoolId,
                        PersonId = personId, Data = values.ToJsonString(), State = RecordState.Accepted, ContentCode = ContentCode.Of(id, values),
                    });
                }
            }
        }

        return await database.SaveChangesAsync(Api.Cancel);
    }

    private static string Id(string kind, params int[] numbers) => kind + string.Concat(numbers.Select(number => number.ToString("00", CultureInfo.InvariantCulture)));

    private static async Task<T> InDatabase<T>(PostgresServer postgres, Func<CadreDbContext, Task<T>> work)
    {
        await using var database = new PostgresCadreDbContext(new DbContextOptionsBuilder<PostgresCadreDbContext>().UseNpgsql(postgres.Connection).Options);
        return await work(database);
    }
}
