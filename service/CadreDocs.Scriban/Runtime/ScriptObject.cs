using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>An object of named members, in the order they were added. Names are case-sensitive unless a comparer says otherwise.</summary>
public partial class ScriptObject : IDictionary<string, object?>, IReadOnlyDictionary<string, object?>, IDictionary, IScriptObject
{
    private readonly MemberTable _members;

    /// <summary>Creates an empty object. A class derived from this one offers its public static methods as functions.</summary>
    public ScriptObject() : this(0) { }

    /// <summary>Creates an empty object.</summary>
    /// <param name="capacity">Members to make room for.</param>
    public ScriptObject(int capacity) : this(capacity, autoImportStaticsFromThisType: true) { }

    /// <summary>Creates an empty object.</summary>
    /// <param name="comparer">How names are compared.</param>
    public ScriptObject(IEqualityComparer<string>? comparer) : this(0, autoImportStaticsFromThisType: true, comparer) { }

    /// <summary>Creates an empty object.</summary>
    /// <param name="capacity">Members to make room for.</param>
    /// <param name="autoImportStaticsFromThisType">Whether a derived class offers its public static methods as functions; true unless given.</param>
    /// <param name="keyComparer">How names are compared; exactly where null.</param>
    public ScriptObject(int capacity, bool? autoImportStaticsFromThisType, IEqualityComparer<string>? keyComparer = null)
    {
        _members = new MemberTable(capacity, keyComparer);
        IsPlain = GetType() == typeof(ScriptObject);
        if (!IsPlain && autoImportStaticsFromThisType != false)
        {
            this.Import(GetType());
        }
    }

    /// <summary>Creates an empty object.</summary>
    /// <param name="capacity">Members to make room for.</param>
    /// <param name="keyComparer">How names are compared; exactly where null.</param>
    public ScriptObject(int capacity, IEqualityComparer<string>? keyComparer) : this(capacity, autoImportStaticsFromThisType: true, keyComparer) { }

    private ScriptObject(MemberTable members)
    {
        _members = members;
        IsPlain = true;
    }

    /// <summary>Number of members.</summary>
    public int Count => _members.Count;

    /// <summary>Whether every member keeps its value.</summary>
    public virtual bool IsReadOnly { get; set; }

    /// <summary>The names, in their order.</summary>
    public ICollection<string> Keys => [.. _members.Names()];

    /// <summary>The values, in the order of the names.</summary>
    public ICollection<object?> Values => [.. _members.Values()];

    IEnumerable<string> IReadOnlyDictionary<string, object?>.Keys => _members.Names();

    IEnumerable<object?> IReadOnlyDictionary<string, object?>.Values => _members.Values();

    ICollection IDictionary.Keys => new List<string>(_members.Names());

    ICollection IDictionary.Values => new List<object?>(_members.Values());

    bool IDictionary.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>Whether lookups may go straight to <see cref="Members"/>: nobody has overridden them.</summary>
    internal bool IsPlain { get; private protected init; }

    internal MemberTable Members => _members;

    /// <summary>A member; null where there is none.</summary>
    /// <exception cref="ScriptRuntimeException">The member or the object is read-only.</exception>
    public object? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        set => SetValue(key, value, readOnly: false);
    }

    object? IDictionary.this[object key]
    {
        get => this[(string)key];
        set => this[(string)key] = value;
    }

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members.Names();

    /// <summary>Whether there is such a member.</summary>
    public virtual bool Contains(string member) => _members.Find(member) >= 0;

    /// <summary>Whether there is such a member.</summary>
    public bool ContainsKey(string key) => Contains(key);

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        var at = _members.Find(member);
        value = at >= 0 ? _members.ValueAt(at) : null;
        return at >= 0;
    }

    /// <summary>Reads a member.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => TryGetValue(null, default, key, out value);

    /// <summary>A member as a type; the default where it is absent or of another type.</summary>
    /// <param name="name">The member.</param>
    public T? GetSafeValue<T>(string name) => TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <inheritdoc />
    public virtual bool CanWrite(string member)
    {
        var at = _members.Find(member);
        return !IsReadOnly && (at < 0 || !_members.IsReadOnlyAt(at));
    }

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (IsReadOnly)
        {
            return false;
        }
        return _members.Set(member, value, readOnly);
    }

    /// <summary>Gives a member a value.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="readOnly">Whether the member then keeps it.</param>
    /// <exception cref="ScriptRuntimeException">The member or the object is read-only.</exception>
    public void SetValue(string member, object? value, bool readOnly)
    {
        if (!TrySetValue(null, default, member, value, readOnly))
        {
            throw new ScriptRuntimeException(default, Say.It($"'{member}' is read-only and keeps its value."));
        }
    }

    /// <summary>Makes a member keep its value, or frees it.</summary>
    /// <remarks>A read-only object stays as it is.</remarks>
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        if (!IsReadOnly)
        {
            _members.SetReadOnly(member, readOnly);
        }
    }

    /// <summary>Adds a member.</summary>
    /// <exception cref="ArgumentException">There is already a member of this name.</exception>
    public void Add(string key, object? value)
    {
        if (Contains(key))
        {
            throw new ArgumentException($"There is already a member '{key}'.", nameof(key));
        }
        SetValue(key, value, readOnly: false);
    }

    /// <summary>Removes a member; false where there is none or it is read-only.</summary>
    public virtual bool Remove(string member) => CanWrite(member) && _members.Remove(member);

    /// <summary>Removes all members.</summary>
    public virtual void Clear()
    {
        if (IsReadOnly)
        {
            throw new ScriptRuntimeException(default, Say.It($"The object is read-only."));
        }
        _members.Clear();
    }

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep) => new ScriptObject(_members.Copy(deep));

    /// <summary>Gives another object all members of this one; what is read-only here is read-only there.</summary>
    /// <param name="dest">The other object.</param>
    public void CopyTo(ScriptObject dest)
    {
        ArgumentNullException.ThrowIfNull(dest);
        foreach (var (name, value) in this)
        {
            dest.SetValue(name, value, !CanWrite(name));
        }
    }

    /// <summary>Members in their order.</summary>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _members.Pairs().GetEnumerator();

    /// <summary>An object made of a JSON object or of the public members of a .NET object.</summary>
    /// <param name="obj">A dictionary, a <see cref="System.Text.Json.JsonElement"/> of an object, or a .NET object.</param>
    public static ScriptObject From(object obj)
    {
        var result = new ScriptObject();
        result.Import(obj);
        return result;
    }

    /// <summary>The members as a template would write them.</summary>
    public override string ToString() => new TemplateContext().ObjectToString(this);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Remove(item.Key);

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex)
    {
        foreach (var pair in _members.Pairs())
        {
            array[arrayIndex++] = pair;
        }
    }

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var pair in _members.Pairs())
        {
            array.SetValue(pair, index++);
        }
    }

    void IDictionary.Add(object key, object? value) => Add((string)key, value);

    bool IDictionary.Contains(object key) => key is string name && Contains(name);

    void IDictionary.Remove(object key) => Remove((string)key);

    IDictionaryEnumerator IDictionary.GetEnumerator()
    {
        var copy = new Dictionary<string, object?>(this, StringComparer.Ordinal);
        return copy.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
