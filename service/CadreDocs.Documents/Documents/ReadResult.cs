using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>What was read from a filled document.</summary>
/// <param name="Kind">Word or Excel.</param>
/// <param name="Identity">What the document says about itself; null where it carries nothing (an old blank).</param>
/// <param name="Form">The form it was read as; null where no form was recognised (then <paramref name="Faults"/> says why).</param>
/// <param name="Data">The values that were understood.</param>
/// <param name="Fields">Where each value came from, in document order.</param>
/// <param name="NotUnderstood">What was found but could not be placed, and what was normalised, each as a sentence.</param>
/// <param name="Faults">Why the file was refused; empty where it was read.</param>
public sealed record ReadResult(
    DocumentKind Kind,
    DocumentIdentity? Identity,
    FormDefinition? Form,
    FormData Data,
    IReadOnlyList<ReadField> Fields,
    IReadOnlyList<Fault> NotUnderstood,
    IReadOnlyList<Fault> Faults);

/// <summary>One value with its provenance.</summary>
/// <param name="Section">Section key, or null for a single field.</param>
/// <param name="Row">1-based row in the section, or null.</param>
/// <param name="Key">Field key.</param>
/// <param name="Value">Canonical value.</param>
/// <param name="Source">How it was found.</param>
/// <param name="Raw">The text as it stood, where it was normalised; else null.</param>
public sealed record ReadField(string? Section, int? Row, string Key, string Value, ReadSource Source, string? Raw);

/// <summary>How a value was found.</summary>
public enum ReadSource
{
    /// <summary>By the tag of its content control or the name of its cell.</summary>
    Tag,

    /// <summary>By its cell's position in the template (the editor dropped the tags).</summary>
    Position,

    /// <summary>By the label beside or above it (an official blank without controls).</summary>
    Label,
}
