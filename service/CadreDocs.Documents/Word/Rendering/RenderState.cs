using System.Globalization;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>What one render knows while it writes: the data, the place in them, and the scripts' context. Made new for every document.</summary>
internal sealed class RenderState(DocumentRequest request)
{
    private TemplateContext? _context;
    private ScriptObject? _globals;
    private int _shownSheet;

    public FormData Data { get; } = request.Data;

    /// <summary>True where empty places stay blank instead of showing their prompts.</summary>
    public bool ForPaper { get; } = request.ForPaper;

    /// <summary>内容码; empty for a document of no record.</summary>
    public string ContentCode { get; } = request.Identity.ContentCode;

    /// <summary>Faces that step in for characters; null where the template's own draw all.</summary>
    public FontPlan? Fonts { get; } = request.Fonts;

    /// <summary>Takes the bytes of the part that is being written.</summary>
    public MarkupSink Sink { get; set; } = null!;

    /// <summary>Where each literal of the part was written last, -1 for not yet.</summary>
    public int[] LastPlaces { get; private set; } = [];

    /// <summary>1-based sheet; 0 outside the body, where no sheet is meant.</summary>
    public int Sheet { get; set; }

    /// <summary>Number of sheets of this document.</summary>
    public int Sheets { get; set; }

    public int RowBlock { get; set; }

    public int ColumnBlock { get; set; }

    public int ColumnBlocks { get; set; } = 1;

    /// <summary>The row that is being written; null outside of rows and in padding rows.</summary>
    public Dictionary<string, string>? Row { get; set; }

    /// <summary>1-based number of the row in its section, over all sheets; 0 outside of rows.</summary>
    public int RowNumber { get; set; }

    /// <summary>Last control id given out in this part.</summary>
    public int LastId { get; set; }

    /// <summary>Forgets the place in the part before. The body is one sheet until a loop says otherwise; headers and footers know of none.</summary>
    public void BeginPart(bool isBody, int literals)
    {
        (Sheet, Sheets, RowBlock, ColumnBlock, ColumnBlocks, LastId) = (isBody ? 1 : 0, isBody ? 1 : 0, 0, 0, 1, 0);
        LastPlaces = new int[literals];
        Array.Fill(LastPlaces, -1);
        _globals?.Remove("sheet");
        _shownSheet = 0;
    }

    /// <summary>Runs a script of the template.</summary>
    /// <exception cref="InvalidOperationException">It failed on this data.</exception>
    public string Script(Template template, string place)
    {
        _context ??= ScriptGlobals.Context(_globals = ScriptGlobals.Convert(request));
        SetPlace(_globals!);
        try
        {
            return template.Render(_context);
        }
        catch (ScriptRuntimeException cause)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The script at {place} failed: {cause.Message}"), cause);
        }
    }

    private void SetPlace(ScriptObject globals)
    {
        if (Sheet != _shownSheet)
        {
            _shownSheet = Sheet;
            globals["sheet"] = new ScriptObject { ["number"] = Sheet, ["count"] = Sheets };
        }

        if (RowNumber > 0)
        {
            globals["row"] = new ScriptObject { ["number"] = Row is null ? null : RowNumber };
        }
    }
}
