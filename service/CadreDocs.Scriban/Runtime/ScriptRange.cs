using System.Collections;

namespace Scriban.Runtime;

/// <summary>The whole numbers from one to another, upwards or downwards: <c>1..5</c>.</summary>
public sealed class ScriptRange : IList, IReadOnlyList<object?>
{
    private readonly long _first;
    private readonly long _count;
    private readonly int _step;

    internal ScriptRange(long first, long last, bool inclusive)
    {
        _first = first;
        _step = last >= first ? 1 : -1;
        _count = Math.Abs(last - first) + (inclusive ? 1 : 0);
    }

    /// <summary>Number of numbers; at most <see cref="int.MaxValue"/>.</summary>
    public int Count => (int)Math.Min(int.MaxValue, _count);

    internal long LongCount => _count;

    bool IList.IsFixedSize => true;

    bool IList.IsReadOnly => true;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>The number at a position from 0; null beyond the end.</summary>
    public object? this[int index] => (uint)index < _count ? Boxes.Of(_first + ((long)index * _step)) : null;

    object? IList.this[int index]
    {
        get => this[index];
        set => throw new NotSupportedException("A range cannot be changed.");
    }

    /// <inheritdoc />
    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    bool IList.Contains(object? value) => ((IList)this).IndexOf(value) >= 0;

    int IList.IndexOf(object? value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Equals(this[i], value))
            {
                return i;
            }
        }
        return -1;
    }

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var value in this)
        {
            array.SetValue(value, index++);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object? value) => throw new NotSupportedException("A range cannot be changed.");

    void IList.Clear() => throw new NotSupportedException("A range cannot be changed.");

    void IList.Insert(int index, object? value) => throw new NotSupportedException("A range cannot be changed.");

    void IList.Remove(object? value) => throw new NotSupportedException("A range cannot be changed.");

    void IList.RemoveAt(int index) => throw new NotSupportedException("A range cannot be changed.");
}
