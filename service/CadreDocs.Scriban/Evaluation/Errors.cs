using Scriban.Syntax;

namespace Scriban;

/// <summary>Messages used in more than one place.</summary>
internal static class Errors
{
    /// <summary>The function a node calls, without its arguments.</summary>
    public static string NameOf(ScriptNode caller) => caller is ScriptFunctionCall call ? call.Target.ToString() : caller.ToString();

    /// <summary>A .NET function threw: what that means for the author of the template.</summary>
    public static ScriptRuntimeException Failed(ScriptNode caller, Exception failure) => new(
        caller.Span,
        failure is ArgumentOutOfRangeException or OverflowException
            ? Say.It($"The function '{NameOf(caller)}' was given a value that is too large or too small.")
            : Say.It($"The function '{NameOf(caller)}' failed: {failure.Message}"),
        failure);

    public static ScriptRuntimeException NotAPipeTarget(ScriptExpression target) =>
        new(target.Span, Say.It($"A value cannot be piped into '{target}', because it is not a function."));
}
