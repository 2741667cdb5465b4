using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>What can be wrong with a workbook template, each as a sentence for the officer who edits it in Excel.</summary>
internal static class ExcelTemplateFaults
{
    public static Fault Strict(string part) => new("template-strict",
        "模板是“严格 Open XML”格式。请在 Excel 中另存为普通的 .xlsx。",
        "The template is a Strict Open XML workbook. Save it in Excel as a plain .xlsx.",
        part);

    public static Fault MissingName(FormField field, string name) => new("missing-name",
        $"模板中没有名称“{name}”（{field.Label}）。请选中填写“{field.Label}”的单元格，在名称框中输入“{name}”。",
        $"The template has no name '{name}' ({field.Label}). Select the cell for it and type '{name}' into the name box.",
        Tag: name);

    public static Fault UnknownName(string name, IEnumerable<string> known) => new("unknown-name",
        $"名称“{name}”不是本表的字段。可用的名称：{string.Join('、', known)}。请在“公式 → 名称管理器”中改正或删除。",
        $"The name '{name}' is no field of this form. Known names: {string.Join(", ", known)}. Correct or delete it in the name manager.",
        Tag: name);

    public static Fault BrokenName(string name) => new("broken-name",
        $"名称“{name}”没有指向单元格。请在“公式 → 名称管理器”中重新指定。",
        $"The name '{name}' does not point to a cell. Set it again in the name manager.",
        Tag: name);

    public static Fault MissingTable(FormSection section) => new("missing-table",
        $"模板中没有名为“{section.Key}”的表格（{section.Label}）。请选中表头和下面一行，插入表格，并在“表设计”中把表名称设为“{section.Key}”。",
        $"The template has no table named '{section.Key}' ({section.Label}). Select the header and the row below, insert a table and name it '{section.Key}'.",
        Tag: section.Key);

    public static Fault TwoTables(string sheet) => new("two-tables",
        $"工作表“{sheet}”中有两个重复填写的表格。每张工作表只能有一个。",
        $"The sheet '{sheet}' has two tables that repeat. A sheet can have one.",
        sheet);

    public static Fault TableShape(string sheet, string table) => new("table-shape",
        $"表格“{table}”必须有标题行和至少一行，不能有汇总行。",
        $"The table '{table}' needs a header row and at least one row, and no totals row.",
        sheet, table);

    public static Fault NameOutsideRow(string sheet, string name, string table) => new("name-outside-row",
        $"名称“{name}”必须指向表格“{table}”标题行下面的第一行（日期等重复列指向标题行）。",
        $"The name '{name}' must point to the first row below the header of the table '{table}' (a repeated column's to the header).",
        sheet, name);

    public static Fault Formula(string sheet, string cell) => new("template-formula",
        $"工作表“{sheet}”的 {cell} 有公式。模板中不能用公式：WPS 不一定能算，行数变化后也会错位。",
        $"{cell} of the sheet '{sheet}' holds a formula. Templates have none: WPS may not compute them and they break when rows are added.",
        sheet, cell);

    public static Fault HeaderScript(string sheet, string cell) => new("header-script",
        $"工作表“{sheet}”的 {cell} 是表格的标题，不能含有表达式。",
        $"{cell} of the sheet '{sheet}' is a table header and cannot hold a script.",
        sheet, cell);

    public static Fault ScriptSyntax(string sheet, string place, string code, string message) => new("script-syntax",
        $"工作表“{sheet}”{place} 的表达式“{code}”写法有误：{message}",
        $"The expression '{code}' at {place} of the sheet '{sheet}' is wrong: {message}",
        sheet, place);
}
