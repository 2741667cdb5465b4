using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The work is done, and right after it somebody has the file open in Word for a while.</summary>
    PersonOpens,

    /// <summary>507.</summary>
    QuotaFull,

    /// <summary>509.</summary>
    Bandwidth,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>400 notSupported.</summary>
    NotSupported,

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
    // Two of them stop a whole plan until somebody acts, so they are rare.
    private static readonly (Fault Fault, int Weight, Func<GraphCall, bool> Fits)[] Everything =
    [
        (Fault.Throttled, 10, _ => true), (Fault.Busy, 10, _ => true), (Fault.GatewayTimeout, 10, _ => true), (Fault.GatewayTimeoutAfter, 10, _ => true),
        (Fault.ServerError, 10, _ => true), (Fault.Reset, 10, _ => true), (Fault.LostAnswer, 10, _ => true), (Fault.Bandwidth, 3, _ => true),
        (Fault.TokenExpired, 10, call => call.Header("Authorization") is not null), (Fault.Race, 10, IsWrite), (Fault.FalsePrecondition, 10, IsWrite),
        (Fault.Locked, 10, call => call.Method is "PUT" or "PATCH"), (Fault.PersonOpens, 10, call => call.Method == "PUT"),
        (Fault.FolderVanishes, 10, call => call.Method != "GET" && call.Path.Contains("/items/", StringComparison.Ordinal)),
        (Fault.SessionDies, 10, call => call.Path.StartsWith("upload/", StringComparison.Ordinal)),
        (Fault.BreaksOff, 20, call => call.Path.StartsWith("download/", StringComparison.Ordinal)),
        (Fault.QuotaFull, 1, IsWrite), (Fault.Forbidden, 1, _ => true),
    ];

    private readonly Lock _lock = new();
    private readonly List<(Func<GraphCall, bool> When, Fault Fault, int Left)> _next = [];
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private int? _seed;
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

    /// <summary>
    /// Lets calls go wrong at random. What happens follows from the seed, from what the call does to which file, and from how often that was
    /// done before: whichever process comes first, the same file meets the same faults.
    /// </summary>
    public void AtRandom(int seed, double rate)
    {
        lock (_lock)
        {
            (_seed, _rate) = (seed, rate);
            _attempts.Clear();
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _seed = null;
        }
    }

    /// <summary>The fault of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="subject">What it is about, told the same in every run: a path and no id.</param>
    internal Fault Pick(GraphCall call, Func<string> subject)
    {
        lock (_lock)
        {
            var fault = Ordered(call);
            if (fault == Fault.None && _seed is { } seed)
            {
                var key = $"{call.Method} {Tenant.Kind(call.Path)} {subject()}";
                var attempt = _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
                fault = Drawn(call, SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {attempt} {key}"))));
            }

            if (fault != Fault.None)
            {
                Happened[fault] = Happened.GetValueOrDefault(fault) + 1;
            }

            return fault;
        }
    }

    private static bool IsWrite(GraphCall call) => call.Method != "GET";

    private Fault Ordered(GraphCall call)
    {
        for (var index = 0; index < _next.Count; index++)
        {
            var (when, fault, left) = _next[index];
            if (!when(call))
            {
                continue;
            }

            if (left == 1)
            {
                _next.RemoveAt(index);
            }
            else
            {
                _next[index] = (when, fault, left - 1);
            }

            return fault;
        }

        return Fault.None;
    }

    private Fault Drawn(GraphCall call, byte[] lot)
    {
        if (BitConverter.ToUInt32(lot, 0) >= _rate * uint.MaxValue)
        {
            return Fault.None;
        }

        var fitting = Array.FindAll(Everything, kind => kind.Fits(call));
        var at = (int)(BitConverter.ToUInt32(lot, 4) % fitting.Sum(kind => kind.Weight));
        return fitting.First(kind => (at -= kind.Weight) < 0).Fault;
    }
}
