using System.Diagnostics;
using System.Net;
using CadreDocs.Service.Tests.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CadreDocs.Service.Tests.Administration;

/// <summary>From an empty folder to the first school, in Production.</summary>
public sealed class FirstAdministratorTests(ProviderFixture service) : IClassFixture<ProviderFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-first-").FullName;

    [Fact]
    public async Task Added_by_the_command_signs_in_to_an_empty_database_and_adds_the_first_region()
    {
        Assert.Equal(0, (await Run("add", "--login", "first@example.com", "--name", "管一方")).Code);
        await using var production = service.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("Data:Folder", _folder));
        using var browser = production.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        var (state, nonce, _) = await ProviderFixture.Leave(browser);
        var claims = ProviderFixture.Claims("first", nonce, "administrator");
        service.Provider.NextIdToken = () => service.Provider.Token(claims);
        await ProviderFixture.Return(browser, state);
        Assert.Equal("管一方", (string?)(await browser.Json("/api/session"))["person"]!["name"]);
        await browser.RefreshToken();
        using var added = await browser.Send(HttpMethod.Post, "/api/district/regions", new { code = "E", name = "东片区" });
        Assert.Equal("东片区", (string?)(await added.Json(HttpStatusCode.Created))["regions"]![0]!["name"]);
    }

    [Fact]
    public async Task Added_twice_stays_one_and_another_name_for_the_login_is_refused()
    {
        await Run("add", "--login", "first@example.com", "--name", "管一方");
        var again = await Run("add", "--login", "first@example.com", "--name", "管一方");
        Assert.Equal(0, again.Code);
        Assert.Contains("已经是管理员", again.Output, StringComparison.Ordinal);
        var other = await Run("add", "--login", "first@example.com", "--name", "管二方");
        Assert.Equal(1, other.Code);
        Assert.Contains("已属于管一方", other.Errors, StringComparison.Ordinal);
        Assert.Equal("管一方\tfirst@example.com", (await Run("list")).Output);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "admin", .. arguments, $"--Data:Folder={_folder}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Api.Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Api.Cancel);
        await process.WaitForExitAsync(Api.Cancel);
        return (process.ExitCode, (await output).Trim(), errors);
    }
}
