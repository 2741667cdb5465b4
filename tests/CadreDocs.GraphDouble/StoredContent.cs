using System.IO.Compression;
using System.Security.Cryptography;

namespace CadreDocs.GraphDouble;

/// <summary>Bytes as the library keeps them, with the one hash it tells.</summary>
public sealed class StoredContent
{
    private readonly byte[]? _bytes;
    private readonly string? _file;

    private StoredContent(byte[]? bytes, string? file, long length, string quickXor, string sha)
    {
        (_bytes, _file, Length, QuickXor, Sha256) = (bytes, file, length, quickXor, sha);
    }

    public static StoredContent Empty { get; } = Of([]);

    public long Length { get; }

    public string QuickXor { get; }

    public string Sha256 { get; }

    public Stream Open() => _bytes is not null ? new MemoryStream(_bytes, writable: false) : File.OpenRead(_file!);

    /// <summary>Removes what lies on disk.</summary>
    public void Forget()
    {
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    public static StoredContent Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var stream = new MemoryStream(bytes);
        return new StoredContent(bytes, null, bytes.LongLength, QuickXorHash(stream), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Takes over a file on disk.</summary>
    public static StoredContent OfFile(string file)
    {
        using var stream = File.OpenRead(file);
        var quickXor = QuickXorHash(stream);
        stream.Position = 0;
        return new StoredContent(null, file, stream.Length, quickXor, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>What a library makes of an Office file: columns become properties, the package is packed anew. Other files stay as they are.</summary>
    public StoredContent Rewritten(int round)
    {
        using var stored = Open();
        if (stored.Length < 22 || stored.ReadByte() != 'P')
        {
            return this;
        }

        stored.Position = 0;
        using var target = new MemoryStream();
        try
        {
            using var source = new ZipArchive(stored, ZipArchiveMode.Read);
            if (source.GetEntry("[Content_Types].xml") is null)
            {
                return this;
            }

            using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var part in source.Entries.Where(part => part.FullName != "docProps/custom.xml"))
            {
                using var from = part.Open();
                using var to = zip.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                from.CopyTo(to);
            }

            using var properties = new StreamWriter(zip.CreateEntry("docProps/custom.xml").Open());
            properties.Write($"<Properties round=\"{round}\"/>");
        }
        catch (InvalidDataException)
        {
            return this;
        }

        return Of(target.ToArray());
    }

    // The plain form of the published algorithm, bit by bit, so that it shares nothing with the service's folded one.
    private static string QuickXorHash(Stream stream)
    {
        var hash = new byte[20];
        var buffer = new byte[81920];
        long at = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var index = 0; index < read; index++, at++)
            {
                var bit = (int)(at * 11 % 160);
                var wide = buffer[index] << (bit % 8);
                hash[bit / 8] ^= (byte)wide;
                hash[((bit / 8) + 1) % 20] ^= (byte)(wide >> 8);
            }
        }

        for (var index = 0; index < 8; index++)
        {
            hash[12 + index] ^= (byte)(at >> (8 * index));
        }

        return Convert.ToBase64String(hash);
    }
}
