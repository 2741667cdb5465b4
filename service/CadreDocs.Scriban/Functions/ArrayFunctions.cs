using System.Collections;
using System.Text;
using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on lists: <c>array</c>. None of them changes the list it is given.</summary>
public static class ArrayFunctions
{
    /// <summary>A new list with a value at the end.</summary>
    public static ScriptArray Add(TemplateContext context, ScriptNode node, IList? list, object? value)
    {
        context.CheckCount(node, list?.Count ?? 0);
        var result = Copy(list, 1);
        result.Add(value);
        return result;
    }

    /// <summary>A new list of the items of both.</summary>
    public static ScriptArray AddRange(TemplateContext context, ScriptNode node, IList? list1, IList? list2) =>
        Concat(context, node, list1 ?? Array.Empty<object>(), list2)!;

    /// <summary>A new list without nulls; null for null.</summary>
    public static ScriptArray? Compact(TemplateContext context, IList? list) =>
        list is null ? null : new ScriptArray(list.Cast<object?>().Where(item => item is not null));

    /// <summary>A new list of the items of both; null where both are null.</summary>
    public static ScriptArray? Concat(TemplateContext context, ScriptNode node, IList? list1, IList? list2)
    {
        if (list1 is null && list2 is null)
        {
            return null;
        }
        context.CheckCount(node, (long)(list1?.Count ?? 0) + (list2?.Count ?? 0) - 1);
        var result = Copy(list1, list2?.Count ?? 0);
        if (list2 is not null)
        {
            result.AddRange(list2);
        }
        return result;
    }

    /// <summary>The next item at each call, from the first again after the last. Calls with the same list, or the same group, count together.</summary>
    public static object? Cycle(TemplateContext context, ScriptNode node, IList? list, object? group = null)
    {
        if (list is null || list.Count == 0)
        {
            return null;
        }
        var key = new CycleKey(group is null ? context.ObjectToString(list) : context.ObjectToString(group));
        var next = context.Tags.TryGetValue(key, out var at) ? (int)at % list.Count : 0;
        context.Tags[key] = Boxes.Of((next + 1) % list.Count);
        return list[next];
    }

    /// <summary>Whether a function is true for an item.</summary>
    public static bool Any(TemplateContext context, ScriptNode node, IList? list, object? function, params object?[] args)
    {
        var test = RequireFunction(context, node, function);
        foreach (var item in list ?? Array.Empty<object>())
        {
            if (context.ToBool(node.Span, context.CallWith(test, node, item, args)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A new list of the results of a function; null for null.</summary>
    public static ScriptArray? Each(TemplateContext context, ScriptNode node, IList? list, object? function, params object?[] args)
    {
        if (list is null)
        {
            return null;
        }
        var map = RequireFunction(context, node, function);
        var result = new ScriptArray(list.Count);
        foreach (var item in list)
        {
            result.Add(context.CallWith(map, node, item, args));
        }
        return result;
    }

    /// <summary>A new list of the items a function is true for; null for null.</summary>
    public static ScriptArray? Filter(TemplateContext context, ScriptNode node, IList? list, object? function, params object?[] args)
    {
        if (list is null)
        {
            return null;
        }
        var test = RequireFunction(context, node, function);
        var result = new ScriptArray();
        foreach (var item in list)
        {
            if (context.ToBool(node.Span, context.CallWith(test, node, item, args)))
            {
                result.Add(item);
            }
        }
        return result;
    }

    /// <summary>The first item; null for none.</summary>
    public static object? First(IList? list) => list is { Count: > 0 } ? list[0] : null;

    /// <summary>A new list with a value put in; a position beyond the end is filled up with nulls, a negative one means the end.</summary>
    public static ScriptArray InsertAt(TemplateContext context, ScriptNode node, IList? list, int index, object? value)
    {
        var count = list?.Count ?? 0;
        var at = index < 0 ? count : index;
        context.CheckCount(node, Math.Max(count, at));
        var result = Copy(list, 1);
        result.Insert(at, value);
        return result;
    }

    /// <summary>The items as one text with a delimiter between them; a function may change the text of each.</summary>
    public static string Join(TemplateContext context, ScriptNode node, IList? list, string? delimiter, object? function = null)
    {
        if (list is null)
        {
            return string.Empty;
        }
        var change = function is null ? null : RequireFunction(context, node, function);
        var result = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            result.Append(i == 0 ? null : delimiter);
            var text = context.ObjectToString(list[i]);
            result.Append(change is null ? text : context.ObjectToString(context.CallWith(change, node, text)));
            context.CheckLength(node, result.Length);
        }
        return result.ToString();
    }

    /// <summary>The last item; null for none.</summary>
    public static object? Last(IList? list) => list is { Count: > 0 } ? list[^1] : null;

    /// <summary>A new list of the first items; null for null.</summary>
    public static ScriptArray? Limit(IList? list, int count) => list is null ? null : Part(list, 0, Math.Min(list.Count, count));

    /// <summary>A new list of one member of each item.</summary>
    public static ScriptArray Map(TemplateContext context, SourceSpan span, IList? list, string? member)
    {
        var result = new ScriptArray(list?.Count ?? 0);
        foreach (var item in list ?? Array.Empty<object>())
        {
            result.Add(MemberOf(context, span, item, member));
        }
        return result;
    }

    /// <summary>A new list without the first items; null for null.</summary>
    public static ScriptArray? Offset(IList? list, int index) => list is null ? null : Part(list, Math.Max(0, index), list.Count);

    /// <summary>A new list without the item at a position; a negative position counts from the end.</summary>
    public static ScriptArray RemoveAt(IList? list, int index)
    {
        var result = Copy(list, 0);
        var at = index < 0 ? result.Count + index : index;
        if (at >= 0)
        {
            result.RemoveAt(at);
        }
        return result;
    }

    /// <summary>A new list from last to first.</summary>
    public static ScriptArray Reverse(IList? list) => new((list ?? Array.Empty<object>()).Cast<object?>().Reverse());

    /// <summary>The number of items.</summary>
    public static int Size(IList? list) => list?.Count ?? 0;

    /// <summary>A new list in order of the items, or of one member of them (<c>a.b</c> for a member of a member); equal ones keep their places.</summary>
    public static ScriptArray Sort(TemplateContext context, ScriptNode node, IList? list, string? member = null)
    {
        var items = (list ?? Array.Empty<object>()).Cast<object?>()
            .Select((item, place) => (Item: item, Key: string.IsNullOrEmpty(member) ? item : MemberAt(context, node.Span, item, member), Place: place))
            .ToArray();
        try
        {
            Array.Sort(items, (a, b) => BinaryOperation.Compare(context, node, a.Key, b.Key) is var order and not 0 ? order : a.Place - b.Place);
        }
        catch (InvalidOperationException failure) when (failure.InnerException is ScriptRuntimeException inner)
        {
            throw new ScriptRuntimeException(inner.Span, inner.OriginalMessage, failure);
        }
        return new ScriptArray(items.Select(entry => entry.Item));
    }

    /// <summary>A new list without repeated values; null for null.</summary>
    public static ScriptArray? Uniq(IList? list) => list is null ? null : new ScriptArray(list.Cast<object?>().Distinct());

    /// <summary>Whether a list has a value.</summary>
    public static bool Contains(TemplateContext context, ScriptNode node, IList? list, object? item)
    {
        foreach (var candidate in list ?? Array.Empty<object>())
        {
            if (BinaryOperation.Evaluate(context, node, ScriptBinaryOperator.CompareEqual, candidate, item) is true)
            {
                return true;
            }
        }
        return false;
    }

    private static object? MemberOf(TemplateContext context, SourceSpan span, object? item, string? member) =>
        item is not null && member is not null && context.TryReadMember(span, item, member, out var value) ? context.FromHost(value) : null;

    /// <summary>A member by its whole name, or else by the names between its dots.</summary>
    private static object? MemberAt(TemplateContext context, SourceSpan span, object? item, string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal) || (item is not null && context.TryReadMember(span, item, path, out _)))
        {
            return MemberOf(context, span, item, path);
        }
        foreach (var name in path.Split('.'))
        {
            item = MemberOf(context, span, item, name);
        }
        return item;
    }

    private static IScriptCustomFunction RequireFunction(TemplateContext context, ScriptNode node, object? function) =>
        function as IScriptCustomFunction ?? throw new ScriptRuntimeException(node.Span, Say.It($"A function is expected, such as '@string.strip', but there is {context.Describe(function)}."));

    private static ScriptArray Copy(IList? list, int more)
    {
        var result = new ScriptArray((list?.Count ?? 0) + more);
        if (list is not null)
        {
            result.AddRange(list);
        }
        return result;
    }

    private static ScriptArray Part(IList list, int from, int to)
    {
        var result = new ScriptArray();
        for (var i = from; i < to; i++)
        {
            result.Add(list[i]);
        }
        return result;
    }

    private sealed record CycleKey(string Group);
}
