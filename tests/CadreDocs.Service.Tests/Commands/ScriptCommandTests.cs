using System.Diagnostics;

namespace CadreDocs.Service.Tests.Commands;

public sealed class ScriptCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-script-").FullName;

    [Fact]
    public async Task Prints_the_result_for_the_model()
    {
        var (code, output, _) = await Run("{{ school.name }} {{ year + 1 }}", """{"school":{"name":"青禾小学"},"year":2024}""");

        Assert.Equal((0, "青禾小学 2025"), (code, output));
    }

    [Fact]
    public async Task A_fault_of_the_text_is_shown_with_its_line_and_carets()
    {
        var (code, output, errors) = await Run("一\n{{ for x in }}\n", "{}");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("{{ for x in }}", errors, StringComparison.Ordinal);
        Assert.Contains("^", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_run_is_shown_with_its_line_and_carets()
    {
        var (code, _, errors) = await Run("一\n{{ nothing.here }}\n", "{}");

        Assert.Equal(1, code);
        Assert.Contains("{{ nothing.here }}", errors, StringComparison.Ordinal);
        Assert.Contains("^", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Errors)> Run(string script, string model)
    {
        var file = Path.Combine(_folder, "a.sbn");
        var data = Path.Combine(_folder, "x.json");
        await File.WriteAllTextAsync(file, script, Api.Cancel);
        await File.WriteAllTextAsync(data, model, Api.Cancel);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "script", file, "--model", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Api.Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Api.Cancel);
        await process.WaitForExitAsync(Api.Cancel);
        return (process.ExitCode, (await output).TrimEnd('\n'), errors);
    }
}
