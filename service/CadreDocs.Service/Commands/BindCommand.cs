using System.CommandLine;
using CadreDocs.Documents.Binding;

namespace CadreDocs.Service.Commands;

/// <summary><c>bind</c>: papers become one document with cover and 目录, in the order of their names, as they lie in the library.</summary>
internal static class BindCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "一个干部或学校的文件夹 / The folder of a cadre or a school" };
        var title = new Option<string>("--title") { Description = "封面标题 / Title on the cover", DefaultValueFactory = _ => "干部自培档案" };
        var line = new Option<string[]>("--line") { Description = "封面文字，可多次 / Further lines of the cover" };
        var single = new Option<bool>("--single-sided") { Description = "单面打印 / Not for duplex printing" };
        var output = new Option<FileInfo>("--out", "-o") { Description = "输出 .docx 或 .pdf / Output, .docx or .pdf (with LibreOffice)", Required = true };
        var command = new Command("bind", "装订成册 / Binds papers into one document") { folder, title, line, single, output };
        command.SetAction((parsed, cancellationToken) => BindAsync(
            parsed.GetValue(folder)!,
            new BinderRequest(parsed.GetValue(title)!, parsed.GetValue(line) ?? [], []) { Duplex = !parsed.GetValue(single) },
            parsed.GetValue(output)!,
            cancellationToken));
        return command;
    }

    private static async Task<int> BindAsync(DirectoryInfo folder, BinderRequest request, FileInfo output, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            return Tool.Refuse($"没有文件夹“{folder.FullName}”。", $"There is no folder '{folder.FullName}'.");
        }

        var isPdf = output.Extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase);
        var program = LibreOfficePrinter.Find();
        if (isPdf && program is null)
        {
            return Tool.Refuse("本机没有 LibreOffice，请输出 .docx 后在 Word 中打印。", "LibreOffice is not installed here; write a .docx and print it from Word.");
        }

        var entries = folder.EnumerateFiles().OrderBy(file => Number(file.Name)).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file =>
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            return new BinderEntry(name, [AttachedPaper.Of(name, file.Name, IsBound(file) ? File.ReadAllBytes(file.FullName) : default, request.Fonts)]);
        }).ToList();
        using var printer = program is null ? null : new LibreOfficePrinter(program);
        request = request with { Entries = entries };
        var result = DocumentBinder.Bind(printer is null ? request : await new PageCounter(printer).CountAsync(request, cancellationToken));
        result.Faults.ToList().ForEach(Tool.Tell);
        if (result.Document is not { } document)
        {
            return 1;
        }

        var bytes = isPdf ? await printer!.PrintAsync(document, cancellationToken) : document;
        await File.WriteAllBytesAsync(output.FullName, bytes, cancellationToken);
        Console.WriteLine($"{output.Name}: {entries.Count}");
        return 0;
    }

    /// <summary>True for what is printed in the binder; all else is only named there.</summary>
    private static bool IsBound(FileInfo file) =>
        file.Extension.ToUpperInvariant() is ".DOCX" or ".PNG" or ".JPG" or ".JPEG" && file.Length <= Portfolios.BinderFiles.MaxFileBytes;

    /// <summary>The item's number that a file's name begins with; names without one come last.</summary>
    private static int Number(string name)
    {
        var digits = name.TakeWhile(char.IsAsciiDigit).Take(4).ToArray();
        return digits.Length == 0 ? int.MaxValue : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
