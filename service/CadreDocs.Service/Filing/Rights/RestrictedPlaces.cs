using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>
/// Closes the places of papers that few may read before their content comes there: an empty file is put first, cut off from its folder and
/// only then filled. So neither a plan that gets stuck nor a service that dies leaves such a paper open, and what a passer-by of the folder
/// could read in between is nothing.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="narrower">Its rights.</param>
/// <param name="wanted">By record id, the rights of the papers that few may read.</param>
internal sealed class RestrictedPlaces(IDocumentLibrary library, RightsNarrower narrower, IReadOnlyDictionary<string, WantedRights> wanted)
{
    /// <summary>Closes the place of an item.</summary>
    /// <returns>The empty file that holds the place; null where the paper is not restricted or something stands there already, now closed.</returns>
    /// <exception cref="LibraryException">It cannot be closed; nothing of the paper is in the library then.</exception>
    public async Task<LibraryFile?> CloseAsync(FilingItem item, CancellationToken cancellationToken)
    {
        if (item.RecordId is not { } record || !wanted.TryGetValue(record, out var rights))
        {
            return null;
        }

        if (rights.Writers.Count == 0)
        {
            throw new LibraryException(LibraryFaults.NobodyKeeps);
        }

        var there = await library.FindAsync(item.Path, cancellationToken);
        var file = there;
        if (file is null)
        {
            using var nothing = LibraryContent.FromBytes([]);
            file = (await library.PutAsync(item.Path, nothing, PutCondition.Absent, UploadMemory.None, cancellationToken)).File;
        }

        try
        {
            await narrower.NarrowAsync(file is null ? null : await narrower.ReadAsync(file.Id, cancellationToken), rights with { Path = item.Path }, cancellationToken);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.Forbidden)
        {
            if (there is null && file is not null)
            {
                await library.DeleteAsync(file, cancellationToken);
            }

            // Only this paper stays out; the others need no such permission.
            throw new LibraryException(LibraryFaults.MayNotClose, item.Path, inner: fault);
        }

        return file is { SizeBytes: 0 } ? file : null;
    }
}
