using System.IO.Compression;
using System.Security.Cryptography;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Records;

/// <summary>A stranger's file in memory.</summary>
/// <param name="Name">Its name without any folder.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record UploadedFile(string Name, byte[] Bytes)
{
    /// <summary>Largest upload, in bytes; 50 MB.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int MaxNameLength = 120;

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Reads the one file of a form.</summary>
    public static async Task<Outcome<UploadedFile>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > MaxBytes)
        {
            return Problems.ForStatus(StatusCodes.Status413PayloadTooLarge);
        }

        // Some browsers send the path on the sender's disk.
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        name = name.Length > MaxNameLength ? name[^MaxNameLength..] : name;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return new UploadedFile(name.Length == 0 ? "file" : name, bytes);
    }

    /// <summary>The media type by the content's first bytes, never by the name; null for what is not taken as an attachment.</summary>
    public string? MediaType() => Bytes switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => MediaTypes.Pdf,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaTypes.Png,
        [0xFF, 0xD8, 0xFF, ..] => MediaTypes.Jpeg,
        [0x50, 0x4B, 0x03, 0x04, ..] => OfficeType(),
        _ => null,
    };

    private string? OfficeType()
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(Bytes), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            return names.Contains("word/document.xml") ? MediaTypes.Docx : names.Contains("xl/workbook.xml") ? MediaTypes.Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
