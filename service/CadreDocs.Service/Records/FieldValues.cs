using System.Globalization;
using System.Text.RegularExpressions;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Records;

/// <summary>Judges one value against its field: type, limits, characters that a document cannot hold.</summary>
internal static partial class FieldValues
{
    /// <summary>Longest value where the form sets no limit: some forty printed pages.</summary>
    private const int MaxCharacters = 50_000;

    /// <summary>The fault of a value, as sentences in both languages; null where it fits. An empty value always fits.</summary>
    public static (string Code, string Message, string MessageEn)? Fault(FormField field, string value, SchemeDefinition scheme)
    {
        if (value.Length == 0)
        {
            return null;
        }

        var name = $"“{field.Label}”";
        var nameEn = $"'{field.LabelEn ?? field.Key}'";
        if (IllegalCharacter(value) is { } illegal)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"U+{illegal:X4}");
            return ("illegal-character", $"{name}含有文档不能保存的字符（{code}），请删除后重新输入。", $"{nameEn} holds a character that a document cannot keep ({code}); delete it and type again.");
        }

        var limit = field.MaxLength ?? MaxCharacters;
        var length = new StringInfo(value).LengthInTextElements;
        if (length > limit)
        {
            return ("too-long", $"{name}有{length}个字，最多{limit}个，请缩短。", $"{nameEn} has {length} characters, at most {limit} fit; shorten it.");
        }

        return field.Type switch
        {
            FieldType.Text when value.Contains('\n', StringComparison.Ordinal) => ("one-line", $"{name}只能填一行。", $"{nameEn} takes one line only."),
            FieldType.Date when !DatePattern().IsMatch(value) || !IsDay(value) => ("date", $"{name}应为日期，如 2024-03-05（可只填年月或年）。", $"{nameEn} must be a date such as 2024-03-05 (month or year alone will do)."),
            FieldType.Month when !MonthPattern().IsMatch(value) => ("month", $"{name}应为年月，如 1978-06。", $"{nameEn} must be a month such as 1978-06."),
            FieldType.Integer => Number(field, value, name, nameEn, whole: true),
            FieldType.Credit => Number(field, value, name, nameEn, whole: false),
            FieldType.Mark when scheme.Attendance.Marks.All(mark => mark.Mark != value) => ("mark", $"{name}只能填{string.Join("、", scheme.Attendance.Marks.Select(mark => mark.Mark))}或留空。", $"{nameEn} must be one of {string.Join(" ", scheme.Attendance.Marks.Select(mark => mark.Mark))} or empty."),
            FieldType.Choice when !field.Choices.Contains(value) => ("choice", $"{name}只能是：{string.Join("、", field.Choices)}。", $"{nameEn} must be one of: {string.Join(", ", field.Choices)}."),
            _ => null,
        };
    }

    private static (string Code, string Message, string MessageEn)? Number(FormField field, string value, string name, string nameEn, bool whole)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || (whole && number != decimal.Truncate(number)))
        {
            return whole
                ? ("integer", $"{name}应为整数。", $"{nameEn} must be a whole number.")
                : ("number", $"{name}应为数字，如 0.4。", $"{nameEn} must be a number such as 0.4.");
        }

        if (!whole && number * 10 != decimal.Truncate(number * 10))
        {
            return ("tenths", $"{name}最多一位小数。", $"{nameEn} has at most one decimal place.");
        }

        var (minimum, maximum) = (field.Minimum, field.Maximum);
        if (number < minimum || number > maximum)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{minimum}–{maximum}");
            return ("range", $"{name}应在 {range} 之间。", $"{nameEn} must lie within {range}.");
        }

        return null;
    }

    // XML 1.0, 2.2: a document part is XML, so these cannot be kept.
    private static int? IllegalCharacter(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (c < ' ' && c is not '\t' and not '\n'))
            {
                return c;
            }
        }

        return null;
    }

    private static bool IsDay(string value) => value.Length < 10 || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^[12]\d{3}(-(0[1-9]|1[0-2])(-\d{2})?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^[12]\d{3}-(0[1-9]|1[0-2])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthPattern();
}
