using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace CadreDocs.Documents.Packaging;

/// <summary>
/// Writes a zip package: unchanged parts copied as they are, changed ones deflated at level 2 (1 to 8 % larger than level 6 at half its cost).
/// Every timestamp is 1980-01-01, so equal parts give equal bytes. Not for concurrent use.
/// </summary>
internal sealed class PackageWriter(IBufferWriter<byte> output) : IDisposable
{
    // 1980-01-01, the first day that zip can write.
    private const uint DosEpoch = 0x0021_0000;
    private const ushort Utf8Names = 0x0800;
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 2 };
    private static readonly ZLibCompressionOptions Smallest = new() { CompressionLevel = 9 };

    private readonly PooledBuffer _directory = new(2048);
    private readonly PooledBuffer _compressed = new(32 * 1024);
    private PartSink? _open;
    private long _position;
    private int _count;

    /// <summary>Bytes written so far.</summary>
    public long Position => _position;

    /// <summary>Copies a part without inflating it.</summary>
    public void AddRaw(PackageEntry entry) => AddRaw(entry.Name, entry.Method, entry.Crc32, entry.Size, entry.CompressedBytes.Span);

    /// <summary>Copies compressed bytes as they are.</summary>
    /// <param name="name">Part name without a leading slash.</param>
    /// <param name="method">0 stored, 8 deflated.</param>
    /// <param name="crc">CRC-32 of the inflated bytes.</param>
    /// <param name="size">Inflated size in bytes.</param>
    /// <param name="compressed">The bytes as they shall stand in the file.</param>
    public void AddRaw(string name, ushort method, uint crc, long size, ReadOnlySpan<byte> compressed)
    {
        if (_open is not null)
        {
            throw new InvalidOperationException("A part is still open; call End first.");
        }

        Span<byte> nameBytes = stackalloc byte[512];
        nameBytes = nameBytes[..Encoding.UTF8.GetBytes(name, nameBytes)];
        WriteHeader(output, local: true, nameBytes, method, crc, compressed.Length, size);
        output.Write(nameBytes);
        output.Write(compressed);

        WriteHeader(_directory, local: false, nameBytes, method, crc, compressed.Length, size);
        _directory.Write(nameBytes);
        _count++;
        _position += 30 + nameBytes.Length + compressed.Length;
    }

    /// <summary>Adds a part uncompressed: right for the few hundred bytes of an identity part, where starting the deflater costs most.</summary>
    public void AddStored(string name, ReadOnlySpan<byte> content) =>
        AddRaw(name, 0, Crc32.HashToUInt32(content), content.Length, content);

    /// <summary>Deflates a part and adds it.</summary>
    public void AddDeflated(string name, ReadOnlySpan<byte> content)
    {
        _compressed.Clear();
        Deflate(content, _compressed, Level);
        AddRaw(name, 8, Crc32.HashToUInt32(content), content.Length, _compressed.Written);
    }

    /// <summary>Begins a part that is written in pieces; memory stays flat but for its compressed bytes. Close it with <see cref="End"/>.</summary>
    /// <param name="name">Part name without a leading slash.</param>
    /// <param name="level">Level of zlib, 1 to 9.</param>
    public IBufferWriter<byte> Begin(string name, int level = 2)
    {
        if (_open is not null)
        {
            throw new InvalidOperationException("A part is still open; call End first.");
        }

        _compressed.Clear();
        return _open = new PartSink(name, new DeflateStream(new BufferStream(_compressed), new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true));
    }

    /// <summary>Closes the part that <see cref="Begin"/> opened.</summary>
    public void End()
    {
        var part = _open ?? throw new InvalidOperationException("No part is open.");
        var (crc, size) = part.Close();
        _open = null;
        AddRaw(part.Name, 8, crc, size, _compressed.Written);
    }

    /// <summary>Writes the directory; the package is complete.</summary>
    public void Finish()
    {
        output.Write(_directory.Written);
        var end = output.GetSpan(22)[..22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)_directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)_position));
        output.Advance(22);
    }

    public void Dispose()
    {
        _open?.Dispose();
        _directory.Dispose();
        _compressed.Dispose();
    }

    /// <summary>Deflates bytes as small as can be: for parts that are compiled once and copied often.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var compressed = new PooledBuffer(content.Length / 4 + 256);
        Deflate(content, compressed, Smallest);
        return compressed.Written.ToArray();
    }

    private static void Deflate(ReadOnlySpan<byte> content, PooledBuffer compressed, ZLibCompressionOptions level)
    {
        using var deflater = new DeflateStream(new BufferStream(compressed), level, leaveOpen: true);
        deflater.Write(content);
    }

    private void WriteHeader(IBufferWriter<byte> target, bool local, ReadOnlySpan<byte> name, ushort method, uint crc, int compressed, long size)
    {
        var length = local ? 30 : 46;
        var header = target.GetSpan(length)[..length];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, local ? 0x04034b50u : 0x02014b50u);
        var at = local ? 4 : 6;
        if (!local)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], checked((uint)_position));
        }

        BinaryPrimitives.WriteUInt16LittleEndian(header[at..], 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[(at + 2)..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(header[(at + 4)..], method);
        BinaryPrimitives.WriteUInt32LittleEndian(header[(at + 6)..], DosEpoch);
        BinaryPrimitives.WriteUInt32LittleEndian(header[(at + 10)..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[(at + 14)..], (uint)compressed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[(at + 18)..], checked((uint)size));
        BinaryPrimitives.WriteUInt16LittleEndian(header[(at + 22)..], (ushort)name.Length);
        target.Advance(length);
    }
}
