using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>How one attempt at an item ended.</summary>
/// <param name="Item">The item.</param>
/// <param name="Paper">What was filed; null where nothing could be made of the paper.</param>
/// <param name="Outcome">How the put ended; null after a fault.</param>
/// <param name="File">The file in the library, where there is one.</param>
/// <param name="Fault">Why it did not work; null where it did.</param>
internal sealed record ItemResult(FilingItem Item, PaperContent? Paper, PutOutcome? Outcome, LibraryFile? File, LibraryException? Fault)
{
    /// <summary>Path from which the file was brought along; null where it was not.</summary>
    public string? MovedFrom { get; init; }
}

/// <summary>Files one item once. It decides nothing about trying again.</summary>
internal sealed class ItemWorker(IDocumentLibrary library, FilingMemory memory, RestrictedPlaces? restricted, Func<FilingItem, CancellationToken, Task<PaperContent>> open, Func<FilingItem, UploadMemory> uploads)
{
    public async Task<ItemResult> FileAsync(FilingItem item, CancellationToken cancellationToken)
    {
        PaperContent? paper = null;
        var upload = uploads(item);
        try
        {
            paper = await open(item, cancellationToken);
            var content = paper.Content;
            var known = memory.AtPath(item.Path);
            if (known is not null && known.Hash == content.Hash && memory.IsUntouched(known) is { } there)
            {
                return new ItemResult(item, paper, PutOutcome.AlreadyFiled, there, null);
            }

            if (known is not null && !memory.Shows(item.Path) && await library.FindAsync(item.Path, cancellationToken) is null)
            {
                // Not where it was filed: somebody moved it, or deleted it.
                known = await BringBackAsync(item, known, cancellationToken);
            }

            var from = known is null ? memory.ElsewhereBySource(item.Source, item.Path) : null;
            known ??= from is null ? null : await BringAlongAsync(item, from, cancellationToken);
            var result = await PutAsync(item, content, known, upload, cancellationToken);
            if (result is { Outcome: PutOutcome.Conflict, File: null })
            {
                // Someone deleted what was filed: the plan says that it belongs there.
                result = await PutAsync(item, content, null, upload, cancellationToken);
            }

            var fault = result.Outcome == PutOutcome.Conflict ? new LibraryException(LibraryFaults.SomethingElseThere, result.File?.ModifiedBy) : null;
            return new ItemResult(item, paper, result.Outcome, result.File, fault) { MovedFrom = known is null ? null : from?.Path };
        }
        catch (LibraryException exception)
        {
            return new ItemResult(item, paper, null, null, await EndUploadAsync(upload, exception, cancellationToken));
        }
        finally
        {
            paper?.Content.Dispose();
        }
    }

    // A file that waits for a person must not block its own name meanwhile; whatever comes of the decision begins a new upload.
    private async Task<LibraryException> EndUploadAsync(UploadMemory upload, LibraryException fault, CancellationToken cancellationToken)
    {
        if (upload.Url is not { } open || fault.Fault.Rule != RetryRule.Never)
        {
            return fault;
        }

        try
        {
            await library.AbandonAsync(open, cancellationToken);
            await upload.RememberAsync(null, cancellationToken);
            return fault;
        }
        catch (LibraryException other)
        {
            return other;
        }
    }

    private async Task<PutResult> PutAsync(FilingItem item, LibraryContent content, FiledDocument? known, UploadMemory upload, CancellationToken cancellationToken)
    {
        var empty = restricted is null ? null : await restricted.CloseAsync(item, cancellationToken);
        var condition = item.Replace ? PutCondition.Any
            : empty is not null ? PutCondition.Matches(empty.ETag)
            : known is not null ? PutCondition.Matches(known.ETag, known.StableHash) : PutCondition.Absent;
        return await library.PutAsync(item.Path, content, condition, upload, cancellationToken);
    }

    // What somebody moved away goes back with its versions: filed anew it would be there twice.
    private async Task<FiledDocument?> BringBackAsync(FilingItem item, FiledDocument known, CancellationToken cancellationToken) =>
        known.Source == item.Source && await library.FindByIdAsync(known.RemoteId, cancellationToken) is { } file
            ? await MoveAsync(item, known, file, cancellationToken) : null;

    // A paper whose path changed (a namesake joined, a title was corrected) moves with its versions, so that it is never there twice.
    private async Task<FiledDocument?> BringAlongAsync(FilingItem item, FiledDocument old, CancellationToken cancellationToken) =>
        (await library.FindAsync(old.Path, cancellationToken) ?? await library.FindByIdAsync(old.RemoteId, cancellationToken)) is { } file
            ? await MoveAsync(item, old, file, cancellationToken) : null;

    private async Task<FiledDocument> MoveAsync(FilingItem item, FiledDocument old, LibraryFile file, CancellationToken cancellationToken)
    {
        if (file.ETag != old.ETag)
        {
            throw new LibraryException(LibraryFaults.SomethingElseThere, file.ModifiedBy);
        }

        // It may be there already, where a run died after the move.
        var there = file;
        if (!string.Equals(file.Path, item.Path, StringComparison.OrdinalIgnoreCase))
        {
            await library.EnsureFolderAsync(LibraryPath.Folder(item.Path), cancellationToken);
            var moved = await library.MoveAsync(file, item.Path, cancellationToken);
            there = moved is { Outcome: not PutOutcome.Conflict, File: { } now } ? now : throw new LibraryException(LibraryFaults.SomethingElseThere, moved.File?.ModifiedBy);
        }

        return new FiledDocument
        {
            Path = item.Path, SchoolId = old.SchoolId, Source = old.Source, Hash = old.Hash, StableHash = old.StableHash, RemoteId = there.Id, ETag = there.ETag,
        };
    }
}
