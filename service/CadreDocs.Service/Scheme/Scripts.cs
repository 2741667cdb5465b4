using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban;
using Scriban.Runtime;

namespace CadreDocs.Service.Scheme;

/// <summary>Scriban for names, paths and first values: strict variables, every limit set, no way out of the given globals.</summary>
public static class Scripts
{
    /// <summary>Renders a template such as <c>{{ year }}年度</c>.</summary>
    /// <exception cref="InvalidOperationException">The template is faulty; the message names place and cause.</exception>
    public static string Render(string template, JsonObject globals)
    {
        var parsed = Template.Parse(template);
        return parsed.Messages.Count > 0
            ? throw new InvalidOperationException($"'{template}': {string.Join("; ", parsed.Messages)}")
            : parsed.Render(Context(globals));
    }

    /// <summary>The text of an expression such as <c>cadre.name</c>; empty where it is null.</summary>
    /// <exception cref="InvalidOperationException">The expression is faulty.</exception>
    public static string Evaluate(string expression, JsonObject globals) => Render("{{ " + expression + " }}", globals);

    /// <summary>A context over these globals, with every limit set.</summary>
    internal static TemplateContext Context(JsonObject globals)
    {
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = true,
            EnableRelaxedTargetAccess = true,
            LoopLimit = 1000,
            RecursiveLimit = 20,
            LimitToString = 64 * 1024,
        };
        context.PushGlobal((ScriptObject)Value(globals)!);
        return context;
    }

    private static object? Value(JsonNode? node) => node switch
    {
        JsonObject json => Members(json),
        JsonArray json => new ScriptArray(json.Select(Value)),
        JsonValue json => json.GetValueKind() switch
        {
            JsonValueKind.String => json.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when json.TryGetValue<int>(out var whole) => whole,
            JsonValueKind.Number => json.GetValue<decimal>(),
            _ => null,
        },
        _ => null,
    };

    private static ScriptObject Members(JsonObject json)
    {
        var members = new ScriptObject();
        foreach (var (name, value) in json)
        {
            members[name] = Value(value);
        }

        return members;
    }
}
