using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Records;

/// <summary>Finds content codes (内容码) that stand on a sheet or in a file's name.</summary>
internal static partial class PrintedCodes
{
    private const int MostFooterBytes = 1024 * 1024;

    /// <summary>Everything in a text that looks like a code; a date or a telephone number may be among it.</summary>
    public static IReadOnlyList<string> In(string text) => CodePattern().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Everything on the sheet itself that looks like a code: in the footers of a document, in the text layer of a PDF. A picture tells nothing.</summary>
    public static IReadOnlyList<string> OnSheet(UploadedFile file) => file.MediaType() switch
    {
        MediaTypes.Docx => In(Footers(file.Bytes)),
        MediaTypes.Pdf => In(PdfText(file.Bytes)),
        _ => [],
    };

    /// <summary>A code as somebody typed it, made into the form that is printed; null where it can be none.</summary>
    public static string? Typed(string text)
    {
        // O, I and L are not in the alphabet, so whoever types them means 0 and 1.
        var signs = string.Concat(text.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－' or '—')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return signs.Length == 8 && In($"{signs[..4]}-{signs[4..]}") is [var code] ? code : null;
    }

    private static string PdfText(byte[] bytes)
    {
        try
        {
            return PdfSheet.Read(bytes).Text;
        }
        catch (RegexMatchTimeoutException)
        {
            return "";
        }
    }

    // The footer keeps its code where an editor dropped everything that nobody sees.
    private static string Footers(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var text = "";
            foreach (var part in zip.Entries.Where(part => part.FullName.StartsWith("word/footer", StringComparison.Ordinal) && part.Length < MostFooterBytes).Take(10))
            {
                using var reader = new StreamReader(part.Open());
                var buffer = new char[MostFooterBytes];
                var length = reader.ReadBlock(buffer, 0, buffer.Length);
                text += MarkupPattern().Replace(new string(buffer, 0, length), "") + "\n";
            }

            return text;
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    [GeneratedRegex("(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MarkupPattern();
}
