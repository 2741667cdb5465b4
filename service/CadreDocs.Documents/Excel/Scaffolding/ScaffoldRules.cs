using System.Globalization;
using System.Security;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>Validations of a first workbook: lists for marks and choices, bounds for numbers.</summary>
internal static class ScaffoldRules
{
    private const int MaxList = 255;

    /// <summary>XML of the rule with <c>{cell}</c> for its range; null for a field that takes anything.</summary>
    public static string? Of(FormField field) => field.Type switch
    {
        FieldType.Mark => List(["√", "O", "⊕", "△"], "√ 出勤　O 缺勤　⊕ 病假　△ 事假"),
        FieldType.Choice when field.Choices.Sum(choice => choice.Length + 1) <= MaxList => List(field.Choices, string.Join('、', field.Choices)),
        FieldType.Integer => Number("whole", field),
        FieldType.Credit => Number("decimal", field),
        _ => null,
    };

    private static string List(IReadOnlyList<string> values, string help) =>
        $"<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"请从列表中选择\" error=\"{Escape(help)}\" sqref=\"{{cell}}\"><formula1>\"{Escape(string.Join(',', values))}\"</formula1></dataValidation>";

    private static string? Number(string type, FormField field)
    {
        if (field is { Minimum: null, Maximum: null })
        {
            return null;
        }

        var (comparison, first) = field switch
        {
            { Minimum: { } minimum, Maximum: not null } => ("between", minimum),
            { Minimum: { } minimum } => ("greaterThanOrEqual", minimum),
            _ => ("lessThanOrEqual", field.Maximum!.Value),
        };
        var second = comparison == "between" ? string.Create(CultureInfo.InvariantCulture, $"<formula2>{field.Maximum}</formula2>") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"<dataValidation type=\"{type}\" operator=\"{comparison}\" allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"请填写数字\" error=\"{Escape(field.Label)}：{field.Minimum}～{field.Maximum}\" sqref=\"{{cell}}\"><formula1>{first}</formula1>{second}</dataValidation>");
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
