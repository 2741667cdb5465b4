using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CadreDocs.Service.Tests.Hosting;

/// <summary>The real program: what its operator reads when it does not start.</summary>
public sealed class StartRefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-start-").FullName;

    [Fact]
    public async Task Production_without_a_provider_names_the_setting_in_one_line()
    {
        var (code, errors) = await StartAsync("http://127.0.0.1:0", ("ASPNETCORE_ENVIRONMENT", "Production"));
        Assert.Equal(1, code);
        var line = Assert.Single(errors);
        Assert.Contains("缺少设置 Cloud:Authority", line, StringComparison.Ordinal);
        Assert.Contains("Cloud:Authority is missing", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_in_use_says_what_to_do_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        var (code, errors) = await StartAsync(address, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Samples__Load", "false"));
        Assert.Equal(1, code);
        var line = Assert.Single(errors);
        Assert.Contains("地址已被占用", line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
        Assert.Contains(address, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cloud__Profile", "Moon", "Cloud:Profile")]
    [InlineData("Cloud__Profile", "Custom", "Cloud:Authority, Cloud:OfficeScript, Cloud:FrameAncestors")]
    [InlineData("Database__Provider", "oracle", "Database:Provider")]
    [InlineData("Filing__MaxConcurrency", "many", "Filing:MaxConcurrency")]
    public async Task Wrong_setting_is_named_in_one_line(string variable, string value, string setting)
    {
        var (code, errors) = await StartAsync("http://127.0.0.1:0", ("ASPNETCORE_ENVIRONMENT", "Development"), (variable, value));
        Assert.Equal(1, code);
        Assert.Contains(setting, Assert.Single(errors), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private async Task<(int Code, List<string> Errors)> StartAsync(string address, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "serve" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["Data__Folder"] = _folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Api.Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Api.Cancel);
        await process.WaitForExitAsync(Api.Cancel);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        return (process.ExitCode, [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }
}
