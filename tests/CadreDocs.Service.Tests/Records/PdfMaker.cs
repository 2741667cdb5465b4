using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CadreDocs.Service.Tests.Records;

/// <summary>Small PDFs as scanners and printers write them.</summary>
internal static class PdfMaker
{
    /// <summary>Pages with a text layer in a plain font, as a scanner's recognition writes it: compressed, letters as they are.</summary>
    public static byte[] WithText(string text, int pages = 1) => Make($"BT /F1 9 Tf 3 Tr 50 20 Td ({text}) Tj ET", "", pages);

    /// <summary>Text by glyph numbers, which only the font's own table turns into letters, in pieces as a printer spaces them.</summary>
    public static byte[] WithGlyphs(string text)
    {
        var letters = text.Distinct().ToList();
        var table = string.Concat(letters.Select((letter, index) => string.Create(CultureInfo.InvariantCulture, $"<{index + 1:X4}> <{(int)letter:X4}>\n")));
        var map = $"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{letters.Count} beginbfchar\n{table}endbfchar endcmap";
        var glyphs = text.Select(letter => (letters.IndexOf(letter) + 1).ToString("X4", CultureInfo.InvariantCulture)).Chunk(3).Select(chunk => $"<{string.Concat(chunk)}>");
        return Make($"BT /F1 9 Tf 1 0 0 1 50 20 Tm [{string.Join("-12", glyphs)}] TJ ET", map, 1);
    }

    private static byte[] Make(string content, string map, int pages)
    {
        using var file = new MemoryStream();
        Write("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Write(string.Create(CultureInfo.InvariantCulture, $"2 0 obj\n<</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Repeat("3 0 R", pages))}]>>\nendobj\n"));
        Write("3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n");
        Stream(4, content);
        Stream(6, map);
        Write("trailer\n<</Root 1 0 R>>\n%%EOF");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Stream(int number, string text)
        {
            using var packed = new MemoryStream();
            using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zip.Write(Encoding.Latin1.GetBytes(text));
            }

            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Length {packed.Length}/Filter/FlateDecode>>\nstream\n"));
            file.Write(packed.ToArray());
            Write("\nendstream\nendobj\n");
        }
    }
}
