using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>A workbook to be written by <see cref="WorkbookWriter"/>: lists of the service such as the audit workbook or a roster.</summary>
public sealed record WorkbookDefinition
{
    /// <summary>Title in the document's properties; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The sheets, in the order of their tabs; at least one.</summary>
    public required IReadOnlyList<WorkbookSheet> Sheets { get; init; }

    /// <summary>Lists of allowed values, put on a hidden sheet 选项 and referred to by <see cref="WorkbookColumn.List"/>.</summary>
    public IReadOnlyList<WorkbookList> Lists { get; init; } = [];

    /// <summary>Custom document properties, such as the id and version of an audit batch; read back by <see cref="SheetReader"/>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>What the workbook says about itself where it belongs to a form's record; null for a plain list.</summary>
    public DocumentIdentity? Identity { get; init; }

    /// <summary>True where our task pane shall open with the workbook, in Excel where the add-in is installed. Default false.</summary>
    public bool OpensPane { get; init; }

    /// <summary>Faces of title, headers and cells; default 方正小标宋简体, 黑体, 仿宋.</summary>
    public WorkbookFonts Fonts { get; init; } = new();
}

/// <summary>The faces of a workbook.</summary>
/// <param name="Title">Face of the title.</param>
/// <param name="Header">Face of the header rows.</param>
/// <param name="Body">Face of everything else.</param>
public sealed record WorkbookFonts(string Title = "方正小标宋简体", string Header = "黑体", string Body = "仿宋");

/// <summary>Values for cells to choose from.</summary>
/// <param name="Name">Defined name in the workbook: a letter, then letters, digits or underscores, not like a cell address (<c>opinions</c>).</param>
/// <param name="Values">The values; at least one.</param>
public sealed record WorkbookList(string Name, IReadOnlyList<string> Values);

/// <summary>A sheet: a title, lines of text, one table, notes.</summary>
public sealed record WorkbookSheet
{
    /// <summary>Name on the tab: 1 to 31 characters, none of <c>: \ / ? * [ ]</c>, unique in the workbook.</summary>
    public required string Name { get; init; }

    /// <summary>Title in the first row, across the table; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Lines between title and table, each across the table.</summary>
    public IReadOnlyList<string> Intro { get; init; } = [];

    /// <summary>The table; null for a sheet of text only (notes).</summary>
    public WorkbookTable? Table { get; init; }

    /// <summary>Lines below the table, each across the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Columns that stay in sight when scrolling sideways; the header row always stays. Default 0.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>A4 across instead of upright.</summary>
    public bool Landscape { get; init; }

    /// <summary>True for a hidden sheet.</summary>
    public bool Hidden { get; init; }

    /// <summary>How changes are held off; a guard rail, never security. Default none.</summary>
    public WorkbookProtection Protection { get; init; }
}

/// <summary>How a sheet holds off changes; never with a password.</summary>
public enum WorkbookProtection
{
    /// <summary>Everything may be changed.</summary>
    None,

    /// <summary>
    /// Filtering and sorting work, title and header are locked. Excel sorts a protected sheet only where all cells are unlocked, so the locked columns
    /// are guarded by a validation that refuses typing (not pasting or clearing): check them when the workbook comes back.
    /// </summary>
    Sortable,

    /// <summary>The locked columns cannot be changed at all; filtering works, sorting does not.</summary>
    Locked,
}

/// <summary>A table: an Excel table with filter buttons, sorted and filtered as one.</summary>
public sealed record WorkbookTable
{
    /// <summary>Name in the workbook: a letter, then letters, digits or underscores; unique among tables and lists.</summary>
    public required string Name { get; init; }

    /// <summary>The columns; at least one, headers unique.</summary>
    public required IReadOnlyList<WorkbookColumn> Columns { get; init; }

    /// <summary>The rows; each has a cell for each column or fewer.</summary>
    public required IReadOnlyList<IReadOnlyList<WorkbookCell>> Rows { get; init; }

    /// <summary>Backgrounds of whole rows by the value of a column; they follow sorting and editing.</summary>
    public IReadOnlyList<WorkbookHighlight> Highlights { get; init; } = [];
}

/// <summary>One column of a table.</summary>
public sealed record WorkbookColumn
{
    /// <summary>The header: not empty, unique in its table.</summary>
    public required string Header { get; init; }

    /// <summary>What its cells hold; default text.</summary>
    public WorkbookColumnType Type { get; init; }

    /// <summary>Width in characters of the body face (a Chinese character counts two); null to fit the content between 6 and 48.</summary>
    public double? Width { get; init; }

    /// <summary>True for a column nobody needs to see: keys, versions.</summary>
    public bool Hidden { get; init; }

    /// <summary>False where the reader of the workbook is meant to write; such columns have a light background. Default true.</summary>
    public bool Locked { get; init; } = true;

    /// <summary>Values to choose from; empty for none. Long lists are put on the hidden sheet by themselves.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of a <see cref="WorkbookList"/> to choose from; null for none. Wins over <see cref="Choices"/>.</summary>
    public string? List { get; init; }

    /// <summary>Text beside a cell being filled in; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Smallest number allowed; null for none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number allowed; null for none.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>What the cells of a column hold.</summary>
public enum WorkbookColumnType
{
    /// <summary>Text, formatted as text: leading zeros and long numbers stay (工号, 进修编号).</summary>
    Text,

    /// <summary>Wrapped text.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Credits: a decimal with one place.</summary>
    Credit,

    /// <summary>A day from canonical <c>2024-03-05</c>; any other text stays text.</summary>
    Date,
}

/// <summary>One value of a row.</summary>
/// <param name="Text">Canonical text (see <see cref="FormData"/>); null or empty for an empty cell. In a number column text that is no number stays text.</param>
/// <param name="Link">Address to open by a click: http, https or mailto; null for none.</param>
public readonly record struct WorkbookCell(string? Text, string? Link = null)
{
    /// <summary>A cell without a link.</summary>
    public static implicit operator WorkbookCell(string? text) => new(text);

    /// <summary>A cell without a link.</summary>
    public static WorkbookCell FromString(string? text) => new(text);
}

/// <summary>A background for rows.</summary>
/// <param name="Header">The column that decides.</param>
/// <param name="Value">The text that a cell of it must equal; null for any that is not empty.</param>
/// <param name="Fill">Background as RRGGBB; default a light red.</param>
public sealed record WorkbookHighlight(string Header, string? Value, string Fill = "FDE2DD");
