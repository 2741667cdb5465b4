using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CadreDocs.Service.Roster.Import;

/// <summary>Reads .csv as Excel and WPS save it here: UTF-8 with or without a mark, UTF-16 with a mark, or GB18030 (GBK).</summary>
public static class CsvTable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The table, or the one fault that forbids reading it.</summary>
    public static (SheetTable? Table, ImportProblem? Problem) Read(ReadOnlyMemory<byte> file, string fileName)
    {
        if (Decode(file.Span) is not { } text)
        {
            return (null, new ImportProblem(
                "unknown-encoding",
                $"“{fileName}”的文字编码无法识别：请在 Excel 或 WPS 中另存为“CSV UTF-8”或 .xlsx 再上传。",
                $"The text encoding of '{fileName}' is not known: save it as 'CSV UTF-8' or .xlsx and upload it again."));
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = Delimiter(text),
            BadDataFound = null,
            Mode = CsvMode.RFC4180,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                // RawRow is the last line of the record; a quoted cell may span several.
                rows.Add(new SheetRow(parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n'), cells));
            }
        }

        return (new SheetTable(fileName, rows), null);
    }

    /// <summary>The file's text without its mark; null where it is none of the encodings.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, .. var marked])
        {
            return TryDecode(Utf8, marked);
        }

        if (bytes is [0xFF, 0xFE, .. var little])
        {
            return TryDecode(new UnicodeEncoding(false, false, true), little);
        }

        if (bytes is [0xFE, 0xFF, .. var big])
        {
            return TryDecode(new UnicodeEncoding(true, false, true), big);
        }

        // Chinese text in GBK is practically never valid UTF-8, so UTF-8 is tried first.
        var text = TryDecode(Utf8, bytes) ?? TryDecode(Gb18030, bytes);
        return text is null || text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            // DecoderFallbackException and what UTF-16 throws for a half pair are both of this kind: not this encoding.
            return null;
        }
    }

    private static string Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        return new[] { ",", "\t", ";", "，" }.MaxBy(delimiter => line.Split(delimiter).Length)!;
    }
}
