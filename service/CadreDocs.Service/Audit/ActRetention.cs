using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Audit;

/// <summary>Forgets once a day how old acts could be taken back; the change list itself stays for good.</summary>
internal sealed class ActRetention(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Nobody takes back what was done a month ago, and its copies would outgrow the data.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    /// <summary>Deletes what is older than the month.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var limit = clock.GetUtcNow() - Keep;
        await database.ActItems.Where(item => database.Acts.Any(act => act.Id == item.ActId && act.At < limit)).ExecuteDeleteAsync(cancellationToken);
        await database.Acts.Where(act => act.At < limit).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ForgetAsync(stoppingToken);
        }
    }
}
