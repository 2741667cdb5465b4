using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>How one attempt at an item ended.</summary>
/// <param name="Item">The item.</param>
/// <param name="Paper">What was filed; null where nothing could be made of the paper.</param>
/// <param name="Outcome">How the put ended; null after a fault.</param>
/// <param name="File">The file in the library, where there is one.</param>
/// <param name="Fault">Why it did not work; null where it did.</param>
internal sealed record ItemResult(FilingItem Item, PaperContent? Paper, PutOutcome? Outcome, LibraryFile? File, LibraryException? Fault);

/// <summary>Files one item once. It decides nothing about trying again.</summary>
internal sealed class ItemWorker(IDocumentLibrary library, FilingMemory memory, Func<FilingItem, CancellationToken, Task<PaperContent>> open, Func<FilingItem, UploadMemory> uploads)
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

            known ??= await BringAlongAsync(item, cancellationToken);
            var condition = item.Replace ? PutCondition.Any : known is not null ? PutCondition.Matches(known.ETag, known.StableHash) : PutCondition.Absent;
            var result = await library.PutAsync(item.Path, content, condition, upload, cancellationToken);
            if (result is { Outcome: PutOutcome.Conflict, File: null })
            {
                // Someone deleted what was filed: the plan says that it belongs there.
                result = await library.PutAsync(item.Path, content, PutCondition.Absent, upload, cancellationToken);
            }

            var fault = result.Outcome == PutOutcome.Conflict ? new LibraryException(LibraryFaults.SomethingElseThere, result.File?.ModifiedBy) : null;
            return new ItemResult(item, paper, result.Outcome, result.File, fault);
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

    // A paper whose path changed (a namesake joined, a title was corrected) moves with its versions, so that it is never there twice.
    private async Task<FiledDocument?> BringAlongAsync(FilingItem item, CancellationToken cancellationToken)
    {
        if (memory.ElsewhereBySource(item.Source, item.Path) is not { } old || await library.FindAsync(old.Path, cancellationToken) is not { } file)
        {
            return null;
        }

        if (file.ETag != old.ETag)
        {
            throw new LibraryException(LibraryFaults.SomethingElseThere, file.ModifiedBy);
        }

        await library.EnsureFolderAsync(LibraryPath.Folder(item.Path), cancellationToken);
        var moved = await library.MoveAsync(file, item.Path, cancellationToken);
        if (moved.Outcome == PutOutcome.Conflict)
        {
            throw new LibraryException(LibraryFaults.SomethingElseThere, moved.File?.ModifiedBy);
        }

        return new FiledDocument
        {
            Path = item.Path, SchoolId = old.SchoolId, Source = old.Source, Hash = old.Hash, StableHash = old.StableHash,
            RemoteId = moved.File!.Id, ETag = moved.File.ETag,
        };
    }
}
