using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CadreDocs.Documents.Packaging;

/// <summary>Opens a .docx or .xlsx from memory, hostile until shown otherwise. Parts are inflated only when asked for.</summary>
/// <remarks>The format is PKWARE's APPNOTE 6.3; only what Office and its rivals write is taken: one disk, stored or deflated, no encryption.</remarks>
internal sealed class PackageReader
{
    private const uint EndSignature = 0x06054b50;
    private const uint Zip64EndSignature = 0x06064b50;
    private const uint Zip64LocatorSignature = 0x07064b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int EndLength = 22;
    private const int CentralLength = 46;
    private const int LocalLength = 30;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\0:*?\"<>|");

    private readonly UploadLimits _limits;
    private readonly List<PackageEntry> _entries = [];
    private readonly Dictionary<string, PackageEntry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private long _inflated;

    private PackageReader(UploadLimits limits) => _limits = limits;

    /// <summary>The parts, in the order of the central directory; folders are left out.</summary>
    public IReadOnlyList<PackageEntry> Entries => _entries;

    /// <summary>Opens a package.</summary>
    /// <param name="file">The file's bytes; kept, not copied.</param>
    /// <param name="fileName">Its name, to tell .doc from .wps; null where there is none.</param>
    /// <param name="limits">Default: <see cref="UploadLimits.Default"/>.</param>
    /// <exception cref="PackageException">The file is no sound package; the fault says what it is.</exception>
    public static PackageReader Open(ReadOnlyMemory<byte> file, string? fileName = null, UploadLimits? limits = null)
    {
        limits ??= UploadLimits.Default;
        if (file.Length > limits.MaxFileBytes)
        {
            throw new PackageException(PackageFaults.TooLarge(file.Length, limits.MaxFileBytes));
        }

        if (FileKind.Recognise(file.Span, fileName) is { } fault)
        {
            throw new PackageException(fault);
        }

        var reader = new PackageReader(limits);
        reader.ReadDirectory(file);
        reader.CheckContent();
        return reader;
    }

    /// <summary>The part with this name (letter case and a leading slash do not matter), or null.</summary>
    public PackageEntry? Find(string name) => _byName.GetValueOrDefault(name.StartsWith('/') ? name[1..] : name);

    /// <summary>The part with this name.</summary>
    /// <exception cref="PackageException">There is none.</exception>
    public PackageEntry Get(string name) => Find(name) ?? throw new PackageException(PackageFaults.MissingPart(name));

    /// <summary>Counts a part against the limits before it is inflated.</summary>
    internal void Charge(PackageEntry entry)
    {
        if (entry.Size > _limits.MaxPartBytes
            || (entry.Size > _limits.RatioFreeBytes && entry.Size / _limits.MaxRatio > entry.CompressedBytes.Length)
            || (_inflated += entry.Size) > _limits.MaxInflatedBytes)
        {
            throw new PackageException(PackageFaults.Inflates(entry.Name));
        }
    }

    private void ReadDirectory(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var end = FindEnd(bytes);
        var count = (long)U16(bytes, end + 10);
        var length = (long)U32(bytes, end + 12);
        var offset = (long)U32(bytes, end + 16);
        if (count == ushort.MaxValue || length == uint.MaxValue || offset == uint.MaxValue)
        {
            (count, length, offset) = ReadZip64End(bytes, end, (count, length, offset));
        }

        if (count > _limits.MaxParts)
        {
            throw new PackageException(PackageFaults.TooManyParts(_limits.MaxParts));
        }

        if (offset < 0 || length < 0 || offset > end || length > end - offset)
        {
            throw new PackageException(PackageFaults.Truncated());
        }

        long declared = 0;
        var position = (int)offset;
        for (var i = 0; i < count; i++)
        {
            if (position > end - CentralLength || U32(bytes, position) != CentralSignature)
            {
                throw new PackageException(PackageFaults.Damaged());
            }

            var (entry, next) = ReadCentral(file, position, end);
            position = next;
            if (entry is null)
            {
                continue;
            }

            declared += entry.Size;
            if (declared > _limits.MaxInflatedBytes)
            {
                throw new PackageException(PackageFaults.Inflates(entry.Name));
            }

            _entries.Add(_byName.TryAdd(entry.Name, entry) ? entry : throw new PackageException(PackageFaults.DuplicatePart(entry.Name)));
        }
    }

    private static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        // The end record closes the file, followed by a comment of at most 65,535 bytes.
        var lowest = Math.Max(0, bytes.Length - EndLength - ushort.MaxValue);
        for (var i = bytes.Length - EndLength; i >= lowest; i--)
        {
            if (U32(bytes, i) == EndSignature)
            {
                return i;
            }
        }

        throw new PackageException(PackageFaults.Truncated());
    }

    private static (long Count, long Length, long Offset) ReadZip64End(ReadOnlySpan<byte> bytes, int end, (long, long, long) plain)
    {
        var locator = end - 20;
        if (locator < 0 || U32(bytes, locator) != Zip64LocatorSignature)
        {
            return plain;
        }

        var at = U64(bytes, locator + 8);
        if (at < 0 || at > locator - 56 || U32(bytes, (int)at) != Zip64EndSignature)
        {
            throw new PackageException(PackageFaults.Damaged());
        }

        return (U64(bytes, (int)at + 32), U64(bytes, (int)at + 40), U64(bytes, (int)at + 48));
    }

    private static (PackageEntry? Entry, int Next) ReadCentralHeader(
        PackageReader owner, ReadOnlyMemory<byte> file, int position, int end, string name, int extraLength, int next)
    {
        var bytes = file.Span;
        var flags = U16(bytes, position + 8);
        var method = U16(bytes, position + 10);
        long compressed = U32(bytes, position + 20);
        long size = U32(bytes, position + 24);
        long local = U32(bytes, position + 42);
        ReadZip64Extra(bytes.Slice(next - extraLength - U16(bytes, position + 32), extraLength), ref size, ref compressed, ref local);
        if ((flags & 0x2041) != 0)
        {
            throw new PackageException(PackageFaults.Encrypted());
        }

        if (method is not (0 or 8))
        {
            throw new PackageException(PackageFaults.Compression(name, method));
        }

        if (size < 0 || compressed < 0 || local < 0 || local > end - LocalLength || U32(bytes, (int)local) != LocalSignature)
        {
            throw new PackageException(PackageFaults.Damaged(name));
        }

        var start = local + LocalLength + U16(bytes, (int)local + 26) + U16(bytes, (int)local + 28);
        if (start > end || compressed > end - start)
        {
            throw new PackageException(PackageFaults.Damaged(name));
        }

        return (new PackageEntry(owner, name, method, U32(bytes, position + 16), size, file.Slice((int)start, (int)compressed)), next);
    }

    private (PackageEntry? Entry, int Next) ReadCentral(ReadOnlyMemory<byte> file, int position, int end)
    {
        var bytes = file.Span;
        var nameLength = U16(bytes, position + 28);
        var extraLength = U16(bytes, position + 30);
        var next = position + CentralLength + nameLength + extraLength + U16(bytes, position + 32);
        if (next > end)
        {
            throw new PackageException(PackageFaults.Damaged());
        }

        // Some old tools write back-slashes.
        var name = Encoding.UTF8.GetString(bytes.Slice(position + CentralLength, nameLength)).Replace('\\', '/');
        if (name.EndsWith('/'))
        {
            return (null, next);
        }

        if (!IsProper(name))
        {
            throw new PackageException(PackageFaults.PartName(name));
        }

        return ReadCentralHeader(this, file, position, end, name, extraLength, next);
    }

    private static void ReadZip64Extra(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long local)
    {
        while (extra.Length >= 4)
        {
            var id = U16(extra, 0);
            var length = U16(extra, 2);
            extra = extra[4..];
            if (length > extra.Length)
            {
                return;
            }

            if (id == 1)
            {
                var field = extra[..length];
                Widen(ref field, ref size);
                Widen(ref field, ref compressed);
                Widen(ref field, ref local);
            }

            extra = extra[length..];
        }
    }

    private static void Widen(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value == uint.MaxValue && field.Length >= 8)
        {
            value = U64(field, 0);
            field = field[8..];
        }
    }

    private static bool IsProper(string name) =>
        name.Length is > 0 and <= 512
        && name[0] != '/'
        && !name.AsSpan().ContainsAny(Forbidden)
        && !name.Split('/').Any(segment => segment is "" or "." or "..");

    private void CheckContent()
    {
        if (Find("[Content_Types].xml") is null)
        {
            var mimetype = Find("mimetype");
            throw new PackageException(mimetype is not null ? PackageFaults.OpenDocument() : PackageFaults.NotOffice());
        }

        foreach (var entry in _entries)
        {
            if (entry.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            {
                throw new PackageException(PackageFaults.Macros());
            }
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
