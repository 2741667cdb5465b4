using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Rights;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>Puts plans on the schedule that survives a restart; in a cluster any node may take them.</summary>
internal sealed class FilingScheduler(ISchedulerFactory schedulers)
{
    /// <summary>Runs a plan now or after a pause. A plan that runs already runs once more afterwards.</summary>
    public async Task ScheduleAsync(string planId, TimeSpan pause, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity($"{planId}:{Guid.NewGuid():N}", FilingJob.Group)
            .ForJob(FilingJob.KeyOf(planId))
            .StartAt(scheduler.TimeProvider.GetUtcNow() + pause)
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        var job = JobBuilder.Create<FilingJob>().WithIdentity(FilingJob.KeyOf(planId)).RequestRecovery(true).StoreDurably(true).Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
    }

    /// <summary>True where the plan runs or will run.</summary>
    public async Task<bool> IsScheduledAsync(string planId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return (await scheduler.GetTriggersOfJob(FilingJob.KeyOf(planId), cancellationToken)).Count > 0;
    }

    /// <summary>Forgets a plan that has ended.</summary>
    public async Task ForgetAsync(string planId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJob(FilingJob.KeyOf(planId), cancellationToken);
    }
}

/// <summary>One run of a plan.</summary>
[DisallowConcurrentExecution]
internal sealed class FilingJob(
    FilingExecutor executor, FilingScheduler scheduler, CadreDbContext database, RightsScheduler rights, RightsPolicy policy,
    TimeProvider clock, ILogger<FilingJob> logger) : IJob
{
    public const string Group = "filing";

    /// <summary>Pause after a fault that no rule foresees, such as a database that is away.</summary>
    private static readonly TimeSpan AfterBug = TimeSpan.FromSeconds(30);

    public static JobKey KeyOf(string planId) => new(planId, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var planId = context.JobDetail.Key.Name;
        try
        {
            if (await executor.RunAsync(planId, cancellationToken) is { } next)
            {
                var pause = next - clock.GetUtcNow();
                await scheduler.ScheduleAsync(planId, pause > TimeSpan.Zero ? pause : TimeSpan.Zero, cancellationToken);
            }

            // Also while a plan waits: whoever reads what is there already does not depend on what is still to come.
            if (policy.AreOurs
                && await database.FilingPlans.Where(plan => plan.Id == planId).Select(plan => plan.SchoolId).FirstOrDefaultAsync(cancellationToken) is { } schoolId)
            {
                await rights.ScheduleAsync(schoolId, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops: what is open stays planned and goes on at the next start.
            throw;
        }
#pragma warning disable CA1031 // Whatever happened, the plan must not be lost: it is tried again, and the log has the cause.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "Filing plan {PlanId} stopped by a fault; it goes on in {Pause}", planId, AfterBug);
            await scheduler.ScheduleAsync(planId, AfterBug, CancellationToken.None);
        }
    }
}

/// <summary>Looks after plans that run in the database but stand on no schedule: the service died between the two.</summary>
internal sealed class FilingResume(IServiceScopeFactory scopes, FilingScheduler scheduler, IHostApplicationLifetime lifetime, ILogger<FilingResume> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var running = await scope.ServiceProvider.GetRequiredService<CadreDbContext>().FilingPlans
                .Where(plan => plan.State == FilingPlanState.Running).Select(plan => plan.Id).ToListAsync(stoppingToken);
            foreach (var planId in running)
            {
                if (!await scheduler.IsScheduledAsync(planId, stoppingToken))
                {
                    logger.LogInformation("Filing plan {PlanId} goes on", planId);
                    await scheduler.ScheduleAsync(planId, TimeSpan.Zero, stoppingToken);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
