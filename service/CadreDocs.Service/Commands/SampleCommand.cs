using System.CommandLine;
using CadreDocs.Service.Data;
using CadreDocs.Service.Data.Samples;
using CadreDocs.Service.Hosting;
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
        command.SetAction((parsed, cancellationToken) => LoadAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> LoadAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new Places(builder.Configuration, builder.Environment.ContentRootPath));
        builder.AddData();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        Directory.CreateDirectory(scope.ServiceProvider.GetRequiredService<Places>().Data);
        await database.Database.MigrateAsync(cancellationToken);
        if (await database.Schools.AnyAsync(cancellationToken))
        {
            return Tool.Refuse("数据库中已有学校，没有装入示例。", "The database holds schools already; no sample was loaded.");
        }

        await scope.ServiceProvider.GetRequiredService<SampleLoader>().LoadAsync(cancellationToken);
        Console.WriteLine($"已装入 / loaded: {await database.Schools.CountAsync(cancellationToken)} 所学校 / schools, {await database.People.CountAsync(cancellationToken)} 人 / people");
        return 0;
    }
}
