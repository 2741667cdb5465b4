using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>What is wrong with the library of one or more schools.</summary>
/// <param name="Schools">Ids of the schools whose papers go there.</param>
/// <param name="Message">What it is and what to do, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
internal sealed record LibraryTrouble(IReadOnlyList<string> Schools, string Message, string MessageEn);

/// <summary>How the libraries were found.</summary>
/// <param name="CheckedAt">When they were looked at last; null before the first look has ended.</param>
/// <param name="Troubles">What is wrong; empty where everything can be filed.</param>
internal sealed record LibraryState(DateTimeOffset? CheckedAt, IReadOnlyList<LibraryTrouble> Troubles);

/// <summary>
/// Looks at the library of every school when the service starts, and again every hour, or sooner while something is wrong: a wrong site
/// or a missing role shows on the first day and not on the day of filing. It reads only.
/// </summary>
internal sealed class LibraryWatch(IServiceScopeFactory scopes, LibraryCatalog libraries, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<LibraryWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Usually = TimeSpan.FromHours(1);
    private static readonly TimeSpan InTrouble = TimeSpan.FromMinutes(5);

    /// <summary>What the last look found.</summary>
    public LibraryState State { get; private set; } = new(null, []);

    /// <summary>Looks now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var schools = await scope.ServiceProvider.GetRequiredService<CadreDbContext>().Schools.OrderBy(school => school.Code).Select(school => school.Id).ToListAsync(cancellationToken);
        var troubles = new List<(string School, LibraryFinding Finding)>();
        var looked = new Dictionary<string, IReadOnlyList<LibraryFinding>>(StringComparer.Ordinal);
        foreach (var school in schools)
        {
            string? id = null;
            IReadOnlyList<LibraryFinding>? findings = null;
            try
            {
                id = (await libraries.ForAsync(school, cancellationToken)).Id;
                findings = looked.GetValueOrDefault(id);
            }
            catch (LibraryException)
            {
                // The check itself says what it is.
            }

            findings ??= await LibraryCheck.RunAsync(() => libraries.ForAsync(school, cancellationToken), addColumns: false, write: false, keepers: null, cancellationToken);
            if (id is not null)
            {
                looked[id] = findings;
            }

            troubles.AddRange(findings.Where(finding => !finding.Good).Select(finding => (school, finding)));
        }

        State = new LibraryState(clock.GetUtcNow(), troubles.GroupBy(trouble => trouble.Finding)
            .Select(group => new LibraryTrouble(group.Select(trouble => trouble.School).ToList(), group.Key.Message, group.Key.MessageEn)).ToList());
        foreach (var trouble in State.Troubles)
        {
            logger.LogWarning("Library of {Count} schools, first {SchoolId}: {Trouble}", trouble.Schools.Count, trouble.Schools[0], trouble.MessageEn);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(State.Troubles.Count == 0 ? Usually : InTrouble, TimeProvider.System, stoppingToken);
        }
    }
}

/// <summary>Degraded while some school's papers cannot be filed; the service itself works on.</summary>
internal sealed class LibraryHealth(LibraryWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        watch.State.Troubles is [var first, ..] ? HealthCheckResult.Degraded(first.MessageEn) : HealthCheckResult.Healthy());
}
