namespace CadreDocs.Documents.Scaffolding;

/// <summary>How the first Word document of a form is laid out: the <c>layout:</c> of its <c>form.yaml</c>. One sheet holds one table between lines of text.</summary>
public sealed record DocumentLayout
{
    /// <summary>True for A4 landscape; default portrait.</summary>
    public bool Landscape { get; init; }

    /// <summary>Margins in millimetres: top, right, bottom, left; default 20, 20, 18, 20.</summary>
    public IReadOnlyList<double> Margins { get; init; } = [20, 20, 18, 20];

    /// <summary>Size of labels and values in points; default 12 (小四).</summary>
    public double FontSize { get; init; } = 12;

    /// <summary>Size of the title in points; default 18 (小二).</summary>
    public double TitleSize { get; init; } = 18;

    /// <summary>True where number, title and copy stand on one line (表4); default false: number above title.</summary>
    public bool OneLineHeading { get; init; }

    /// <summary>Lines above the frame, below the title.</summary>
    public IReadOnlyList<LayoutLine> Before { get; init; } = [];

    /// <summary>Widths of the grid's columns, in any unit: they are scaled to the width between the margins.</summary>
    public IReadOnlyList<double> Columns { get; init; } = [];

    /// <summary>Rows of the frame.</summary>
    public IReadOnlyList<LayoutRow> Rows { get; init; } = [];

    /// <summary>Lines below the frame.</summary>
    public IReadOnlyList<LayoutLine> After { get; init; } = [];
}

/// <summary>A line of text outside the frame.</summary>
/// <param name="Text">Words as printed, with Scriban, <c>[[field]]</c> for a control and a tab for the next tab stop.</param>
/// <param name="Align"><c>left</c> (default), <c>center</c> or <c>right</c>.</param>
/// <param name="Tabs">Tab stops in millimetres from the left margin; a negative one counts from the right margin and is right-aligned.</param>
/// <param name="Size">Points; null for the layout's size.</param>
/// <param name="Space">Points of space after the line; default 3.</param>
public sealed record LayoutLine(string Text, string Align = "left", IReadOnlyList<double>? Tabs = null, double? Size = null, double Space = 3);

/// <summary>A row of the frame.</summary>
/// <param name="Cells">Its cells from left to right.</param>
/// <param name="Height">Smallest height in millimetres; null for the height of its text.</param>
/// <param name="Header">True where the row is printed again on each page the table runs over.</param>
/// <param name="Size">Size of its text in points; null for the layout's.</param>
public sealed record LayoutRow(IReadOnlyList<LayoutCell> Cells, double? Height, bool Header, double? Size = null);

/// <summary>A cell of the frame.</summary>
/// <param name="Label">Words as printed; a line break makes a paragraph. Null for none.</param>
/// <param name="Field">Key of the field, or section and key, whose control stands in the cell, below the label; null for none.</param>
/// <param name="Span">Columns it covers; default 1.</param>
/// <param name="Down">Rows it covers; default 1. The rows below name the cell with <c>^</c>.</param>
/// <param name="Continued">True for such a cell of a row below.</param>
/// <param name="Align"><c>left</c>, <c>center</c> or null: labels and short values centred, long text left.</param>
/// <param name="Ink">Lines for signature and date at the foot of the cell, right-aligned, filled by hand.</param>
public sealed record LayoutCell(string? Label, string? Field, int Span, int Down, bool Continued, string? Align, IReadOnlyList<string> Ink);

/// <summary>Names of the faces a document asks for. They are names only: whoever prints needs the fonts (R83).</summary>
/// <param name="Title">Face of titles; default 方正小标宋简体.</param>
/// <param name="Heading">Face of labels; default 黑体.</param>
/// <param name="Body">Face of values and notes; default 仿宋.</param>
/// <param name="Symbols">Face of √ ⊕ △ 〇: one that covers GBK, since ⊕ and 〇 are not in GB2312; default 宋体.</param>
/// <param name="Latin">Face of Latin letters and digits; default Times New Roman.</param>
public sealed record DocumentFonts(
    string Title = "方正小标宋简体", string Heading = "黑体", string Body = "仿宋", string Symbols = "宋体", string Latin = "Times New Roman");
