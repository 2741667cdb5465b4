using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;
using Op = Scriban.Syntax.ScriptBinaryOperator;

namespace Scriban.Evaluation;

/// <summary>The operators between two values: which rules apply to which kinds of value.</summary>
internal static class BinaryOperation
{
    /// <summary>Bits a whole number may have; beyond that arithmetic itself would become slow.</summary>
    private const int LargestNumberBits = 65536;

    public static object? Evaluate(TemplateContext context, ScriptNode node, Op op, object? left, object? right)
    {
        if (left is int a && right is int b)
        {
            return Integers(context, node, op, a, b);
        }
        if (left is EmptyScriptObject || right is EmptyScriptObject)
        {
            return CompareWithEmpty(context, node, op, left, right);
        }
        if (left is string || right is string)
        {
            return left is IList or IScriptObject || right is IList or IScriptObject ? Mixed(context, node, op, left, right) : Texts(context, node, op, left, right);
        }
        if (left is null || right is null)
        {
            return WithNull(op, left, right);
        }
        if (left is IList || right is IList)
        {
            return Lists(context, node, op, left, right);
        }
        if (left is bool x && right is bool y)
        {
            return op switch { Op.CompareEqual => Boxes.Of(x == y), Op.CompareNotEqual => Boxes.Of(x != y), _ => throw Unsupported(node, op, left, right, context) };
        }
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
        {
            return NumbersOf(context, node, op, left, right);
        }
        return Dates.Evaluate(node, op, left, right) ?? Objects(context, node, op, left, right);
    }

    /// <summary>Puts two values in order, as sorting does: null first, then numbers, texts in the culture of the context.</summary>
    public static int Compare(TemplateContext context, ScriptNode node, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return left is null ? (right is null ? 0 : -1) : 1;
        }
        if (left is string || right is string)
        {
            return string.Compare(context.ObjectToString(left), context.ObjectToString(right), context.CurrentCulture, CompareOptions.None);
        }
        return Evaluate(context, node, Op.CompareLess, left, right) is true ? -1 : Evaluate(context, node, Op.CompareGreater, left, right) is true ? 1 : 0;
    }

    internal static ScriptRuntimeException Unsupported(ScriptNode node, Op op, object? left, object? right, TemplateContext context) =>
        new(SpanOf(node), Say.It($"'{Symbol(op)}' does not work between {context.Describe(left)} and {context.Describe(right)}."));

    internal static Parsing.SourceSpan SpanOf(ScriptNode node) => node is ScriptBinaryExpression binary ? binary.OperatorSpan : node.Span;

    internal static object? FromComparison(Op op, int order) => op switch
    {
        Op.CompareEqual => Boxes.Of(order == 0),
        Op.CompareNotEqual => Boxes.Of(order != 0),
        Op.CompareLess => Boxes.Of(order < 0),
        Op.CompareGreater => Boxes.Of(order > 0),
        Op.CompareLessOrEqual => Boxes.Of(order <= 0),
        Op.CompareGreaterOrEqual => Boxes.Of(order >= 0),
        _ => null,
    };

    private static object? Integers(TemplateContext context, ScriptNode node, Op op, int a, int b)
    {
        switch (op)
        {
            case Op.Add: return Boxes.Of((long)a + b);
            case Op.Subtract: return Boxes.Of((long)a - b);
            case Op.Multiply: return Boxes.Of((long)a * b);
            case Op.Divide: return (double)a / b;
            case Op.DivideRound when b != 0: return Boxes.Of((long)a / b);
            case Op.Modulus when b != 0: return Boxes.Of((long)a % b);
            case Op.DivideRound or Op.Modulus: throw new ScriptRuntimeException(SpanOf(node), Say.It($"A number cannot be divided by zero."));
            case Op.CompareEqual: return Boxes.Of(a == b);
            case Op.CompareNotEqual: return Boxes.Of(a != b);
            case Op.CompareLess: return Boxes.Of(a < b);
            case Op.CompareGreater: return Boxes.Of(a > b);
            case Op.CompareLessOrEqual: return Boxes.Of(a <= b);
            case Op.CompareGreaterOrEqual: return Boxes.Of(a >= b);
            case Op.BinaryAnd: return Boxes.Of(a & b);
            default: return Whole(context, node, op, a, b);
        }
    }

    private static object? NumbersOf(TemplateContext context, ScriptNode node, Op op, object left, object right)
    {
        if (op is Op.RangeInclude or Op.RangeExclude or Op.ShiftLeft or Op.ShiftRight or Op.BinaryAnd)
        {
            return Numbers.IsWhole(left) && Numbers.IsWhole(right)
                ? Whole(context, node, op, Numbers.ToBig(left), Numbers.ToBig(right))
                : throw Unsupported(node, op, left, right, context);
        }
        try
        {
            if (left is decimal || right is decimal)
            {
                return Decimals(node, op, Numbers.ToDecimal(left), Numbers.ToDecimal(right));
            }
            if (!Numbers.IsWhole(left) || !Numbers.IsWhole(right))
            {
                return left is not double && right is not double && (left is float || right is float)
                    ? Floats(node, op, Numbers.ToDouble(left), Numbers.ToDouble(right)) is double single ? (float)single : Floats(node, op, Numbers.ToDouble(left), Numbers.ToDouble(right))
                    : Floats(node, op, Numbers.ToDouble(left), Numbers.ToDouble(right));
            }
            return Whole(context, node, op, Numbers.ToBig(left), Numbers.ToBig(right));
        }
        catch (OverflowException failure)
        {
            throw new ScriptRuntimeException(SpanOf(node), Say.It($"The result is too large a number."), failure);
        }
    }

    private static object? Floats(ScriptNode node, Op op, double a, double b) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.DivideRound => Math.Round(a / b),
        Op.Modulus => a % b,
        Op.CompareEqual => Boxes.Of(a == b),
        Op.CompareNotEqual => Boxes.Of(a != b),
        Op.CompareLess => Boxes.Of(a < b),
        Op.CompareGreater => Boxes.Of(a > b),
        Op.CompareLessOrEqual => Boxes.Of(a <= b),
        Op.CompareGreaterOrEqual => Boxes.Of(a >= b),
        _ => throw new ScriptRuntimeException(SpanOf(node), Say.It($"'{Symbol(op)}' does not work between numbers.")),
    };

    private static object? Decimals(ScriptNode node, Op op, decimal a, decimal b)
    {
        if (b == 0 && op is Op.Divide or Op.DivideRound or Op.Modulus)
        {
            throw new ScriptRuntimeException(SpanOf(node), Say.It($"A number cannot be divided by zero."));
        }
        return op switch
        {
            Op.Add => a + b,
            Op.Subtract => a - b,
            Op.Multiply => a * b,
            Op.Divide => a / b,
            Op.DivideRound => decimal.Round(a / b),
            Op.Modulus => a % b,
            _ => FromComparison(op, a.CompareTo(b)) ?? throw new ScriptRuntimeException(SpanOf(node), Say.It($"'{Symbol(op)}' does not work between numbers.")),
        };
    }

    private static object? Whole(TemplateContext context, ScriptNode node, Op op, BigInteger a, BigInteger b)
    {
        if (b.IsZero && op is Op.DivideRound or Op.Modulus)
        {
            throw new ScriptRuntimeException(SpanOf(node), Say.It($"A number cannot be divided by zero."));
        }
        switch (op)
        {
            case Op.Add: return Numbers.Reduce(Bounded(node, a + b));
            case Op.Subtract: return Numbers.Reduce(Bounded(node, a - b));
            case Op.Multiply: return Numbers.Reduce(Bounded(node, a * b));
            case Op.Divide: return (double)a / (double)b;
            case Op.DivideRound: return Numbers.Reduce(a / b);
            case Op.Modulus: return Numbers.Reduce(a % b);
            case Op.BinaryAnd: return Numbers.Reduce(a & b);
            case Op.ShiftLeft or Op.ShiftRight when b < 0 || b > LargestNumberBits:
                throw new ScriptRuntimeException(SpanOf(node), Say.It($"A number can be shifted by 0 to {LargestNumberBits} bits."));
            case Op.ShiftLeft: return Numbers.Reduce(Bounded(node, a << (int)b));
            case Op.ShiftRight: return Numbers.Reduce(a >> (int)b);
            case Op.RangeInclude or Op.RangeExclude:
                return Range(context, node, a, b, op == Op.RangeInclude);
            default: return FromComparison(op, a.CompareTo(b));
        }
    }

    private static ScriptRange Range(TemplateContext context, ScriptNode node, BigInteger first, BigInteger last, bool inclusive)
    {
        if (BigInteger.Abs(first) > int.MaxValue || BigInteger.Abs(last) > int.MaxValue)
        {
            throw new ScriptRuntimeException(SpanOf(node), Say.It($"A range goes from one 32-bit number to another."));
        }
        var range = new ScriptRange((long)first, (long)last, inclusive);
        return context.LoopLimit <= 0 || range.LongCount <= context.LoopLimit
            ? range
            : throw new ScriptRuntimeException(SpanOf(node), Say.It($"The range has {range.LongCount} numbers; {context.LoopLimit} are allowed."));
    }

    private static BigInteger Bounded(ScriptNode node, BigInteger value) => value.GetBitLength() <= LargestNumberBits
        ? value
        : throw new ScriptRuntimeException(SpanOf(node), Say.It($"The result is too large a number."));

    private static object? Texts(TemplateContext context, ScriptNode node, Op op, object? left, object? right)
    {
        switch (op)
        {
            case Op.Add:
                var (a, b) = (context.ObjectToString(left), context.ObjectToString(right));
                context.CheckLength(node, (long)a.Length + b.Length);
                return a + b;
            case Op.Multiply when left is string text && Numbers.IsWhole(right):
                return Repeat(context, node, text, Numbers.ToBig(right!));
            case Op.Multiply when right is string text && Numbers.IsWhole(left):
                return Repeat(context, node, text, Numbers.ToBig(left!));
            case Op.CompareEqual:
                return Boxes.Of(left is not null && right is not null && string.Equals(context.ObjectToString(left), context.ObjectToString(right)));
            case Op.CompareNotEqual:
                return Boxes.Of(left is null || right is null || !string.Equals(context.ObjectToString(left), context.ObjectToString(right)));
            case Op.CompareLess or Op.CompareGreater or Op.CompareLessOrEqual or Op.CompareGreaterOrEqual when left is null || right is null:
                return Boxes.False;
            default:
                return FromComparison(op, string.Compare(context.ObjectToString(left), context.ObjectToString(right), context.CurrentCulture, CompareOptions.None))
                    ?? throw new ScriptRuntimeException(SpanOf(node), Say.It($"'{Symbol(op)}' does not work on text."));
        }
    }

    private static string Repeat(TemplateContext context, ScriptNode node, string text, BigInteger times)
    {
        if (times <= 0 || text.Length == 0)
        {
            return string.Empty;
        }
        context.CheckLength(node, (long)BigInteger.Min(long.MaxValue, text.Length * times));
        var count = times <= int.MaxValue / text.Length ? (int)times : throw new ScriptRuntimeException(SpanOf(node), Say.It($"The text would be too long."));
        return new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
    }

    private static object? Mixed(TemplateContext context, ScriptNode node, Op op, object? left, object? right) =>
        (left is ScriptArray && op is Op.ShiftLeft) || (right is ScriptArray && op is Op.ShiftRight) ? Lists(context, node, op, left, right) : Texts(context, node, op, left, right);

    private static object? WithNull(Op op, object? left, object? right) => op switch
    {
        Op.CompareEqual => Boxes.Of(left is null && right is null),
        Op.CompareNotEqual => Boxes.Of(left is not null || right is not null),
        Op.CompareLess or Op.CompareGreater => Boxes.False,
        Op.CompareLessOrEqual or Op.CompareGreaterOrEqual => Boxes.Of(left is null && right is null),
        _ => null,
    };

    private static object? CompareWithEmpty(TemplateContext context, ScriptNode node, Op op, object? left, object? right)
    {
        var other = left is EmptyScriptObject ? right : left;
        var isEmpty = other is EmptyScriptObject || context.IsEmpty(node.Span, other) is true;
        return op switch
        {
            Op.CompareEqual => Boxes.Of(isEmpty),
            Op.CompareNotEqual => Boxes.Of(!isEmpty),
            Op.CompareLess or Op.CompareGreater or Op.CompareLessOrEqual or Op.CompareGreaterOrEqual => Boxes.False,
            _ when left is string || right is string => Texts(context, node, op, left is EmptyScriptObject ? string.Empty : left, right is EmptyScriptObject ? string.Empty : right),
            _ => null,
        };
    }

    private static object? Lists(TemplateContext context, ScriptNode node, Op op, object? left, object? right)
    {
        switch (op)
        {
            case Op.CompareEqual when left is IList a && right is IList b: return Boxes.Of(SameItems(context, node, a, b));
            case Op.CompareNotEqual when left is IList a && right is IList b: return Boxes.Of(!SameItems(context, node, a, b));
            case Op.CompareEqual: return Boxes.False;
            case Op.CompareNotEqual: return Boxes.True;
            case Op.Add when left is IList a && right is IList b:
                context.CheckCount(node, (long)a.Count + b.Count - 1);
                var sum = new ScriptArray(a);
                sum.AddRange(b);
                return sum;
            case Op.ShiftLeft when left is IList a:
                context.CheckCount(node, a.Count);
                return new ScriptArray(a) { right };
            case Op.ShiftRight when right is IList b:
                context.CheckCount(node, b.Count);
                var shifted = new ScriptArray(b.Count + 1) { left };
                shifted.AddRange(b);
                return shifted;
            case Op.Multiply when left is IList a && Numbers.IsWhole(right): return RepeatList(context, node, a, Numbers.ToBig(right!));
            case Op.Multiply when right is IList b && Numbers.IsWhole(left): return RepeatList(context, node, b, Numbers.ToBig(left!));
            case Op.Subtract when left is IList a && right is IList b: return new ScriptArray(a.Cast<object?>().Where(item => !b.Contains(item)));
            case Op.BinaryAnd when left is IList a && right is IList b: return new ScriptArray(a.Cast<object?>().Where(item => b.Contains(item)));
            default: throw Unsupported(node, op, left, right, context);
        }
    }

    private static ScriptArray RepeatList(TemplateContext context, ScriptNode node, IList list, BigInteger times)
    {
        var result = new ScriptArray();
        if (times <= 0 || list.Count == 0)
        {
            return result;
        }
        context.CheckCount(node, (long)BigInteger.Min(int.MaxValue, (list.Count * times) - 1));
        for (var i = 0; i < times; i++)
        {
            context.CheckAbort(node);
            result.AddRange(list);
        }
        return result;
    }

    private static bool SameItems(TemplateContext context, ScriptNode node, IList a, IList b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        if (a.Count != b.Count)
        {
            return false;
        }
        context.CheckStack(node);
        for (var i = 0; i < a.Count; i++)
        {
            context.CountStep(node);
            if (Evaluate(context, node, Op.CompareEqual, a[i], b[i]) is not true)
            {
                return false;
            }
        }
        return true;
    }

    private static object Objects(TemplateContext context, ScriptNode node, Op op, object left, object right) => op switch
    {
        Op.CompareEqual => Boxes.Of(left.Equals(right)),
        Op.CompareNotEqual => Boxes.Of(!left.Equals(right)),
        _ => throw Unsupported(node, op, left, right, context),
    };

    private static string Symbol(Op op) => op switch
    {
        Op.Add => "+",
        Op.Subtract => "-",
        Op.Multiply => "*",
        Op.Divide => "/",
        Op.DivideRound => "//",
        Op.Modulus => "%",
        Op.BinaryAnd => "&",
        Op.ShiftLeft => "<<",
        Op.ShiftRight => ">>",
        Op.CompareEqual => "==",
        Op.CompareNotEqual => "!=",
        Op.CompareLess => "<",
        Op.CompareGreater => ">",
        Op.CompareLessOrEqual => "<=",
        Op.CompareGreaterOrEqual => ">=",
        Op.RangeInclude => "..",
        Op.RangeExclude => "..<",
        _ => op.ToString(),
    };
}
