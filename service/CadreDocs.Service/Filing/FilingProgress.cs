using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary>A filing in numbers.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Year">年度.</param>
/// <param name="State">running, done, done-with-failures or cancelled.</param>
/// <param name="Total">Files of the plan.</param>
/// <param name="Done">Files that are in the library: filed now or before.</param>
/// <param name="AlreadyFiled">Of these, how many were there before.</param>
/// <param name="Failed">Files that failed or met something else.</param>
/// <param name="Bytes">Bytes of the files that are done.</param>
/// <param name="FilesPerSecond">Rate since the watching began; null in a single answer.</param>
/// <param name="BytesPerSecond">The same in bytes, with what has arrived of files that are under way.</param>
/// <param name="WaitingUntil">Until when the library asked for a pause, on whichever node; null while work goes on.</param>
/// <param name="Waiting">Why it waits, in Chinese.</param>
/// <param name="WaitingEn">The same in English.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="Problems">Everything that did not work, with what to do.</param>
/// <param name="WaitingFiles">Files that are tried again by themselves, the next one first: what stands in the way, whom to ask, and when.</param>
/// <param name="Sending">Large files that are under way, with how much of each the library has.</param>
internal sealed record FilingView(
    string Id, string SchoolId, int Year, FilingPlanState State, int Total, int Done, int AlreadyFiled, int Failed, long Bytes, double? FilesPerSecond, double? BytesPerSecond,
    DateTimeOffset? WaitingUntil, string? Waiting, string? WaitingEn, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, IReadOnlyList<FilingItemView> Problems,
    IReadOnlyList<FilingItemView> WaitingFiles, IReadOnlyList<FilingSending> Sending);

/// <summary>A large file that is under way.</summary>
/// <param name="Path">Where it will stand.</param>
/// <param name="SentBytes">What the library has of it.</param>
/// <param name="SizeBytes">Its size; null where it is made while it is filed.</param>
internal sealed record FilingSending(string Path, long SentBytes, long? SizeBytes);

/// <summary>One file of a filing.</summary>
/// <param name="Id">Id of the item.</param>
/// <param name="Path">Where it stands or will stand in the library.</param>
/// <param name="Kind">docx, xlsx, txt or the attachment's own.</param>
/// <param name="State">planned, uploading, filed, already-filed, conflict, failed or cancelled.</param>
/// <param name="RecordId">The record it belongs to.</param>
/// <param name="SizeBytes">Size as sent; 0 before.</param>
/// <param name="Attempts">Attempts that failed.</param>
/// <param name="NextTry">When it is tried again, where it waits.</param>
/// <param name="Code">Stable code of what stands in the way, or null.</param>
/// <param name="Message">What it is and what to do, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="CanReplace">True where a retry with <c>replace</c> lets the record win.</param>
/// <param name="Person">Who changed the file in the library last, where that matters and the library tells: the one to ask.</param>
internal sealed record FilingItemView(
    string Id, string Path, string Kind, FilingItemState State, string? RecordId, long SizeBytes, int Attempts, DateTimeOffset? NextTry,
    string? Code, string? Message, string? MessageEn, bool CanReplace, string? Person)
{
    public static FilingItemView Of(FilingItem item)
    {
        (string? Message, string? MessageEn) words = item.Reason is { } reason ? LibraryFaults.Sentences(reason, item.ReasonDetail) : (null, null);
        return new FilingItemView(
            item.Id, item.Path, item.Kind, item.State, item.RecordId, item.SizeBytes, item.Attempts, item.NextTry,
            item.Reason, words.Message, words.MessageEn, item.State == FilingItemState.Conflict,
            item.Reason == LibraryFaults.Locked.Code || item.Reason == LibraryFaults.SomethingElseThere.Code ? item.ReasonDetail : null);
    }
}

/// <summary>Reads a filing's numbers from its rows: the rows are the truth, whichever node does the work.</summary>
internal sealed class FilingProgress(IServiceScopeFactory scopes, LibraryCatalog libraries, TimeProvider clock)
{
    private const int MostProblems = 200;

    /// <summary>How often the rows are read while somebody watches.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The numbers now; null for an unknown plan.</summary>
    public async Task<FilingView?> ViewAsync(string planId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        if (await database.FilingPlans.AsNoTracking().FirstOrDefaultAsync(item => item.Id == planId, cancellationToken) is not { } plan)
        {
            return null;
        }

        var items = database.FilingItems.AsNoTracking().Where(item => item.PlanId == planId);
        var counts = (await items.GroupBy(item => item.State).Select(group => new { group.Key, Count = group.Count(), Bytes = group.Sum(item => item.SizeBytes) })
            .ToListAsync(cancellationToken)).ToDictionary(group => group.Key);
        var troubled = await items.Where(item => item.State == FilingItemState.Failed || item.State == FilingItemState.Conflict)
            .OrderBy(item => item.Order).Take(MostProblems).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var waiting = plan.State != FilingPlanState.Running ? [] : await items
            .Where(item => item.State == FilingItemState.Planned && item.Reason != null && item.NextTry > now)
            .OrderBy(item => item.NextTry).ThenBy(item => item.Order).Take(MostProblems).ToListAsync(cancellationToken);
        var sending = await (
            from item in items
            where item.State == FilingItemState.Uploading && item.SizeBytes > 0
            join attachment in database.Attachments on item.AttachmentId equals attachment.Id into attachments
            from attachment in attachments.DefaultIfEmpty()
            orderby item.Order
            select new FilingSending(item.Path, item.SizeBytes, (long?)attachment.SizeBytes)).ToListAsync(cancellationToken);
        var pause = plan.State != FilingPlanState.Running ? null : Later(PauseOf(plan, now), await libraries.BlockedUntilAsync(cancellationToken), now);
        (string? Message, string? MessageEn) words = pause is { } asked ? LibraryFaults.Sentences(asked.Code, null) : (null, null);
        int Count(params FilingItemState[] states) => states.Sum(state => counts.TryGetValue(state, out var group) ? group.Count : 0);
        return new FilingView(
            plan.Id, plan.SchoolId, plan.Year, plan.State, counts.Values.Sum(group => group.Count),
            Count(FilingItemState.Filed, FilingItemState.AlreadyFiled), Count(FilingItemState.AlreadyFiled), Count(FilingItemState.Failed, FilingItemState.Conflict),
            counts.Where(group => group.Key is FilingItemState.Filed or FilingItemState.AlreadyFiled).Sum(group => group.Value.Bytes), null, null,
            pause?.Until, words.Message, words.MessageEn, plan.CreatedAt, plan.EndedAt, troubled.ConvertAll(FilingItemView.Of), waiting.ConvertAll(FilingItemView.Of), sending);
    }

    // What the run wrote down between two rounds. A single file that waits, such as one that is open in Word, is no pause of the library.
    private static (DateTimeOffset Until, string Code)? PauseOf(FilingPlan plan, DateTimeOffset now) =>
        plan is { WaitingUntil: { } until, WaitingFor: { } code } && until > now && LibraryFaults.ByCode.TryGetValue(code, out var fault) && fault.Rule == RetryRule.Tenant
            ? (until, code) : null;

    // In the middle of a round every worker stands before the allowance, and only that knows until when.
    private static (DateTimeOffset Until, string Code)? Later((DateTimeOffset Until, string Code)? noted, DateTimeOffset? blocked, DateTimeOffset now) =>
        blocked is not { } until || until <= now ? noted
        : noted is { } pause && pause.Until >= until ? pause
        : (until, noted?.Code ?? LibraryFaults.Throttled.Code);

    /// <summary>The numbers whenever they change, until the plan has ended.</summary>
    public async IAsyncEnumerable<SseItem<FilingView>> WatchAsync(string planId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        (int Files, long Bytes)? first = null;
        FilingView? last = null;
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            if (await ViewAsync(planId, cancellationToken) is not { } view)
            {
                yield break;
            }

            var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            var bytes = view.Bytes + view.Sending.Sum(file => file.SentBytes);
            first ??= (view.Done, bytes);
            if (view.State != FilingPlanState.Running)
            {
                yield return new SseItem<FilingView>(view, "end");
                yield break;
            }

            if (last is null || last.Done != view.Done || last.Failed != view.Failed || last.WaitingUntil != view.WaitingUntil
                || !last.WaitingFiles.SequenceEqual(view.WaitingFiles) || !last.Sending.SequenceEqual(view.Sending))
            {
                yield return new SseItem<FilingView>(seconds > 0.5
                    ? view with { FilesPerSecond = Math.Round((view.Done - first.Value.Files) / seconds, 1), BytesPerSecond = Math.Round(Math.Max(0, bytes - first.Value.Bytes) / seconds) }
                    : view, "progress");
                last = view;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
