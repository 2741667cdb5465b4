using System.Collections;
using System.Numerics;
using System.Text.Json;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Values as text, numbers, booleans and lists.</summary>
public partial class TemplateContext
{
    /// <summary>A value as text.</summary>
    /// <param name="value">The value; null becomes an empty string.</param>
    /// <param name="nested">Whether it stands inside a list or object, where strings are quoted and null is written out.</param>
    public virtual string ObjectToString(object? value, bool nested = false)
    {
        switch (value)
        {
            case null: return nested ? "null" : string.Empty;
            case string text when !nested: return text;
            case bool truth: return truth ? "true" : "false";
            case int number: return number.ToString(CurrentCulture);
            default:
                var writer = new Evaluation.ValueWriter(this);
                writer.Append(value, nested, 0);
                return writer.ToString();
        }
    }

    /// <summary>Whether a value counts as true: all but null, false and <c>empty</c>.</summary>
    /// <param name="span">The text it comes from.</param>
    /// <param name="value">The value.</param>
    public virtual bool ToBool(SourceSpan span, object? value) => value switch
    {
        null => false,
        bool truth => truth,
        EmptyScriptObject => false,
        _ => true,
    };

    /// <summary>A value as a whole number; fractions are rounded to even.</summary>
    /// <param name="span">The text it comes from.</param>
    /// <param name="value">The value; null becomes 0.</param>
    /// <exception cref="ScriptRuntimeException">The value is no number, or too large.</exception>
    public virtual int ToInt(SourceSpan span, object? value)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                BigInteger big => (int)big,
                IConvertible convertible => convertible.ToInt32(CurrentCulture),
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or InvalidCastException)
        {
            throw new ScriptRuntimeException(span, Say.It($"A whole number is expected here, but there is {Describe(value)}."), failure);
        }
    }

    /// <summary>A value as a list; null for null.</summary>
    /// <param name="span">The text it comes from.</param>
    /// <param name="value">A list, or a single value that becomes a list of one.</param>
    public virtual IList? ToList(SourceSpan span, object? value) => value switch
    {
        null => null,
        string text => new ScriptArray(1) { text },
        IList list => list,
        IScriptObject or IDictionary => new ScriptArray(1) { value },
        IEnumerable items => Collect(span, items),
        _ => new ScriptArray(1) { value },
    };

    /// <summary>Whether a list, object or string has nothing in it; null for other values.</summary>
    public virtual object? IsEmpty(SourceSpan span, object? value) => value switch
    {
        null => null,
        string text => Boxes.Of(text.Length == 0),
        IList list => Boxes.Of(list.Count == 0),
        IScriptObject members => Boxes.Of(members.Count == 0),
        IDictionary dictionary => Boxes.Of(dictionary.Count == 0),
        IEnumerable items => Boxes.Of(!items.Cast<object?>().Any()),
        _ => null,
    };

    /// <summary>The kind of a value in one word: <c>string</c>, <c>int</c>, <c>array</c>, <c>object</c>, <c>function</c> …</summary>
    public virtual string GetTypeName(object? value) => value switch
    {
        null => "null",
        bool => "bool",
        byte => "byte",
        sbyte => "sbyte",
        ushort => "ushort",
        short => "short",
        uint => "uint",
        int => "int",
        ulong => "ulong",
        long => "long",
        string => "string",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        Enum => "enum",
        ScriptRange => "range",
        IScriptCustomFunction => "function",
        IScriptObject and not ScriptArray => "object",
        IDictionary => "object",
        IEnumerable => "array",
        DateTime or DateTimeOffset => "date",
        TimeSpan => "timespan",
        _ => "object",
    };

    /// <summary>A value in words, for a message.</summary>
    internal string Describe(object? value)
    {
        switch (value)
        {
            case null: return Say.It($"empty (null)");
            case string text: return Say.It($"the text \"{(text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text)}\"");
            case bool or IConvertible or BigInteger: return Say.It($"the value {ObjectToString(value)}");
            case IScriptCustomFunction: return Say.It($"a function");
            case IList: return Say.It($"a list");
            default: return value is IScriptObject or IDictionary ? Say.It($"an object") : Say.It($"a value of the kind {GetTypeName(value)}");
        }
    }

    /// <summary>A value from the host in the form templates work with.</summary>
    internal object? FromHost(object? value) => value is JsonElement json ? JsonValues.FromJson(json) : value;

    internal ScriptArray Collect(SourceSpan span, IEnumerable items)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            if (LoopLimit > 0 && list.Count >= LoopLimit)
            {
                throw new ScriptRuntimeException(span, Say.It($"The list has more than {LoopLimit} items."));
            }
            list.Add(FromHost(item));
        }
        return list;
    }
}
