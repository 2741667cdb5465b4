using CadreDocs.Service.Data.Samples;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Data;

/// <summary>The database: SQLite on one machine, PostgreSQL for several.</summary>
internal static class DataSetup
{
    /// <summary>The setting for several nodes.</summary>
    public const string Postgres = "postgres";

    private const string Sqlite = "sqlite";

    public static void AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var (provider, connection) = Connection(builder.Configuration, new Places(builder.Configuration, builder.Environment.ContentRootPath));
        if (provider == Postgres)
        {
            services.AddDbContext<CadreDbContext, PostgresCadreDbContext>(options => options.UseNpgsql(connection));
        }
        else
        {
            services.AddDbContext<CadreDbContext, SqliteCadreDbContext>(options => options.UseSqlite(connection));
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
        if ((await database.Database.GetPendingMigrationsAsync()).Any())
        {
            // Only then: on an existing database the comparison of models alone would cost a good part of the start.
            await database.Database.MigrateAsync();
        }

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

    /// <summary>Provider and connection of the service's database.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static (string Provider, string Connection) Connection(IConfiguration configuration, Places places) =>
        (configuration["Database:Provider"] ?? Sqlite, configuration["Database:ConnectionString"]) switch
        {
            (Sqlite, var connection) => (Sqlite, connection ?? SqliteFile(places)),
            (Postgres, { Length: > 0 } connection) => (Postgres, connection),
            (Postgres, _) => throw new SettingException(
                "使用PostgreSQL时必须设置 Database:ConnectionString。 / Database:ConnectionString is missing for PostgreSQL."),
            var (other, _) => throw new SettingException(
                $"设置 Database:Provider 只能是 sqlite 或 postgres。 / Database:Provider is '{other}'; it must be sqlite or postgres."),
        };

    private static string SqliteFile(Places places) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(places.Data, "cadredocs.db"),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
