using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Commands;

/// <summary>The service's database for a verb that needs it, with the settings the service itself would read.</summary>
internal static class CommandDatabase
{
    /// <summary>Opens it and brings its schema up to date.</summary>
    /// <param name="settings">Further settings as <c>--Section:Key=value</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<WebApplication> OpenAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Ids>();
        builder.Services.AddSingleton(new Places(builder.Configuration, builder.Environment.ContentRootPath));
        builder.AddData();
        var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        Directory.CreateDirectory(scope.ServiceProvider.GetRequiredService<Places>().Data);
        await scope.ServiceProvider.GetRequiredService<CadreDbContext>().Database.MigrateAsync(cancellationToken);
        return app;
    }
}
