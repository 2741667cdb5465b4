using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>What an empty control shows; never a value (R70).</summary>
internal sealed class FieldPrompts
{
    // What Word and WPS put into a control whose own prompt they lost.
    private static readonly HashSet<string> Editors = new(StringComparer.Ordinal)
    {
        "单击或点击此处输入文字。", "单击此处输入文字。", "单击或点击此处输入日期。", "Click or tap here to enter text.", "Click here to enter text.",
        "Click or tap to enter a date.", "选择一项。", "Choose an item.",
    };

    private readonly Dictionary<FormField, string> _prompts = new(ReferenceEqualityComparer.Instance);

    // Labels of the ink places behind one another, as they stand under the last field of a sheet: never a value of that field.
    private readonly string _ink;

    public FieldPrompts(FormFields fields, MarkupTree template)
    {
        _ink = ValueReader.Squeeze(string.Concat(fields.Form.Fields.Where(field => field.Ink).Select(field => field.Label)));
        var text = new ContentText(template);
        for (var node = 0; node < template.Count; node++)
        {
            if (template.Name(node) == WordName.Sdt
                && Controls.Tag(template, node) is { } tag
                && fields.Find(tag) is { Field: { } field }
                && template.Child(node, WordName.SdtContent) is var content and >= 0)
            {
                _prompts[field] = text.Read(content);
            }
        }
    }

    /// <summary>True where the text is no value: empty, the field's prompt, or an editor's own.</summary>
    public bool IsPrompt(FormField field, string text) =>
        text is "" or ScaffoldText.BlankPrompt
        || text == _prompts.GetValueOrDefault(field)
        || text == field.Prompt
        || Editors.Contains(text)
        || (_ink.Length > 0 && ValueReader.Squeeze(text) == _ink)
        || (text.StartsWith("请填写", StringComparison.Ordinal) && text.AsSpan(3).SequenceEqual(field.Label));

    /// <summary>The prompt as the template shows it; empty where it has none.</summary>
    public string Of(FormField field) => _prompts.GetValueOrDefault(field, "");
}
