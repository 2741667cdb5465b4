using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A list of values that grows when an item beyond its end is set, and that may carry named members too.</summary>
public class ScriptArray : IList<object?>, IList, IReadOnlyList<object?>, IScriptObject
{
    private readonly List<object?> _items;
    private ScriptObject? _members;

    /// <summary>Creates an empty list.</summary>
    public ScriptArray() => _items = [];

    /// <summary>Creates an empty list.</summary>
    /// <param name="capacity">Items to make room for.</param>
    public ScriptArray(int capacity) => _items = new List<object?>(capacity);

    /// <summary>Creates a list of values.</summary>
    /// <param name="values">The values, in their order.</param>
    public ScriptArray(IEnumerable<object?> values) => _items = new List<object?>(values);

    /// <summary>Creates a list of values.</summary>
    /// <param name="values">The values, in their order.</param>
    public ScriptArray(IEnumerable values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _items = [];
        foreach (var value in values)
        {
            _items.Add(value);
        }
    }

    /// <summary>Number of items.</summary>
    public int Count => _items.Count;

    /// <summary>Items there is room for.</summary>
    public int Capacity
    {
        get => _items.Capacity;
        set => _items.Capacity = value;
    }

    /// <inheritdoc cref="IScriptObject.IsReadOnly" />
    public bool IsReadOnly { get; set; }

    /// <summary>The named members; made when first asked for.</summary>
    public ScriptObject ScriptObject => _members ??= new ScriptObject();

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    int IScriptObject.Count => _members?.Count ?? 0;

    /// <summary>An item from 0; null beyond the end. Setting beyond the end fills the gap with nulls.</summary>
    public object? this[int index]
    {
        get => (uint)index < (uint)_items.Count ? _items[index] : null;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ThrowIfReadOnly();
            while (_items.Count <= index)
            {
                _items.Add(null);
            }
            _items[index] = value;
        }
    }

    /// <summary>A list made of a JSON array.</summary>
    /// <exception cref="ArgumentException">The element is no array.</exception>
    public static ScriptArray From(JsonElement json) =>
        JsonValues.FromJson(json) as ScriptArray ?? throw new ArgumentException($"A JSON array is expected, not {json.ValueKind}.", nameof(json));

    /// <summary>Adds an item at the end.</summary>
    public void Add(object? item)
    {
        ThrowIfReadOnly();
        _items.Add(item);
    }

    /// <summary>Adds items at the end.</summary>
    public void AddRange(IEnumerable items)
    {
        ArgumentNullException.ThrowIfNull(items);
        ThrowIfReadOnly();
        if (items is IEnumerable<object?> objects)
        {
            _items.AddRange(objects);
            return;
        }
        foreach (var item in items)
        {
            _items.Add(item);
        }
    }

    /// <summary>Removes all items; named members stay.</summary>
    public void Clear()
    {
        ThrowIfReadOnly();
        _items.Clear();
    }

    /// <summary>Whether an item equals a value.</summary>
    public bool Contains(object? item) => _items.Contains(item);

    /// <inheritdoc />
    public void CopyTo(object?[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>Position of the first item that equals a value; -1 where there is none.</summary>
    public int IndexOf(object? item) => _items.IndexOf(item);

    /// <summary>Puts an item in; beyond the end the gap is filled with nulls.</summary>
    public void Insert(int index, object? item)
    {
        ThrowIfReadOnly();
        while (_items.Count < index)
        {
            _items.Add(null);
        }
        _items.Insert(index, item);
    }

    /// <summary>Removes the first item that equals a value.</summary>
    public bool Remove(object? item)
    {
        ThrowIfReadOnly();
        return _items.Remove(item);
    }

    /// <summary>Removes the item at a position; nothing beyond the end.</summary>
    public void RemoveAt(int index)
    {
        ThrowIfReadOnly();
        if ((uint)index < (uint)_items.Count)
        {
            _items.RemoveAt(index);
        }
    }

    /// <inheritdoc />
    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members?.GetMembers() ?? [];

    /// <summary>Whether there is such a named member.</summary>
    public bool Contains(string member) => member == "size" || (_members?.Contains(member) ?? false);

    /// <summary>Reads a named member; <c>size</c> is the number of items.</summary>
    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, [MaybeNullWhen(false)] out object? value)
    {
        if (member == "size")
        {
            value = Boxes.Of(Count);
            return true;
        }
        value = null;
        return _members?.TryGetValue(context, span, member, out value) ?? false;
    }

    /// <inheritdoc />
    public bool CanWrite(string member) => !IsReadOnly && member != "size" && (_members?.CanWrite(member) ?? true);

    /// <inheritdoc />
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        CanWrite(member) && ScriptObject.TrySetValue(context, span, member, value, readOnly);

    /// <inheritdoc />
    public bool Remove(string member) => _members?.Remove(member) ?? false;

    /// <inheritdoc />
    public void SetReadOnly(string member, bool readOnly) => ScriptObject.SetReadOnly(member, readOnly);

    /// <inheritdoc />
    public IScriptObject Clone(bool deep)
    {
        var copy = new ScriptArray(_items.Count);
        foreach (var item in _items)
        {
            copy._items.Add(deep && item is IScriptObject inner ? inner.Clone(deep) : item);
        }
        copy._members = (ScriptObject?)_members?.Clone(deep);
        return copy;
    }

    /// <summary>The items as a template would write them.</summary>
    public override string ToString() => new TemplateContext().ObjectToString(this);

    int IList.Add(object? value)
    {
        Add(value);
        return Count - 1;
    }

    void IList.Remove(object? value) => Remove(value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new ScriptRuntimeException(default, Say.It($"The list is read-only."));
        }
    }
}
