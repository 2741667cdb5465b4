using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>How the rate moves: a refusal takes a fifth away, calm gives it back within a minute or so.</summary>
internal static class AllowanceRate
{
    public static double Recovered(double unitsPerMinute, double most, int units) => Math.Min(most, unitsPerMinute + (0.02 * units));

    public static double Refused(double unitsPerMinute, double most) => Math.Max(Least(most), unitsPerMinute * 0.8);

    /// <summary>However often the tenant refuses, a tenth stays.</summary>
    public static double Least(double most) => most / 10;
}

/// <summary>The allowance of one process, for a single node and for tests.</summary>
internal sealed class MemoryAllowanceStore(int unitsPerMinute) : IAllowanceStore
{
    private readonly Lock _lock = new();
    private double _rate = unitsPerMinute;
    private double _givenOut;
    private long _blockedUntil;

    public Task<Lease> LeaseAsync(int units, long now, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var step = 60_000 / _rate;
            var start = Math.Max(_givenOut, Math.Max(now, _blockedUntil));
            _givenOut = start + (units * step);
            _rate = AllowanceRate.Recovered(_rate, unitsPerMinute, units);
            return Task.FromResult(new Lease(start, step, _blockedUntil));
        }
    }

    public Task<long> BlockedUntilAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_blockedUntil);
        }
    }

    public Task BlockAsync(long until, bool slowDown, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (until > _blockedUntil)
            {
                _rate = slowDown ? AllowanceRate.Refused(_rate, unitsPerMinute) : _rate;
                _blockedUntil = until;
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>The allowance of all nodes: one row per tenant, changed by one statement at a time.</summary>
internal sealed class DatabaseAllowanceStore(IServiceScopeFactory scopes, string tenant, int unitsPerMinute) : IAllowanceStore
{
    public async Task<Lease> LeaseAsync(int units, long now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        while (true)
        {
            var row = await RowAsync(database, cancellationToken);
            if (unitsPerMinute == 0)
            {
                return new Lease(now, 0, row.BlockedUntil);
            }

            // The row may stem from other settings: those of before, or of a node that has no limit of its own.
            var perMinute = Math.Clamp(row.UnitsPerMinute, AllowanceRate.Least(unitsPerMinute), unitsPerMinute);
            var step = 60_000 / perMinute;
            var start = Math.Max(row.GivenOutUntil, Math.Max(now, row.BlockedUntil));
            var end = start + (long)Math.Ceiling(units * step);
            var rate = AllowanceRate.Recovered(perMinute, unitsPerMinute, units);

            // Only the node that still sees what it read takes the stretch; the others look again.
            var taken = await database.TenantBudgets.Where(budget => budget.Id == tenant && budget.GivenOutUntil == row.GivenOutUntil)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(budget => budget.GivenOutUntil, end).SetProperty(budget => budget.UnitsPerMinute, rate), cancellationToken);
            if (taken == 1)
            {
                return new Lease(start, step, row.BlockedUntil);
            }
        }
    }

    public async Task<long> BlockedUntilAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CadreDbContext>().TenantBudgets
            .Where(budget => budget.Id == tenant).Select(budget => budget.BlockedUntil).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task BlockAsync(long until, bool slowDown, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var row = await RowAsync(database, cancellationToken);
        var rate = slowDown ? AllowanceRate.Refused(row.UnitsPerMinute, unitsPerMinute) : row.UnitsPerMinute;
        await database.TenantBudgets.Where(budget => budget.Id == tenant && budget.BlockedUntil < until)
            .ExecuteUpdateAsync(set => set.SetProperty(budget => budget.BlockedUntil, until).SetProperty(budget => budget.UnitsPerMinute, rate), cancellationToken);
    }

    private async Task<TenantBudget> RowAsync(CadreDbContext database, CancellationToken cancellationToken)
    {
        var row = await database.TenantBudgets.AsNoTracking().FirstOrDefaultAsync(budget => budget.Id == tenant, cancellationToken);
        if (row is not null)
        {
            return row;
        }

        row = new TenantBudget { Id = tenant, UnitsPerMinute = unitsPerMinute };
        database.TenantBudgets.Add(row);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node was first; its row is the one.
        }

        database.ChangeTracker.Clear();
        return await database.TenantBudgets.AsNoTracking().FirstAsync(budget => budget.Id == tenant, cancellationToken);
    }
}
