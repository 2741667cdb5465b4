using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>Collects the bytes of a part in a block from the pool and hands full blocks on, so that 10,000 rows need no more memory than ten.</summary>
internal sealed class MarkupSink : IDisposable
{
    private const int BlockBytes = 32 * 1024;

    // Characters that end a stretch of plain text: markup, line ends and what XML forbids. Surrogates and U+FFFE/F are looked for apart.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\uFFFE\uFFFF");

    private readonly IBufferWriter<byte>? _output;
    private readonly SegmentDeflater? _deflater;
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int _length;

    /// <summary>Hands the bytes on as they are.</summary>
    public MarkupSink(IBufferWriter<byte> output) => _output = output;

    /// <summary>Hands the bytes to a deflater that knows the literals.</summary>
    public MarkupSink(SegmentDeflater deflater) => _deflater = deflater;

    /// <summary>Characters that XML cannot hold and that were written as U+FFFD.</summary>
    public int Replaced { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _block.Length - _length)
        {
            Flush();
            if (bytes.Length > _block.Length)
            {
                HandOn(bytes);
                return;
            }
        }

        bytes.CopyTo(_block.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes a literal of the template.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="last">Where it was written last in this part, or -1; afterwards where it stands now.</param>
    public void WriteLiteral(byte[] bytes, ref int last)
    {
        if (_deflater is null)
        {
            Write(bytes);
            return;
        }

        Flush();
        _deflater.WriteLiteral(bytes, ref last);
    }

    public void Write(int number)
    {
        if (_block.Length - _length < 11)
        {
            Flush();
        }

        Utf8Formatter.TryFormat(number, _block.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Writes text as XML text.</summary>
    /// <param name="text">Any text; what XML cannot hold becomes U+FFFD and is counted.</param>
    /// <param name="line">Markup that stands for <c>\n</c>.</param>
    /// <param name="tab">Markup that stands for a tabulator.</param>
    public void Write(ReadOnlySpan<char> text, ReadOnlySpan<byte> line, ReadOnlySpan<byte> tab)
    {
        while (true)
        {
            var plain = text.IndexOfAny(Special);
            WritePlain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            switch (text[plain])
            {
                case '&': Write("&amp;"u8); break;
                case '<': Write("&lt;"u8); break;
                case '>': Write("&gt;"u8); break;
                case '\t': Write(tab); break;
                case '\n': Write(line); break;
                case '\r' when plain + 1 < text.Length && text[plain + 1] == '\n':
                    break;
                case '\r': Write("&#xD;"u8); break;
                default:
                    Replaced++;
                    Write("\uFFFD"u8);
                    break;
            }

            text = text[(plain + 1)..];
        }
    }

    public void Flush()
    {
        if (_length > 0)
        {
            HandOn(_block.AsSpan(0, _length));
            _length = 0;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
    }

    private void HandOn(ReadOnlySpan<byte> bytes)
    {
        if (_deflater is null)
        {
            _output!.Write(bytes);
        }
        else
        {
            _deflater.Write(bytes);
        }
    }

    private void WritePlain(ReadOnlySpan<char> text)
    {
        // Lone surrogates come out of the encoder as U+FFFD; only counting them needs a look.
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            CountLoneSurrogates(text);
        }

        while (text.Length > 0)
        {
            var take = Math.Min(text.Length, BlockBytes / 3 - 1);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1]))
            {
                take--;
            }

            if ((_block.Length - _length) < take * 3)
            {
                Flush();
            }

            _length += Encoding.UTF8.GetBytes(text[..take], _block.AsSpan(_length));
            text = text[take..];
        }
    }

    private void CountLoneSurrogates(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            Replaced += Rune.DecodeFromUtf16(text, out _, out var used) == OperationStatus.Done ? 0 : 1;
            text = text[used..];
        }
    }
}
