using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban;
using Scriban.Runtime;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>The variables of fixed generated text, and the limits under which a template's scripts run.</summary>
internal static class ScriptGlobals
{
    /// <summary>Variables that always exist; what a request does not give is null, so that a blank prints the regulation's underscores.</summary>
    private static readonly string[] Always = ["year", "semester", "school", "region", "cadre", "period", "scheme", "copy", "code", "fonts"];

    /// <summary>A context with strict variables and every limit set: a template is code from outside.</summary>
    public static TemplateContext Context(ScriptObject globals)
    {
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = true,
            EnableRelaxedTargetAccess = true,
            LoopLimit = 1000,
            RecursiveLimit = 20,
            LimitToString = 256 * 1024,
        };
        context.PushGlobal(globals);
        return context;
    }

    /// <summary>The request's globals as script values.</summary>
    public static ScriptObject Convert(DocumentRequest request)
    {
        var globals = new ScriptObject();
        foreach (var name in Always)
        {
            globals[name] = null;
        }

        globals["code"] = request.Identity.ContentCode;
        globals["scheme"] = new ScriptObject { ["version"] = request.Identity.SchemeVersion };
        foreach (var (name, node) in request.Globals)
        {
            globals[name] = Value(node);
        }

        return globals;
    }

    private static object? Value(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                var members = new ScriptObject();
                foreach (var (name, member) in json)
                {
                    members[name] = Value(member);
                }

                return members;
            case JsonArray json:
                var items = new ScriptArray();
                foreach (var item in json)
                {
                    items.Add(Value(item));
                }

                return items;
            case JsonValue value:
                return Scalar(value);
            default:
                return null;
        }
    }

    private static object? Scalar(JsonValue value) => value.GetValueKind() switch
    {
        // The mark of markup between runs must not come out of data.
        JsonValueKind.String => value.ToString().Replace(ScriptSegment.ChunkMark, '\uFFFD'),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetValue<int>(out var whole) => whole,
        JsonValueKind.Number when value.TryGetValue<long>(out var whole) => whole,
        JsonValueKind.Number when value.TryGetValue<decimal>(out var exact) => exact,
        JsonValueKind.Number => value.GetValue<double>(),
        _ => null,
    };
}
