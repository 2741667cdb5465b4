using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>LibreOffice as the stranger's editor and printer, with a profile of its own.</summary>
internal static partial class LibreOffice
{
    /// <summary>The program, or null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>Converts all files of one extension in a folder, in one run.</summary>
    public static async Task ConvertAsync(string folder, string filter, string outFolder, params string[] files)
    {
        var start = new ProcessStartInfo(Program!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in new[] { "--headless", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--convert-to", filter, "--outdir", outFolder }.Concat(files))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"LibreOffice ended with {process.ExitCode}: {await output} {await errors}");
    }

    /// <summary>Pages of a PDF that LibreOffice wrote: its page objects stand in plain sight.</summary>
    public static int Pages(string pdf) => PageObjects().Count(File.ReadAllText(pdf, Encoding.Latin1));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageObjects();
}
