using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace CadreDocs.Documents.Word.Markup;

/// <summary>Turns a prefixed name's bytes into a <see cref="WordName"/>, obeying namespace declarations. Names seen before cost one look-up.</summary>
internal sealed class NameTable
{
    private const int Slots = 256;
    private readonly List<(byte[] Prefix, string Space, int Scope)> _declared = [];
    private readonly Entry[] _seen = new Entry[Slots];
    private int _scope;
    private int _lastScope;

    /// <summary>The scope in force, to be given back to <see cref="Restore"/>.</summary>
    public NameScope Mark => new(_declared.Count, _scope);

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
        var (head, tail) = Pack(name);
        var hash = ((head * 0x9E3779B97F4A7C15) ^ tail ^ ((ulong)_scope << 7) ^ (ulong)name.Length) * 0xC2B2AE3D27D4EB4F;
        ref var entry = ref _seen[hash >> 56];
        if (entry.Head == head && entry.Tail == tail && entry.Length == name.Length && entry.Scope == _scope && (name.Length <= 16 || name.SequenceEqual(entry.Long)))
        {
            return entry.Meaning;
        }

        var meaning = Find(name);
        entry = new Entry(head, tail, name.Length, _scope, meaning, name.Length > 16 ? name.ToArray() : null);
        return meaning;
    }

    /// <summary>All bytes of a name of at most 16 in two numbers, the length aside; a hash of a longer one.</summary>
    private static (ulong Head, ulong Tail) Pack(ReadOnlySpan<byte> name) => name.Length switch
    {
        > 16 => (XxHash3.HashToUInt64(name), 0),
        >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^8..])),
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[^4..])),
        0 => (0, 0),
        _ => (name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16), 0),
    };

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

    private readonly record struct Entry(ulong Head, ulong Tail, int Length, int Scope, WordName Meaning, byte[]? Long);
}

/// <summary>A point in the nesting of namespace declarations.</summary>
internal readonly record struct NameScope(int Declared, int Scope);
