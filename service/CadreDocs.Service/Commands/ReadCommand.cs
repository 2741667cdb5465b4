using System.CommandLine;
using System.Text.Json.Nodes;
using CadreDocs.Documents;

namespace CadreDocs.Service.Commands;

/// <summary><c>read</c>: what a filled document holds, as JSON.</summary>
internal static class ReadCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "填好的 .docx 或 .xlsx / A filled .docx or .xlsx" };
        var form = new Option<string?>("--form", "-f") { Description = "文件自己没有标明时按此表读取 / Form to read it as where the file does not say" };
        var templates = Tool.Templates();
        var command = new Command("read", "读取一份文件 / Reads a filled document") { file, form, templates };
        command.SetAction(parsed => Tool.Guard(() => Read(parsed.GetValue(file)!, parsed.GetValue(form), Tool.FormsFolder(parsed.GetValue(templates)!))));
        return command;
    }

    private static int Read(FileInfo file, string? expected, string folder)
    {
        var result = FormCatalog.Load(folder).Read(File.ReadAllBytes(file.FullName), file.Name, expected);
        if (result.Form is null || result.Faults.Count > 0)
        {
            result.Faults.ToList().ForEach(Tool.Tell);
            return 1;
        }

        var identity = result.Identity;
        var json = new JsonObject
        {
            ["form"] = result.Form.Id,
            ["record"] = identity?.RecordId,
            ["version"] = identity?.RecordVersion,
            ["code"] = identity?.ContentCode,
            ["data"] = result.Data.ToJson(result.Form),
        };
        Console.WriteLine(json.ToJsonString(Tool.Json));
        result.NotUnderstood.ToList().ForEach(Tool.Tell);
        return 0;
    }
}
