using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using CadreDocs.Documents;
using CadreDocs.Documents.Checking;

namespace CadreDocs.Benchmarks;

/// <summary>The Word numbers in a few seconds of processor time, one thread, warm: less exact than BenchmarkDotNet, good enough to see a step in the wrong direction.</summary>
internal static class WordQuick
{
    public static void Run(TextWriter output)
    {
        output.WriteLine("Word                              per second    wanted   microseconds each   KB each   allocated KB");
        Rate(output, "render 表6, 5 x 600 characters", 2500, WordSamples.Plan, WordSamples.PlanRequest);
        Rate(output, "  the same, faces tested", 0, WordSamples.Plan, WordSamples.PlanRequest with { Fonts = FontPlan.Windows });
        Rate(output, "render 表4, 30 rows", 4000, WordSamples.Declaration, WordSamples.DeclarationRequest(30));
        var rows300 = Rate(output, "render 表4, 300 rows", 400, WordSamples.Declaration, WordSamples.DeclarationRequest(300));
        var rows10000 = Rate(output, "render 表4, 10,000 rows", 0, WordSamples.Declaration, WordSamples.DeclarationRequest(10_000));
        Write(output, $"  10,000 rows cost {rows10000 / 10_000 / (rows300 / 300):F2} of the per-row time of 300 (wanted: at most 1.20)");
        Read(output, "read back 表6", 2, WordSamples.Plan, WordSamples.PlanRequest);
        Read(output, "read back 表4, 300 rows", 10, WordSamples.Declaration, WordSamples.DeclarationRequest(300));
        Size(output, "表6", WordSamples.Plan.Render(DocumentKind.Word, WordSamples.PlanRequest));
        Size(output, "表4, 300 rows", WordSamples.Declaration.Render(DocumentKind.Word, WordSamples.DeclarationRequest(300)));
        Memory(output);
    }

    private static double Rate(TextWriter output, string name, int wanted, FormTemplate template, DocumentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 * 1024);
        var (micros, allocated) = Stretches.Measure(() =>
        {
            buffer.ResetWrittenCount();
            template.Render(DocumentKind.Word, request, buffer);
        });
        Write(output, $"{name,-32}{1e6 / micros,12:F0}{wanted,10}{micros,20:F0}{buffer.WrittenCount / 1024.0,10:F1}{allocated / 1024,15:F1}");
        return micros;
    }

    private static void Read(TextWriter output, string name, double wantedMs, FormTemplate template, DocumentRequest request)
    {
        var file = template.Render(DocumentKind.Word, request);
        var (micros, allocated) = Stretches.Measure(() => WordSamples.Catalog.Read(file, "document.docx"));
        Write(output, $"{name,-32}{micros / 1000,12:F2} ms (wanted: at most {wantedMs} ms){allocated / 1024,30:F1} KB allocated");
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

    private static void Memory(TextWriter output)
    {
        var request = WordSamples.DeclarationRequest(300);
        GC.Collect();
        using var start = new ManualResetEventSlim();
        var peak = 0L;
        var threads = Enumerable.Range(0, 100).Select(_ => new Thread(() =>
        {
            start.Wait();
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            WordSamples.Declaration.Render(DocumentKind.Word, request, buffer);
            InterlockedMax(ref peak, Environment.WorkingSet);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        start.Set();
        threads.ForEach(thread => thread.Join());
        Write(output, $"100 concurrent renders of 表4 with 300 rows: working set of the process at most {peak / 1048576.0:F0} MB (wanted: below 200)");
    }

    private static void InterlockedMax(ref long target, long value)
    {
        var seen = Interlocked.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var now && now != seen)
        {
            seen = now;
        }
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
