using Scriban.Syntax;
using Op = Scriban.Syntax.ScriptBinaryOperator;

namespace Scriban.Evaluation;

/// <summary>Operators between dates and time spans.</summary>
internal static class Dates
{
    /// <summary>The result; null where the values are no dates or time spans.</summary>
    public static object? Evaluate(ScriptNode node, Op op, object left, object right)
    {
        try
        {
            return (left, right) switch
            {
                (DateTime a, DateTime b) when op == Op.Subtract => a - b,
                (DateTime a, DateTime b) => BinaryOperation.FromComparison(op, a.CompareTo(b)),
                (DateTimeOffset a, DateTimeOffset b) when op == Op.Subtract => a - b,
                (DateTimeOffset a, DateTimeOffset b) => BinaryOperation.FromComparison(op, a.CompareTo(b)),
                (DateTime a, TimeSpan b) when op == Op.Add => a + b,
                (DateTime a, TimeSpan b) when op == Op.Subtract => a - b,
                (DateTimeOffset a, TimeSpan b) when op == Op.Add => a + b,
                (DateTimeOffset a, TimeSpan b) when op == Op.Subtract => a - b,
                (TimeSpan a, TimeSpan b) when op == Op.Add => a + b,
                (TimeSpan a, TimeSpan b) when op == Op.Subtract => a - b,
                (TimeSpan a, TimeSpan b) => BinaryOperation.FromComparison(op, a.CompareTo(b)),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or OverflowException)
        {
            throw new ScriptRuntimeException(BinaryOperation.SpanOf(node), Say.It($"The result is no date any more: it lies outside the years 1 to 9999."), failure);
        }
    }
}
