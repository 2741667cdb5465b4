using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Excel;

/// <summary>The formats of a first workbook.</summary>
internal sealed class ScaffoldLook(WorkbookFonts fonts, DocumentLayout layout)
{
    private readonly decimal _size = (decimal)layout.FontSize;

    /// <summary>Number of the sheet (表4).</summary>
    public CellStyle Mark => new() { Font = fonts.Header, Size = 12, Horizontal = "left" };

    /// <summary>第一份 / 第二份.</summary>
    public CellStyle Copy => new() { Font = fonts.Body, Size = 10.5m, Horizontal = "right" };

    public CellStyle Title => new() { Font = fonts.Title, Size = (decimal)layout.TitleSize, Horizontal = "center", Wrap = true };

    /// <summary>Words before a single field.</summary>
    public CellStyle Label => new() { Font = fonts.Body, Size = _size, Horizontal = "right" };

    /// <summary>A single field: a line to write on.</summary>
    public CellStyle Value => new() { Font = fonts.Body, Size = _size, Horizontal = "left", Border = CellBorders.Bottom, Format = "@", Locked = false };

    public CellStyle Header => new() { Font = fonts.Header, Size = _size, Horizontal = "center", Border = CellBorders.All, Wrap = true };

    public CellStyle Number => new() { Font = fonts.Body, Size = _size, Horizontal = "center", Border = CellBorders.All };

    public CellStyle Note => new() { Font = fonts.Body, Size = _size, Wrap = true };

    /// <summary>A cell of the table.</summary>
    public CellStyle Of(FormField field) => new()
    {
        Font = fonts.Body,
        Size = _size,
        Border = CellBorders.All,
        Wrap = field.Type is FieldType.Text or FieldType.Paragraphs,
        Locked = false,
        Horizontal = "center",
        Format = field.Type switch
        {
            FieldType.Integer => "0",
            FieldType.Credit => "0.0",
            FieldType.Date => "yyyy\"年\"m\"月\"d\"日\"",
            _ => "@",
        },
    };
}
