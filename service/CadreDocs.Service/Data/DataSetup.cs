using CadreDocs.Service.Data.Samples;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Data;

/// <summary>The database: SQLite on one machine, PostgreSQL for several.</summary>
internal static class DataSetup
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var connection = builder.Configuration["Database:ConnectionString"];
        switch (builder.Configuration["Database:Provider"] ?? "sqlite")
        {
            case "sqlite":
                services.AddDbContext<CadreDbContext, SqliteCadreDbContext>((provider, options) =>
                    options.UseSqlite(connection ?? SqliteFile(provider.GetRequiredService<Places>())));
                break;
            case "postgres" when connection is { Length: > 0 }:
                services.AddDbContext<CadreDbContext, PostgresCadreDbContext>(options => options.UseNpgsql(connection));
                break;
            case "postgres":
                throw new InvalidOperationException("Database:ConnectionString is missing for PostgreSQL. / 使用PostgreSQL时必须设置 Database:ConnectionString。");
            case var other:
                throw new InvalidOperationException($"Database:Provider is '{other}'; it must be sqlite or postgres. / 设置 Database:Provider 只能是 sqlite 或 postgres。");
        }

        services.AddDataProtection().SetApplicationName("CadreDocs").PersistKeysToDbContext<CadreDbContext>();
        services.AddScoped<SampleLoader>();
    }

    /// <summary>Brings the schema up to date; in Development an empty database gets the sample district.</summary>
    public static async Task PrepareDataAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        Directory.CreateDirectory(scope.ServiceProvider.GetRequiredService<Places>().Data);
        await database.Database.MigrateAsync();
        if (database.Database.IsSqlite())
        {
            // Readers go on while one writes; the setting stays in the file.
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        }

        if (app.Configuration.GetValue("Samples:Load", app.Environment.IsDevelopment()) && !await database.Schools.AnyAsync())
        {
            await scope.ServiceProvider.GetRequiredService<SampleLoader>().LoadAsync(CancellationToken.None);
        }
    }

    private static string SqliteFile(Places places) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(places.Data, "cadredocs.db"),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
