using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>Makes the bytes of what is to be filed: the record's document, the attachment, the reference.</summary>
internal interface IPaperSource
{
    /// <summary>The content of an item.</summary>
    /// <exception cref="LibraryException">The paper itself stands in the way: changed, stale, not to be rendered.</exception>
    Task<LibraryContent> OpenAsync(FilingItem item, CancellationToken cancellationToken);
}
