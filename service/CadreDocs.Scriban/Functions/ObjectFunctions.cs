using System.Collections;
using System.Globalization;
using System.Text.Json;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on any value: <c>object</c>.</summary>
public static class ObjectFunctions
{
    /// <summary>The value, or another where it is null or an empty text.</summary>
    public static object? Default(object? value, object? @default) => value is null or "" ? @default : value;

    /// <summary>The value of an expression given as text, or of a function; other values stay as they are.</summary>
    public static object? Eval(TemplateContext context, ScriptNode node, object? value) => Evaluate(context, node, value, ScriptMode.ScriptOnly);

    /// <summary>The text of a template given as text, or the value of a function; other values stay as they are.</summary>
    public static object? EvalTemplate(TemplateContext context, ScriptNode node, object? value) => Evaluate(context, node, value, ScriptMode.Default);

    /// <summary>The value as text in a .NET format such as <c>0.00</c> or <c>yyyy-MM-dd</c>.</summary>
    public static string Format(TemplateContext context, ScriptNode node, object? value, string? format, string? culture = null)
    {
        if (value is null)
        {
            return string.Empty;
        }
        if (value is not IFormattable formattable)
        {
            return context.ObjectToString(value);
        }
        RequireShort(context, node, format);
        try
        {
            return formattable.ToString(format, CultureOf(context, node.Span, culture));
        }
        catch (FormatException failure)
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"'{format}' is no format for {context.Describe(value)}."), failure);
        }
    }

    /// <summary>Whether an object has a member.</summary>
    public static bool HasKey(TemplateContext context, object? value, string? key) => key is not null && value switch
    {
        IScriptObject members => members.Contains(key),
        IDictionary dictionary => dictionary.Contains(key),
        null => false,
        _ => context.TryReadMember(default, value, key, out _),
    };

    /// <summary>Whether an object has a member that is not null.</summary>
    public static bool HasValue(TemplateContext context, object? value, string? key) =>
        key is not null && value is not null && context.TryReadMember(default, value, key, out var member) && member is not null;

    /// <summary>The names of the members.</summary>
    public static ScriptArray Keys(TemplateContext context, object? value) => value switch
    {
        null => [],
        IScriptObject members => new ScriptArray(members.GetMembers()),
        IDictionary dictionary => new ScriptArray(dictionary.Keys),
        _ => new ScriptArray(DotNetMembers.Of(context, value)?.Names ?? []),
    };

    /// <summary>The number of characters, items or members; 0 for other values.</summary>
    public static int Size(TemplateContext context, object? value) => value switch
    {
        null => 0,
        string text => text.Length,
        ICollection items => items.Count,
        IScriptObject members => members.Count,
        IEnumerable items => items.Cast<object?>().Count(),
        _ => DotNetMembers.Of(context, value)?.Names.Count ?? 0,
    };

    /// <summary>The sort of a value: <c>string boolean number array iterator object</c>; null for null.</summary>
    public static string? Typeof(object? value) => value switch
    {
        null => null,
        bool => "boolean",
        string => "string",
        ScriptRange => "iterator",
        IList => "array",
        IScriptObject or IDictionary or IScriptCustomFunction => "object",
        IEnumerable => "iterator",
        _ => Numbers.IsNumber(value) ? "number" : "object",
    };

    /// <summary>The kind of a value in one word, such as <c>int</c>; null for null.</summary>
    public static string? Kind(TemplateContext context, object? value) => value is null ? null : context.GetTypeName(value);

    /// <summary>The values of the members.</summary>
    public static ScriptArray Values(TemplateContext context, SourceSpan span, object? value) => value switch
    {
        IScriptObject members => new ScriptArray(members.GetMembers().Select(name => members.TryGetValue(context, span, name, out var item) ? item : null)),
        IDictionary dictionary => new ScriptArray(dictionary.Values),
        null => [],
        _ => new ScriptArray(Keys(context, value).Select(name => context.TryReadMember(span, value, (string)name!, out var item) ? item : null)),
    };

    /// <summary>The value a JSON text describes.</summary>
    public static object? FromJson(SourceSpan span, string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonValues.FromJson(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new ScriptRuntimeException(span, Say.It($"The text is no JSON: {failure.Message}"), failure);
        }
    }

    /// <summary>The value as JSON.</summary>
    public static string ToJson(TemplateContext context, ScriptNode node, object? value) => JsonText.Of(context, node, value);

    internal static CultureInfo CultureOf(TemplateContext context, SourceSpan span, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return context.CurrentCulture;
        }
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException failure)
        {
            throw new ScriptRuntimeException(span, Say.It($"There is no culture '{name}'."), failure);
        }
    }

    /// <summary>A format may ask for a number of digits; that is held below the limit of text too.</summary>
    private static void RequireShort(TemplateContext context, ScriptNode node, string? format)
    {
        context.CheckLength(node, format?.Length ?? 0);
        var digits = format is { Length: > 1 } && char.IsAsciiLetter(format[0]) ? format.AsSpan(1) : default;
        if (digits.Length > 0 && (digits.Length > 9 || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            context.CheckLength(node, int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : digits.IndexOfAnyExceptInRange('0', '9') < 0 ? long.MaxValue : 0);
        }
    }

    private static object? Evaluate(TemplateContext context, ScriptNode node, object? value, ScriptMode mode) => value switch
    {
        string text => EvaluateText(context, node, text, mode),
        IScriptCustomFunction function => context.Call(function, node),
        _ => value,
    };

    private static object? EvaluateText(TemplateContext context, ScriptNode node, string text, ScriptMode mode)
    {
        var template = Template.Parse(text, node.Span.FileName, lexerOptions: new LexerOptions { Mode = mode });
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(node.Span, Say.It($"The text cannot be evaluated: {template.Messages[0].Message}"), template.Messages);
        }
        context.EnterCall(node);
        try
        {
            return mode == ScriptMode.ScriptOnly ? template.Evaluate(context) : context.Capture(template, []);
        }
        finally
        {
            context.LeaveCall();
        }
    }
}
