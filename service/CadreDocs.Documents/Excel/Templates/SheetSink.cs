using System.Buffers;
using System.Buffers.Text;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Writes the cells of a sheet into a part; the span is fetched once for many cells.</summary>
internal sealed class SheetSink(IBufferWriter<byte> output)
{
    private const int Block = 16 * 1024;
    private static readonly byte[][] Letters = Enumerable.Range(1, 512).Select(column => System.Text.Encoding.ASCII.GetBytes(CellAddress.ColumnName(column))).ToArray();

    private Memory<byte> _memory;
    private int _used;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Need(bytes.Length);
        bytes.CopyTo(_memory.Span[_used..]);
        _used += bytes.Length;
    }

    public void Write(long number)
    {
        Need(20);
        Utf8Formatter.TryFormat(number, _memory.Span[_used..], out var written);
        _used += written;
    }

    /// <summary>Begins a cell: <c>&lt;c r="B7"</c>, then the bytes that hold its style and, where it is fixed, its value.</summary>
    public void Cell(int column, ReadOnlySpan<byte> row, ReadOnlySpan<byte> rest)
    {
        Need(16 + row.Length + rest.Length);
        var span = _memory.Span[_used..];
        "<c r=\""u8.CopyTo(span);
        var at = 6;
        if (column <= Letters.Length)
        {
            var letters = Letters[column - 1];
            letters.CopyTo(span[at..]);
            at += letters.Length;
        }
        else
        {
            at += System.Text.Encoding.ASCII.GetBytes(CellAddress.ColumnName(column), span[at..]);
        }

        row.CopyTo(span[at..]);
        at += row.Length;
        rest.CopyTo(span[at..]);
        _used += at + rest.Length;
    }

    /// <summary>Writes XML text; see <see cref="XmlText"/>.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        // Nearly all values need no care: no sign of XML's own, no control character, no surrogate.
        if (text.Length <= Block / 4 && text.IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 && text.IndexOfAny('<', '>', '&') < 0)
        {
            Need(text.Length * 3);
            _used += System.Text.Encoding.UTF8.GetBytes(text, _memory.Span[_used..]);
            return;
        }

        Flush();
        XmlText.Write(output, text);
    }

    /// <summary>Writes the inside of an attribute.</summary>
    public void Attribute(ReadOnlySpan<char> text)
    {
        Flush();
        XmlText.WriteAttribute(output, text);
    }

    public void Address(CellAddress cell)
    {
        Need(16);
        _used += System.Text.Encoding.ASCII.GetBytes(CellAddress.ColumnName(cell.Column), _memory.Span[_used..]);
        Write(cell.Row);
    }

    /// <summary>Hands over what was written.</summary>
    public void Flush()
    {
        if (_used > 0)
        {
            output.Advance(_used);
        }

        _used = 0;
        _memory = default;
    }

    private void Need(int bytes)
    {
        if (_memory.Length - _used < bytes)
        {
            Flush();
            _memory = output.GetMemory(Math.Max(bytes, Block));
        }
    }
}
