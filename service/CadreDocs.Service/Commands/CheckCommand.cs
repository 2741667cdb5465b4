using System.CommandLine;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Commands;

/// <summary><c>check</c>: faults of templates and documents, all at once.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var paths = new Argument<FileSystemInfo[]>("paths")
        {
            Description = "模板文件夹或 .docx、.xlsx 文件；省略时检查全部模板 / Templates folders or documents; all templates if left out",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var templates = Tool.Templates();
        var command = new Command("check", "检查模板和文件 / Checks templates and documents") { paths, templates };
        command.SetAction(parsed => Tool.Guard(() => Check(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [parsed.GetValue(templates)!])));
        return command;
    }

    // A version's folder is checked whole: what scheme.yaml says, then the templates of its forms. A fault of a form.yaml is found by both.
    private static List<Fault> Folder(DirectoryInfo folder)
    {
        var forms = Tool.FormsFolder(folder);
        var scheme = Path.Combine(Path.GetDirectoryName(forms)!, "scheme.yaml");
        var faults = File.Exists(scheme) && folder.Name != "forms" ? SchemeReader.Read(scheme).Faults.FindAll(fault => fault.Part == scheme) : [];
        return [.. faults, .. DocumentChecker.CheckForms(forms)];
    }

    private static int Check(FileSystemInfo[] paths)
    {
        var count = 0;
        foreach (var path in paths)
        {
            var faults = Directory.Exists(path.FullName) ? Folder(new DirectoryInfo(path.FullName)) : DocumentChecker.CheckDocument(File.ReadAllBytes(path.FullName), path.Name).ToList();
            faults.ForEach(Tool.Tell);
            count += faults.Count;
        }

        Console.WriteLine(count == 0 ? "没有问题 / no fault" : $"{count} 个问题 / {count} faults");
        return count == 0 ? 0 : 1;
    }
}
