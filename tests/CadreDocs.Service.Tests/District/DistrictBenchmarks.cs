using System.Diagnostics;
using System.Globalization;
using System.Text;
using CadreDocs.Service.Data.Samples;

namespace CadreDocs.Service.Tests.District;

/// <summary>How fast the year's numbers come, over 300 schools, 5 years and 167,750 papers on SQLite. Run by hand: numbers, no verdicts.</summary>
public sealed class DistrictBenchmarks(ITestOutputHelper output, DistrictFixture district) : IClassFixture<DistrictFixture>
{
    [Fact(Explicit = true)]
    public async Task Board_of_sixty_cadres()
    {
        var secretary = await district.As("d0000-00");
        await TellAsync("board of 60 cadres", 30, () => secretary.Json("/api/schools/d0000/board?year=2024"));
    }

    [Fact(Explicit = true)]
    public async Task Dashboard_of_the_district()
    {
        var officer = await district.As("d-officer");
        await TellAsync("district dashboard", 30, () => officer.Json("/api/dashboard?year=2024"));
        await TellAsync("district dashboard by month", 30, () => officer.Json("/api/dashboard/months?year=2024"));
    }

    [Fact(Explicit = true)]
    public async Task Credits_of_the_district()
    {
        var reviewer = await district.As("d-reviewer");
        await TellAsync("credits of the district", 10, () => reviewer.Json("/api/review?year=2024"));
    }

    [Fact(Explicit = true)]
    public async Task Import_of_three_thousand_rows()
    {
        for (var round = 0; round < 3; round++)
        {
            // Another school each time, so that every round adds three thousand people.
            var school = string.Create(CultureInfo.InvariantCulture, $"d{250 + round:0000}");
            var secretary = await district.As(school + "-00");
            var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Roster(round))), "file", "名册.csv" } };
            using var previewed = await secretary.PostAsync($"/api/schools/{school}/roster/imports", form, Api.Cancel);
            var preview = await previewed.Json(System.Net.HttpStatusCode.OK);
            var read = clock.Elapsed;
            using var applied = await secretary.PostAsync($"/api/roster-imports/{preview["id"]}/apply", null, Api.Cancel);
            Assert.Equal(3000, (int?)(await applied.Json(System.Net.HttpStatusCode.OK))["counts"]!["add"]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"import of 3,000 rows, round {round + 1}: preview {read.TotalSeconds:0.00} s, together {clock.Elapsed.TotalSeconds:0.00} s, processor {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s"));
        }
    }

    private static string Roster(int round)
    {
        var csv = new StringBuilder("进修编号,姓名,性别,出生年月,政治面貌,学历,职称,职务\n");
        for (var row = 0; row < 3000; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"77{round}{row:0000},样{(char)('一' + row)}{(char)('一' + round)},女,{1970 + (row % 25)}.0{1 + (row % 9)},中共党员,大学本科,高级教师,教导主任\n");
        }

        return csv.ToString();
    }

    private async Task TellAsync(string what, int rounds, Func<Task> ask)
    {
        await ask();
        var times = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await ask();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: median {times[rounds / 2]:0.0} ms, best {times[0]:0.0}, worst {times[^1]:0.0}; processor {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / rounds:0.0} ms a round"));
    }
}

/// <summary>The host over the large made-up district in place of the small one.</summary>
public sealed class DistrictFixture : ServiceFixture, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await InDatabase(async database =>
    {
        await SampleDistrictLoader.LoadAsync(database, SampleDistrict.Generate(schools: 300, years: 5, seed: 1), null, CancellationToken.None);
        return 0;
    });
}
