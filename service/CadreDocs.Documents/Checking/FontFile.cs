using System.Buffers.Binary;
using System.Text;

namespace CadreDocs.Documents.Checking;

/// <summary>The characters that a font file can draw, from its <c>cmap</c> table. Reads .ttf, .otf and each face of a .ttc.</summary>
/// <remarks>OpenType 1.9, cmap formats 4 and 12; other formats carry no character that these lack in fonts made since 2000.</remarks>
public sealed class FontFile
{
    private readonly List<(uint First, uint Last)> _ranges;

    private FontFile(List<(uint First, uint Last)> ranges) => _ranges = ranges;

    /// <summary>True where the font has a glyph for the character.</summary>
    public bool Covers(Rune character)
    {
        var code = (uint)character.Value;
        int low = 0, high = _ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (code < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (code > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a font.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="face">0-based face of a collection (.ttc); 0 for a single font.</param>
    /// <exception cref="InvalidDataException">The bytes are no OpenType font, or its tables point outside the file.</exception>
    public static FontFile Read(ReadOnlySpan<byte> bytes, int face = 0)
    {
        try
        {
            var start = 0;
            if (bytes[..4].SequenceEqual("ttcf"u8))
            {
                var faces = Long(bytes, 8);
                start = face >= 0 && face < faces ? checked((int)Long(bytes, 12 + (4 * face))) : throw new InvalidDataException($"The collection has {faces} faces.");
            }

            var ranges = new List<(uint First, uint Last)>();
            var cmap = Table(bytes, start, "cmap"u8);
            int subtables = Short(bytes, cmap + 2);
            for (var i = 0; i < subtables; i++)
            {
                var platform = Short(bytes, cmap + 4 + (8 * i));
                var subtable = checked(cmap + (int)Long(bytes, cmap + 8 + (8 * i)));

                // Platform 0 is Unicode, 3 is Windows; old Mac encodings (1) are no Unicode.
                if (platform is 0 or 3)
                {
                    switch (Short(bytes, subtable))
                    {
                        case 4: ReadFormat4(bytes[subtable..], ranges); break;
                        case 12: ReadFormat12(bytes[subtable..], ranges); break;
                        default: break;
                    }
                }
            }

            return ranges.Count > 0 ? new FontFile(Merge(ranges)) : throw new InvalidDataException("The font has no Unicode cmap.");
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The file is no OpenType font, or it is cut off.", e);
        }
    }

    private static int Table(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<byte> tag)
    {
        int tables = Short(bytes, start + 4);
        for (var i = 0; i < tables; i++)
        {
            var entry = start + 12 + (16 * i);
            if (bytes.Slice(entry, 4).SequenceEqual(tag))
            {
                return checked((int)Long(bytes, entry + 8));
            }
        }

        throw new InvalidDataException("The file is no OpenType font: it has no cmap.");
    }

    private static void ReadFormat4(ReadOnlySpan<byte> table, List<(uint First, uint Last)> ranges)
    {
        var segments = Short(table, 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            uint last = Short(table, 14 + (2 * i));
            uint first = Short(table, 16 + (2 * segments) + (2 * i));
            var delta = Short(table, 16 + (4 * segments) + (2 * i));
            var offsetAt = 16 + (6 * segments) + (2 * i);
            int offset = Short(table, offsetAt);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = offset == 0
                    ? (code + delta) & 0xFFFF
                    : Short(table, offsetAt + offset + (2 * (int)(code - first)));
                if (glyph != 0)
                {
                    ranges.Add((code, code));
                }
            }
        }
    }

    private static void ReadFormat12(ReadOnlySpan<byte> table, List<(uint First, uint Last)> ranges)
    {
        var groups = Long(table, 12);
        for (uint i = 0; i < groups; i++)
        {
            var group = checked((int)(16 + (12 * i)));
            var (first, last, glyph) = (Long(table, group), Long(table, group + 4), Long(table, group + 8));

            // Glyph 0 is the box for what is missing.
            if (glyph == 0)
            {
                first++;
            }

            if (first <= last)
            {
                ranges.Add((first, last));
            }
        }
    }

    private static List<(uint First, uint Last)> Merge(List<(uint First, uint Last)> ranges)
    {
        ranges.Sort();
        var merged = new List<(uint First, uint Last)>();
        foreach (var (first, last) in ranges)
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return merged;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
