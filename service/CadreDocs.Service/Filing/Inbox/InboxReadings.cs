using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>What follows in the library's books when a reading of one of its files is put into its record.</summary>
internal sealed class InboxReadings(CadreDbContext database) : IReadingFollower
{
    /// <summary>Where a reading of an inbox paper says it comes from.</summary>
    public static ReadingOrigin Of(InboxPaper paper) => new("inbox:" + paper.Id, paper.ETag);

    /// <summary>Where a reading of a filed document says it comes from.</summary>
    public static ReadingOrigin Of(string path, string eTag) => new("library:" + path, eTag);

    public async Task AppliedAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (reading.Origin is not { } origin || reading.OriginETag is not { } eTag)
        {
            return;
        }

        string? remoteId = null;
        if (origin.StartsWith("inbox:", StringComparison.Ordinal)
            && await database.InboxPapers.FirstOrDefaultAsync(paper => paper.Id == origin.Substring("inbox:".Length), cancellationToken) is { } paper && paper.ETag == eTag)
        {
            paper.State = InboxState.Settled;
            paper.RecordId = reading.RecordId;
            remoteId = paper.RemoteId;
        }

        // The record holds now what the file in the library says: the next filing may write over it.
        var path = origin.StartsWith("library:", StringComparison.Ordinal) ? origin["library:".Length..] : null;
        foreach (var document in await database.FiledDocuments.Where(document => document.Path == path || document.RemoteId == remoteId).ToListAsync(cancellationToken))
        {
            document.ETag = eTag;
        }
    }
}
