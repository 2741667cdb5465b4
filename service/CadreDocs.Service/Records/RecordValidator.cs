using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Records;

/// <summary>Judges the values of a whole record against its form; every fault at once.</summary>
internal static class RecordValidator
{
    /// <summary>Most rows of one section; a school has far fewer cadres and sessions.</summary>
    public const int MaxRows = 2_000;

    /// <summary>
    /// Reads values as a client sends them: line ends become <c>\n</c>, blanks at the ends of a line fall, ink is left out;
    /// computed values are taken from <paramref name="before"/>.
    /// </summary>
    public static (FormData Data, List<ProblemItem> Problems) Read(JsonObject json, FormDefinition form, FormData before)
    {
        var problems = new List<ProblemItem>();
        foreach (var (key, node) in json)
        {
            problems.AddRange(Shape(key, node, form));
        }

        if (problems.Count > 0)
        {
            return (before, problems);
        }

        return (Tidy(FormData.FromJson(json), form, before), problems);
    }

    /// <summary>Values in canonical form, with ink left out and computed values kept from <paramref name="before"/>.</summary>
    public static FormData Tidy(FormData data, FormDefinition form, FormData before)
    {
        var tidy = new FormData();
        foreach (var field in form.Fields.Where(field => !field.Ink))
        {
            var value = field.Computed ? before[field.Key] : Clean(data[field.Key]);
            if (value.Length > 0)
            {
                tidy[field.Key] = value;
            }
        }

        foreach (var section in form.Sections)
        {
            var old = before.Rows(section.Key);
            var rows = data.Rows(section.Key).Select((row, index) => Row(section, row, index < old.Count ? old[index] : null)).ToList();
            while (rows.Count > 0 && rows[^1].Count == 0)
            {
                rows.RemoveAt(rows.Count - 1);
            }

            if (rows.Count > 0)
            {
                tidy.Sections[section.Key] = rows;
            }
        }

        return tidy;
    }

    /// <summary>Faults of the values; with <paramref name="complete"/> also what handing in needs and is missing.</summary>
    public static List<ProblemItem> Check(FormData data, FormDefinition form, SchemeDefinition scheme, bool complete)
    {
        var problems = new List<ProblemItem>();
        foreach (var field in form.Fields.Where(field => !field.Ink))
        {
            Judge(problems, field, data[field.Key], scheme, complete, form, null, null);
        }

        foreach (var section in form.Sections)
        {
            var rows = data.Rows(section.Key);
            if (rows.Count > MaxRows)
            {
                problems.Add(new ProblemItem("too-many-rows", $"“{section.Label}”超过{MaxRows}行。", $"'{section.Key}' has more than {MaxRows} rows.", Sheet: form.Sheet, Field: section.Key));
                continue;
            }

            for (var i = 0; i < rows.Count; i++)
            {
                foreach (var field in section.FieldsOf(rows[i]).Where(field => !field.Ink))
                {
                    Judge(problems, field, rows[i].GetValueOrDefault(field.Key, ""), scheme, complete && rows[i].Count > 0, form, section, i + 1);
                }
            }
        }

        return problems;
    }

    private static void Judge(
        List<ProblemItem> problems, FormField field, string value, SchemeDefinition scheme, bool complete, FormDefinition form, FormSection? section, int? row)
    {
        var place = section is null ? field.Key : section.Key + "." + field.Key;
        var (where, whereEn) = row is null
            ? ("", "")
            : (string.Create(CultureInfo.InvariantCulture, $"第{row}行："), string.Create(CultureInfo.InvariantCulture, $"Row {row}: "));
        if (FieldValues.Fault(field, value, scheme) is { } fault)
        {
            problems.Add(new ProblemItem(fault.Code, where + fault.Message, whereEn + fault.MessageEn, Sheet: form.Sheet ?? form.Title, Row: row, Field: place));
        }
        else if (complete && field.Required && !field.Computed && string.IsNullOrWhiteSpace(value))
        {
            problems.Add(new ProblemItem(
                "required", $"{where}“{field.Label}”必须填写。", $"{whereEn}'{field.LabelEn ?? field.Key}' must be filled in.",
                Sheet: form.Sheet ?? form.Title, Row: row, Field: place));
        }
    }

    private static IEnumerable<ProblemItem> Shape(string key, JsonNode? node, FormDefinition form)
    {
        if (form.FindSection(key) is { } section)
        {
            if (node is not JsonArray rows || rows.Any(row => row is not JsonObject))
            {
                return [new ProblemItem("shape", $"“{section.Label}”应为多行数据。", $"'{key}' must be an array of rows.", Field: key)];
            }

            return rows.OfType<JsonObject>().SelectMany((row, index) => row
                .Where(pair => !IsScalar(pair.Value) || section.Find(pair.Key) is null)
                .Select(pair => Unknown($"{key}.{pair.Key}", index + 1)));
        }

        return form.FindField(key) is not null && IsScalar(node) ? [] : [Unknown(key, null)];
    }

    private static ProblemItem Unknown(string place, int? row) =>
        new("unknown-field", $"本表没有“{place}”这一栏。", $"This form has no field '{place}'.", Row: row, Field: place);

    private static bool IsScalar(JsonNode? node) => node is null || node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number;

    private static Dictionary<string, string> Row(FormSection section, Dictionary<string, string> row, Dictionary<string, string>? before)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in section.FieldsOf(row).Where(field => !field.Ink))
        {
            var value = field.Computed ? before?.GetValueOrDefault(field.Key, "") ?? "" : Clean(row.GetValueOrDefault(field.Key, ""));
            if (value.Length > 0)
            {
                values[field.Key] = value;
            }
        }

        return values;
    }

    private static string Clean(string value) => value.Length == 0 ? value : string
        .Join('\n', value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(line => line.TrimEnd()))
        .Trim('\n');
}
