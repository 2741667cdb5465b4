using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>What can be wrong with a template, each as a sentence for the officer who edits it in Word.</summary>
internal static class TemplateFaults
{
    public static Fault NoBody(string part) => new(
        "template-empty",
        "模板没有正文。请用 Word 打开检查，或用 cadredocs scaffold 重新生成。",
        "The template has no body. Open it in Word, or make it anew with cadredocs scaffold.",
        part);

    public static Fault Prefix(string part) => new(
        "template-prefix",
        $"{part} 不是用 Word 习惯的写法（w: 前缀）保存的。请在 Word 中打开并另存为普通 .docx（不要选“严格”格式）。",
        $"{part} is not written with Word's usual w: prefix. Open it in Word and save it as a plain .docx (not the strict kind).",
        part);

    public static Fault UnknownTag(string part, string tag, int paragraph, IEnumerable<string> known) => new(
        "unknown-tag",
        Text($"第 {paragraph} 段的内容控件标记“{tag}”不是本表的字段。可用的标记：{string.Join("、", known)}。"),
        Text($"The content control in paragraph {paragraph} has the tag '{tag}', which is no field of this form. Known tags: {string.Join(", ", known)}."),
        part, tag, Paragraph: paragraph);

    public static Fault MissingTag(string part, string tag, string label) => new(
        "missing-tag",
        $"模板中没有标记为“{tag}”（{label}）的内容控件。请在该格中插入内容控件，并把标记设为“{tag}”。",
        $"The template has no content control with the tag '{tag}' ({label}). Insert one in its cell and set its tag to '{tag}'.",
        part, tag);

    public static Fault DuplicateTag(string part, string tag, int paragraph) => new(
        "duplicate-tag",
        Text($"第 {paragraph} 段又出现了标记“{tag}”。每个字段只能有一个内容控件。"),
        Text($"The tag '{tag}' occurs again in paragraph {paragraph}. A field has one content control only."),
        part, tag, Paragraph: paragraph);

    public static Fault OutsideRow(string part, string tag, int paragraph) => new(
        "tag-outside-row",
        Text($"第 {paragraph} 段的“{tag}”应当与同组字段放在表格的同一行。"),
        Text($"'{tag}' in paragraph {paragraph} must stand in the same table row as the other fields of its section."),
        part, tag, Paragraph: paragraph);

    public static Fault RowTwice(string part, string section) => new(
        "row-twice",
        $"“{section}”的重复行在模板中出现了两次。模板只放一行，系统会自动补足行数。",
        $"The repeating row of '{section}' stands twice in the template. Keep one; the engine adds the others.",
        part, section);

    public static Fault InkControl(string part, string tag, int paragraph) => new(
        "ink-control",
        Text($"第 {paragraph} 段的“{tag}”是手写签名处，不能放内容控件。请删去控件。"),
        Text($"'{tag}' in paragraph {paragraph} is a place for ink and takes no content control. Remove the control."),
        part, tag, Paragraph: paragraph);

    public static Fault ControlShape(string part, string tag, int paragraph) => new(
        "control-shape",
        Text($"第 {paragraph} 段的内容控件“{tag}”包住了整个单元格或整行，或者里面没有文字。请把控件放在单元格里面。"),
        Text($"The content control '{tag}' in paragraph {paragraph} is wrapped around a cell or row, or holds no text. Put it inside the cell."),
        part, tag, Paragraph: paragraph);

    public static Fault CodeShape(string part, int paragraph) => new(
        "control-shape",
        Text($"第 {paragraph} 段附近的内容码控件包住了整个段落，或者里面没有文字。请把它放在段落里面，写上“内容码”三个字。"),
        Text($"The control of the content code near paragraph {paragraph} is wrapped around a paragraph, or holds no text. Put it inside the paragraph with the words 内容码."),
        part, ContentCodeControl.Tag, Paragraph: paragraph);

    public static Fault SeveralSections(string part) => new(
        "several-sections",
        "带重复行的模板只能有一种页面设置（一节）。请删去分节符。",
        "A template with repeating rows can have one page set-up (section) only. Remove the section breaks.",
        part);

    public static Fault Embedded(string part, int paragraph) => new(
        "template-embedded",
        Text($"第 {paragraph} 段附近嵌入了其他文件或对象，模板中不允许。请删去。"),
        Text($"Near paragraph {paragraph} another file or object is embedded, which templates may not have. Remove it."),
        part, Paragraph: paragraph);

    public static Fault ScriptOpen(string part, int paragraph) => new(
        "script-open",
        Text($"第 {paragraph} 段有“{{{{”而没有“}}}}”。一个表达式必须在同一段内写完。"),
        Text($"Paragraph {paragraph} has '{{{{' without '}}}}'. An expression must end in its paragraph."),
        part, Paragraph: paragraph);

    public static Fault ScriptSyntax(string part, int paragraph, string code, string message) => new(
        "script-syntax",
        Text($"第 {paragraph} 段的表达式“{code}”写法有误：{message}"),
        Text($"The expression '{code}' in paragraph {paragraph} is wrong: {message}"),
        part, Paragraph: paragraph);

    public static Fault NotWord(string part) => new(
        "template-kind",
        "document.docx 不是 Word 文档。请另存为 .docx。",
        "document.docx is no Word document. Save it as .docx.",
        part);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
