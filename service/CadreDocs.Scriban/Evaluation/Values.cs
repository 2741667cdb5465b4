using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Questions asked of every value.</summary>
internal static class Values
{
    /// <summary>Whether a value is a function. The common kinds are ruled out by their exact type, which is much quicker than asking for an interface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFunction(object? value, [NotNullWhen(true)] out IScriptCustomFunction? function)
    {
        if (value is null || value.GetType() == typeof(string) || value.GetType() == typeof(ScriptObject) || value.GetType() == typeof(int))
        {
            function = null;
            return false;
        }
        function = value as IScriptCustomFunction;
        return function is not null;
    }
}
