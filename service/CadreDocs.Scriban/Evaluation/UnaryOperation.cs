using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>The sign before a value.</summary>
internal static class UnaryOperation
{
    public static object? Negate(ScriptNode node, object? value) => value switch
    {
        null => null,
        int number => Boxes.Of(-(long)number),
        long.MinValue => -(BigInteger)long.MinValue,
        long number => Boxes.Of(-number),
        double number => -number,
        float number => -number,
        decimal number => -number,
        BigInteger number => -number,
        TimeSpan span => span.Negate(),
        byte or sbyte or short or ushort or uint => Boxes.Of(-Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        ulong number => -(BigInteger)number,
        _ => throw new ScriptRuntimeException(node.Span, Say.It($"The sign '-' needs a number, but '{node}' has none.")),
    };

    public static object? Plus(ScriptNode node, object? value) => value switch
    {
        null or int or long or double or float or decimal or BigInteger or byte or sbyte or short or ushort or uint or ulong => value,
        _ => throw new ScriptRuntimeException(node.Span, Say.It($"The sign '+' needs a number, but '{node}' has none.")),
    };
}
