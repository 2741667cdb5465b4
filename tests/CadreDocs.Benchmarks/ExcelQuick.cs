using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using CadreDocs.Documents;

namespace CadreDocs.Benchmarks;

/// <summary>The Excel numbers in a few seconds of processor time, one thread, warm.</summary>
internal static class ExcelQuick
{
    public static void Run(TextWriter output)
    {
        output.WriteLine("Excel                             per second    wanted   microseconds each   KB each   allocated KB");
        Rate(output, "render 表2, 100 names x 20 dates", 2000, ExcelSamples.Attendance, ExcelSamples.AttendanceRequest(100, 20));
        Rate(output, "render 表4, 30 rows", 0, ExcelSamples.Declaration, ExcelSamples.DeclarationRequest(30));
        var rows300 = Rate(output, "render 表4, 300 rows", 0, ExcelSamples.Declaration, ExcelSamples.DeclarationRequest(300));
        var rows10000 = Rate(output, "render 表4, 10,000 rows", 0, ExcelSamples.Declaration, ExcelSamples.DeclarationRequest(10_000));
        Write(output, $"  10,000 rows cost {rows10000 / 10_000 / (rows300 / 300):F2} of the per-row time of 300 (wanted: at most 1.20)");
        Read(output, "read back 表2, 100 x 20", ExcelSamples.Attendance, ExcelSamples.AttendanceRequest(100, 20));
        Read(output, "read back 表4, 300 rows", ExcelSamples.Declaration, ExcelSamples.DeclarationRequest(300));
        Size(output, "表2, 100 x 20", ExcelSamples.Attendance.Render(DocumentKind.Excel, ExcelSamples.AttendanceRequest(100, 20)));
    }

    private static double Rate(TextWriter output, string name, int wanted, FormTemplate template, DocumentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 * 1024);
        var (micros, allocated) = Stretches.Measure(() =>
        {
            buffer.ResetWrittenCount();
            template.Render(DocumentKind.Excel, request, buffer);
        });
        Write(output, $"{name,-32}{1e6 / micros,12:F0}{wanted,10}{micros,20:F0}{buffer.WrittenCount / 1024.0,10:F1}{allocated / 1024,15:F1}");
        return micros;
    }

    private static void Read(TextWriter output, string name, FormTemplate template, DocumentRequest request)
    {
        var file = template.Render(DocumentKind.Excel, request);
        var (micros, allocated) = Stretches.Measure(() => ExcelSamples.Catalog.Read(file, "workbook.xlsx"));
        Write(output, $"{name,-32}{micros / 1000,12:F2} ms{allocated / 1024,30:F1} KB allocated");
    }

    private static void Size(TextWriter output, string name, byte[] file)
    {
        using var source = new ZipArchive(new MemoryStream(file));
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                from.CopyTo(to);
            }
        }

        Write(output, $"size of {name}: {file.Length} bytes, {(double)file.Length / stream.Length:P1} of the same at level 6 ({stream.Length})");
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
