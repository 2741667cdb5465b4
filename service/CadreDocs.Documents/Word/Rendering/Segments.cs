using System.Globalization;
using CadreDocs.Documents.Forms;
using Scriban;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>A compiled stretch of a part. Segments are immutable and shared by all renders.</summary>
internal abstract class Segment
{
    public abstract void Write(RenderState state);

    /// <summary>Gives every literal below its number in the part.</summary>
    public virtual void Number(ref int next)
    {
    }

    public static void NumberAll(Segment[] segments, ref int next)
    {
        foreach (var segment in segments)
        {
            segment.Number(ref next);
        }
    }

    public static void WriteAll(Segment[] segments, RenderState state)
    {
        foreach (var segment in segments)
        {
            segment.Write(state);
        }
    }
}

/// <summary>Bytes of the template as they are.</summary>
internal sealed class LiteralSegment(byte[] bytes) : Segment
{
    private int _number;

    public override void Write(RenderState state) => state.Sink.WriteLiteral(bytes, ref state.LastPlaces[_number]);

    public override void Number(ref int next) => _number = next++;
}

/// <summary>The next number for <c>w:id</c> of a control or <c>id</c> of a drawing; Word wants them distinct, and rows and sheets repeat.</summary>
internal sealed class NextIdSegment : Segment
{
    public static readonly NextIdSegment Instance = new();

    public override void Write(RenderState state) => state.Sink.Write(++state.LastId);
}

/// <summary>Markup for the second and later sheets only: the page break before a continuation.</summary>
internal sealed class ContinuationSegment(byte[] bytes) : Segment
{
    public override void Write(RenderState state)
    {
        if (state.Sheet > 1)
        {
            state.Sink.Write(bytes);
        }
    }
}

/// <summary>Running number (序号) of the row; nothing in a row without data.</summary>
internal sealed class RowNumberSegment : Segment
{
    public static readonly RowNumberSegment Instance = new();

    public override void Write(RenderState state)
    {
        if (state.Row is not null)
        {
            state.Sink.Write(state.RowNumber);
        }
    }
}

/// <summary>A content control that one value fills.</summary>
internal sealed class FieldSegment(FormField field, FieldPlace place, ControlMarkup markup) : Segment
{
    public override void Write(RenderState state)
    {
        var value = place.Value(state, field);
        if (string.IsNullOrEmpty(value))
        {
            WriteAll(state.ForPaper ? markup.Blank : markup.Empty, state);
            return;
        }

        WriteAll(markup.Open, state);
        markup.Face.Write(state, ValueText.Print(field, value), markup.Line);
        WriteAll(markup.Close, state);
    }

    public override void Number(ref int next)
    {
        NumberAll(markup.Empty, ref next);
        if (markup.Blank != markup.Empty)
        {
            NumberAll(markup.Blank, ref next);
        }

        NumberAll(markup.Open, ref next);
        NumberAll(markup.Close, ref next);
    }
}

/// <summary>The control that holds the content code, with its label; nothing in a document that has no code.</summary>
internal sealed class ContentCodeSegment(ControlMarkup markup) : Segment
{
    public override void Write(RenderState state)
    {
        if (state.ContentCode.Length > 0)
        {
            WriteAll(markup.Open, state);
            markup.Face.Write(state, ContentCodeControl.Text(state.ContentCode), markup.Line);
            WriteAll(markup.Close, state);
        }
    }

    public override void Number(ref int next)
    {
        NumberAll(markup.Open, ref next);
        NumberAll(markup.Close, ref next);
    }
}

/// <summary>The markup of a content control, cut at compile time.</summary>
/// <param name="Empty">The whole control with its prompt.</param>
/// <param name="Blank">The whole control with two blanks for its prompt; the same array where the prompt is blank or a line to write on.</param>
/// <param name="Open">The control up to the first character of the value; no placeholder mark, no prompt style.</param>
/// <param name="Line">What stands between two lines: a new paragraph in block controls, a break in run controls.</param>
/// <param name="Close">From the last character to the control's end.</param>
/// <param name="Face">The value's face.</param>
internal sealed record ControlMarkup(Segment[] Empty, Segment[] Blank, Segment[] Open, byte[] Line, Segment[] Close, RunFace Face)
{
    public static ReadOnlySpan<byte> Tab => """</w:t><w:tab/><w:t xml:space="preserve">"""u8;
}

/// <summary>Rows of one section on one sheet, padded with empty rows as in the official blank.</summary>
internal sealed class RowLoopSegment(string section, int rowsPerSheet, Segment[] row) : Segment
{
    public override void Write(RenderState state)
    {
        var rows = state.Data.Rows(section);
        var first = state.RowBlock * rowsPerSheet;
        for (var i = first; i < first + rowsPerSheet; i++)
        {
            state.Row = i < rows.Count ? rows[i] : null;
            state.RowNumber = i + 1;
            WriteAll(row, state);
        }

        state.Row = null;
        state.RowNumber = 0;
    }

    public override void Number(ref int next) => NumberAll(row, ref next);
}

/// <summary>The body, once for every sheet that the data need.</summary>
internal sealed class SheetLoopSegment(IReadOnlyList<SheetSection> sections, Segment[] sheet) : Segment
{
    public override void Write(RenderState state)
    {
        var (rowBlocks, columnBlocks) = Count(state.Data);
        state.Sheet = 0;
        state.Sheets = rowBlocks * columnBlocks;
        state.ColumnBlocks = columnBlocks;
        for (var rowBlock = 0; rowBlock < rowBlocks; rowBlock++)
        {
            for (var columnBlock = 0; columnBlock < columnBlocks; columnBlock++)
            {
                state.Sheet++;
                (state.RowBlock, state.ColumnBlock) = (rowBlock, columnBlock);
                WriteAll(sheet, state);
            }
        }
    }

    public override void Number(ref int next) => NumberAll(sheet, ref next);

    private (int RowBlocks, int ColumnBlocks) Count(FormData data)
    {
        var (rowBlocks, columnBlocks) = (1, 1);
        foreach (var section in sections)
        {
            var rows = data.Rows(section.Key);
            if (section.AreColumns)
            {
                columnBlocks = Math.Max(columnBlocks, Blocks(rows.Count, section.PerSheet));
            }
            else
            {
                rowBlocks = Math.Max(rowBlocks, Blocks(rows.Count, section.PerSheet));
            }
        }

        return (rowBlocks, columnBlocks);
    }

    private static int Blocks(int rows, int perSheet) => (rows + perSheet - 1) / perSheet;
}

/// <summary>A section as far as it decides how many sheets there are.</summary>
/// <param name="Key">The section.</param>
/// <param name="PerSheet">Rows or columns on one sheet.</param>
/// <param name="AreColumns">True where its rows are columns of another section (表2).</param>
internal sealed record SheetSection(string Key, int PerSheet, bool AreColumns);

/// <summary>Generated text: a Scriban template whose output may carry stretches of markup.</summary>
/// <param name="template">The parsed text. <see cref="ChunkMark"/>, a number and the mark again stand for the chunk with this number.</param>
/// <param name="place">Where it stands, for the message of a failure.</param>
/// <param name="chunks">The markup between the runs that the script spans.</param>
/// <param name="faces">The faces of these runs, one more than chunks.</param>
internal sealed class ScriptSegment(Template template, string place, Segment[][] chunks, RunFace[] faces) : Segment
{
    /// <summary>No XML can hold this character, so neither can a template's text.</summary>
    public const char ChunkMark = '\uFFFF';

    public override void Write(RenderState state)
    {
        var text = state.Script(template, place).AsSpan();
        var face = faces[0];
        while (chunks.Length > 0 && text.IndexOf(ChunkMark) is var at and >= 0)
        {
            face.Write(state, text[..at], Line);
            var length = text[(at + 1)..].IndexOf(ChunkMark);
            var number = int.Parse(text.Slice(at + 1, length), NumberStyles.None, CultureInfo.InvariantCulture);
            WriteAll(chunks[number], state);
            face = faces[number + 1];
            text = text[(at + length + 2)..];
        }

        face.Write(state, text, Line);
    }

    public override void Number(ref int next)
    {
        foreach (var chunk in chunks)
        {
            NumberAll(chunk, ref next);
        }
    }

    private static ReadOnlySpan<byte> Line => """</w:t><w:br/><w:t xml:space="preserve">"""u8;
}

/// <summary>Generated text in a part that is not Word's, such as the title in the core properties.</summary>
internal sealed class PlainScriptSegment(Template template, string place) : Segment
{
    public override void Write(RenderState state) => state.Sink.Write(state.Script(template, place), "\n"u8, "\t"u8);
}
