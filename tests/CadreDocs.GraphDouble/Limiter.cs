namespace CadreDocs.GraphDouble;

/// <summary>The tenant's allowance: units in a sliding window. Refused calls count too, as they do in SharePoint.</summary>
public sealed class Limiter
{
    private readonly Lock _lock = new();
    private readonly Queue<(long At, int Units)> _spent = new();
    private int _inWindow;

    /// <summary>Units in a window; null for no limit.</summary>
    public int? Units { get; set; }

    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>True: every request costs one unit; false: 1 to read, 2 to write or list, 5 for permissions, and each part of a batch by itself.</summary>
    public bool Flat { get; set; }

    public long Served { get; private set; }

    public long Refused { get; private set; }

    /// <summary>Spends the units of a call.</summary>
    /// <returns>Null where it may go on, else the seconds to wait; and the units left with the seconds until the window is over.</returns>
    internal (int? RetryAfter, int? Remaining, int Reset) Spend(int units)
    {
        lock (_lock)
        {
            var now = Environment.TickCount64;
            var window = (long)Window.TotalMilliseconds;
            while (_spent.TryPeek(out var old) && old.At <= now - window)
            {
                _inWindow -= _spent.Dequeue().Units;
            }

            if (Units is not { } most)
            {
                Served++;
                return (null, null, 0);
            }

            _spent.Enqueue((now, units));
            _inWindow += units;
            var reset = Math.Max(1, (int)Math.Ceiling(window / 1000.0));
            if (_inWindow > most)
            {
                Refused++;
                return (reset, 0, reset);
            }

            Served++;
            return (null, most - _inWindow, reset);
        }
    }
}
