namespace CadreDocs.Documents.Forms;

/// <summary>One fault in a template, a document or its data: a stable code, the place, and a sentence that says what to do next.</summary>
/// <param name="Code">Stable, lower-case with hyphens: <c>unknown-tag</c>.</param>
/// <param name="Message">The sentence in Chinese.</param>
/// <param name="MessageEn">The sentence in English.</param>
/// <param name="Part">Part of the package or sheet; null where it concerns the whole file.</param>
/// <param name="Tag">The control's tag or field key; null where none is meant.</param>
/// <param name="Row">1-based row in its section, or null.</param>
/// <param name="Paragraph">1-based paragraph in the part, or null.</param>
public sealed record Fault(string Code, string Message, string MessageEn, string? Part = null, string? Tag = null, int? Row = null, int? Paragraph = null);
