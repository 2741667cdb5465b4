using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on numbers: <c>math</c>.</summary>
public static class MathFunctions
{
    /// <summary>The number without its sign.</summary>
    public static object? Abs(TemplateContext context, ScriptNode node, object? value) =>
        value is not null && BinaryOperation.Evaluate(context, node, ScriptBinaryOperator.CompareLess, Required(context, node, value), Boxes.Of(0)) is true
            ? UnaryOperation.Negate(node, value)
            : value;

    /// <summary>The nearest whole number that is not smaller.</summary>
    public static object? Ceil(TemplateContext context, ScriptNode node, object? value) => Whole(context, node, value, Math.Ceiling);

    /// <summary>The quotient; with a whole divisor it is rounded down to a whole number.</summary>
    public static object? DividedBy(TemplateContext context, ScriptNode node, object? value, object? divisor)
    {
        var result = BinaryOperation.Evaluate(context, node, ScriptBinaryOperator.Divide, Required(context, node, value), Required(context, node, divisor));
        if (!Numbers.IsWhole(divisor))
        {
            return result;
        }
        var floor = Floor(context, node, result);
        return floor switch
        {
            double number when double.IsFinite(number) => Numbers.Reduce(new BigInteger(number)),
            float number when float.IsFinite(number) => Numbers.Reduce(new BigInteger(number)),
            double or float => throw new ScriptRuntimeException(node.Span, Say.It($"A number cannot be divided by zero.")),
            _ => floor,
        };
    }

    /// <summary>The nearest whole number that is not larger.</summary>
    public static object? Floor(TemplateContext context, ScriptNode node, object? value) => Whole(context, node, value, Math.Floor);

    /// <summary>The number as text in a .NET number format such as <c>0.00</c>.</summary>
    public static string Format(TemplateContext context, ScriptNode node, object? value, string? format, string? culture = null) =>
        ObjectFunctions.Format(context, node, value is null ? null : Required(context, node, value), format, culture);

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(object? value) => Numbers.IsNumber(value);

    /// <summary>The difference.</summary>
    public static object? Minus(TemplateContext context, ScriptNode node, object? value, object? with) => Combine(context, node, ScriptBinaryOperator.Subtract, value, with);

    /// <summary>The remainder of a division.</summary>
    public static object? Modulo(TemplateContext context, ScriptNode node, object? value, object? with) => Combine(context, node, ScriptBinaryOperator.Modulus, value, with);

    /// <summary>The sum.</summary>
    public static object? Plus(TemplateContext context, ScriptNode node, object? value, object? with) => Combine(context, node, ScriptBinaryOperator.Add, value, with);

    /// <summary>The number rounded to so many digits after the point; a half goes to the even digit.</summary>
    public static object? Round(TemplateContext context, ScriptNode node, object? value, int precision = 0)
    {
        var digits = Math.Clamp(precision, 0, 15);
        return Whole(context, node, value, number => Math.Round(number, digits));
    }

    /// <summary>The product.</summary>
    public static object? Times(TemplateContext context, ScriptNode node, object? value, object? with) => Combine(context, node, ScriptBinaryOperator.Multiply, value, with);

    /// <summary>A new UUID.</summary>
    public static string Uuid() => Guid.NewGuid().ToString();

    /// <summary>A random whole number, at least the first and below the second.</summary>
    /// <remarks>Two equal bounds give that number.</remarks>
    public static int Random(SourceSpan span, int minValue, int maxValue) =>
        minValue < maxValue ? RandomNumberGenerator.GetInt32(minValue, maxValue)
        : minValue == maxValue ? minValue
        : throw new ScriptRuntimeException(span, Say.It($"The lower bound {minValue.ToString(CultureInfo.InvariantCulture)} must not be above the upper bound {maxValue.ToString(CultureInfo.InvariantCulture)}."));

    private static object? Combine(TemplateContext context, ScriptNode node, ScriptBinaryOperator op, object? value, object? with) =>
        BinaryOperation.Evaluate(context, node, op, Required(context, node, value), Required(context, node, with));

    /// <summary>Rounds by a rule of 64-bit floats; the language has no other, so a decimal becomes one.</summary>
    private static object? Whole(TemplateContext context, ScriptNode node, object? value, Func<double, double> rule) => value switch
    {
        null => null,
        double number => rule(number),
        float number => (float)rule(number),
        decimal number => rule((double)number),
        _ => Required(context, node, value),
    };

    private static object Required(TemplateContext context, ScriptNode node, object? value) => Numbers.IsNumber(value)
        ? value!
        : throw new ScriptRuntimeException(node.Span, Say.It($"A number is expected, but there is {context.Describe(value)}."));
}
