using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Scheme;
using Scriban;
using Scriban.Syntax;

namespace CadreDocs.Service.Commands;

/// <summary><c>script</c>: runs one Scriban file under the limits of the service.</summary>
internal static class ScriptCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "Scriban 文件 / The Scriban file" };
        var model = new Option<FileInfo?>("--model", "-m") { Description = "JSON 对象，成员即变量 / JSON object whose members are the variables" };
        var command = new Command("script", "运行一个 Scriban 文件 / Runs a Scriban file") { file, model };
        command.SetAction(parsed => Tool.Guard(() => Run(parsed.GetValue(file)!, parsed.GetValue(model))));
        return command;
    }

    private static int Run(FileInfo file, FileInfo? model)
    {
        var globals = model is null ? [] : JsonNode.Parse(File.ReadAllText(model.FullName)) as JsonObject
            ?? throw new InvalidOperationException($"{model.Name}: 应为一个 JSON 对象 / must be a JSON object");
        var text = File.ReadAllText(file.FullName);
        var template = Template.Parse(text, file.Name);
        if (template.Messages.Count > 0)
        {
            Console.Error.WriteLine(ScriptErrors.Format(text, template.Messages, CultureInfo.CurrentUICulture));
        }

        if (template.HasErrors)
        {
            return 1;
        }

        try
        {
            Console.Out.Write(template.Render(Scripts.Context(globals)));
            return 0;
        }
        catch (ScriptRuntimeException cause)
        {
            Console.Error.WriteLine(ScriptErrors.Format(text, file.Name, cause, CultureInfo.CurrentUICulture));
            return 1;
        }
    }
}
