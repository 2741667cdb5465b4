using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CadreDocs.Service.Tests.Filing.Chaos;

/// <summary>A PostgreSQL of its own in a temporary folder.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-pg-").FullName;
    private readonly string _programs;
    private readonly int _port;

    private PostgresServer(string programs, int port) => (_programs, _port) = (programs, port);

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=cadredocs;Database=postgres;Maximum Pool Size=60");

    /// <summary>Starts one; null where PostgreSQL is not installed.</summary>
    public static PostgresServer? Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) : null;
        if (programs is null)
        {
            return null;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = new PostgresServer(programs, ((IPEndPoint)listener.LocalEndpoint).Port);
        listener.Stop();
        server.Run("initdb", "-D", server.Data, "-U", "cadredocs", "-A", "trust", "--locale=C.UTF-8");
        server.Run("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(server._folder, "log"), "-o", $"-p {server._port} -k {server._folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", "start");
        return server;
    }

    public void Dispose()
    {
        Run("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root; there it runs as the user that its package made.
    private void Run(string program, params string[] arguments)
    {
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            Process.Start("chown", ["postgres", _folder]).WaitForExit();
        }

        var start = new ProcessStartInfo(asRoot ? "runuser" : Path.Combine(_programs, program)) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in asRoot ? ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The server inherits the pipe and keeps it open, so nobody waits for its end.
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
