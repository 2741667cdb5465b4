using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CadreDocs.Documents.Binding;

/// <summary>Prints Word documents to PDF with a LibreOffice on this machine, one run at a time. Page numbers of a 目录 come out computed.</summary>
/// <param name="program">Path of <c>soffice</c>; see <see cref="Find"/>.</param>
/// <param name="limit">Longest time of a run, with two seconds more for each document; default two minutes.</param>
public sealed partial class LibreOfficePrinter(string program, TimeSpan? limit = null) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    // Without this the blank backs of duplex leaves are left out, and the papers slip to the wrong side.
    private const string KeepBlankPages = "pdf:writer_pdf_Export:{\"IsSkipEmptyPages\":{\"type\":\"boolean\",\"value\":\"false\"}}";

    /// <summary>The program on the PATH or in its usual places; null where LibreOffice is not installed.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program"))
            .Append("/Applications/LibreOffice.app/Contents/MacOS");
        return folders.SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe") }).FirstOrDefault(File.Exists);
    }

    /// <summary>Prints.</summary>
    /// <param name="document">The bytes of a .docx.</param>
    /// <param name="cancellationToken">Ends LibreOffice when cancelled.</param>
    /// <returns>The bytes of the PDF.</returns>
    /// <exception cref="InvalidOperationException">LibreOffice failed; the message carries what it said.</exception>
    /// <exception cref="TimeoutException">It took longer than the limit and was ended.</exception>
    public async Task<byte[]> PrintAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        byte[]? printed = null;
        var said = await ConvertAsync([document], (_, pdf) => printed = pdf, cancellationToken);
        return printed ?? throw new InvalidOperationException($"LibreOffice ended without a PDF: {said}");
    }

    /// <summary>Counts the pages that documents take on paper, all in one run.</summary>
    /// <param name="documents">The bytes of .docx files.</param>
    /// <param name="cancellationToken">Ends LibreOffice when cancelled.</param>
    /// <returns>A count for each document; null where LibreOffice cannot open it.</returns>
    /// <exception cref="TimeoutException">It took longer than the limit and was ended.</exception>
    public async Task<int?[]> CountPagesAsync(IReadOnlyList<ReadOnlyMemory<byte>> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var pages = new int?[documents.Count];
        if (documents.Count > 0)
        {
            await ConvertAsync(documents, (index, pdf) => pages[index] = Pages(pdf), cancellationToken);
        }

        return pages;
    }

    /// <summary>Ends the waiting of others; no document may be under way.</summary>
    public void Dispose() => _turn.Dispose();

    // LibreOffice writes its page objects in plain sight, never inside compressed object streams.
    private static int? Pages(byte[] pdf) => PageObjects().Count(Encoding.Latin1.GetString(pdf)) is > 0 and var count ? count : null;

    private async Task<string> ConvertAsync(IReadOnlyList<ReadOnlyMemory<byte>> documents, Action<int, byte[]> take, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);

        // A profile of its own: two runs on one profile wait for each other or fail.
        var folder = Directory.CreateTempSubdirectory("cadredocs-print-").FullName;
        try
        {
            var names = Enumerable.Range(0, documents.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)).ToList();
            for (var i = 0; i < documents.Count; i++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, names[i] + ".docx"), documents[i], cancellationToken);
            }

            var said = await RunAsync(folder, names, cancellationToken);
            for (var i = 0; i < documents.Count; i++)
            {
                var pdf = Path.Combine(folder, names[i] + ".pdf");
                if (File.Exists(pdf))
                {
                    take(i, await File.ReadAllBytesAsync(pdf, cancellationToken));
                }
            }

            return said;
        }
        finally
        {
            _turn.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> RunAsync(string folder, List<string> names, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        var profile = new Uri(Path.Combine(folder, "profile"));
        foreach (var argument in new[] { "--headless", "--norestore", $"-env:UserInstallation={profile}", "--convert-to", KeepBlankPages, "--outdir", folder }.Concat(names.Select(name => name + ".docx")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice did not start.");
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter((limit ?? TimeSpan.FromMinutes(2)) + (names.Count * TimeSpan.FromSeconds(2)));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timer.Token);
            var errors = process.StandardError.ReadToEndAsync(timer.Token);
            await process.WaitForExitAsync(timer.Token);
            var (said, complained) = (await output, await errors);
            return string.Create(CultureInfo.InvariantCulture, $"{process.ExitCode} {said} {complained}");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("LibreOffice took too long.", exception);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageObjects();
}
