using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace CadreDocs.Documents.Packaging;

/// <summary>One part of an opened package.</summary>
internal sealed class PackageEntry(PackageReader owner, string name, ushort method, uint crc32, long size, ReadOnlyMemory<byte> compressed)
{
    /// <summary>Part name without a leading slash: <c>word/document.xml</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Zip method: 0 stored, 8 deflated.</summary>
    public ushort Method { get; } = method;

    /// <summary>CRC-32 of the inflated bytes, as declared.</summary>
    public uint Crc32 { get; } = crc32;

    /// <summary>Inflated size in bytes, as declared.</summary>
    public long Size { get; } = size;

    /// <summary>The bytes as they stand in the file.</summary>
    public ReadOnlyMemory<byte> CompressedBytes { get; } = compressed;

    /// <summary>The part's bytes, checked against the declared size and CRC.</summary>
    /// <exception cref="PackageException">The part is damaged, or larger than it says, or beyond the limits.</exception>
    public byte[] Inflate()
    {
        owner.Charge(this);
        var content = new byte[Size];
        InflateInto(content);
        return content;
    }

    /// <summary>The same as <see cref="Inflate"/>, in an array from the shared pool that may be longer than <see cref="Size"/>: a large part that is soon done with.</summary>
    /// <exception cref="PackageException">The part is damaged, or larger than it says, or beyond the limits.</exception>
    public byte[] InflatePooled()
    {
        owner.Charge(this);
        var content = ArrayPool<byte>.Shared.Rent((int)Size);
        try
        {
            InflateInto(content.AsSpan(0, (int)Size));
            return content;
        }
        catch (PackageException)
        {
            ArrayPool<byte>.Shared.Return(content);
            throw;
        }
    }

    private void InflateInto(Span<byte> content)
    {
        if (Method != 0)
        {
            Decompress(content);
        }
        else if (CompressedBytes.Length == Size)
        {
            CompressedBytes.Span.CopyTo(content);
        }
        else
        {
            throw new PackageException(PackageFaults.Damaged(Name));
        }

        if (System.IO.Hashing.Crc32.HashToUInt32(content) != Crc32)
        {
            throw new PackageException(PackageFaults.Damaged(Name));
        }
    }

    private void Decompress(Span<byte> content)
    {
        var segment = MemoryMarshal.TryGetArray(CompressedBytes, out var array) ? array : new ArraySegment<byte>(CompressedBytes.ToArray());
        using var source = new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            var read = inflater.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            Span<byte> more = stackalloc byte[1];
            if (read < content.Length || inflater.Read(more) != 0)
            {
                throw new PackageException(PackageFaults.Damaged(Name));
            }
        }
        catch (InvalidDataException cause)
        {
            throw new PackageException(PackageFaults.Damaged(Name), cause);
        }
    }
}
