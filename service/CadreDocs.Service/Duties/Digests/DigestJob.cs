using System.Globalization;
using Microsoft.Extensions.Options;
using Quartz;

namespace CadreDocs.Service.Duties.Digests;

/// <summary>The week's letters on their day; in a cluster one node sends them.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(IServiceScopeFactory scopes, IOptions<DigestOptions> options) : IJob
{
    public static readonly JobKey Key = new("weekly", "digests");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.Enabled)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DigestSender>().RunAsync(cancellationToken);
        }
    }

    /// <summary>When it runs, in UTC: at the district's hour and the four after it, for what could not be sent at once.</summary>
    public static string Cron(DigestOptions options)
    {
        // China is eight hours ahead all year; the hours allowed stay on the same day in UTC.
        var first = options.Hour - 8;
        return string.Create(CultureInfo.InvariantCulture, $"0 0 {first}-{first + 4} ? * {options.Day.ToString()[..3].ToUpperInvariant()}");
    }
}

/// <summary>Puts the job on the schedule as the settings say now, or takes it off.</summary>
internal sealed class DigestSchedule(ISchedulerFactory schedulers, IOptions<DigestOptions> options, IHostApplicationLifetime lifetime, ILogger<DigestSchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        try
        {
            await scheduler.DeleteJob(DigestJob.Key, stoppingToken);
            if (!options.Value.Enabled)
            {
                return;
            }

            var job = JobBuilder.Create<DigestJob>().WithIdentity(DigestJob.Key).StoreDurably(true).Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, stoppingToken);
            var trigger = TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity("weekly", "digests").ForJob(DigestJob.Key)
                .WithCronSchedule(DigestJob.Cron(options.Value), cron => cron.InTimeZone(TimeZoneInfo.Utc)).Build();
            await scheduler.ScheduleJob(trigger, cancellationToken: stoppingToken);
        }
        catch (SchedulerException cause)
        {
            // Another node that starts at the same moment has done it.
            logger.LogInformation(cause, "The weekly digest stands on the schedule already");
        }
    }
}
