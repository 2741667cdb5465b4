using System.Diagnostics;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>Documents that a program that is not ours saved again. Skipped where the program is not installed.</summary>
public class StrangerEditorTests
{
    [Fact]
    public async Task All_samples_read_back_the_same_after_LibreOffice_saved_them()
    {
        var office = FindProgram("soffice");
        Assert.SkipWhen(office is null, "LibreOffice (soffice) is not installed; install libreoffice-writer to run this test.");
        var folder = Directory.CreateTempSubdirectory("cadredocs-lo-");
        try
        {
            var forms = OfficialForms.Catalog.Forms.Where(form => form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form).ToList();
            var samples = forms.ToDictionary(form => form.Id, form => OfficialForms.RenderSample(form.Id));
            foreach (var (id, (_, document)) in samples)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{id}.docx"), document, TestContext.Current.CancellationToken);
            }

            var saved = folder.CreateSubdirectory("saved").FullName;
            await RunAsync(office, ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "docx", "--outdir", saved, .. samples.Keys.Select(id => Path.Combine(folder.FullName, $"{id}.docx"))]);
            foreach (var form in forms)
            {
                var file = await File.ReadAllBytesAsync(Path.Combine(saved, $"{form.Id}.docx"), TestContext.Current.CancellationToken);
                var read = OfficialForms.Catalog.Read(file, "saved.docx");
                Assert.Equal(form.Id, read.Identity?.FormId);
                OfficialForms.AssertSame(form, samples[form.Id].Data, read.Data);
                Assert.Contains(read.NotUnderstood, notice => notice.Code == "tags-lost");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_python_docx_filled_is_read()
    {
        var python = FindPython();
        Assert.SkipWhen(python is null, "No python3 with the package docx is installed; install python3-docx to run this test.");
        var folder = Directory.CreateTempSubdirectory("cadredocs-py-");
        try
        {
            var path = Path.Combine(folder.FullName, "reflection.docx");
            await File.WriteAllBytesAsync(path, OfficialForms.Render("reflection", new FormData { ["name"] = "王芳" }), TestContext.Current.CancellationToken);
            const string Script = """
                import sys, docx, copy
                from docx.oxml.ns import qn
                document = docx.Document(sys.argv[1])
                for control in document.element.body.iter(qn('w:sdt')):
                    tag = control.find(qn('w:sdtPr')).find(qn('w:tag')).get(qn('w:val'))
                    content = control.find(qn('w:sdtContent'))
                    if tag == 'topic':
                        next(content.iter(qn('w:t'))).text = '读书的方法'
                    if tag == 'insight':
                        paragraph = content.find(qn('w:p'))
                        next(paragraph.iter(qn('w:t'))).text = '第一段'
                        second = copy.deepcopy(paragraph)
                        next(second.iter(qn('w:t'))).text = '第二段'
                        paragraph.addnext(second)
                document.save(sys.argv[1])
                """;
            await RunAsync(python, ["-c", Script, path]);
            var read = OfficialForms.Catalog.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "reflection.docx");
            Assert.Equal(("王芳", "读书的方法", "第一段\n第二段"), (read.Data["name"], read.Data["topic"], read.Data["insight"]));
            Assert.Equal("r-1", read.Identity?.RecordId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? FindProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static string? FindPython()
    {
        foreach (var python in new[] { "/usr/bin/python3", FindProgram("python3") })
        {
            if (python is not null && File.Exists(python))
            {
                using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import docx"]) { RedirectStandardError = true, UseShellExecute = false });
                process!.WaitForExit();
                if (process.ExitCode == 0)
                {
                    return python;
                }
            }
        }

        return null;
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await output}{await error}");
    }
}
