using System.Security.Cryptography;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>The bytes to file, known by their hash. They can be read as often as an upload needs them.</summary>
internal sealed class LibraryContent
{
    private readonly Func<Stream> _open;

    private LibraryContent(Func<Stream> open, string hash, string stableHash, long sizeBytes)
    {
        _open = open;
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
}
