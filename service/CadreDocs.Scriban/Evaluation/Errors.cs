using Scriban.Syntax;

namespace Scriban;

/// <summary>Messages used in more than one place.</summary>
internal static class Errors
{
    public static ScriptRuntimeException NotAPipeTarget(ScriptExpression target) =>
        new(target.Span, $"A value cannot be piped into '{target}', because it is not a function.");
}
