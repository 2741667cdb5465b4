using System.Buffers;
using System.CommandLine;
using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Commands;

/// <summary><c>render</c>: one document from a model.</summary>
internal static class RenderCommand
{
    public static Command Make()
    {
        var form = new Argument<string>("form-id") { Description = "表的编号，如 reflection / Id of the form" };
        var model = new Option<FileInfo?>("--model", "-m") { Description = "JSON：{globals, data}；省略时用模板自带的示例 / JSON with globals and data; the form's sample if left out" };
        var output = new Option<FileInfo>("--out", "-o") { Description = "输出文件，.docx 或 .xlsx / Output, .docx or .xlsx", Required = true };
        var paper = new Option<bool>("--paper") { Description = "打印或手填用，空格处不印填写提示 / For print or filling by hand: empty places show no prompt" };
        var templates = Tool.Templates();
        var command = new Command("render", "生成一份文件 / Makes one document") { form, model, output, paper, templates };
        command.SetAction(parsed => Tool.Guard(() => Render(
            parsed.GetValue(form)!, parsed.GetValue(model), parsed.GetValue(output)!, parsed.GetValue(paper), Tool.FormsFolder(parsed.GetValue(templates)!))));
        return command;
    }

    private static int Render(string formId, FileInfo? model, FileInfo output, bool forPaper, string folder)
    {
        var catalog = FormCatalog.Load(folder);
        if (catalog.Find(formId) is not { } template)
        {
            return Tool.Refuse($"没有可用的表“{formId}”。用 forms 列出所有表，用 check 查看模板问题。", $"No usable form '{formId}'. 'forms' lists all, 'check' shows faults of templates.");
        }

        var kind = string.Equals(output.Extension, ".xlsx", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Excel : DocumentKind.Word;
        if (!template.Kinds.Contains(kind))
        {
            return Tool.Refuse($"《{template.Form.Title}》没有 {output.Extension} 模板。", $"The form '{formId}' has no {output.Extension} template.");
        }

        var json = JsonNode.Parse(File.ReadAllText(model?.FullName ?? Path.Combine(folder, formId, "sample.json"))) as JsonObject ?? [];
        var data = FormData.FromJson(json["data"] as JsonObject ?? json);
        var globals = (json["globals"] as JsonObject)?.DeepClone().AsObject() ?? [];
        var version = (string?)globals["scheme"]?["version"] ?? "";
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        template.Render(kind, new DocumentRequest(data, globals, new DocumentIdentity(formId, version, "", 0, (string?)globals["code"] ?? "")) { ForPaper = forPaper, Fonts = FontPlan.Windows }, buffer);
        output.Directory?.Create();
        File.WriteAllBytes(output.FullName, buffer.WrittenSpan);
        return 0;
    }
}
