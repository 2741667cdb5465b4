using System.Threading.Channels;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>
/// Carries out a plan. All progress is in the database, and every put is conditional, so a run that dies anywhere is simply begun again:
/// what was written is recognised, what was not is written.
/// </summary>
internal sealed class FilingExecutor(
    IServiceScopeFactory scopes, LibraryCatalog libraries, IOptions<FilingOptions> options, IOptions<SharePointOptions> sharePoint, TimeProvider clock, ILogger<FilingExecutor> logger)
{
    private const int PageSize = 200;

    /// <summary>Pauses up to this long are waited out in the run; longer ones give the place to others.</summary>
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(20);

    /// <summary>Files all that is due.</summary>
    /// <returns>When to run again; null where the plan has ended.</returns>
    public async Task<DateTimeOffset?> RunAsync(string planId, CancellationToken cancellationToken)
    {
        if (await FindAsync(planId, cancellationToken) is not { State: FilingPlanState.Running or FilingPlanState.Cancelled } plan)
        {
            return null;
        }

        var library = await OpenLibraryAsync(plan, cancellationToken);
        var run = new FilingRun(plan, library, scopes, clock, options.Value.PauseFactor);
        if (plan.State == FilingPlanState.Cancelled)
        {
            return await run.EndCancelledAsync(cancellationToken);
        }

        var gate = new ConcurrencyGate(options.Value.MaxConcurrency);
        var memory = await RecallAsync(plan, library, cancellationToken);
        var worker = new ItemWorker(library, memory, await RestrictedAsync(plan, library, cancellationToken), OpenAsync, run.Uploads);
        while (true)
        {
            await RoundAsync(run, worker, gate, cancellationToken);
            if (await run.EndIfDoneAsync(cancellationToken) is not { } next)
            {
                logger.LogInformation("Filing plan {PlanId} came to its end", planId);
                return null;
            }

            var pause = next - clock.GetUtcNow();
            if (pause > ShortPause)
            {
                return next;
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private async Task<FilingPlan?> FindAsync(string planId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingPlans.AsNoTracking().FirstOrDefaultAsync(item => item.Id == planId, cancellationToken);
    }

    private async Task<IDocumentLibrary> OpenLibraryAsync(FilingPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await libraries.ForAsync(plan.SchoolId, cancellationToken);
        }
        catch (LibraryException fault)
        {
            return new ClosedLibrary(fault);
        }
    }

    private async Task<FilingMemory> RecallAsync(FilingPlan plan, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();

        // What an earlier run was holding when it died is open again.
        await database.FilingItems.Where(item => item.PlanId == plan.Id && item.State == FilingItemState.Uploading)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Planned), cancellationToken);
        await TakeOverUploadsAsync(database, plan, cancellationToken);
        var filed = await database.FiledDocuments.AsNoTracking().Where(document => document.SchoolId == plan.SchoolId).ToListAsync(cancellationToken);
        var paths = await database.FilingItems.Where(item => item.PlanId == plan.Id && item.State == FilingItemState.Planned)
            .Select(item => item.Path).ToListAsync(cancellationToken);
        return new FilingMemory(filed, await LookAsync(library, filed, paths, cancellationToken));
    }

    // An upload that an earlier filing of the school left open, such as one into a library that was full, blocks its name until it expires.
    // Whoever files anew instead of resuming goes on with it.
    private static async Task TakeOverUploadsAsync(CadreDbContext database, FilingPlan plan, CancellationToken cancellationToken)
    {
        var left = await database.FilingItems
            .Where(item => item.UploadUrl != null && database.FilingPlans.Any(other =>
                other.Id == item.PlanId && other.Id != plan.Id && other.SchoolId == plan.SchoolId && other.State != FilingPlanState.Running))
            .ToListAsync(cancellationToken);
        var paths = left.Select(item => item.Path).ToList();
        var ours = await database.FilingItems.Where(item => item.PlanId == plan.Id && item.UploadUrl == null && paths.Contains(item.Path)).ToListAsync(cancellationToken);
        foreach (var item in ours)
        {
            var other = left.First(other => other.Path == item.Path);
            (item.UploadUrl, other.UploadUrl) = (other.UploadUrl, null);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    // Null where the library has no rights of its own, or where they are left to the owners of the site.
    private async Task<RestrictedPlaces?> RestrictedAsync(FilingPlan plan, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        if (!sharePoint.Value.SetRights || library is not ILibraryRights rights)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<CadreDbContext>().LibraryRightsReports.AsNoTracking().FirstOrDefaultAsync(item => item.SchoolId == plan.SchoolId, cancellationToken);
        var wanted = await scope.ServiceProvider.GetRequiredService<RightsPlanner>().RestrictedAsync(plan, cancellationToken);
        return new RestrictedPlaces(library, new RightsNarrower(rights, KeptRights.Of(report).Own, clock), wanted);
    }

    // One look at the folders tells which of the known files are untouched; asking for each would cost a request a file.
    private async Task<Dictionary<string, LibraryFile>> LookAsync(
        IDocumentLibrary library, List<FiledDocument> filed, List<string> paths, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, LibraryFile>(StringComparer.OrdinalIgnoreCase);
        var known = filed.Select(document => document.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var year in paths.Where(known.Contains).Select(YearFolder).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                await foreach (var file in library.ListAsync(year, cancellationToken))
                {
                    seen[file.Path] = file;
                }
            }
            catch (LibraryException exception)
            {
                // Without the look every file is asked for by itself; the fault comes up again there, with its own rule.
                logger.LogWarning("The library could not be listed: {Code}", exception.Fault.Code);
            }
        }

        return seen;
    }

    private static async Task RoundAsync(FilingRun run, ItemWorker worker, ConcurrencyGate gate, CancellationToken cancellationToken)
    {
        var results = Channel.CreateBounded<ItemResult>(256);
        var saving = SaveAsync();
        var working = new List<Task>();
        try
        {
            while (!saving.IsCompleted && await run.ClaimAsync(PageSize, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var (index, item) in page.Index())
                {
                    await gate.EnterAsync(cancellationToken);
                    if (!await run.IsWantedAsync(cancellationToken))
                    {
                        gate.Leave(trouble: false);
                        await run.ReleaseAsync(page.Skip(index), cancellationToken);
                        break;
                    }

                    if (run.Stopped is { } reason)
                    {
                        gate.Leave(trouble: false);
                        await results.Writer.WriteAsync(new ItemResult(item, null, null, null, reason), cancellationToken);
                        continue;
                    }

                    working.Add(WorkAsync(item));
                }

                working.RemoveAll(task => task.IsCompletedSuccessfully);
            }

            await Task.WhenAll(working);
        }
        finally
        {
            results.Writer.TryComplete();
        }

        await saving;

        async Task SaveAsync()
        {
            try
            {
                await run.SaveAllAsync(results.Reader, cancellationToken);
            }
            finally
            {
                // Where saving failed nobody reads any more; a worker must not wait for room.
                results.Writer.TryComplete();
            }
        }

        async Task WorkAsync(FilingItem item)
        {
            var trouble = false;
            try
            {
                var result = await Task.Run(() => worker.FileAsync(item, cancellationToken), cancellationToken);
                trouble = result.Fault?.Fault is { Rule: RetryRule.Tenant } or { Code: "gateway-timeout" };
                await results.Writer.WriteAsync(result, cancellationToken);
            }
            catch (ChannelClosedException)
            {
                // Saving failed; what it says itself is the cause and comes up with it.
            }
            finally
            {
                gate.Leave(trouble);
            }
        }
    }

    private async Task<PaperContent> OpenAsync(FilingItem item, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IPaperSource>().OpenAsync(item, cancellationToken);
    }

    // 区 / 学校 / 年度 are the first three names of every path.
    private static string YearFolder(string path) => string.Join('/', path.Split('/').SkipLast(1).Take(3));
}
