using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>JSON as values a template works with: objects, lists, strings, booleans, and int, long, decimal or double for numbers.</summary>
internal static class JsonValues
{
    public static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ToObject(json),
        JsonValueKind.Array => ToArray(json),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => ToNumber(json),
        JsonValueKind.True => Boxes.True,
        JsonValueKind.False => Boxes.False,
        _ => null,
    };

    private static ScriptObject ToObject(JsonElement json)
    {
        var result = new ScriptObject();
        foreach (var property in json.EnumerateObject())
        {
            result[property.Name] = FromJson(property.Value);
        }
        return result;
    }

    private static ScriptArray ToArray(JsonElement json)
    {
        var result = new ScriptArray(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            result.Add(FromJson(item));
        }
        return result;
    }

    private static object ToNumber(JsonElement json) =>
        json.TryGetInt32(out var small) ? Boxes.Of(small)
        : json.TryGetInt64(out var large) ? large
        : json.TryGetDecimal(out var exact) ? exact
        : json.GetDouble();
}
