using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CadreDocs.Service.Hosting;

/// <summary>A setting is missing or wrong; the message is for whoever set the service up, Chinese first.</summary>
public sealed class SettingException(string message) : InvalidOperationException(message);

/// <summary>Says in a sentence why the service does not start. Causes that nobody can mend by a setting keep their stack trace.</summary>
internal static class StartRefusal
{
    private const int SqliteCannotOpen = 14;
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Runs the service; a refused start prints its sentence instead of a trace.</summary>
    /// <returns>The service's exit code; 1 for a refused start.</returns>
    public static async Task<int> TellAsync(Func<Task<int>> serve)
    {
        try
        {
            return await serve();
        }
        catch (Exception cause) when (IsOurProgram && Sentence(cause) is not null)
        {
            await Console.Error.WriteLineAsync("没有启动 / Not started：" + Sentence(cause));
            return 1;
        }
    }

    /// <summary>Until the start has succeeded the host itself keeps quiet: it would print the trace of the cause before our sentence.</summary>
    public static void QuietStart(this WebApplicationBuilder builder, StartState state) =>
        builder.Logging.AddFilter(HostLog, level => state.Started && level >= LogLevel.Information);

    /// <summary>The sentence for a cause; null where it is none that a setting mends.</summary>
    internal static string? Sentence(Exception cause) => cause switch
    {
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        SettingException setting => setting.Message,
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unread => "设置的值无法识别。 / A setting's value cannot be read: " + unread.Message,
        IOException { InnerException: AddressInUseException } used =>
            "地址已被占用，请停止占用它的程序，或用 --urls（ASPNETCORE_URLS）换一个地址。 / The address is taken: stop the program that uses it, or choose another with --urls (ASPNETCORE_URLS). " + used.Message,
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } socket =>
            "不能使用这个地址，请用 --urls（ASPNETCORE_URLS）换一个。 / This address cannot be used: choose another with --urls (ASPNETCORE_URLS). " + socket.Message,
        PostgresException { SqlState: ['2', '8', ..] or "3D000" } refused => Database(refused),
        PostgresException => null,
        NpgsqlException away => Database(away),
        SqliteException { SqliteErrorCode: SqliteCannotOpen } closed => Folder(closed),
        UnauthorizedAccessException closed => Folder(closed),
        _ => null,
    };

    // In the tests' host the cause belongs to the test.
    private static bool IsOurProgram => Assembly.GetEntryAssembly() == typeof(StartRefusal).Assembly;

    private static string Database(DbException cause) =>
        "连接不上数据库，请检查 Database:ConnectionString。 / The database cannot be reached: check Database:ConnectionString. " + cause.Message;

    private static string Folder(Exception cause) =>
        "数据文件夹不可写，请检查 Data:Folder 及其权限。 / The data folder cannot be written: check Data:Folder and its permissions. " + cause.Message;
}

/// <summary>Whether the service listens yet.</summary>
internal sealed class StartState
{
    private volatile bool _started;

    public bool Started => _started;

    public void Watch(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => _started = true);
}
