using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Members of objects and items of lists: script objects, dictionaries, lists, strings, dates, and the data of the host's own .NET objects.</summary>
public partial class TemplateContext
{
    /// <summary>Whether the path read last ended at a <c>?.</c> with nothing before it.</summary>
    internal bool PathEnded { get; set; }

    internal object? ReadMember(ScriptMemberExpression node, object? target)
    {
        if (target is ScriptObject { IsPlain: true } plain)
        {
            PathEnded = false;
            return plain.Members.TryGet(node.MemberName, ref node.Slot, out var found) ? found : MissingMember(node, plain);
        }
        if (target is null)
        {
            PathEnded = node.IsOptional || (node.FollowsOptional && PathEnded);
            return PathEnded || EnableRelaxedTargetAccess
                ? null
                : throw new ScriptRuntimeException(node.MemberSpan, Say.It($"'{node.MemberName}' cannot be read because '{node.Target}' is empty (null)."));
        }
        PathEnded = false;
        return TryReadMember(node.Span, target, node.MemberName, out var value) ? FromHost(value) : MissingMember(node, target);
    }

    internal object? ReadItem(ScriptIndexerExpression node, object? target, object? index)
    {
        if (target is null)
        {
            return EnableRelaxedTargetAccess ? null : throw new ScriptRuntimeException(node.Target.Span, Say.It($"An item cannot be read because '{node.Target}' is empty (null)."));
        }
        if (index is null)
        {
            return EnableNullIndexer ? null : throw new ScriptRuntimeException(node.Index.Span, Say.It($"'{node.Index}' is empty (null) and cannot be used as an index."));
        }
        if (target is IList list && index is not string)
        {
            var at = ToInt(node.Index.Span, index);
            at = at < 0 ? list.Count + at : at;
            return (uint)at < (uint)list.Count ? FromHost(list[at]) : MissingItem(node, index);
        }
        if (target is string text && index is not string)
        {
            var at = ToInt(node.Index.Span, index);
            at = at < 0 ? text.Length + at : at;
            return (uint)at < (uint)text.Length ? text[at].ToString() : MissingItem(node, index);
        }
        if (target is IDictionary dictionary and not IScriptObject && index is not string && dictionary.Contains(index))
        {
            return FromHost(dictionary[index]);
        }
        if (target is IScriptObject or IDictionary or IDictionary<string, object?> or LoopFrame || DotNetMembers.Of(this, target) is not null)
        {
            return TryReadMember(node.Span, target, ObjectToString(index), out var value) ? FromHost(value) : MissingItem(node, index);
        }
        throw new ScriptRuntimeException(node.Span, Say.It($"'{node.Target}' is {Describe(target)} and has no items."));
    }

    internal void WriteMember(ScriptMemberExpression node, object? target, object? value)
    {
        if (target is null)
        {
            throw new ScriptRuntimeException(node.MemberSpan, Say.It($"'{node.MemberName}' cannot be set because '{node.Target}' is empty (null)."));
        }
        WriteNamed(node.Span, target, node.MemberName, value);
    }

    internal void WriteItem(ScriptIndexerExpression node, object? target, object? index, object? value)
    {
        if (target is null || index is null)
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"'{node}' cannot be set because a part of it is empty (null)."));
        }
        if (target is not IList list || index is string)
        {
            WriteNamed(node.Span, target, ObjectToString(index), value);
            return;
        }
        var at = ToInt(node.Index.Span, index);
        at = at < 0 ? list.Count + at : at;
        if (at < 0 || list.IsReadOnly || (at >= list.Count && list is not ScriptArray))
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"'{node}' cannot be set: the list has {list.Count} items."));
        }
        CheckCount(node, at < list.Count ? -1 : at);
        list[at] = value;
    }

    /// <summary>Reads a member of any value that has members.</summary>
    internal bool TryReadMember(SourceSpan span, object target, string member, out object? value)
    {
        switch (target)
        {
            case IScriptObject members:
                return members.TryGetValue(this, span, member, out value);
            case LoopFrame loop:
                return loop.TryGetMember(member, out value);
            case string text when member == "size":
                value = Boxes.Of(text.Length);
                return true;
            case IDictionary<string, object?> dictionary:
                return dictionary.TryGetValue(member, out value);
            case IReadOnlyDictionary<string, object?> dictionary:
                return dictionary.TryGetValue(member, out value);
            case IDictionary dictionary:
                value = dictionary.Contains(member) ? dictionary[member] : null;
                return dictionary.Contains(member);
            case ICollection list when member == "size":
                value = Boxes.Of(list.Count);
                return true;
            default:
                if (!_isPlain && GetMemberAccessorImpl(target) is { } own and not StandardAccessor)
                {
                    return own.TryGetValue(this, span, target, member, out value);
                }
                if (Functions.DateMembers.TryGet(target, member, out value))
                {
                    return true;
                }
                return DotNetMembers.Of(this, target) is { } dotNet && ReadDotNet(dotNet, span, target, member, out value);
        }
    }

    /// <summary>How members of a value are read.</summary>
    /// <param name="target">The value.</param>
    public IObjectAccessor GetMemberAccessor(object target) => GetMemberAccessorImpl(target) ?? StandardAccessor.Instance;

    /// <summary>How members of a value are read that is neither a script object nor a dictionary, a list or a string; a host overrides this for types of its own.</summary>
    /// <param name="target">The value.</param>
    protected virtual IObjectAccessor? GetMemberAccessorImpl(object target) => StandardAccessor.Instance;

    private bool ReadDotNet(DotNetMembers members, SourceSpan span, object target, string member, out object? value)
    {
        try
        {
            return members.TryRead(target, member, CancellationToken, out value);
        }
        catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(span, CancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ScriptRuntimeException(span, Say.It($"'{member}' could not be read: {failure.Message}"), failure);
        }
    }

    private object? MissingMember(ScriptMemberExpression node, object target)
    {
        if (TryGetMember is { } hook && hook(this, node.Span, target, node.MemberName, out var value))
        {
            return FromHost(value);
        }
        return EnableRelaxedMemberAccess ? null : throw new ScriptRuntimeException(node.MemberSpan, Say.It($"'{node.Target}' has no member '{node.MemberName}'."));
    }

    private object? MissingItem(ScriptIndexerExpression node, object index) => EnableRelaxedIndexerAccess
        ? null
        : throw new ScriptRuntimeException(node.Index.Span, Say.It($"'{node.Target}' has no item {ObjectToString(index, nested: true)}."));

    private void WriteNamed(SourceSpan span, object target, string member, object? value)
    {
        var done = target switch
        {
            IScriptObject members => OwnFunctions(members).TrySetValue(this, span, member, value, readOnly: false),
            IDictionary<string, object?> { IsReadOnly: false } dictionary => Set(dictionary, member, value),
            IDictionary { IsReadOnly: false } dictionary => Set(span, dictionary, member, value),
            _ when !_isPlain && GetMemberAccessorImpl(target) is { } own and not StandardAccessor => own.TrySetValue(this, span, target, member, value),
            _ => throw new ScriptRuntimeException(span, Say.It($"'{member}' cannot be set: its owner is {Describe(target)}.")),
        };
        if (!done)
        {
            throw new ScriptRuntimeException(span, Say.It($"'{member}' is read-only and keeps its value."));
        }
    }

    private bool Set(SourceSpan span, IDictionary dictionary, string member, object? value)
    {
        try
        {
            dictionary[member] = value;
            return true;
        }
        catch (ArgumentException failure)
        {
            throw new ScriptRuntimeException(span, Say.It($"'{member}' cannot take {Describe(value)}."), failure);
        }
    }

    private static bool Set(IDictionary<string, object?> dictionary, string member, object? value)
    {
        dictionary[member] = value;
        return true;
    }
}
