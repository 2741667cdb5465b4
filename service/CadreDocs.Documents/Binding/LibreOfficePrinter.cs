using System.Diagnostics;

namespace CadreDocs.Documents.Binding;

/// <summary>Prints a Word document to PDF with a LibreOffice on this machine. Page numbers of a 目录 come out computed.</summary>
/// <param name="program">Path of <c>soffice</c>; see <see cref="Find"/>.</param>
/// <param name="limit">Longest time for one document; default two minutes.</param>
public sealed class LibreOfficePrinter(string program, TimeSpan? limit = null)
{
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
        // A profile of its own: two runs on one profile wait for each other or fail.
        var folder = Directory.CreateTempSubdirectory("cadredocs-print-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "document.docx"), document, cancellationToken);
            var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
            var profile = new Uri(Path.Combine(folder, "profile"));
            foreach (var argument in new[] { "--headless", "--norestore", $"-env:UserInstallation={profile}", "--convert-to", KeepBlankPages, "--outdir", folder, "document.docx" })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice did not start.");
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timer.CancelAfter(limit ?? TimeSpan.FromMinutes(2));
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(timer.Token);
                var errors = process.StandardError.ReadToEndAsync(timer.Token);
                await process.WaitForExitAsync(timer.Token);
                var pdf = Path.Combine(folder, "document.pdf");
                return process.ExitCode == 0 && File.Exists(pdf)
                    ? await File.ReadAllBytesAsync(pdf, cancellationToken)
                    : throw new InvalidOperationException($"LibreOffice ended with {process.ExitCode}: {await output} {await errors}");
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("LibreOffice took too long for one document.", exception);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
