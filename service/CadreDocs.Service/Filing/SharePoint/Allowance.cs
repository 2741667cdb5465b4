namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>A stretch of the tenant's time that one node may spend.</summary>
/// <param name="StartsAt">Milliseconds since 1970 at which its first unit is due.</param>
/// <param name="MillisecondsPerUnit">Distance between units.</param>
/// <param name="BlockedUntil">No request before this moment; 0 for none.</param>
internal readonly record struct Lease(double StartsAt, double MillisecondsPerUnit, long BlockedUntil);

/// <summary>Where the shared allowance is kept.</summary>
internal interface IAllowanceStore
{
    /// <summary>Takes units from the tenant's time, after what others took.</summary>
    Task<Lease> LeaseAsync(int units, long now, CancellationToken cancellationToken);

    /// <summary>Until when the tenant wants no request: milliseconds since 1970, 0 for none.</summary>
    Task<long> BlockedUntilAsync(CancellationToken cancellationToken);

    /// <summary>Notes that the tenant asked for a pause; after a refusal the rate goes down as well.</summary>
    Task BlockAsync(long until, bool slowDown, CancellationToken cancellationToken);
}

/// <summary>
/// Spends the tenant's allowance evenly, one allowance for all workers of all nodes. Nodes take short leases from the store, so that the
/// database is asked a few times a second and not once a request.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle to free; the object lives as long as the process.")]
internal sealed class Allowance(IAllowanceStore store, TimeProvider clock, int unitsPerMinute)
{
    /// <summary>Length of a lease; also how long another node's pause may go unnoticed.</summary>
    private const double LeaseMilliseconds = 400;

    private readonly SemaphoreSlim _leasing = new(1, 1);
    private readonly Lock _lock = new();
    private double _next;
    private double _step;
    private int _left;
    private long _blockedUntil;
    private long _lookedAt;

    /// <summary>True while there is no limit of our own; a pause that the tenant asks for holds all the same.</summary>
    private bool Unlimited => unitsPerMinute == 0;

    /// <summary>Until when the tenant wants no request; null while it takes them.</summary>
    public DateTimeOffset? BlockedUntil => Interlocked.Read(ref _blockedUntil) is var until && until > Now ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Waits until this many units may be spent.</summary>
    public async Task SpendAsync(int units, CancellationToken cancellationToken)
    {
        if (units == 0)
        {
            return;
        }

        while (true)
        {
            var due = Unlimited ? await NowAsync(cancellationToken) : await DueAsync(units, cancellationToken);
            due = Math.Max(due, Interlocked.Read(ref _blockedUntil));
            if (due - Now is > 0 and var wait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), clock, cancellationToken);
            }

            if (Interlocked.Read(ref _blockedUntil) <= Now)
            {
                return;
            }
        }
    }

    /// <summary>Until when the tenant wants no request, as any node was told; null while it takes them.</summary>
    public async Task<DateTimeOffset?> LookAsync(CancellationToken cancellationToken)
    {
        Block(await store.BlockedUntilAsync(cancellationToken));
        return BlockedUntil;
    }

    /// <summary>The tenant refused, or said that nothing is left: all nodes pause.</summary>
    /// <param name="pause">How long.</param>
    /// <param name="refused">True slows down afterwards; false where nothing was refused yet.</param>
    /// <param name="cancellationToken">Stops the note.</param>
    public async Task PauseAsync(TimeSpan pause, bool refused, CancellationToken cancellationToken)
    {
        var until = Now + (long)Math.Ceiling(pause.TotalMilliseconds);
        Block(until);
        await store.BlockAsync(until, refused, cancellationToken);
    }

    // Without leases nothing brings word of another node's pause, so one worker at a time asks for it, as often as there would be leases.
    private async Task<long> NowAsync(CancellationToken cancellationToken)
    {
        var looked = Interlocked.Read(ref _lookedAt);
        if (Now - looked >= LeaseMilliseconds && Interlocked.CompareExchange(ref _lookedAt, Now, looked) == looked)
        {
            await LookAsync(cancellationToken);
        }

        return Now;
    }

    private async Task<long> DueAsync(int units, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_left >= units)
                {
                    // A unit whose moment passed unused is spent now, but the ones after it do not bunch up.
                    var due = Math.Max(_next, Now);
                    _next = due + (units * _step);
                    _left -= units;

                    // A batch goes when the last of its units is due, or it would run ahead of the rate.
                    return (long)Math.Ceiling(due + ((units - 1) * _step));
                }
            }

            await _leasing.WaitAsync(cancellationToken);
            try
            {
                int wanted;
                lock (_lock)
                {
                    if (_left >= units)
                    {
                        continue;
                    }

                    wanted = Math.Max(units, (int)(unitsPerMinute / 60_000.0 * LeaseMilliseconds));
                }

                var lease = await store.LeaseAsync(wanted, Now, cancellationToken);
                Block(lease.BlockedUntil);
                lock (_lock)
                {
                    // What was left of the old lease is too little for this call and lies just before the new one: it is kept.
                    _next = _left > 0 ? lease.StartsAt - (_left * lease.MillisecondsPerUnit) : lease.StartsAt;
                    (_step, _left) = (lease.MillisecondsPerUnit, _left + wanted);
                }
            }
            finally
            {
                _leasing.Release();
            }
        }
    }

    private void Block(long until)
    {
        var known = Interlocked.Read(ref _blockedUntil);
        while (until > known)
        {
            var seen = Interlocked.CompareExchange(ref _blockedUntil, until, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }
}
