namespace CadreDocs.Documents.Excel;

/// <summary>The cell formats of one sheet, by column.</summary>
internal sealed class SheetStyles
{
    private const string EditableFill = "FFF9E5";
    private const string LinkColor = "0563C1";
    private readonly StyleSheet _sheet;
    private readonly CellStyle _body;
    private readonly WorkbookProtection _protection;
    private readonly Dictionary<(WorkbookColumn, bool), int> _byColumn = [];

    public SheetStyles(StyleSheet sheet, WorkbookFonts fonts, WorkbookSheet definition)
    {
        _sheet = sheet;
        _protection = definition.Protection;
        _body = new CellStyle { Font = fonts.Body, Border = CellBorders.All };
        Title = sheet.Add(new CellStyle { Font = fonts.Title, Size = 16, Horizontal = "center", Wrap = true });
        Line = sheet.Add(new CellStyle { Font = fonts.Body, Size = 10.5m, Horizontal = "left", Wrap = true });
        Header = sheet.Add(new CellStyle { Font = fonts.Header, Border = CellBorders.All, Fill = "E7EEF7", Horizontal = "center", Wrap = true });
    }

    public int Title { get; }

    public int Line { get; }

    public int Header { get; }

    public int AddHighlight(string fill) => _sheet.AddHighlight(fill);

    public int Of(WorkbookColumn column, bool link)
    {
        if (_byColumn.TryGetValue((column, link), out var index))
        {
            return index;
        }

        var style = _body with
        {
            Locked = _protection == WorkbookProtection.Locked && column.Locked,
            Fill = column.Locked ? null : EditableFill,
            Color = link ? LinkColor : null,
            Underline = link,
            Wrap = column.Type is WorkbookColumnType.Text or WorkbookColumnType.LongText,
            Horizontal = column.Type switch
            {
                WorkbookColumnType.Text or WorkbookColumnType.LongText => "left",
                _ => "center",
            },
            Format = column.Type switch
            {
                WorkbookColumnType.Text or WorkbookColumnType.LongText => "@",
                WorkbookColumnType.Integer => "0",
                WorkbookColumnType.Credit => "0.0",
                _ => "yyyy\\-mm\\-dd",
            },
        };
        return _byColumn[(column, link)] = _sheet.Add(style);
    }
}
