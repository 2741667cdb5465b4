using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Word.Markup;

/// <summary>Parses a part into a <see cref="MarkupTree"/>: one pass, no DTD, no entities but the five, limited in depth, nodes and attributes.</summary>
internal ref struct MarkupParser
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 2_500_000;
    private const int MaxTagBytes = 64 * 1024;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _part;
    private readonly NameTable _names = new();
    private readonly int[] _open = new int[MaxDepth];
    private readonly NameScope[] _scopes = new NameScope[MaxDepth];
    private MarkupNode[] _nodes;
    private int _count;
    private int _depth;

    private readonly bool _skim;

    private MarkupParser(ReadOnlySpan<byte> source, string part, bool skim)
    {
        _skim = skim;
        _bytes = source;
        _part = part;
        // Word's own markup has a node every 20 to 40 bytes.
        _nodes = ArrayPool<MarkupNode>.Shared.Rent(source.Length / 24 + 64);
    }

    /// <summary>Parses a part whose tree is kept: a template's.</summary>
    /// <param name="content">The part's bytes: UTF-8, or UTF-16 with or without a mark.</param>
    /// <param name="part">The part's name, for the messages.</param>
    /// <exception cref="PackageException">The part is not well-formed, has a DTD, or passes a limit.</exception>
    public static MarkupTree Parse(byte[] content, string part)
    {
        var source = ToUtf8(content, part) ?? content;
        return Parse(source, source.Length, part, skim: false, pooled: false);
    }

    /// <summary>Parses a part of an uploaded document. What is in the properties of runs, paragraphs and cells, half of the markup, is left out: it means nothing for the text.</summary>
    /// <param name="entry">The part.</param>
    /// <returns>The tree; dispose it, its bytes are from the pool.</returns>
    /// <exception cref="PackageException">The part is damaged, not well-formed, has a DTD, or passes a limit.</exception>
    public static MarkupTree Skim(PackageEntry entry)
    {
        var content = entry.InflatePooled();
        try
        {
            if (ToUtf8(content.AsSpan(0, (int)entry.Size), entry.Name) is not { } source)
            {
                return Parse(content, (int)entry.Size, entry.Name, skim: true, pooled: true);
            }

            ArrayPool<byte>.Shared.Return(content);
            content = null;
            return Parse(source, source.Length, entry.Name, skim: true, pooled: false);
        }
        catch (PackageException)
        {
            if (content is not null)
            {
                ArrayPool<byte>.Shared.Return(content);
            }

            throw;
        }
    }

    private static MarkupTree Parse(byte[] source, int length, string part, bool skim, bool pooled)
    {
        var parser = new MarkupParser(source.AsSpan(0, length), part, skim);
        try
        {
            parser.ParseAll();
            return new MarkupTree(source, length, pooled, parser._nodes, parser._count);
        }
        catch (PackageException)
        {
            ArrayPool<MarkupNode>.Shared.Return(parser._nodes);
            throw;
        }
    }

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>The bytes in UTF-8; null where they are.</summary>
    private static byte[]? ToUtf8(ReadOnlySpan<byte> content, string part)
    {
        if (content is [0xFF, 0xFE, ..] or [0x3C, 0x00, ..])
        {
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(content).TrimStart('\uFEFF'));
        }

        if (content is [0xFE, 0xFF, ..] or [0x00, 0x3C, ..])
        {
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(content).TrimStart('\uFEFF'));
        }

        return Utf8.IsValid(content) ? null : throw new PackageException(PackageFaults.Xml(part, 1, 1));
    }

    private void ParseAll()
    {
        var at = _bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < _bytes.Length)
        {
            var less = _bytes[at..].IndexOf((byte)'<');
            var textEnd = less < 0 ? _bytes.Length : at + less;
            if (textEnd > at)
            {
                AddText(MarkupKind.Text, at, textEnd);
            }

            if (less < 0)
            {
                break;
            }

            at = ParseTag(textEnd);
        }

        if (_depth != 0 || _count == 0)
        {
            throw Broken(_bytes.Length);
        }
    }

    private int ParseTag(int at)
    {
        if (at + 1 >= _bytes.Length)
        {
            throw Broken(at);
        }

        return _bytes[at + 1] switch
        {
            (byte)'/' => CloseElement(at),
            (byte)'!' => ParseDeclaration(at),
            (byte)'?' => After(at, "?>"u8),
            _ => OpenElement(at),
        };
    }

    private int ParseDeclaration(int at)
    {
        var rest = _bytes[at..];
        if (rest.StartsWith("<!--"u8))
        {
            return After(at + 4, "-->"u8);
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            var end = After(at + 9, "]]>"u8);
            AddText(MarkupKind.CData, at + 9, end - 3);
            return end;
        }

        throw rest.StartsWith("<!DOCTYPE"u8) ? new PackageException(PackageFaults.Dtd(_part)) : Broken(at);
    }

    private readonly int After(int at, ReadOnlySpan<byte> mark)
    {
        var found = _bytes[at..].IndexOf(mark);
        return found < 0 ? throw Broken(at) : at + found + mark.Length;
    }

    private int OpenElement(int at)
    {
        var nameStart = at + 1;
        var end = nameStart;
        while (end < _bytes.Length && _bytes[end] is not ((byte)'>' or (byte)'/') && !IsSpace(_bytes[end]))
        {
            end++;
        }

        var nameEnd = end;
        if (nameEnd == nameStart || (_depth == 0 && _count > 0))
        {
            throw Broken(at);
        }

        end = FindTagEnd(at, end, out var declares);
        var closesItself = _bytes[end - 1] == (byte)'/';
        end++;
        var mark = _names.Mark;
        if (declares)
        {
            _names.Declare(_bytes[nameEnd..end]);
        }

        var name = _names.Resolve(_bytes[nameStart..nameEnd]);
        var node = Add(new MarkupNode(MarkupKind.Element, name, at, end, end, end, _depth == 0 ? -1 : _open[_depth - 1], _count + 1));
        if (closesItself)
        {
            _names.Restore(mark);
            return end;
        }

        if (_skim
            && name is WordName.RunProperties or WordName.ParagraphProperties or WordName.CellProperties
            && SkimTo(end, nameStart, nameEnd) is var close and >= 0)
        {
            _nodes[node] = _nodes[node] with { Close = close, End = close + nameEnd - nameStart + 3 };
            _names.Restore(mark);
            return _nodes[node].End;
        }

        if (_depth == MaxDepth)
        {
            throw new PackageException(PackageFaults.XmlLimits(_part));
        }

        _scopes[_depth] = mark;
        _open[_depth++] = node;
        return end;
    }

    /// <summary>Where properties end, or -1 where what is in them matters: tracked changes, cells that span columns.</summary>
    private readonly int SkimTo(int from, int nameStart, int nameEnd)
    {
        Span<byte> mark = stackalloc byte[32];
        var length = nameEnd - nameStart;
        if (length > 28)
        {
            return -1;
        }

        "</"u8.CopyTo(mark);
        _bytes[nameStart..nameEnd].CopyTo(mark[2..]);
        mark[length + 2] = (byte)'>';
        var close = _bytes[from..].IndexOf(mark[..(length + 3)]);
        if (close < 0)
        {
            return -1;
        }

        var inside = _bytes.Slice(from, close);
        return inside.IndexOf("Change"u8) < 0 && inside.IndexOf(":del"u8) < 0 && inside.IndexOf("gridSpan"u8) < 0 && inside.IndexOf("<!"u8) < 0 ? from + close : -1;
    }

    /// <summary>Index of the <c>&gt;</c> that ends a start tag.</summary>
    private readonly int FindTagEnd(int at, int end, out bool declares)
    {
        declares = false;
        var rest = _bytes[end..];
        if (rest.Length > 1 && (rest[0] == (byte)'>' || (rest[0] == (byte)'/' && rest[1] == (byte)'>')))
        {
            return rest[0] == (byte)'>' ? end : end + 1;
        }

        // Nearly all tags: double quotes in pairs, nothing odd between them.
        var close = rest.IndexOfAny((byte)'>', (byte)'\'', (byte)'<');
        if (close < 0 || close > MaxTagBytes)
        {
            throw Broken(at);
        }

        rest = rest[..close];
        if (_bytes[end + close] == (byte)'>' && (MemoryExtensions.Count(rest, (byte)'"') & 1) == 0)
        {
            declares = rest.IndexOf("xmlns"u8) >= 0;
            return end + close;
        }

        while (true)
        {
            if (end >= _bytes.Length || end - at > MaxTagBytes)
            {
                throw Broken(at);
            }

            var c = _bytes[end];
            if (c == (byte)'>')
            {
                return end;
            }

            if (c is (byte)'"' or (byte)'\'')
            {
                var quoted = _bytes[(end + 1)..].IndexOf(c);
                if (quoted < 0)
                {
                    throw Broken(at);
                }

                end += quoted + 2;
                continue;
            }

            if (c == (byte)'<')
            {
                throw Broken(at);
            }

            declares |= c == (byte)'x' && _bytes[end..].StartsWith("xmlns"u8);
            end++;
        }
    }

    private int CloseElement(int at)
    {
        var close = _bytes[at..].IndexOf((byte)'>');
        if (close < 0 || _depth == 0)
        {
            throw Broken(at);
        }

        var node = _open[--_depth];
        ref var element = ref _nodes[node];
        var name = _bytes.Slice(at + 2, close - 2);
        while (name.Length > 0 && IsSpace(name[^1]))
        {
            name = name[..^1];
        }

        if (name.Length == 0 || !_bytes[(element.Start + 1)..].StartsWith(name) || _bytes[element.Start + 1 + name.Length] is var next && next != (byte)'>' && !IsSpace(next))
        {
            throw Broken(at);
        }

        element.Close = at;
        element.End = at + close + 1;
        element.Next = _count;
        _names.Restore(_scopes[_depth]);
        return element.End;
    }

    private void AddText(MarkupKind kind, int start, int end)
    {
        if (_depth > 0)
        {
            Add(new MarkupNode(kind, WordName.Other, start, end, end, end, _open[_depth - 1], _count + 1));
        }
        else if (kind == MarkupKind.CData || _bytes[start..end].IndexOfAnyExcept(" \n\r\t"u8) >= 0)
        {
            throw Broken(start);
        }
    }

    private int Add(in MarkupNode node)
    {
        if (_count == _nodes.Length)
        {
            if (_count >= MaxNodes)
            {
                throw new PackageException(PackageFaults.XmlLimits(_part));
            }

            var larger = ArrayPool<MarkupNode>.Shared.Rent(Math.Min(MaxNodes, _count * 2));
            _nodes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<MarkupNode>.Shared.Return(_nodes);
            _nodes = larger;
        }

        _nodes[_count] = node;
        return _count++;
    }

    private readonly PackageException Broken(int at)
    {
        var before = _bytes[..Math.Min(at, _bytes.Length)];
        return new PackageException(PackageFaults.Xml(_part, 1 + MemoryExtensions.Count(before, (byte)'\n'), before.Length - before.LastIndexOf((byte)'\n')));
    }
}
