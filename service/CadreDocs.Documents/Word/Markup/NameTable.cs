using System.Text;

namespace CadreDocs.Documents.Word.Markup;

/// <summary>Turns a prefixed name's bytes into a <see cref="WordName"/>, obeying namespace declarations. Names seen before cost one look-up.</summary>
internal sealed class NameTable
{
    private const int Slots = 1024;
    private readonly List<(byte[] Prefix, string Space, int Scope)> _declared = [];
    private readonly List<NameScope> _scopes = [];
    private readonly Entry[] _seen = new Entry[Slots];
    private int _scope;
    private int _lastScope;

    /// <summary>The scope in force, to be given back to <see cref="Restore"/> or <see cref="Push"/>.</summary>
    public NameScope Mark => new(_declared.Count, _scope);

    public void Push(NameScope mark) => _scopes.Add(mark);

    public void Pop()
    {
        Restore(_scopes[^1]);
        _scopes.RemoveAt(_scopes.Count - 1);
    }

    public void Restore(NameScope mark)
    {
        if (_scope != mark.Scope)
        {
            _declared.RemoveRange(mark.Declared, _declared.Count - mark.Declared);
            _scope = mark.Scope;
        }
    }

    /// <summary>Takes the namespace declarations of a start tag.</summary>
    /// <param name="attributes">The tag from the end of its name.</param>
    public void Declare(ReadOnlySpan<byte> attributes)
    {
        _scope = ++_lastScope;
        while (attributes.IndexOf("xmlns"u8) is var at and >= 0)
        {
            var isName = at == 0 || MarkupParser.IsSpace(attributes[at - 1]);
            attributes = attributes[(at + 5)..];
            var equals = attributes.IndexOf((byte)'=');
            var open = attributes.IndexOfAny((byte)'"', (byte)'\'');
            if (!isName || equals < 0 || open < equals)
            {
                continue;
            }

            var length = attributes[(open + 1)..].IndexOf(attributes[open]);
            if (length < 0)
            {
                return;
            }

            var prefix = attributes[..equals].Trim(" \n\r\t"u8);
            if (prefix.Length == 0 || prefix[0] == (byte)':')
            {
                _declared.Add((prefix.Length == 0 ? [] : prefix[1..].ToArray(), Encoding.UTF8.GetString(attributes.Slice(open + 1, length)), _scope));
            }

            attributes = attributes[(open + 1 + length + 1)..];
        }
    }

    /// <summary>The meaning of a prefixed name in the scope in force.</summary>
    public WordName Resolve(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length + ((uint)_scope * 0x9E3779B1);
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619;
        }

        ref var entry = ref _seen[(hash ^ (hash >> 16)) & (Slots - 1)];
        if (entry.Name is { } seen && entry.Scope == _scope && name.SequenceEqual(seen))
        {
            return entry.Meaning;
        }

        var meaning = Find(name);
        entry = new Entry(name.ToArray(), _scope, meaning);
        return meaning;
    }

    private WordName Find(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        var prefix = colon < 0 ? [] : name[..colon];
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(_declared[i].Prefix))
            {
                return WordNames.Find(_declared[i].Space, Encoding.UTF8.GetString(name[(colon + 1)..]));
            }
        }

        return WordName.Other;
    }

    private readonly record struct Entry(byte[]? Name, int Scope, WordName Meaning);
}

/// <summary>A point in the nesting of namespace declarations.</summary>
internal readonly record struct NameScope(int Declared, int Scope);
