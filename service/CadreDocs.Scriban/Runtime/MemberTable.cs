using System.Runtime.InteropServices;

namespace Scriban.Runtime;

/// <summary>Names and values in the order they were added. Few names are searched in a row, many through buckets; a caller may keep the slot it found as a hint.</summary>
internal sealed class MemberTable
{
    private const int SearchInARow = 8;
    private readonly IEqualityComparer<string>? _comparer;
    private Entry[] _entries;
    private int[]? _buckets;
    private int _count;

    public MemberTable(int capacity, IEqualityComparer<string>? comparer)
    {
        _comparer = comparer;
        _entries = capacity == 0 ? [] : new Entry[capacity];
    }

    public int Count => _count;

    public object? ValueAt(int slot) => _entries[slot].Value;

    public bool IsReadOnlyAt(int slot) => _entries[slot].IsReadOnly;

    /// <summary>The value of a name, trying the slot where it was last time; the slot is brought up to date.</summary>
    public bool TryGet(string name, ref int hint, out object? value)
    {
        var slot = hint;
        var entries = _entries;
        if ((uint)slot >= (uint)_count || !Same(entries[slot].Name, name))
        {
            slot = Find(name);
            if (slot < 0)
            {
                value = null;
                return false;
            }
            hint = slot;
        }
        value = _entries[slot].Value;
        return true;
    }

    public int Find(string name)
    {
        if (_buckets is null)
        {
            for (var i = 0; i < _count; i++)
            {
                if (Same(_entries[i].Name, name))
                {
                    return i;
                }
            }
            return -1;
        }
        var hash = HashOf(name);
        for (var i = _buckets[hash & (_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            if (_entries[i].Hash == hash && Same(_entries[i].Name, name))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Adds or overwrites; false where the member keeps its value.</summary>
    public bool Set(string name, object? value, bool readOnly)
    {
        var slot = Find(name);
        if (slot < 0)
        {
            Add(name, value, readOnly);
            return true;
        }
        ref var entry = ref _entries[slot];
        if (entry.IsReadOnly)
        {
            return false;
        }
        entry.Value = FromHost(value);
        entry.IsReadOnly = readOnly;
        return true;
    }

    /// <summary>Overwrites in the slot of the hint, or adds.</summary>
    public bool Set(string name, object? value, ref int hint)
    {
        var slot = hint;
        if ((uint)slot >= (uint)_count || !Same(_entries[slot].Name, name))
        {
            slot = Find(name);
            if (slot < 0)
            {
                hint = _count;
                Add(name, value, readOnly: false);
                return true;
            }
            hint = slot;
        }
        ref var entry = ref _entries[slot];
        if (entry.IsReadOnly)
        {
            return false;
        }
        entry.Value = FromHost(value);
        return true;
    }

    public void SetReadOnly(string name, bool readOnly)
    {
        var slot = Find(name);
        if (slot >= 0)
        {
            _entries[slot].IsReadOnly = readOnly;
        }
        else if (readOnly)
        {
            Add(name, null, readOnly);
        }
    }

    public bool Remove(string name)
    {
        var slot = Find(name);
        if (slot < 0)
        {
            return false;
        }
        Array.Copy(_entries, slot + 1, _entries, slot, _count - slot - 1);
        _entries[--_count] = default;
        Rebucket();
        return true;
    }

    public void Clear()
    {
        Array.Clear(_entries, 0, _count);
        _count = 0;
        _buckets = null;
    }

    public MemberTable Copy(bool deep)
    {
        var copy = new MemberTable(_count, _comparer);
        for (var i = 0; i < _count; i++)
        {
            var value = _entries[i].Value;
            copy.Add(_entries[i].Name, deep && value is IScriptObject inner ? inner.Clone(deep) : value, _entries[i].IsReadOnly);
        }
        return copy;
    }

    public IEnumerable<string> Names()
    {
        for (var i = 0; i < _count; i++)
        {
            yield return _entries[i].Name;
        }
    }

    public IEnumerable<object?> Values()
    {
        for (var i = 0; i < _count; i++)
        {
            yield return _entries[i].Value;
        }
    }

    public IEnumerable<KeyValuePair<string, object?>> Pairs()
    {
        for (var i = 0; i < _count; i++)
        {
            yield return new KeyValuePair<string, object?>(_entries[i].Name, _entries[i].Value);
        }
    }

    private void Add(string name, object? value, bool readOnly)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(4, _count * 2));
        }
        _entries[_count++] = new Entry { Name = name, Value = FromHost(value), IsReadOnly = readOnly, Next = -1 };
        if (_buckets is not null && _count <= _buckets.Length)
        {
            Link(_count - 1);
        }
        else if (_count > SearchInARow)
        {
            Rebucket();
        }
    }

    private void Rebucket()
    {
        if (_count <= SearchInARow)
        {
            _buckets = null;
            return;
        }
        _buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_entries.Length)];
        for (var i = 0; i < _count; i++)
        {
            Link(i);
        }
    }

    private void Link(int slot)
    {
        ref var entry = ref _entries[slot];
        entry.Hash = HashOf(entry.Name);
        ref var bucket = ref _buckets![entry.Hash & (_buckets.Length - 1)];
        entry.Next = bucket - 1;
        bucket = slot + 1;
    }

    private static object? FromHost(object? value) => value is System.Text.Json.JsonElement json ? JsonValues.FromJson(json) : value;

    private int HashOf(string name) => _comparer?.GetHashCode(name) ?? name.GetHashCode(StringComparison.Ordinal);

    private bool Same(string a, string b) => _comparer is null ? string.Equals(a, b) : _comparer.Equals(a, b);

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public string Name;
        public object? Value;
        public int Hash;
        public int Next;
        public bool IsReadOnly;
    }
}
