using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Where rendered text goes.</summary>
public interface IScriptOutput
{
    /// <summary>Writes part of a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="offset">First character, from 0.</param>
    /// <param name="count">Number of characters.</param>
    void Write(string text, int offset, int count);

    /// <summary>Writes part of a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="offset">First character, from 0.</param>
    /// <param name="count">Number of characters.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken);

    /// <summary>Writes characters that are in no string yet, such as the digits of a number. An output that can take them directly implements this; otherwise they become a string.</summary>
    /// <param name="text">The characters.</param>
    void Write(ReadOnlySpan<char> text) => Write(text.ToString(), 0, text.Length);

    /// <summary>Whether <see cref="WriteLiteral"/> copies bytes; false unless an output says so.</summary>
    bool PrefersUtf8 => false;

    /// <summary>Writes text of the template itself, which is kept as UTF-8 too; only called where <see cref="PrefersUtf8"/> is true.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    void WriteLiteral(ReadOnlySpan<byte> utf8) => Write(System.Text.Encoding.UTF8.GetString(utf8).AsSpan());
}

/// <summary>Writes strings to an output.</summary>
public static class ScriptOutputExtensions
{
    /// <summary>Writes a whole string.</summary>
    public static void Write(this IScriptOutput scriptOutput, string text)
    {
        ArgumentNullException.ThrowIfNull(scriptOutput);
        ArgumentNullException.ThrowIfNull(text);
        scriptOutput.Write(text, 0, text.Length);
    }

    /// <summary>Writes a whole string.</summary>
    public static ValueTask WriteAsync(this IScriptOutput scriptOutput, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scriptOutput);
        ArgumentNullException.ThrowIfNull(text);
        return scriptOutput.WriteAsync(text, 0, text.Length, cancellationToken);
    }
}

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    /// <summary>Turns the name in the template into a key; the same key is loaded once a context.</summary>
    /// <param name="context">The render that asks.</param>
    /// <param name="callerSpan">The text that asks.</param>
    /// <param name="templateName">The name in the template.</param>
    string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>Reads the template of a key; null where there is none.</summary>
    /// <param name="context">The render that asks.</param>
    /// <param name="callerSpan">The text that asks.</param>
    /// <param name="templatePath">A key made by <see cref="GetPath"/>.</param>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    /// <summary>Reads the template of a key; null where there is none.</summary>
    /// <param name="context">The render that asks.</param>
    /// <param name="callerSpan">The text that asks.</param>
    /// <param name="templatePath">A key made by <see cref="GetPath"/>.</param>
    ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}

/// <summary>How a function treats more arguments than it names.</summary>
public enum ScriptVarParamKind
{
    /// <summary>They are refused.</summary>
    None,

    /// <summary>The last parameter takes them as a list.</summary>
    LastParameter,

    /// <summary>The function takes the arguments as they come.</summary>
    Direct,
}

/// <summary>A parameter of a function.</summary>
/// <param name="ParameterType">The type its argument is converted to.</param>
/// <param name="Name">The name a caller may use.</param>
/// <param name="HasDefaultValue">Whether the caller may leave it out.</param>
/// <param name="DefaultValue">The value where the caller does.</param>
public sealed record ScriptParameterInfo(Type ParameterType, string Name, bool HasDefaultValue = false, object? DefaultValue = null);

/// <summary>What a function takes and gives.</summary>
public interface IScriptFunctionInfo
{
    /// <summary>Arguments a caller must give.</summary>
    int RequiredParameterCount { get; }

    /// <summary>Parameters with a name.</summary>
    int ParameterCount { get; }

    /// <summary>How more arguments are treated.</summary>
    ScriptVarParamKind VarParamKind { get; }

    /// <summary>The type of the result.</summary>
    Type ReturnType { get; }

    /// <summary>The parameter at an index from 0.</summary>
    ScriptParameterInfo GetParameterInfo(int index);
}

/// <summary>A function that templates can call.</summary>
public interface IScriptCustomFunction : IScriptFunctionInfo
{
    /// <summary>Calls the function.</summary>
    /// <param name="context">The render that calls.</param>
    /// <param name="callerContext">The node that calls.</param>
    /// <param name="arguments">The arguments; named ones are members of the array.</param>
    /// <param name="blockStatement">The block of a <c>wrap</c>; null otherwise.</param>
    /// <returns>The result; null for none.</returns>
    object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

    /// <summary>Calls the function.</summary>
    /// <param name="context">The render that calls.</param>
    /// <param name="callerContext">The node that calls.</param>
    /// <param name="arguments">The arguments; named ones are members of the array.</param>
    /// <param name="blockStatement">The block of a <c>wrap</c>; null otherwise.</param>
    ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);
}

/// <summary>An object whose members templates can see.</summary>
public interface IScriptObject
{
    /// <summary>Number of members.</summary>
    int Count { get; }

    /// <summary>Whether every member keeps its value.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The names of the members, in their order.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is such a member.</summary>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    /// <param name="context">The render that asks.</param>
    /// <param name="span">The text that asks.</param>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is such a member.</returns>
    bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value);

    /// <summary>Whether a member may take a value.</summary>
    bool CanWrite(string member);

    /// <summary>Writes a member.</summary>
    /// <param name="context">The render that writes.</param>
    /// <param name="span">The text that writes.</param>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="readOnly">Whether the member then keeps it.</param>
    /// <returns>Whether the member took the value.</returns>
    bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member; false where there is none.</summary>
    bool Remove(string member);

    /// <summary>Makes a member keep its value, or frees it.</summary>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>A copy; with <paramref name="deep"/> the objects and lists inside are copied too.</summary>
    IScriptObject Clone(bool deep);
}
