using System.Buffers.Binary;

namespace CadreDocs.Documents.Binding;

/// <summary>Width and height of a picture in pixels, from the head of its file.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Reads the size of a PNG or JPEG; null where the bytes are neither, cut off, or say nothing sensible.</summary>
    internal static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        var size = file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && file.Length > 24
            ? new PictureSize(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : Jpeg(file);
        return size is { Width: > 0 and < 100_000, Height: > 0 and < 100_000 } ? size : null;
    }

    private static PictureSize? Jpeg(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            // Start of frame, but not the tables (C4, C8, CC) that share its range.
            if (file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += file[at + 1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }
}
