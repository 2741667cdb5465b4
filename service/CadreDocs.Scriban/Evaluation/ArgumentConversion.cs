using System.Collections;
using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Turns an argument into the type a parameter asks for.</summary>
internal static class ArgumentConversion
{
    public static object? To(TemplateContext context, ScriptNode caller, string name, Type type, object? value)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return !type.IsValueType || wanted != type ? null : Null(context, caller, name, wanted);
        }
        if (wanted.IsInstanceOfType(value))
        {
            return value;
        }
        try
        {
            if (wanted == typeof(bool))
            {
                return context.ToBool(caller.Span, value);
            }
            if (wanted == typeof(int))
            {
                return context.ToInt(caller.Span, value);
            }
            if (wanted == typeof(IList) || wanted == typeof(IEnumerable))
            {
                return context.ToList(caller.Span, value);
            }
            if (wanted == typeof(ScriptArray))
            {
                return new ScriptArray(context.ToList(caller.Span, value)!);
            }
            if (wanted == typeof(DateTime) && value is DateTimeOffset offset)
            {
                return offset.DateTime;
            }
            if (wanted == typeof(DateTime) && value is string text)
            {
                return DateTime.Parse(text, context.CurrentCulture);
            }
            if (wanted.IsPrimitive || wanted == typeof(decimal))
            {
                return Convert.ChangeType(value is BigInteger big ? (double)big : value, wanted, context.CurrentCulture);
            }
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or InvalidCastException)
        {
            throw Refused(context, caller, name, value, failure);
        }
        throw Refused(context, caller, name, value, null);
    }

    private static object Null(TemplateContext context, ScriptNode caller, string name, Type wanted) =>
        wanted == typeof(bool) ? false
        : wanted.IsPrimitive || wanted == typeof(decimal) ? Convert.ChangeType(0, wanted, CultureInfo.InvariantCulture)
        : throw Refused(context, caller, name, null, null);

    private static ScriptRuntimeException Refused(TemplateContext context, ScriptNode caller, string name, object? value, Exception? inner) =>
        new(caller.Span, Say.It($"The function '{Errors.NameOf(caller)}' cannot use {context.Describe(value)} for '{name}'."), inner);
}
