using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.Documents.Forms;

/// <summary>
/// The values of one filled form, as canonical text by type: a date <c>2024-03-05</c>, a month <c>1978-06</c>, a credit <c>0.4</c>,
/// paragraphs parted by <c>\n</c>. An absent key and an empty string mean the same: nothing filled in.
/// </summary>
public sealed class FormData
{
    /// <summary>Value by field key.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows by section key; a row is value by field key.</summary>
    public Dictionary<string, List<Dictionary<string, string>>> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a field, or an empty string.</summary>
    public string this[string key]
    {
        get => Fields.GetValueOrDefault(key, "");
        set => Fields[key] = value;
    }

    /// <summary>The rows of a section; an empty list where there are none.</summary>
    public IReadOnlyList<Dictionary<string, string>> Rows(string section) => Sections.TryGetValue(section, out var rows) ? rows : [];

    /// <summary>Reads the JSON of a record: strings, numbers, and arrays of such objects for sections. Unknown keys are kept.</summary>
    public static FormData FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var data = new FormData();
        foreach (var (key, node) in json)
        {
            if (node is JsonArray array)
            {
                data.Sections[key] = array.OfType<JsonObject>().Select(ReadRow).ToList();
            }
            else if (Text(node) is { Length: > 0 } text)
            {
                data.Fields[key] = text;
            }
        }

        return data;
    }

    /// <summary>Writes the JSON of a record: integers and credits as numbers where the form says so, all else as strings; empty values are left out.</summary>
    public JsonObject ToJson(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var json = new JsonObject();
        foreach (var (key, value) in Fields)
        {
            Put(json, key, value, form.FindField(key)?.Type);
        }

        foreach (var (key, rows) in Sections)
        {
            var section = form.FindSection(key);
            var array = new JsonArray();
            foreach (var row in rows)
            {
                var item = new JsonObject();
                foreach (var (name, value) in row)
                {
                    Put(item, name, value, section?.Fields.FirstOrDefault(field => field.Key == name)?.Type);
                }

                array.Add(item);
            }

            json[key] = array;
        }

        return json;
    }

    private static void Put(JsonObject json, string key, string value, FieldType? type)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (type is FieldType.Integer or FieldType.Credit
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json[key] = number;
        }
        else
        {
            json[key] = value;
        }
    }

    private static Dictionary<string, string> ReadRow(JsonObject row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in row)
        {
            if (Text(node) is { Length: > 0 } text)
            {
                values[key] = text;
            }
        }

        return values;
    }

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };
}
