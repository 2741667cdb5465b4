using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>Where a control's value comes from.</summary>
internal abstract class FieldPlace
{
    public abstract string? Value(RenderState state, FormField field);
}

/// <summary>A single field of the form.</summary>
internal sealed class SinglePlace : FieldPlace
{
    public static readonly SinglePlace Instance = new();

    public override string? Value(RenderState state, FormField field) => state.Data.Fields.GetValueOrDefault(field.Key);
}

/// <summary>A field of the row that is being written.</summary>
/// <param name="totals">True for a total of columns: printed on the last block of columns only (R52).</param>
internal sealed class RowPlace(bool totals) : FieldPlace
{
    public override string? Value(RenderState state, FormField field) =>
        state.Row is { } row && !(totals && state.ColumnBlock + 1 < state.ColumnBlocks) ? row.GetValueOrDefault(field.Key) : null;
}

/// <summary>A mark under a column: <c>m3</c> on the first sheet, <c>m13</c> on the next block of ten columns.</summary>
internal sealed class ColumnMarkPlace(string family, int slot, int slots) : FieldPlace
{
    public override string? Value(RenderState state, FormField field)
    {
        if (state.Row is not { } row)
        {
            return null;
        }

        var key = state.ColumnBlock == 0
            ? field.Key
            : string.Create(CultureInfo.InvariantCulture, $"{family}{slot + (state.ColumnBlock * slots)}");
        return row.GetValueOrDefault(key);
    }
}

/// <summary>A column's own value: the date above the marks.</summary>
/// <param name="section">The section whose rows are the columns.</param>
/// <param name="slot">1-based place among the columns of a sheet.</param>
/// <param name="slots">Columns of a sheet.</param>
internal sealed class ColumnPlace(string section, int slot, int slots) : FieldPlace
{
    public override string? Value(RenderState state, FormField field)
    {
        var rows = state.Data.Rows(section);
        var index = (state.ColumnBlock * slots) + slot - 1;
        return index < rows.Count ? rows[index].GetValueOrDefault(field.Key) : null;
    }
}
