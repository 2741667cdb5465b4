using System.CommandLine;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Service.Commands;

/// <summary><c>scaffold</c>: a first Word template from form.yaml, to be made beautiful in Word.</summary>
internal static class ScaffoldCommand
{
    public static Command Make()
    {
        var form = new Argument<string[]>("form-ids") { Description = "表的编号；省略时为所有缺少模板的表 / Ids of forms; all without a template if left out", Arity = ArgumentArity.ZeroOrMore };
        var force = new Option<bool>("--force") { Description = "覆盖已有的 document.docx / Overwrite an existing document.docx" };
        var templates = Tool.Templates();
        var command = new Command("scaffold", "由 form.yaml 生成初始模板 / Makes a first template from form.yaml") { form, force, templates };
        command.SetAction(parsed => Tool.Guard(() => Scaffold(parsed.GetValue(form)!, parsed.GetValue(force), Tool.FormsFolder(parsed.GetValue(templates)!))));
        return command;
    }

    private static int Scaffold(string[] ids, bool force, string folder)
    {
        var refused = 0;
        foreach (var id in ids.Length > 0 ? ids : Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray())
        {
            var yaml = Path.Combine(folder, id, "form.yaml");
            var target = Path.Combine(folder, id, "document.docx");
            if (!File.Exists(yaml))
            {
                refused += Tool.Refuse($"没有 {id}/form.yaml。", $"There is no {id}/form.yaml.");
                continue;
            }

            var text = File.ReadAllText(yaml);
            var (form, faults) = FormDefinitionReader.Read(text, yaml);
            faults.ToList().ForEach(Tool.Tell);
            if (form is null)
            {
                refused++;
            }
            else if (File.Exists(target) && !force)
            {
                if (ids.Length > 0)
                {
                    refused += Tool.Refuse($"{id} 已有 document.docx；要覆盖请加 --force。", $"{id} has a document.docx; --force overwrites it.");
                }
            }
            else if (!form.UploadOnly)
            {
                File.WriteAllBytes(target, DocumentScaffolder.Scaffold(form, LayoutReader.Read(text)));
                Console.WriteLine($"{id}/document.docx");
            }
        }

        return refused == 0 ? 0 : 1;
    }
}
