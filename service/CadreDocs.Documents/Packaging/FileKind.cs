using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Packaging;

/// <summary>Tells what a file that is no zip package really is, by its first bytes and its name.</summary>
internal static class FileKind
{
    // Long enough for the directory of a compound file that Office wrote; a later sector only makes the message less exact.
    private const int ScanBytes = 4 * 1024 * 1024;

    /// <summary>The fault that names a non-package; null where the bytes begin like a zip.</summary>
    public static Fault? Recognise(ReadOnlySpan<byte> file, string? fileName)
    {
        if (file.IsEmpty)
        {
            return PackageFaults.Empty();
        }

        if (file.StartsWith("PK"u8))
        {
            return null;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return Compound(file, fileName);
        }

        var text = file;
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = text[3..];
        }

        text = text.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("%PDF"u8))
        {
            return PackageFaults.Pdf();
        }

        if (text.StartsWith("{\\rtf"u8))
        {
            return PackageFaults.Rtf();
        }

        if (StartsWithIgnoreCase(text, "<html"u8) || StartsWithIgnoreCase(text, "<!doctype html"u8))
        {
            return PackageFaults.Html();
        }

        return IsWps(fileName) ? PackageFaults.Wps() : PackageFaults.NotOffice();
    }

    private static Fault Compound(ReadOnlySpan<byte> file, string? fileName)
    {
        var head = file[..Math.Min(file.Length, ScanBytes)];
        if (Holds(head, "EncryptedPackage"))
        {
            return PackageFaults.Encrypted();
        }

        if (IsWps(fileName))
        {
            return PackageFaults.Wps();
        }

        if (Holds(head, "WordDocument"))
        {
            return PackageFaults.OldWord();
        }

        // "Book" is the stream of Excel 5; the entry's name is followed by its terminating zero.
        return Holds(head, "Workbook\0") || Holds(head, "Book\0") ? PackageFaults.OldExcel() : PackageFaults.OldCompound();
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, string name)
    {
        Span<byte> utf16 = stackalloc byte[64];
        var length = System.Text.Encoding.Unicode.GetBytes(name, utf16);
        return bytes.IndexOf(utf16[..length]) >= 0;
    }

    private static bool IsWps(string? fileName) =>
        fileName is not null
        && (fileName.EndsWith(".wps", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".et", StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && System.Text.Ascii.EqualsIgnoreCase(text[..lower.Length], lower);
}
