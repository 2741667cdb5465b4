using System.CommandLine;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Commands;

/// <summary><c>forms</c>: lists the forms.</summary>
internal static class FormsCommand
{
    public static Command Make()
    {
        var templates = Tool.Templates();
        var command = new Command("forms", "列出所有表 / Lists all forms") { templates };
        command.SetAction(parsed => Tool.Guard(() => List(parsed.GetValue(templates)!)));
        return command;
    }

    private static int List(DirectoryInfo templates)
    {
        var faulty = false;
        var forms = new List<(FormDefinition Form, string Kinds)>();
        foreach (var folder in Directory.GetDirectories(Tool.FormsFolder(templates)))
        {
            var file = Path.Combine(folder, "form.yaml");
            var (form, faults) = FormDefinitionReader.Read(File.ReadAllText(file), file);
            if (form is null)
            {
                faults.ToList().ForEach(Tool.Tell);
                faulty = true;
                continue;
            }

            string[] kinds = [File.Exists(Path.Combine(folder, "document.docx")) ? "docx" : "", File.Exists(Path.Combine(folder, "workbook.xlsx")) ? "xlsx" : ""];
            forms.Add((form, string.Join('+', kinds.Where(kind => kind.Length > 0))));
        }

        foreach (var (form, kinds) in forms.OrderBy(item => item.Form.Portfolio).ThenBy(item => item.Form.Item).ThenBy(item => item.Form.Sheet, StringComparer.Ordinal))
        {
            Console.WriteLine($"{form.Id,-19} {form.Sheet ?? "—",-5} {form.Portfolio,-9}{form.Item,2}  {kinds,-10} {form.Title} / {form.TitleEn}");
        }

        return faulty ? 1 : 0;
    }
}
