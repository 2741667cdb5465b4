using System.CommandLine;
using CadreDocs.Service.Data;
using CadreDocs.Service.Data.Samples;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Commands;

/// <summary><c>sample</c>: puts the sample district into an empty database, for a demonstration outside of Development.</summary>
internal static class SampleCommand
{
    public static Command Make()
    {
        var command = new Command("sample", "向空数据库装入示例片区（虚构人员） / Loads the sample district (made-up people) into an empty database")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        var schools = new Option<int?>("--schools") { Description = "改为生成这么多所学校的大型虚构片区（每校 10 名干部，第一所 60 名）/ instead, a large made-up district of that many schools (10 cadres each, 60 in the first)" };
        var years = new Option<int>("--years") { Description = "年数，默认 5 / years, default 5", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "种子：相同的种子生成相同的数据，默认 1 / equal seeds give equal data, default 1", DefaultValueFactory = _ => 1 };
        command.Options.Add(schools);
        command.Options.Add(years);
        command.Options.Add(seed);
        command.SetAction((parsed, cancellationToken) => LoadAsync(
            [.. parsed.UnmatchedTokens],
            parsed.GetValue(schools) is { } count ? SampleDistrict.Generate(Math.Clamp(count, 1, 2000), Math.Clamp(parsed.GetValue(years), 1, 20), parsed.GetValue(seed)) : null,
            cancellationToken));
        return command;
    }

    private static async Task<int> LoadAsync(string[] settings, SampleDistrict? district, CancellationToken cancellationToken)
    {
        await using var app = await CommandDatabase.OpenAsync(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        if (await database.Schools.AnyAsync(cancellationToken))
        {
            return Tool.Refuse("数据库中已有学校，没有装入示例。", "The database holds schools already; no sample was loaded.");
        }

        if (district is null)
        {
            await scope.ServiceProvider.GetRequiredService<SampleLoader>().LoadAsync(cancellationToken);
        }
        else
        {
            await SampleDistrictLoader.LoadAsync(database, district, new Progress<int>(count => Console.Error.Write($"\r{count}/{district.Schools}")), cancellationToken);
            Console.Error.WriteLine();
        }

        Console.WriteLine($"已装入 / loaded: {await database.Schools.CountAsync(cancellationToken)} 所学校 / schools, {await database.People.CountAsync(cancellationToken)} 人 / people");
        return 0;
    }
}
