using System.Text;
using Scriban;

namespace CadreDocs.Documents.Excel;

/// <summary>A stretch of a part that is written for each document.</summary>
internal abstract class Piece
{
    public abstract void Write(ExcelRender render, SheetSink sink);

    public static void WriteAll(IReadOnlyList<Piece> pieces, ExcelRender render, SheetSink sink)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i].Write(render, sink);
        }
    }
}

/// <summary>Bytes that never change.</summary>
internal sealed class LiteralPiece(string xml) : Piece
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(xml);

    public override void Write(ExcelRender render, SheetSink sink) => sink.Write(_bytes);
}

/// <summary>A range that moves and grows with the table of its sheet.</summary>
/// <param name="plan">The sheet whose table counts.</param>
/// <param name="range">Its place in the template.</param>
/// <param name="absolute">True for <c>$A$1:$B$2</c>.</param>
internal sealed class RangePiece(SheetPlan plan, CellRange range, bool absolute = false) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink)
    {
        var moved = plan.Shift.Range(range, render.SizeOf(plan));
        Write(sink, moved.First);
        if (moved.First != moved.Last)
        {
            sink.Write(":"u8);
            Write(sink, moved.Last);
        }
    }

    private void Write(SheetSink sink, CellAddress cell)
    {
        if (!absolute)
        {
            sink.Address(cell);
            return;
        }

        sink.Write("$"u8);
        sink.Write(Encoding.ASCII.GetBytes(CellAddress.ColumnName(cell.Column)));
        sink.Write("$"u8);
        sink.Write(cell.Row);
    }
}

/// <summary>The result of a script as XML text.</summary>
/// <param name="script">The script.</param>
/// <param name="place">Where it stands, for messages.</param>
/// <param name="headerFooter">True inside a header or footer, where a plain ampersand must be doubled.</param>
internal sealed class ScriptPiece(Template script, string place, bool headerFooter) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink)
    {
        var text = render.Script(script, place);
        sink.Text(headerFooter ? text.Replace("&", "&&", StringComparison.Ordinal) : text);
    }
}

/// <summary>The rows and cells of a sheet.</summary>
internal sealed class RowsPiece(SheetPlan plan) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink) => plan.WriteRows(render, sink);
}

/// <summary>The merges that a repeated column adds above the table's header.</summary>
internal sealed class AddedMergesPiece(SheetPlan plan) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink)
    {
        var size = render.SizeOf(plan);
        if (size.Columns < 2)
        {
            return;
        }

        foreach (var row in plan.AddedMerges)
        {
            sink.Write("<mergeCell ref=\""u8);
            sink.Address(new CellAddress(row, plan.Shift.Column));
            sink.Write(":"u8);
            sink.Address(new CellAddress(row, plan.Shift.Column + size.Columns - 1));
            sink.Write("\"/>"u8);
        }
    }
}

/// <summary>The columns of a table, whose names must equal the header cells.</summary>
internal sealed class TableColumnsPiece(SheetPlan plan) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink)
    {
        var headers = render.HeadersOf(plan);
        sink.Write("<tableColumns count=\""u8);
        sink.Write(headers.Count);
        sink.Write("\">"u8);
        for (var i = 0; i < headers.Count; i++)
        {
            sink.Write("<tableColumn id=\""u8);
            sink.Write(i + 1);
            sink.Write("\" name=\""u8);
            sink.Attribute(CellText.Encode(headers[i]).Replace("\n", "_x000a_", StringComparison.Ordinal));
            sink.Write("\"/>"u8);
        }

        sink.Write("</tableColumns>"u8);
    }
}

/// <summary>The identity once more, as a constant behind a hidden name: it survives editors that drop custom parts and properties.</summary>
internal sealed class IdentityNamePiece : Piece
{
    public const string Name = "CadreDocsIdentity";

    // Excel's limit for a text constant in a formula.
    private const int MaxConstant = 255;

    public override void Write(ExcelRender render, SheetSink sink)
    {
        var text = IdentityName.Write(render.Request.Identity);
        if (text.Length > MaxConstant)
        {
            return;
        }

        sink.Write("<definedName name=\"CadreDocsIdentity\" hidden=\"1\">\""u8);
        sink.Text(text);
        sink.Write("\"</definedName>"u8);
    }
}

/// <summary>The number of a column in <c>cols</c>.</summary>
internal sealed class ColumnPiece(SheetPlan plan, int column, bool last) : Piece
{
    public override void Write(ExcelRender render, SheetSink sink)
    {
        var range = plan.Shift.Range(new CellRange(new(1, column), new(1, column)), render.SizeOf(plan));
        sink.Write(Math.Min(CellAddress.MaxColumn, last ? range.Last.Column : range.First.Column));
    }
}
