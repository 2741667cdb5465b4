using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>Two ways to tell content apart where SHA-256 of the bytes cannot: after SharePoint rewrote a file, and without downloading it.</summary>
internal static class Fingerprint
{
    private const string OwnPart = "customXml/cadredocs.xml";

    /// <summary>
    /// Hash over the parts of an Office file that SharePoint leaves alone; for any other file <paramref name="hash"/> itself.
    /// A library writes its columns into properties and custom XML and packs the file anew, so size and bytes change while the text does not.
    /// </summary>
    /// <param name="content">A seekable stream.</param>
    /// <param name="hash">SHA-256 of the whole stream.</param>
    public static string StableHash(Stream content, string hash)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length < 22 || content.ReadByte() != 'P' || content.ReadByte() != 'K')
        {
            return hash;
        }

        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is null)
            {
                return hash;
            }

            using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> numbers = stackalloc byte[12];
            foreach (var part in zip.Entries.Where(entry => IsStable(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                BinaryPrimitives.WriteInt64LittleEndian(numbers, part.Length);
                BinaryPrimitives.WriteUInt32LittleEndian(numbers[8..], part.Crc32);
                sum.AppendData(Encoding.UTF8.GetBytes(part.FullName));
                sum.AppendData(numbers);
            }

            return Convert.ToHexStringLower(sum.GetHashAndReset());
        }
        catch (InvalidDataException)
        {
            return hash;
        }
    }

    /// <summary>QuickXorHash, the only hash that business drives give, in Base64.</summary>
    /// <remarks>Documented by OneDrive ("code snippets: QuickXorHash"): 160 bits, every byte xor-ed in 11 bits further on, the length xor-ed into the end.</remarks>
    public static async Task<string> QuickXorAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        const int Bits = 160;
        const int Step = 11;

        // 160 and 11 have no common factor, so the pattern of bit positions repeats every 160 bytes: bytes of equal position fold first.
        var folded = new byte[Bits];
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        long length = 0;
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                for (var index = 0; index < read; index++)
                {
                    folded[(int)((length + index) % Bits)] ^= buffer[index];
                }

                length += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var hash = new byte[Bits / 8];
        for (var index = 0; index < Bits; index++)
        {
            var position = index * Step % Bits;
            var (at, shift) = (position / 8, position % 8);
            hash[at] ^= (byte)(folded[index] << shift);
            hash[(at + 1) % hash.Length] ^= (byte)(folded[index] >> (8 - shift));
        }

        Span<byte> tail = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(tail, length);
        for (var index = 0; index < tail.Length; index++)
        {
            hash[hash.Length - tail.Length + index] ^= tail[index];
        }

        return Convert.ToBase64String(hash);
    }

    private static bool IsStable(string part) =>
        part == OwnPart
        || !(part == "[Content_Types].xml"
            || part.EndsWith('/')
            || part.EndsWith(".rels", StringComparison.Ordinal)
            || part.StartsWith("docProps/", StringComparison.Ordinal)
            || part.StartsWith("customXml/", StringComparison.Ordinal));
}
