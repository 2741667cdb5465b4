using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Writes XML straight into UTF-8.</summary>
internal sealed class Utf8Xml(IBufferWriter<byte> output)
{
    public Utf8Xml Raw(ReadOnlySpan<byte> xml)
    {
        output.Write(xml);
        return this;
    }

    public Utf8Xml Raw(string xml)
    {
        Encoding.UTF8.GetBytes(xml, output);
        return this;
    }

    public Utf8Xml Number(long number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out var written);
        output.Advance(written);
        return this;
    }

    public Utf8Xml Text(string text)
    {
        XmlText.Write(output, text);
        return this;
    }

    public Utf8Xml Attribute(string name, long value) => Raw(" ").Raw(name).Raw("=\""u8).Number(value).Raw("\""u8);

    public Utf8Xml Attribute(string name, string value)
    {
        Raw(" ").Raw(name).Raw("=\""u8);
        XmlText.WriteAttribute(output, value);
        return Raw("\""u8);
    }

    /// <summary>A cell of inline text; nothing where the text is empty but a styled cell.</summary>
    public Utf8Xml TextCell(int row, int column, int style, string text)
    {
        OpenCell(row, column, style);
        if (text.Length == 0)
        {
            return Raw("/>"u8);
        }

        var encoded = CellText.Encode(text);
        return Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8).Text(encoded).Raw("</t></is></c>"u8);
    }

    /// <summary>A cell that holds a number.</summary>
    public Utf8Xml NumberCell(int row, int column, int style, string number)
    {
        OpenCell(row, column, style);
        return Raw("><v>"u8).Raw(number).Raw("</v></c>"u8);
    }

    private void OpenCell(int row, int column, int style)
    {
        Span<byte> cell = stackalloc byte[40];
        "<c r=\""u8.CopyTo(cell);
        var at = 6;
        if (column > 26)
        {
            if (column > 702)
            {
                cell[at++] = (byte)('A' + ((column - 703) / 676));
            }

            cell[at++] = (byte)('A' + ((column - 27) / 26 % 26));
        }

        cell[at++] = (byte)('A' + ((column - 1) % 26));
        Utf8Formatter.TryFormat(row, cell[at..], out var written);
        at += written;
        "\" s=\""u8.CopyTo(cell[at..]);
        at += 5;
        Utf8Formatter.TryFormat(style, cell[at..], out written);
        at += written;
        cell[at++] = (byte)'"';
        output.Write(cell[..at]);
    }
}
