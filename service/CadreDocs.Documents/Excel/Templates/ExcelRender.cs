using System.Globalization;
using CadreDocs.Documents.Word.Rendering;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Documents.Excel;

/// <summary>What one render knows while it writes. Made new for every document.</summary>
internal sealed class ExcelRender(DocumentRequest request, IReadOnlyList<SheetPlan> plans)
{
    private readonly (TableSize Size, IReadOnlyList<string> Headers)[] _tables = plans.Select(plan =>
    {
        var size = plan.Size(request.Data);
        return (size, plan.HeaderTexts(request.Data, size));
    }).ToArray();

    private TemplateContext? _context;
    private ScriptObject? _globals;
    private Dictionary<string, string>? _row;

    public DocumentRequest Request { get; } = request;

    /// <summary>1-based number of the row in its section; 0 outside of rows.</summary>
    public int RowNumber { get; private set; }

    public TableSize SizeOf(SheetPlan plan) => _tables[plan.Index].Size;

    public IReadOnlyList<string> HeadersOf(SheetPlan plan) => _tables[plan.Index].Headers;

    /// <param name="row">Its data; null for a blank row.</param>
    /// <param name="number">1-based.</param>
    public void EnterRow(Dictionary<string, string>? row, int number) => (_row, RowNumber) = (row, number);

    public void LeaveRows() => (_row, RowNumber) = (null, 0);

    /// <summary>A value of the row; empty in blank rows.</summary>
    public string RowValue(string key) => _row is not null && _row.TryGetValue(key, out var value) ? value : "";

    /// <summary>Runs a script of the template.</summary>
    /// <exception cref="InvalidOperationException">It failed on this data.</exception>
    public string Script(Template template, string place)
    {
        _context ??= ScriptGlobals.Context(_globals = Globals());
        _globals!["row"] = new ScriptObject { ["number"] = RowNumber == 0 ? null : RowNumber };
        try
        {
            return template.Render(_context);
        }
        catch (ScriptRuntimeException cause)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The script at {place} failed: {cause.Message}"), cause);
        }
    }

    private ScriptObject Globals()
    {
        var globals = ScriptGlobals.Convert(Request);

        // A workbook is one long sheet; page numbers are the printer's.
        globals["sheet"] = new ScriptObject { ["number"] = 1, ["count"] = 1 };
        return globals;
    }
}
