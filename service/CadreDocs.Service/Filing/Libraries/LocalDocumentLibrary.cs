using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>
/// A library that is a folder. A file appears whole or not at all: it is written beside the tree, flushed to disk and renamed into place.
/// Columns live in the hidden folder <c>.cadredocs</c>, so a person looking at the tree sees only papers.
/// </summary>
internal sealed class LocalDocumentLibrary : IDocumentLibrary
{
    private const string Hidden = ".cadredocs";
    private const int DiskFullError = 28; // ENOSPC, which .NET hands on as the low word of the HResult
    private const int WindowsDiskFull = 0x70;
    private const int Stripes = 64;

    private readonly string _root;
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, string Hash)> _hashes = new(StringComparer.Ordinal);

    public LocalDocumentLibrary(string root)
    {
        _root = Path.GetFullPath(root);
        foreach (var folder in new[] { "fields", "incoming", "locks" })
        {
            Directory.CreateDirectory(Path.Combine(_root, Hidden, folder));
        }
    }

    public string Id => "local";

    public Task EnsureFolderAsync(string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        return Task.FromResult(Guarded(() => Directory.CreateDirectory(OnDisk(path)).FullName));
    }

    public async Task<PutResult> PutAsync(string path, LibraryContent content, PutCondition condition, UploadMemory upload, CancellationToken cancellationToken)
    {
        Refuse(path);
        await using var hold = await LockAsync(path, cancellationToken);
        var current = await FindAsync(path, cancellationToken);
        if (current is not null && current.ETag == content.Hash)
        {
            return new PutResult(PutOutcome.AlreadyFiled, current);
        }

        if (!condition.Overwrite && condition.ETag != current?.ETag)
        {
            return new PutResult(PutOutcome.Conflict, current);
        }

        var target = OnDisk(path);
        var incoming = Path.Combine(_root, Hidden, "incoming", Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            await using (var source = content.Open())
            {
                await source.CopyToAsync(file, 1 << 16, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(incoming, target, overwrite: current is not null);
        }
        catch (IOException exception)
        {
            File.Delete(incoming);
            throw Fault(exception, path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new LibraryException(LibraryFaults.DiskError, path, inner: exception);
        }

        return new PutResult(PutOutcome.Filed, await FindAsync(path, cancellationToken));
    }

    // A file is written beside its place and then moved there: nothing stays open.
    public Task AbandonAsync(string upload, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<LibraryFile?> FindAsync(string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        var file = new FileInfo(OnDisk(path));
        return file.Exists ? await DescribeAsync(file, cancellationToken) : null;
    }

    public async Task<LibraryFile?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        LibraryPath.IsLegal(id) ? await FindAsync(id, cancellationToken) : null;

    public Task<Stream> ReadAsync(LibraryFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(Guarded(() => new FileStream(OnDisk(file.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true)));

    public async IAsyncEnumerable<LibraryFile> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = new DirectoryInfo(folder.Length == 0 ? _root : OnDisk(folder));
        if (!start.Exists)
        {
            yield break;
        }

        var hidden = Path.Combine(_root, Hidden) + Path.DirectorySeparatorChar;
        foreach (var file in start.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            if (!file.FullName.StartsWith(hidden, StringComparison.Ordinal))
            {
                yield return await DescribeAsync(file, cancellationToken);
            }
        }
    }

    // A file that is copied in keeps the time it had elsewhere, so the watched folders are looked through whole; the rest goes by time.
    public async Task<LibraryChanges> ChangesAsync(IReadOnlyCollection<string> folders, string? since, CancellationToken cancellationToken)
    {
        var last = since is null ? DateTime.MinValue : new DateTime(long.Parse(since, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var watched = folders.Select(folder => Path.Combine(_root, Local(folder)) + Path.DirectorySeparatorChar).ToList();
        var hidden = Path.Combine(_root, Hidden) + Path.DirectorySeparatorChar;
        var files = new List<LibraryFile>();
        var newest = last;
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !file.FullName.StartsWith(hidden, StringComparison.Ordinal)))
        {
            newest = file.LastWriteTimeUtc > newest ? file.LastWriteTimeUtc : newest;
            if (file.LastWriteTimeUtc >= last || watched.Exists(folder => file.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
            {
                files.Add(await DescribeAsync(file, cancellationToken));
            }
        }

        return new LibraryChanges(files, [], Whole: true, newest.Ticks.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyList<LibraryException?>> SetFieldsAsync(IReadOnlyList<FieldUpdate> updates, CancellationToken cancellationToken)
    {
        var results = new LibraryException?[updates.Count];
        for (var index = 0; index < updates.Count; index++)
        {
            var (file, fields) = updates[index];
            var sidecar = Sidecar(file.Path);
            var incoming = sidecar + "." + Guid.NewGuid().ToString("N");
            try
            {
                var entry = new SidecarEntry(file.Path, fields.Where(field => field.Value.Length > 0).ToDictionary());
                await File.WriteAllBytesAsync(incoming, JsonSerializer.SerializeToUtf8Bytes(entry, Json), cancellationToken);
                File.Move(incoming, sidecar, overwrite: true);
            }
            catch (IOException exception)
            {
                results[index] = Fault(exception, file.Path);
            }
        }

        return results;
    }

    public async Task<IReadOnlyDictionary<string, string>> GetFieldsAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var sidecar = Sidecar(file.Path);
        if (!File.Exists(sidecar))
        {
            return new Dictionary<string, string>();
        }

        await using var stream = File.OpenRead(sidecar);
        return (await JsonSerializer.DeserializeAsync<SidecarEntry>(stream, Json, cancellationToken))?.Fields ?? [];
    }

    public Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        Guarded(() =>
        {
            File.Delete(OnDisk(file.Path));
            File.Delete(Sidecar(file.Path));
            return true;
        });
        return Task.CompletedTask;
    }

    public async Task<PutResult> MoveAsync(LibraryFile file, string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        await using var hold = await LockAsync(file.Path, cancellationToken);
        var current = await FindAsync(file.Path, cancellationToken);
        var taken = string.Equals(file.Path, path, StringComparison.OrdinalIgnoreCase) ? null : await FindAsync(path, cancellationToken);
        if (current is null || current.ETag != file.ETag || taken is not null)
        {
            return new PutResult(PutOutcome.Conflict, taken ?? current);
        }

        var target = Path.Combine(_root, Local(path));
        Guarded(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(OnDisk(file.Path), target, overwrite: false);
            if (File.Exists(Sidecar(file.Path)))
            {
                File.Move(Sidecar(file.Path), Sidecar(path), overwrite: true);
            }

            return true;
        });
        return new PutResult(PutOutcome.Filed, await FindAsync(path, cancellationToken));
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Refuse(string path)
    {
        if (!LibraryPath.IsLegal(path))
        {
            throw new LibraryException(LibraryFaults.NameRefused, path);
        }
    }

    private static LibraryException Fault(IOException exception, string path) =>
        (exception.HResult & 0xFFFF) is DiskFullError or WindowsDiskFull
            ? new LibraryException(LibraryFaults.DiskFull, path, inner: exception)
            : new LibraryException(LibraryFaults.DiskError, path, inner: exception);

    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (IOException exception)
        {
            throw Fault(exception, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new LibraryException(LibraryFaults.DiskError, exception.Message, inner: exception);
        }
    }

    private static string Local(string path) => path.Replace('/', Path.DirectorySeparatorChar);

    // Names are compared without case, as SharePoint does; on Linux that needs a look at the folder when the exact name is not there.
    private string OnDisk(string path)
    {
        var whole = Path.Combine(_root, Local(path));
        if (File.Exists(whole) || Directory.Exists(whole))
        {
            return whole;
        }

        var at = _root;
        foreach (var name in path.Split('/'))
        {
            var exact = Path.Combine(at, name);
            var found = !Path.Exists(exact) && Directory.Exists(at)
                ? Directory.EnumerateFileSystemEntries(at).FirstOrDefault(entry => string.Equals(Path.GetFileName(entry), name, StringComparison.OrdinalIgnoreCase))
                : null;
            at = found ?? exact;
        }

        return at;
    }

    private string Sidecar(string path)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(path.ToUpperInvariant()));
        return Path.Combine(_root, Hidden, "fields", Convert.ToHexStringLower(key)[..32] + ".json");
    }

    private async Task<LibraryFile> DescribeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var path = Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        if (!_hashes.TryGetValue(path, out var known) || known.Length != file.Length || known.Written != file.LastWriteTimeUtc)
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
            known = (file.Length, file.LastWriteTimeUtc, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)));
            _hashes[path] = known;
        }

        return new LibraryFile(path, path, known.Hash, file.Length);
    }

    // Two services may share one folder: a lock file holds between processes and inside one.
    private async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        var stripe = Convert.ToUInt32(LibraryPath.Code(path.ToUpperInvariant()), 16) % Stripes;
        var file = Path.Combine(_root, Hidden, "locks", stripe.ToString("00", CultureInfo.InvariantCulture));
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(3, cancellationToken);
            }
        }
    }

    private sealed record SidecarEntry(string Path, Dictionary<string, string> Fields);
}
