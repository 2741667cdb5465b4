using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>What the person who hands in a document should know about how it was read.</summary>
internal static class ReadNotices
{
    public static Fault Normalised(FormField field, string raw, string value) => new(
        "normalised",
        $"“{field.Label}”中的“{raw.Trim()}”按“{value}”处理。",
        $"'{raw.Trim()}' in {Name(field)} was taken as '{value}'.",
        Tag: field.Key);

    public static Fault NotADate(FormField field, string raw) => new(
        "not-a-date",
        $"“{field.Label}”中的“{Short(raw)}”不是日期，没有采用。请写成 2024年3月5日 或 2024年3月。",
        $"'{Short(raw)}' in {Name(field)} is no date and was left out. Write 2024年3月5日 or 2024年3月.",
        Tag: field.Key);

    public static Fault NotANumber(FormField field, string raw) => new(
        "not-a-number",
        $"“{field.Label}”中的“{Short(raw)}”不是数字，没有采用。请只写阿拉伯数字。",
        $"'{Short(raw)}' in {Name(field)} is no number and was left out. Write digits only.",
        Tag: field.Key);

    public static Fault NotAMark(FormField field, string raw) => new(
        "not-a-mark",
        $"“{field.Label}”中的“{Short(raw)}”不是出勤标记，没有采用。只用：√ 出勤、O 缺勤、⊕ 病假、△ 事假。",
        $"'{Short(raw)}' in {Name(field)} is no attendance mark and was left out. Use √, O, ⊕ or △.",
        Tag: field.Key);

    public static Fault NotAChoice(FormField field, string raw) => new(
        "not-a-choice",
        $"“{field.Label}”中的“{Short(raw)}”不在选项中，没有采用。可选：{string.Join("、", field.Choices)}。",
        $"'{Short(raw)}' in {Name(field)} is not offered and was left out. Choose one of: {string.Join(", ", field.Choices)}.",
        Tag: field.Key);

    public static Fault CopiesDiffer(FormField field, string taken, string other) => new(
        "copies-differ",
        $"“{field.Label}”在各页上填写不一致：采用了“{Short(taken)}”，没有采用“{Short(other)}”。",
        $"{Name(field)} differs between the sheets: '{Short(taken)}' was taken, '{Short(other)}' was not.",
        Tag: field.Key);

    public static Fault TagsLost(int count) => new(
        "tags-lost",
        $"文件经其他软件保存后丢失了 {count} 个字段标记，已按表格位置读取，请核对。",
        $"Another program dropped the tags of {count} fields; they were read by their place in the table. Please check them.");

    public static Fault ReadByLabel(int count) => new(
        "read-by-label",
        $"文件不是由本系统生成的，{count} 个字段按旁边的标签读取，请核对。",
        $"The file was not made here; {count} fields were read by the labels beside them. Please check them.");

    public static Fault NotFound(FormField field, string tag) => new(
        "field-not-found",
        $"没有找到“{field.Label}”一栏，该项没有读取。",
        $"{Name(field)} was not found and not read.",
        Tag: tag);

    public static Fault RowAdded(string section, int row) => new(
        "row-added",
        $"“{section}”第 {row} 行是手工插入的，已按列读取，请核对。",
        $"Row {row} of {section} was inserted by hand and read by its columns. Please check it.",
        Tag: section,
        Row: row);

    public static Fault UnknownTag(string tag, string text) => new(
        "unknown-tag",
        $"内容控件“{tag}”不属于本表，其中的“{Short(text)}”没有读取。",
        $"The content control '{tag}' is no field of this form; its text '{Short(text)}' was not read.",
        Tag: tag);

    public static Fault TextOutside(string label, string text) => new(
        "text-outside",
        label.Length == 0 ? $"“{Short(text)}”写在填写栏之外，没有读取。" : $"“{Short(text)}”写在填写栏之外（在“{Short(label)}”处），没有读取。",
        label.Length == 0 ? $"'{Short(text)}' stands outside of the fields and was not read." : $"'{Short(text)}' stands outside of the fields (at '{Short(label)}') and was not read.");

    public static Fault CopiesUndone() => new(
        "copies-undone",
        "LibreOffice 保存时把长文字的首段重复了，读取时已去掉重复。",
        "LibreOffice repeated the first paragraph of long fields when saving; the copies were left out.");

    private static string Name(FormField field) => field.LabelEn ?? field.Key;

    private static string Short(string text) => text.Length <= 30 ? text.Trim() : string.Concat(text.AsSpan(0, 30).Trim(), "…");
}
