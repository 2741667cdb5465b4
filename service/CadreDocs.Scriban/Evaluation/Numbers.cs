using System.Globalization;
using System.Numerics;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Kinds of numbers and the ways between them.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => IsWhole(value) || value is double or float or decimal;

    public static bool IsWhole(object? value) => value is int or long or BigInteger or byte or sbyte or short or ushort or uint or ulong;

    public static BigInteger ToBig(object value) => value switch
    {
        int number => number,
        long number => number,
        BigInteger number => number,
        ulong number => number,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    public static double ToDouble(object value) => value switch
    {
        double number => number,
        BigInteger number => (double)number,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    public static decimal ToDecimal(object value) => value switch
    {
        decimal number => number,
        BigInteger number => (decimal)number,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The smallest kind that holds a whole number.</summary>
    public static object Reduce(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? Boxes.Of((long)value) : value;
}
