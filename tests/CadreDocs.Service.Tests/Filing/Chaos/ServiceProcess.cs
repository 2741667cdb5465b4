using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace CadreDocs.Service.Tests.Filing.Chaos;

/// <summary>The real program in a process of its own.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServiceProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "--urls", address },
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var service = new ServiceProcess(process, new Uri(address));
        using var client = new HttpClient { BaseAddress = service.Address };
        while (true)
        {
            try
            {
                (await client.GetAsync("/health/live", Api.Cancel)).Dispose();
                return service;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(50, Api.Cancel);
            }
        }
    }

    public async Task<HttpClient> AsAsync(string personId)
    {
        var client = new HttpClient { BaseAddress = Address };
        await client.RefreshToken();
        using var signIn = await client.PostAsJsonAsync("/api/development/sign-in", new { personId }, Api.Cancel);
        Assert.Equal(HttpStatusCode.NoContent, signIn.StatusCode);
        await client.RefreshToken();
        return client;
    }

    /// <summary>SIGKILL: nothing is closed, nothing is flushed.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
