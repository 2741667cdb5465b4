using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>The rows of one plan while it runs: hands out what is due, writes down what became of it.</summary>
internal sealed class FilingRun(FilingPlan plan, IDocumentLibrary library, IServiceScopeFactory scopes, TimeProvider clock, double pauseFactor)
{
    /// <summary>A Graph batch takes 20 requests; one save for as many keeps the database calm.</summary>
    private const int BatchSize = 20;

    /// <summary>So often columns are tried at once; after that the file waits its turn again.</summary>
    private const int FieldTries = 4;

    private static readonly TimeSpan BatchWait = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Pause before what a cancelled plan left in the library is cleared up once more.</summary>
    private static readonly TimeSpan CleaningPause = TimeSpan.FromMinutes(1);

    /// <summary>Why nothing more can be filed into this library; null while it can.</summary>
    public LibraryException? Stopped { get; private set; }

    /// <summary>The upload memory of an item, kept in its row: whichever node is asked, it tells how far a large file is.</summary>
    public UploadMemory Uploads(FilingItem item) => new(
        item.UploadUrl,
        (url, cancellationToken) => PutAsync(item, set => set.SetProperty(row => row.UploadUrl, url), cancellationToken),
        (bytes, cancellationToken) => PutAsync(item, set => set.SetProperty(row => row.SizeBytes, bytes), cancellationToken));

    private async Task PutAsync(FilingItem item, Action<UpdateSettersBuilder<FilingItem>> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingItems.Where(row => row.Id == item.Id).ExecuteUpdateAsync(change, cancellationToken);
    }

    /// <summary>The next items that are due, marked as under way; none where the plan is no longer running.</summary>
    public async Task<IReadOnlyList<FilingItem>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        if (!await database.FilingPlans.AnyAsync(item => item.Id == plan.Id && item.State == FilingPlanState.Running, cancellationToken))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var due = await database.FilingItems
            .Where(item => item.PlanId == plan.Id && item.State == FilingItemState.Planned && (item.NextTry == null || item.NextTry <= now))
            .OrderBy(item => item.Order).Take(most).Select(item => item.Id).ToListAsync(cancellationToken);
        await database.FilingItems.Where(item => due.Contains(item.Id) && item.State == FilingItemState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Uploading), cancellationToken);

        // Read after they were marked: one that was cancelled in between is not ours.
        return await database.FilingItems.AsNoTracking().Where(item => due.Contains(item.Id) && item.State == FilingItemState.Uploading)
            .OrderBy(item => item.Order).ToListAsync(cancellationToken);
    }

    /// <summary>True while nobody has cancelled the plan.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingPlans
            .AnyAsync(item => item.Id == plan.Id && item.State == FilingPlanState.Running, cancellationToken);
    }

    /// <summary>Hands back items that were claimed and not begun.</summary>
    public async Task ReleaseAsync(IEnumerable<FilingItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(item => item.Id).ToList();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingItems.Where(item => ids.Contains(item.Id) && item.State == FilingItemState.Uploading)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Planned), cancellationToken);
    }

    /// <summary>Writes results down in batches until there are no more.</summary>
    public async Task SaveAllAsync(ChannelReader<ItemResult> results, CancellationToken cancellationToken)
    {
        while (await results.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<ItemResult>(BatchSize);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            while (batch.Count < BatchSize)
            {
                if (results.TryRead(out var result))
                {
                    batch.Add(result);
                    Stopped ??= result.Fault is { Fault.Rule: RetryRule.StopLibrary } ? result.Fault : null;
                    continue;
                }

                try
                {
                    patience.CancelAfter(BatchWait);
                    if (!await results.WaitToReadAsync(patience.Token))
                    {
                        break;
                    }
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    break;
                }
            }

            await SaveAsync(batch, await SetFieldsAsync(batch, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Ends the plan where nothing is open.</summary>
    /// <returns>When the next open item is due; null where the plan has ended.</returns>
    public async Task<DateTimeOffset?> EndIfDoneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var open = database.FilingItems.Where(item => item.PlanId == plan.Id && (item.State == FilingItemState.Planned || item.State == FilingItemState.Uploading));
        var row = await database.FilingPlans.FirstAsync(item => item.Id == plan.Id, cancellationToken);
        if (row.State != FilingPlanState.Running)
        {
            return await EndCancelledAsync(cancellationToken);
        }

        // One without a moment is due now; databases differ in where they sort it.
        var waiting = await open.OrderBy(item => item.NextTry != null).ThenBy(item => item.NextTry).Select(item => new { item.NextTry, item.Reason }).FirstOrDefaultAsync(cancellationToken);
        if (waiting is not null)
        {
            (row.WaitingUntil, row.WaitingFor) = waiting.NextTry > clock.GetUtcNow() ? (waiting.NextTry, waiting.Reason) : (null, null);
            await database.SaveChangesAsync(cancellationToken);
            return waiting.NextTry ?? clock.GetUtcNow();
        }

        var failed = await database.FilingItems.AnyAsync(
            item => item.PlanId == plan.Id && (item.State == FilingItemState.Failed || item.State == FilingItemState.Conflict), cancellationToken);
        var (state, now) = (failed ? FilingPlanState.DoneWithFailures : FilingPlanState.Done, clock.GetUtcNow());

        // Ended only while nothing is open: a file may be planned again at this very moment.
        var ended = await database.FilingPlans
            .Where(item => item.Id == plan.Id && item.State == FilingPlanState.Running && !open.Any())
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.State, state).SetProperty(item => item.EndedAt, now)
                    .SetProperty(item => item.WaitingUntil, (DateTimeOffset?)null).SetProperty(item => item.WaitingFor, (string?)null), cancellationToken);
        return ended > 0 ? null : now;
    }

    /// <summary>Clears up after a cancel: what is open is cancelled, and an upload that was begun is given up.</summary>
    /// <returns>When to try again what could not be given up; null where nothing is left to do.</returns>
    public async Task<DateTimeOffset?> EndCancelledAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var items = database.FilingItems.Where(item => item.PlanId == plan.Id);

        // The plan may have been resumed since it was read; then what is open belongs to its next run.
        await items.Where(item => item.State == FilingItemState.Planned || item.State == FilingItemState.Uploading)
            .Where(item => database.FilingPlans.Any(other => other.Id == item.PlanId && other.State == FilingPlanState.Cancelled))
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Cancelled), cancellationToken);
        var begun = await items.AsNoTracking().Where(item => item.State == FilingItemState.Cancelled && item.UploadUrl != null).ToListAsync(cancellationToken);
        DateTimeOffset? again = null;
        foreach (var item in begun)
        {
            try
            {
                await library.AbandonAsync(item.UploadUrl!, cancellationToken);
            }
            catch (LibraryException fault) when (fault.Fault.Rule is RetryRule.File or RetryRule.Tenant)
            {
                again = clock.GetUtcNow() + CleaningPause;
                continue;
            }
            catch (LibraryException)
            {
                // No way in any more: the library lets the upload expire by itself.
            }

            await items.Where(row => row.Id == item.Id && row.UploadUrl == item.UploadUrl)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UploadUrl, (string?)null), cancellationToken);
        }

        return again;
    }

    private async Task<Dictionary<string, (string Hash, LibraryException? Fault)>> SetFieldsAsync(List<ItemResult> batch, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, (string Hash, LibraryException? Fault)>();
        var paths = batch.Where(result => result.File is not null).Select(result => result.Item.Path).ToList();
        Dictionary<string, string> known;
        await using (var scope = scopes.CreateAsyncScope())
        {
            known = await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FiledDocuments.AsNoTracking()
                .Where(document => paths.Contains(document.Path)).ToDictionaryAsync(document => document.Path, document => document.FieldsHash, cancellationToken);
        }

        var due = new List<(FilingItem Item, FieldUpdate Update)>();
        foreach (var result in batch.Where(result => result is { Fault: null, File: not null }))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(result.File!.Id + "\n" + result.Item.Fields)));
            hashes[result.Item.Id] = (hash, null);
            if (result.Outcome == PutOutcome.Filed || known.GetValueOrDefault(result.Item.Path) != hash)
            {
                due.Add((result.Item, new FieldUpdate(result.File, JsonSerializer.Deserialize<Dictionary<string, string>>(result.Item.Fields)!)));
            }
        }

        for (var attempt = 1; due.Count > 0; attempt++)
        {
            var faults = await library.SetFieldsAsync(due.Select(item => item.Update).ToList(), cancellationToken);
            var again = new List<(FilingItem, FieldUpdate)>();
            var pause = TimeSpan.Zero;
            for (var index = 0; index < due.Count; index++)
            {
                if (faults[index] is not { } fault)
                {
                    continue;
                }

                if (fault.Fault.Rule is RetryRule.File or RetryRule.Tenant && attempt < FieldTries)
                {
                    again.Add(due[index]);
                    pause = Longer(pause, fault.RetryAfter ?? TimeSpan.FromMilliseconds(pauseFactor * 200 * (1 << attempt)));
                }
                else
                {
                    hashes[due[index].Item.Id] = ("", fault);
                }
            }

            due = again;
            if (due.Count > 0)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }
        }

        return hashes;
    }

    private async Task SaveAsync(List<ItemResult> batch, Dictionary<string, (string Hash, LibraryException? Fault)> fields, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var changes = scope.ServiceProvider.GetRequiredService<ChangeLog>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var ids = batch.Select(result => result.Item.Id).ToList();
        var paths = batch.Select(result => result.Item.Path).ToList();
        var sources = batch.Select(result => result.Item.Source).ToList();
        var rows = await database.FilingItems.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
        var filed = await database.FiledDocuments.Where(document => paths.Contains(document.Path) || sources.Contains(document.Source)).ToListAsync(cancellationToken);
        foreach (var result in batch)
        {
            var row = rows[result.Item.Id];
            var set = fields.GetValueOrDefault(row.Id);
            var fault = result.Fault ?? set.Fault;

            // A node that was taken for dead may come late: the row belongs to whoever claimed it since.
            if (row.State == FilingItemState.Uploading)
            {
                Note(row, result, fault);
            }

            if (result is { File: { } file, Paper: { Content: { } content } paper } && result.Outcome != PutOutcome.Conflict)
            {
                // Only what was brought along is gone from where it stood; any other copy stays known until somebody decides about it.
                database.FiledDocuments.RemoveRange(filed.Where(document => document.Source == row.Source && document.Path == result.MovedFrom));
                var document = filed.Find(document => document.Path == row.Path) ?? database.FiledDocuments.Add(Blank(row)).Entity;
                (document.Source, document.RecordId, document.Hash, document.StableHash) = (row.Source, row.RecordId, content.Hash, content.StableHash);
                document.Year = LibraryFields.YearOf(row.Fields) ?? plan.Year;
                (document.RemoteId, document.ETag, document.SizeBytes) = (file.Id, file.ETag, file.SizeBytes);
                document.FieldsHash = set.Hash ?? "";
                document.FiledAt = result.Outcome == PutOutcome.Filed || document.FiledAt == default ? clock.GetUtcNow() : document.FiledAt;
                await MarkRecordAsync(database, changes, row, paper, cancellationToken);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        await MarkUploadsAsync(database, changes, batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Note(FilingItem row, ItemResult result, LibraryException? fault)
    {
        if (result.Paper?.Content is { } content)
        {
            (row.Hash, row.SizeBytes) = (content.Hash, content.SizeBytes);
        }

        (row.RemoteId, row.ETag) = result.Outcome is PutOutcome.Filed or PutOutcome.AlreadyFiled ? (result.File!.Id, result.File.ETag) : (row.RemoteId, row.ETag);
        (row.Reason, row.ReasonDetail) = (fault?.Fault.Code, fault?.Detail);
        if (fault is null)
        {
            row.State = result.Outcome == PutOutcome.Filed ? FilingItemState.Filed : FilingItemState.AlreadyFiled;
            row.Replace = false;
            return;
        }

        row.Attempts++;
        var rule = fault.Fault;
        if (rule == LibraryFaults.SomethingElseThere)
        {
            row.State = FilingItemState.Conflict;
        }
        else if (rule.Rule is RetryRule.File or RetryRule.Tenant && row.Attempts < rule.Tries)
        {
            // Where only the columns are missing, the next attempt finds the file there and sets them.
            var pause = rule.Pause * (pauseFactor * Math.Pow(2, Math.Min(row.Attempts - 1, 10)));
            row.State = FilingItemState.Planned;
            row.NextTry = clock.GetUtcNow() + (fault.RetryAfter ?? (pause < LongestPause ? pause : LongestPause));
        }
        else
        {
            row.State = FilingItemState.Failed;
        }
    }

    private FiledDocument Blank(FilingItem row) => new()
    {
        Path = row.Path, SchoolId = plan.SchoolId, Year = plan.Year, Source = row.Source, Hash = "", StableHash = "", RemoteId = "", ETag = "",
    };

    // The version stays: the content that was accepted is what was filed, and a second filing must find the same bytes.
    // Computed values are kept as they were rendered.
    private async Task MarkRecordAsync(CadreDbContext database, ChangeLog changes, FilingItem row, PaperContent paper, CancellationToken cancellationToken)
    {
        if (row.RecordId is null || !row.Source.StartsWith("record:", StringComparison.Ordinal))
        {
            return;
        }

        var marked = await database.Records
            .Where(record => record.Id == row.RecordId && record.Version == row.RecordVersion && record.State == RecordState.Accepted)
            .ExecuteUpdateAsync(
                set => set.SetProperty(record => record.State, RecordState.Filed)
                    .SetProperty(record => record.Data, record => paper.Values ?? record.Data)
                    .SetProperty(record => record.ContentCode, record => paper.ContentCode ?? record.ContentCode), cancellationToken);
        if (marked == 1)
        {
            await NoteAsync(database, changes, row.RecordId, cancellationToken);
        }
    }

    // A paper that is only uploaded has no document of its own: it is filed once all its files are.
    private async Task MarkUploadsAsync(CadreDbContext database, ChangeLog changes, List<ItemResult> batch, CancellationToken cancellationToken)
    {
        foreach (var recordId in batch.Where(result => result.Item is { AttachmentId: not null, RecordId: not null }).Select(result => result.Item.RecordId!).Distinct())
        {
            var rows = await database.FilingItems.Where(item => item.PlanId == plan.Id && item.RecordId == recordId && !item.Source.StartsWith("reference:"))
                .Select(item => new { item.AttachmentId, item.State, item.RecordVersion }).ToListAsync(cancellationToken);
            if (rows.Exists(row => row.AttachmentId is null || row.State is not (FilingItemState.Filed or FilingItemState.AlreadyFiled)))
            {
                continue;
            }

            var version = rows[0].RecordVersion;
            var marked = await database.Records.Where(record => record.Id == recordId && record.Version == version && record.State == RecordState.Accepted)
                .ExecuteUpdateAsync(set => set.SetProperty(record => record.State, RecordState.Filed), cancellationToken);
            if (marked == 1)
            {
                await NoteAsync(database, changes, recordId, cancellationToken);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    // Whoever asked for the filing did it, not the machine that carried it out.
    private async Task NoteAsync(CadreDbContext database, ChangeLog changes, string recordId, CancellationToken cancellationToken)
    {
        var personId = await database.Records.Where(record => record.Id == recordId).Select(record => record.PersonId).FirstOrDefaultAsync(cancellationToken);
        changes.Add("record.state", RecordState.Accepted, RecordState.Filed, plan.SchoolId, personId, recordId, plan.Year, "filing:" + plan.Id, plan.CreatedBy);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
