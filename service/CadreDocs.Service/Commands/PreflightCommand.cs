using System.CommandLine;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Commands;

/// <summary><c>preflight</c>: which characters of a model the fonts cannot draw, before anything is printed.</summary>
internal static class PreflightCommand
{
    public static Command Make()
    {
        var form = new Argument<string>("form-id") { Description = "表的编号 / Id of the form" };
        var model = new Option<FileInfo?>("--model", "-m") { Description = "JSON：{globals, data}；省略时用示例 / JSON with data; the form's sample if left out" };
        var body = new Option<string>("--body") { Description = "正文字体 / Face of values", DefaultValueFactory = _ => "仿宋" };
        var symbols = new Option<string>("--symbols") { Description = "符号字体 / Face of attendance marks", DefaultValueFactory = _ => "宋体" };
        var fallback = new Option<string[]>("--fallback") { Description = "替换字体，可多次 / Faces that step in, in order", DefaultValueFactory = _ => ["宋体", "宋体-ExtB"] };
        var file = new Option<string[]>("--font-file") { Description = "字体文件：名称=路径 / Font file: name=path; tested instead of what the name stands for" };
        var templates = Tool.Templates();
        var command = new Command("preflight", "打印前检查字体 / Tests fonts before printing") { form, model, body, symbols, fallback, file, templates };
        command.SetAction(parsed => Tool.Guard(() =>
        {
            var files = (parsed.GetValue(file) ?? []).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
                .ToDictionary(pair => pair[0], pair => FontFile.Read(File.ReadAllBytes(pair[1])), StringComparer.Ordinal);
            FontCoverage Face(string name) => files.TryGetValue(name, out var font) ? FontCoverage.OfFile(name, font) : FontCoverage.ByName(name);
            var plan = new FontPlan(Face(parsed.GetValue(body)!), Face(parsed.GetValue(symbols)!), "Times New Roman", parsed.GetValue(fallback)!.Select(Face).ToList());
            return Check(Path.Combine(Tool.FormsFolder(parsed.GetValue(templates)!), parsed.GetValue(form)!), parsed.GetValue(model), plan);
        }));
        return command;
    }

    private static int Check(string folder, FileInfo? model, FontPlan plan)
    {
        var (form, faults) = FormDefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "form.yaml")), "form.yaml");
        faults.ToList().ForEach(Tool.Tell);
        if (form is null)
        {
            return 1;
        }

        var json = JsonNode.Parse(File.ReadAllText(model?.FullName ?? Path.Combine(folder, "sample.json"))) as JsonObject ?? [];
        var gaps = FontPreflight.Check(form, FormData.FromJson(json["data"] as JsonObject ?? json), plan);
        foreach (var gap in gaps)
        {
            Tool.Tell(gap.ToFault());
        }

        var missing = gaps.Count(gap => gap.Fallback is null);
        Console.WriteLine(gaps.Count == 0 ? "没有问题 / no gap" : $"替换 {gaps.Count - missing}，缺字 {missing} / {gaps.Count - missing} replaced, {missing} missing");
        return missing == 0 ? 0 : 1;
    }
}
