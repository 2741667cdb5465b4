using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Execution;
using CadreDocs.Service.Filing.Planning;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary>Asks for the filing of a year.</summary>
internal sealed record FilingRequest(int Year);

/// <summary>Asks for another attempt at one file.</summary>
/// <param name="Replace">True where the record shall win over what stands in the library; default false.</param>
internal sealed record RetryRequest(bool Replace = false);

internal static class FilingEndpoints
{
    public static void MapFilings(this IEndpointRouteBuilder api)
    {
        var schools = api.MapGroup("/schools/{schoolId}/filings").WithTags("Filing");
        schools.MapPost("/", StartAsync).RequireAuthorization(Policies.Secretary).WithName("StartFiling");
        schools.MapGet("/", ListAsync).RequireAuthorization(Policies.SchoolReader).WithName("ListFilings");

        var filings = api.MapGroup("/filings/{filingId}").WithTags("Filing");
        filings.MapGet("/", GetAsync).RequireAuthorization(Policies.SchoolReader).WithName("GetFiling");
        filings.MapGet("/items", ItemsAsync).RequireAuthorization(Policies.SchoolReader).WithName("ListFilingItems");
        filings.MapGet("/events", EventsAsync).RequireAuthorization(Policies.SchoolReader).WithName("WatchFiling");
        filings.MapPost("/cancel", CancelAsync).RequireAuthorization(Policies.Secretary).WithName("CancelFiling");
        filings.MapPost("/resume", ResumeAsync).RequireAuthorization(Policies.Secretary).WithName("ResumeFiling");
        filings.MapPost("/items/{itemId}/retry", RetryAsync).RequireAuthorization(Policies.Secretary).WithName("RetryFilingItem");
    }

    /// <summary>Files a school's portfolios of a year. The plan is carried out in the background and survives a restart.</summary>
    /// <response code="202">The plan; one that runs already is handed back.</response>
    /// <response code="409">Nothing has been accepted yet.</response>
    internal static async Task<Results<Accepted<FilingView>, ProblemHttpResult>> StartAsync(
        string schoolId, FilingRequest request, CadreDbContext database, CurrentUser user, FilingPlanner planner, FilingScheduler scheduler,
        FilingProgress progress, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken);
        if (school is null || !user.CanSeeSchool(schoolId))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (!user.IsSecretaryOf(schoolId))
        {
            return Problems.Forbidden("只有本校书记或负责归档的人员可以归档。", "Only the school's secretary files its portfolios.").ToResult();
        }

        if (YearFilter.Refusal(request.Year) is { } refusal)
        {
            return refusal.ToResult();
        }

        var outcome = await planner.CreateAsync(school, request.Year, user.PersonId!, cancellationToken);
        if (outcome.Refused(out var problem, out var plan))
        {
            return problem.ToResult();
        }

        await scheduler.ScheduleAsync(plan.Id, TimeSpan.Zero, cancellationToken);
        return TypedResults.Accepted($"/api/filings/{plan.Id}", await progress.ViewAsync(plan.Id, cancellationToken));
    }

    /// <summary>The filings of a school, newest first.</summary>
    internal static async Task<Results<Ok<List<FilingView>>, ProblemHttpResult>> ListAsync(
        string schoolId, int? year, CadreDbContext database, CurrentUser user, FilingProgress progress, CancellationToken cancellationToken)
    {
        if (!user.CanReadSchool(schoolId))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var plans = await database.FilingPlans.AsNoTracking().Where(plan => plan.SchoolId == schoolId && (year == null || plan.Year == year))
            .OrderByDescending(plan => plan.CreatedAt).Take(20).Select(plan => plan.Id).ToListAsync(cancellationToken);
        var views = new List<FilingView>();
        foreach (var plan in plans)
        {
            views.Add((await progress.ViewAsync(plan, cancellationToken))!);
        }

        return TypedResults.Ok(views);
    }

    /// <summary>A filing with its numbers and everything that did not work.</summary>
    internal static async Task<Results<Ok<FilingView>, ProblemHttpResult>> GetAsync(
        string filingId, CadreDbContext database, CurrentUser user, FilingProgress progress, CancellationToken cancellationToken) =>
        await FindAsync(filingId, database, user, cancellationToken) is { } plan
            ? TypedResults.Ok(await progress.ViewAsync(plan.Id, cancellationToken))
            : NoFiling();

    /// <summary>The files of a filing in the order of the binder.</summary>
    internal static async Task<Results<Ok<List<FilingItemView>>, ProblemHttpResult>> ItemsAsync(
        string filingId, FilingItemState? state, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await FindAsync(filingId, database, user, cancellationToken) is not { } plan)
        {
            return NoFiling();
        }

        var items = await database.FilingItems.AsNoTracking().Where(item => item.PlanId == plan.Id && (state == null || item.State == state))
            .OrderBy(item => item.Order).ToListAsync(cancellationToken);
        return TypedResults.Ok(items.ConvertAll(FilingItemView.Of));
    }

    /// <summary>The numbers of a filing as server-sent events: <c>progress</c> whenever they change, <c>end</c> at last.</summary>
    internal static async Task<Results<ServerSentEventsResult<FilingView>, ProblemHttpResult>> EventsAsync(
        string filingId, CadreDbContext database, CurrentUser user, FilingProgress progress, CancellationToken cancellationToken) =>
        await FindAsync(filingId, database, user, cancellationToken) is { } plan
            ? TypedResults.ServerSentEvents(progress.WatchAsync(plan.Id, cancellationToken))
            : NoFiling();

    /// <summary>Stops after the files that are under way. What is filed stays filed.</summary>
    internal static async Task<Results<Ok<FilingView>, ProblemHttpResult>> CancelAsync(
        string filingId, CadreDbContext database, CurrentUser user, FilingProgress progress, FilingScheduler scheduler, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(filingId, database, user, cancellationToken) is not { } plan)
        {
            return NoFiling();
        }

        var now = progress.Now;
        var cancelled = await database.FilingPlans.Where(item => item.Id == plan.Id && item.State == FilingPlanState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingPlanState.Cancelled).SetProperty(item => item.EndedAt, now), cancellationToken);
        await database.FilingItems.Where(item => item.PlanId == plan.Id && item.State == FilingItemState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, FilingItemState.Cancelled), cancellationToken);
        if (cancelled > 0)
        {
            Note(changes, plan, FilingPlanState.Running, FilingPlanState.Cancelled);
            await database.SaveChangesAsync(cancellationToken);
        }

        // A last run gives up the uploads that were begun.
        await scheduler.ScheduleAsync(plan.Id, TimeSpan.Zero, cancellationToken);
        return TypedResults.Ok(await progress.ViewAsync(plan.Id, cancellationToken));
    }

    /// <summary>Goes on with what was cancelled or failed. Conflicts stay until somebody decides each.</summary>
    internal static async Task<Results<Ok<FilingView>, ProblemHttpResult>> ResumeAsync(
        string filingId, CadreDbContext database, CurrentUser user, FilingProgress progress, FilingScheduler scheduler, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(filingId, database, user, cancellationToken) is not { } plan)
        {
            return NoFiling();
        }

        var open = database.FilingItems
            .Where(item => item.PlanId == plan.Id && (item.State == FilingItemState.Cancelled || item.State == FilingItemState.Failed));
        await PlanAgainAsync(plan, open, replace: null, database, cancellationToken);
        Note(changes, plan, plan.State, FilingPlanState.Running);
        await database.SaveChangesAsync(cancellationToken);
        await scheduler.ScheduleAsync(plan.Id, TimeSpan.Zero, cancellationToken);
        return TypedResults.Ok(await progress.ViewAsync(plan.Id, cancellationToken));
    }

    /// <summary>Tries one file again; with <c>replace</c> the record wins over what stands in the library.</summary>
    /// <response code="409">The file is filed or under way.</response>
    internal static async Task<Results<Ok<FilingView>, ProblemHttpResult>> RetryAsync(
        string filingId, string itemId, RetryRequest? request, CadreDbContext database, CurrentUser user, FilingProgress progress,
        FilingScheduler scheduler, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(filingId, database, user, cancellationToken) is not { } plan)
        {
            return NoFiling();
        }

        var before = await database.FilingItems.AsNoTracking().FirstOrDefaultAsync(item => item.Id == itemId && item.PlanId == plan.Id, cancellationToken);
        var open = database.FilingItems
            .Where(item => item.Id == itemId && item.PlanId == plan.Id && item.State != FilingItemState.Filed
                && item.State != FilingItemState.AlreadyFiled && item.State != FilingItemState.Uploading);
        var changed = await PlanAgainAsync(plan, open, request?.Replace ?? false, database, cancellationToken);
        if (changed == 0)
        {
            return Problems.Conflict("not-open", "这份文件不需要重试。", "This file needs no retry.", "它已归档或正在处理。", "It is filed or under way.").ToResult();
        }

        if (request is { Replace: true } && before is { State: FilingItemState.Conflict })
        {
            // What a person changed in the library gives way: who that was and who decided so must be known afterwards.
            var personId = await database.Records.Where(record => record.Id == before.RecordId).Select(record => record.PersonId).FirstOrDefaultAsync(cancellationToken);
            changes.Add("filing.replaced", before.ReasonDetail, before.Path, plan.SchoolId, personId, before.RecordId, plan.Year, "filing:" + plan.Id);
            await database.SaveChangesAsync(cancellationToken);
        }

        await scheduler.ScheduleAsync(plan.Id, TimeSpan.Zero, cancellationToken);
        return TypedResults.Ok(await progress.ViewAsync(plan.Id, cancellationToken));
    }

    private static void Note(ChangeLog changes, FilingPlan plan, FilingPlanState before, FilingPlanState after) =>
        changes.Add("filing.state", before, after, plan.SchoolId, year: plan.Year, reason: "filing:" + plan.Id);

    // In one step: a run that is just ending after a cancel must see both changed or neither, or it would cancel what was planned anew.
    private static async Task<int> PlanAgainAsync(
        FilingPlan plan, IQueryable<FilingItem> items, bool? replace, CadreDbContext database, CancellationToken cancellationToken)
    {
        await using var step = await database.Database.BeginTransactionAsync(cancellationToken);
        var changed = await items.ExecuteUpdateAsync(
            set => set.SetProperty(item => item.State, FilingItemState.Planned).SetProperty(item => item.Attempts, 0)
                .SetProperty(item => item.NextTry, (DateTimeOffset?)null).SetProperty(item => item.Reason, (string?)null)
                .SetProperty(item => item.Replace, item => replace ?? item.Replace), cancellationToken);

        // A plan resumed after its last file came through has nothing open; it runs once more and ends as done.
        if (changed > 0 || replace is null)
        {
            await database.FilingPlans.Where(item => item.Id == plan.Id).ExecuteUpdateAsync(
                set => set.SetProperty(item => item.State, FilingPlanState.Running).SetProperty(item => item.EndedAt, (DateTimeOffset?)null), cancellationToken);
        }

        await step.CommitAsync(cancellationToken);
        return changed;
    }

    private static async Task<FilingPlan?> FindAsync(string id, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        await database.FilingPlans.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellationToken) is { } plan && user.CanReadSchool(plan.SchoolId)
            ? plan : null;

    private static async Task<FilingPlan?> FindOwnAsync(string id, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        await FindAsync(id, database, user, cancellationToken) is { } plan && user.IsSecretaryOf(plan.SchoolId) ? plan : null;

    private static ProblemHttpResult NoFiling() => Problems.NotFound("该归档任务", "filing").ToResult();
}
