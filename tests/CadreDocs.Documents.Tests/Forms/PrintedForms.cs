using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>Every form blank, blank for paper, filled and overfull, printed to PDF and saved again by LibreOffice; made once for all tests that look at it.</summary>
/// <remarks>The folder is kept for the eye where the variable CADREDOCS_KEEP names one.</remarks>
public sealed class PrintedForms : IAsyncLifetime
{
    private readonly string? _kept = Environment.GetEnvironmentVariable("CADREDOCS_KEEP");
    private string _folder = "";

    public async ValueTask InitializeAsync()
    {
        if (LibreOffice.Program is null)
        {
            return;
        }

        _folder = _kept ?? Directory.CreateTempSubdirectory("cadredocs-forms-").FullName;
        Directory.CreateDirectory(_folder);
        var files = new List<string>();
        foreach (var form in OfficialForms.Catalog.Forms.Where(form => form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form.Id))
        {
            foreach (var (state, bytes) in new[] { ("blank", FilledForms.Blank(form)), ("paper", FilledForms.BlankForPaper(form)), ("filled", FilledForms.Sample(form)), ("overfull", FilledForms.Overfull(form)) })
            {
                files.Add($"{form}-{state}.docx");
                await File.WriteAllBytesAsync(Path.Combine(_folder, files[^1]), bytes);
            }
        }

        await LibreOffice.ConvertAsync(_folder, "pdf", _folder, [.. files]);
        await LibreOffice.ConvertAsync(_folder, "docx", Path.Combine(_folder, "resaved"), [.. files]);
    }

    public ValueTask DisposeAsync()
    {
        if (_folder.Length > 0 && _kept is null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Pages on paper of a form in a state (blank, paper, filled, overfull).</summary>
    public int Pages(string form, string state) => LibreOffice.Pages(Path.Combine(_folder, $"{form}-{state}.pdf"));

    /// <summary>The document after LibreOffice saved it.</summary>
    public byte[] Resaved(string form, string state) => File.ReadAllBytes(Path.Combine(_folder, "resaved", $"{form}-{state}.docx"));
}
