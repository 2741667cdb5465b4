using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CadreDocs.Service.Tests.Filing;

/// <summary>The real program, killed in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-kill-").FullName;
    private Process? _process;

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_killed_filing_goes_on_after_the_restart_and_files_everything_once()
    {
        var (client, id) = (await StartAsync(), (string?)null);
        using (var response = await client.PostAsJsonAsync("/api/schools/s-yunfan/filings", new { year = 2024 }, Api.Cancel))
        {
            id = (string)(await response.Json(HttpStatusCode.Accepted))["id"]!;
        }

        var killed = 0;
        foreach (var enough in new[] { 1, 12, 25 })
        {
            while (FilesOnDisk().Count < enough && await StateAsync(client, id) == "running")
            {
                await Task.Delay(2, Api.Cancel);
            }

            killed += await StateAsync(client, id) == "running" ? 1 : 0;
            Kill();
            client.Dispose();
            client = await StartAsync();
        }

        while (await StateAsync(client, id) == "running")
        {
            await Task.Delay(50, Api.Cancel);
        }

        var filing = await client.Json($"/api/filings/{id}");
        var items = (await client.Json($"/api/filings/{id}/items")).AsArray();
        client.Dispose();
        Assert.True(killed > 0, "Nobody was killed in the middle.");
        Assert.Equal("done", (string?)filing["state"]);
        Assert.Equal(items.Select(item => (string)item!["path"]!).Order(StringComparer.Ordinal), FilesOnDisk().Order(StringComparer.Ordinal));
        Assert.Equal(items.Count, FilesOnDisk().Select(path => SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "library", path)))).Select(Convert.ToHexString).Distinct().Count());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "library"), "*.tmp", SearchOption.AllDirectories));
    }

    private static async Task<string?> StateAsync(HttpClient client, string id) => (string?)(await client.Json($"/api/filings/{id}"))["state"];

    private async Task<HttpClient> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "--urls", $"http://127.0.0.1:{port}", "--Data:Folder", _folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (true)
        {
            try
            {
                await client.RefreshToken();
                break;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50, Api.Cancel);
            }
        }

        using var signIn = await client.PostAsJsonAsync("/api/development/sign-in", new { personId = "p3001" }, Api.Cancel);
        Assert.Equal(HttpStatusCode.NoContent, signIn.StatusCode);
        await client.RefreshToken();
        return client;
    }

    private void Kill()
    {
        // SIGKILL: nothing is closed, nothing is flushed.
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    private List<string> FilesOnDisk()
    {
        var library = Path.Combine(_folder, "library");
        return Directory.Exists(library)
            ? Directory.EnumerateFiles(library, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(library, file))
                .Where(path => !path.StartsWith(".cadredocs", StringComparison.Ordinal)).ToList()
            : [];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
