using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>Reads an attachment's bytes from the database piece by piece: a scan of 250 MB must not stand in memory.</summary>
internal static class BlobReader
{
    /// <summary>The content under a hash; null where there is none.</summary>
    public static async Task<LibraryContent?> TakeInAsync(CadreDbContext database, string hash, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return database.Database.GetDbConnection() is SqliteConnection sqlite
                ? await FromSqliteAsync(sqlite, hash, cancellationToken)
                : await FromServerAsync(database.Database.GetDbConnection(), hash, cancellationToken);
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    // A query that names the column makes SQLite hold the whole value, however it is read then; a stream over the row itself does not.
    private static async Task<LibraryContent?> FromSqliteAsync(SqliteConnection connection, string hash, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, """SELECT rowid FROM "Blobs" WHERE "Hash" = @hash""", hash);
        if (await command.ExecuteScalarAsync(cancellationToken) is not long row)
        {
            return null;
        }

        await using var stream = new SqliteBlob(connection, "Blobs", "Bytes", row, readOnly: true);
        return await LibraryContent.TakeInAsync(stream, cancellationToken);
    }

    private static async Task<LibraryContent?> FromServerAsync(DbConnection connection, string hash, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, """SELECT "Bytes" FROM "Blobs" WHERE "Hash" = @hash""", hash);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        await using var stream = reader.GetStream(0);
        return await LibraryContent.TakeInAsync(stream, cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, [ConstantExpected] string text, string hash)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two texts stand above.
        command.CommandText = text;
#pragma warning restore CA2100
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@hash", hash);
        command.Parameters.Add(parameter);
        return command;
    }
}
