using System.CommandLine;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Service.Commands;

/// <summary><c>map</c>: the bureau's own file becomes a form's template, its cells found by their labels or by a mapping file.</summary>
internal static class MapCommand
{
    public static Command Make()
    {
        var form = new Argument<string>("form-id") { Description = "表的编号，如 reflection / Id of the form" };
        var from = new Option<FileInfo>("--from") { Description = "教育局提供的 .docx / The bureau's .docx", Required = true };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "对照文件（YAML） / Mapping file: fields whose labels differ, or cells by position" };
        var output = new Option<FileInfo>("--out", "-o") { Description = "输出的模板 / The template to write", Required = true };
        var templates = Tool.Templates();
        var command = new Command("map", "把官方文件变成模板 / Makes a template from an official file") { form, from, mapping, output, templates };
        command.SetAction(parsed => Tool.Guard(() => Map(
            Path.Combine(Tool.FormsFolder(parsed.GetValue(templates)!), parsed.GetValue(form)!, "form.yaml"),
            parsed.GetValue(from)!, parsed.GetValue(mapping), parsed.GetValue(output)!)));
        return command;
    }

    private static int Map(string yaml, FileInfo from, FileInfo? mapping, FileInfo output)
    {
        var (form, faults) = FormDefinitionReader.Read(File.ReadAllText(yaml), yaml);
        faults.ToList().ForEach(Tool.Tell);
        if (form is null)
        {
            return 1;
        }

        var places = mapping is null ? LabelMapping.None : LabelMapping.Read(File.ReadAllText(mapping.FullName));
        var result = LabelMapper.Map(form, File.ReadAllBytes(from.FullName), places);
        result.Faults.ToList().ForEach(Tool.Tell);
        if (result.Document is null)
        {
            return 1;
        }

        File.WriteAllBytes(output.FullName, result.Document);
        Console.WriteLine($"{output.Name}: {result.Tags.Count}");
        return result.Faults.Count == 0 ? 0 : 1;
    }
}
