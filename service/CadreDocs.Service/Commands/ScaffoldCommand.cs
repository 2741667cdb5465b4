using System.CommandLine;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Service.Commands;

/// <summary><c>scaffold</c>: a first Word or Excel template from form.yaml, to be made beautiful in Word or Excel.</summary>
internal static class ScaffoldCommand
{
    public static Command Make()
    {
        var form = new Argument<string[]>("form-ids") { Description = "表的编号；省略时为所有缺少模板的表 / Ids of forms; all without a template if left out", Arity = ArgumentArity.ZeroOrMore };
        var force = new Option<bool>("--force") { Description = "覆盖已有的模板 / Overwrite an existing template" };
        var excel = new Option<bool>("--excel") { Description = "生成 workbook.xlsx 而不是 document.docx（有重复行的表） / Make workbook.xlsx instead of document.docx, for a form with rows" };
        var templates = Tool.Templates();
        var command = new Command("scaffold", "由 form.yaml 生成初始模板 / Makes a first template from form.yaml") { form, force, excel, templates };
        command.SetAction(parsed => Tool.Guard(() => Scaffold(
            parsed.GetValue(form)!, parsed.GetValue(force), parsed.GetValue(excel), Tool.FormsFolder(parsed.GetValue(templates)!))));
        return command;
    }

    private static int Scaffold(string[] ids, bool force, bool excel, string folder)
    {
        var name = excel ? "workbook.xlsx" : "document.docx";
        var refused = 0;
        foreach (var id in ids.Length > 0 ? ids : Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray())
        {
            var yaml = Path.Combine(folder, id, "form.yaml");
            var target = Path.Combine(folder, id, name);
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
                    refused += Tool.Refuse($"{id} 已有 {name}；要覆盖请加 --force。", $"{id} has a {name}; --force overwrites it.");
                }
            }
            else if (excel && form.Sections.Count == 0)
            {
                if (ids.Length > 0)
                {
                    refused += Tool.Refuse($"{id} 没有重复行，不适合 Excel。", $"{id} has no rows and makes no workbook.");
                }
            }
            else if (!form.UploadOnly)
            {
                var layout = LayoutReader.Read(text);
                File.WriteAllBytes(target, excel ? WorkbookScaffolder.Scaffold(form, layout) : DocumentScaffolder.Scaffold(form, layout));
                Console.WriteLine($"{id}/{name}");
            }
        }

        return refused == 0 ? 0 : 1;
    }
}
