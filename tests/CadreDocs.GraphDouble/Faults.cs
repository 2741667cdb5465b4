namespace CadreDocs.GraphDouble;

/// <summary>What goes wrong.</summary>
public enum Fault
{
    None,

    /// <summary>429 with Retry-After.</summary>
    Throttled,

    /// <summary>503 with Retry-After.</summary>
    Busy,

    /// <summary>504 before anything was done.</summary>
    GatewayTimeout,

    /// <summary>504 after the work was done.</summary>
    GatewayTimeoutAfter,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>The connection breaks before anything was done.</summary>
    Reset,

    /// <summary>The work is done, the answer never arrives.</summary>
    LostAnswer,

    /// <summary>401: the token counts as expired from now on.</summary>
    TokenExpired,

    /// <summary>409 resourceModified although nothing changed.</summary>
    Race,

    /// <summary>412 with a fresh eTag.</summary>
    FalsePrecondition,

    /// <summary>423.</summary>
    Locked,

    /// <summary>507.</summary>
    QuotaFull,

    /// <summary>509.</summary>
    Bandwidth,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>400 malwareDetected.</summary>
    Malware,

    /// <summary>The folder above the target is deleted just before.</summary>
    FolderVanishes,

    /// <summary>404 although the session is there: it dies.</summary>
    SessionDies,

    /// <summary>A download breaks off in the middle.</summary>
    BreaksOff,

    /// <summary>All addresses for fetching run out.</summary>
    DownloadRunsOut,
}

/// <summary>Faults on demand, one after the other, or at random from a seed.</summary>
public sealed class FaultPlan
{
    private static readonly Fault[] Everything =
    [
        Fault.Throttled, Fault.Busy, Fault.GatewayTimeout, Fault.GatewayTimeoutAfter, Fault.ServerError, Fault.Reset, Fault.LostAnswer,
        Fault.TokenExpired, Fault.Race, Fault.FalsePrecondition, Fault.Locked, Fault.FolderVanishes, Fault.SessionDies, Fault.BreaksOff,
    ];

    private readonly Lock _lock = new();
    private readonly List<(Func<GraphCall, bool> When, Fault Fault, int Left)> _next = [];
    private Random? _random;
    private double _rate;

    /// <summary>Seconds of Retry-After; 0 is sent too.</summary>
    public int RetryAfterSeconds { get; set; } = 1;

    /// <summary>How often each fault happened.</summary>
    public Dictionary<Fault, int> Happened { get; } = [];

    /// <summary>Lets calls go wrong.</summary>
    public void Next(Fault fault, Func<GraphCall, bool>? when = null, int times = 1)
    {
        lock (_lock)
        {
            _next.Add((when ?? (_ => true), fault, times));
        }
    }

    /// <summary>Lets calls go wrong at random; the same seed and the same calls give the same faults.</summary>
    public void AtRandom(int seed, double rate)
    {
        lock (_lock)
        {
            (_random, _rate) = (new Random(seed), rate);
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _random = null;
        }
    }

    internal Fault Pick(GraphCall call)
    {
        lock (_lock)
        {
            var fault = Fault.None;
            for (var index = 0; index < _next.Count && fault == Fault.None; index++)
            {
                var (when, next, left) = _next[index];
                if (!when(call))
                {
                    continue;
                }

                fault = next;
                if (left == 1)
                {
                    _next.RemoveAt(index);
                }
                else
                {
                    _next[index] = (when, next, left - 1);
                }
            }

            if (fault == Fault.None && _random is not null && _random.NextDouble() < _rate)
            {
                fault = Everything[_random.Next(Everything.Length)];
            }

            if (fault != Fault.None)
            {
                Happened[fault] = Happened.GetValueOrDefault(fault) + 1;
            }

            return fault;
        }
    }
}
