using System.Text.Json.Nodes;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>All that one document is made from. The engine has no clock and no culture of its own, so equal requests give equal bytes.</summary>
/// <param name="Data">The values.</param>
/// <param name="Globals">What fixed generated text may use: <c>year</c>, <c>semester</c>, <c>school</c>, <c>cadre</c>, <c>region</c>, <c>scheme</c>, <c>copy</c> …</param>
/// <param name="Identity">What the document says about itself.</param>
public sealed record DocumentRequest(FormData Data, JsonObject Globals, DocumentIdentity Identity)
{
    /// <summary>True for a copy that is printed, filed or filled by hand: places without a value stay blank. Default false: they show what to fill in, and our task pane opens with the document.</summary>
    public bool ForPaper { get; init; }

    /// <summary>
    /// Faces by which characters are tested: one that a place's own face lacks is written in the first fallback that draws it. Null (default): all stand
    /// in the template's faces, and Word chooses. Excel's cells always keep theirs: a cell in several faces can no longer be sorted or looked up as text.
    /// </summary>
    public FontPlan? Fonts { get; init; }
}
