using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>Puts the setting of a school's rights on the schedule: a school's folders take a minute where the library wants pauses.</summary>
internal sealed class RightsScheduler(ISchedulerFactory schedulers, RightsPolicy policy)
{
    /// <summary>Sets the rights soon; a run that is under way is followed by another. Nothing happens where the rights are the site owners'.</summary>
    public async Task ScheduleAsync(string schoolId, CancellationToken cancellationToken)
    {
        if (policy.AreTheOwners)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<RightsJob>().WithIdentity(schoolId, RightsJob.Group).StoreDurably(true).Build();
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity($"{schoolId}:{Guid.NewGuid():N}", RightsJob.Group).ForJob(job.Key).StartNow().Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
    }

    /// <summary>Looks soon which schools want other rights than were set: somebody left, came or was replaced.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (policy.AreOurs)
        {
            await (await schedulers.GetScheduler(cancellationToken)).TriggerJob(PassJob.Key, cancellationToken);
        }
    }
}

/// <summary>Sets one school's rights. A run that fails is no lost work: the next one begins by looking.</summary>
[DisallowConcurrentExecution]
internal sealed class RightsJob(LibraryRightsSetter setter, ILogger<RightsJob> logger) : IJob
{
    public const string Group = "rights";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var schoolId = context.JobDetail.Key.Name;
        var outcome = await setter.RunAsync(schoolId, cancellationToken);
        if (outcome.Good)
        {
            logger.LogInformation("Rights of school {SchoolId} are set: {Changes} changes", schoolId, outcome.Changes);
        }
        else
        {
            logger.LogWarning("Rights of school {SchoolId} are not as they shall be, after {Changes} changes; 'library rights' says why", schoolId, outcome.Changes);
        }
    }
}

/// <summary>
/// Looks every quarter of an hour where other rights are wanted than were set: passes whose time is over (SharePoint lets a link expire, but
/// not a person's grant), cadres whose last day has passed, secretaries who were replaced. What was filed and what runs wrong is seen too.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PassJob(CadreDbContext database, RightsScheduler rights, RightsPlanner planner, RightsPolicy policy, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("passes", RightsJob.Group);

    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>What went wrong is tried again after this time.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var due = await DueAsync(database, now, cancellationToken);
        if (policy.AreOurs)
        {
            due = [.. due.Union(await ChangedAsync(database, planner, now, cancellationToken), StringComparer.Ordinal)];
        }

        foreach (var schoolId in due)
        {
            await rights.ScheduleAsync(schoolId, cancellationToken);
        }
    }

    /// <summary>Schools with a pass that is over and may still be in the library.</summary>
    internal static Task<List<string>> DueAsync(CadreDbContext database, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.LibraryPasses.Where(pass => pass.RemovedAt == null && pass.Until <= now).Select(pass => pass.SchoolId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Schools with filed papers where other rights are wanted than were set last, or where setting them failed a while ago.</summary>
    internal static async Task<List<string>> ChangedAsync(CadreDbContext database, RightsPlanner planner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var schools = await database.FiledDocuments.Select(document => document.SchoolId).Distinct().ToListAsync(cancellationToken);
        var reports = await database.LibraryRightsReports.AsNoTracking().ToDictionaryAsync(report => report.SchoolId, StringComparer.Ordinal, cancellationToken);
        var changed = new List<string>();
        foreach (var schoolId in schools)
        {
            var report = reports.GetValueOrDefault(schoolId);
            if (KeptRights.Of(report).Mark != (await planner.PlanAsync(schoolId, cancellationToken)).Mark || (report is { Good: false } && report.At < now - Again))
            {
                changed.Add(schoolId);
            }
        }

        return changed;
    }
}
