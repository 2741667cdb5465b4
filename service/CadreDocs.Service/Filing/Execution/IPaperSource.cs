using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>What is filed for one item.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Values">For a form that computes its values: those that were rendered, as JSON, to be kept with the record; else null.</param>
/// <param name="ContentCode">内容码 of these values; null where there are none.</param>
internal sealed record PaperContent(LibraryContent Content, string? Values = null, string? ContentCode = null);

/// <summary>Makes the bytes of what is to be filed: the record's document, the attachment, the reference.</summary>
internal interface IPaperSource
{
    /// <summary>The content of an item.</summary>
    /// <exception cref="LibraryException">The paper itself stands in the way: changed, stale, not to be rendered.</exception>
    Task<PaperContent> OpenAsync(FilingItem item, CancellationToken cancellationToken);
}
