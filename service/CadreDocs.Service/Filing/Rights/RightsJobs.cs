using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>Puts the setting of a school's rights on the schedule: a school's folders take a minute where the library wants pauses.</summary>
internal sealed class RightsScheduler(ISchedulerFactory schedulers)
{
    /// <summary>Sets the rights soon; a run that is under way is followed by another.</summary>
    public async Task ScheduleAsync(string schoolId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<RightsJob>().WithIdentity(schoolId, RightsJob.Group).StoreDurably(true).Build();
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity($"{schoolId}:{Guid.NewGuid():N}", RightsJob.Group).ForJob(job.Key).StartNow().Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
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

/// <summary>Takes passes out of the library whose time is over: SharePoint lets a link expire, but not a person's grant.</summary>
[DisallowConcurrentExecution]
internal sealed class PassJob(CadreDbContext database, RightsScheduler rights, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("passes", RightsJob.Group);

    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var schoolId in await DueAsync(database, clock.GetUtcNow(), cancellationToken))
        {
            await rights.ScheduleAsync(schoolId, cancellationToken);
        }
    }

    /// <summary>Schools with a pass that is over and may still be in the library.</summary>
    internal static Task<List<string>> DueAsync(CadreDbContext database, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.LibraryPasses.Where(pass => pass.RemovedAt == null && pass.Until <= now).Select(pass => pass.SchoolId).Distinct().ToListAsync(cancellationToken);
}
