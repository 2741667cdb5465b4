using System.Security.Cryptography;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>
/// The bytes to file, known by their hash. They can be read as often as an upload needs them. What is large lies in a temporary file
/// until this is disposed of; hash and size stay known afterwards.
/// </summary>
internal sealed class LibraryContent : IDisposable
{
    /// <summary>Content up to this size is held in memory; larger content lies on disk meanwhile.</summary>
    private const int InMemoryBytes = 1024 * 1024;

    private readonly Func<Stream> _open;
    private readonly string? _file;

    private LibraryContent(Func<Stream> open, string hash, string stableHash, long sizeBytes, string? file = null)
    {
        _open = open;
        _file = file;
        Hash = hash;
        StableHash = stableHash;
        SizeBytes = sizeBytes;
    }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>See <see cref="Fingerprint.StableHash"/>.</summary>
    public string StableHash { get; }

    public long SizeBytes { get; }

    /// <summary>A new seekable stream over the bytes, from the start.</summary>
    public Stream Open() => _open();

    /// <summary>Content in memory.</summary>
    public static LibraryContent FromBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var stream = Reader();
        return new LibraryContent(Reader, hash, Fingerprint.StableHash(stream, hash), bytes.LongLength);

        Stream Reader() => new MemoryStream(bytes, writable: false);
    }

    /// <summary>Content that is too large to hold: <paramref name="open"/> gives a seekable stream each time.</summary>
    public static async Task<LibraryContent> FromStreamAsync(Func<Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        await using var stream = open();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        stream.Position = 0;
        return new LibraryContent(open, hash, Fingerprint.StableHash(stream, hash), stream.Length);
    }

    /// <summary>Takes in a stream that can be read only once; however long it is, it does not have to fit into memory.</summary>
    public static async Task<LibraryContent> TakeInAsync(Stream source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var start = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (start.Length <= InMemoryBytes && (read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            start.Write(buffer, 0, read);
        }

        if (start.Length <= InMemoryBytes)
        {
            return FromBytes(start.ToArray());
        }

        var file = Path.Combine(Path.GetTempPath(), "cadredocs-" + Guid.NewGuid().ToString("N"));
        try
        {
            await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                start.Position = 0;
                await start.CopyToAsync(target, cancellationToken);
                await source.CopyToAsync(target, cancellationToken);
            }

            var whole = await FromStreamAsync(Reader, cancellationToken);
            return new LibraryContent(Reader, whole.Hash, whole.StableHash, whole.SizeBytes, file);
        }
        catch
        {
            File.Delete(file);
            throw;
        }

        Stream Reader() => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
    }

    public void Dispose()
    {
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }
}
