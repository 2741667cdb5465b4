using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CadreDocs.Service.Commands;

/// <summary>Counts a batch and draws its bar on the error stream; where that is no terminal, a line for every tenth.</summary>
internal sealed class BatchProgress : IDisposable
{
    private const int Width = 30;
    private const int KeptFailures = 20;

    private readonly int _total;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Timer _timer;
    private readonly ConcurrentQueue<string> _failures = new();
    private int _documents;
    private int _failed;
    private long _bytes;
    private int _tenth;

    public BatchProgress(int total)
    {
        _total = total;
        var beat = TimeSpan.FromMilliseconds(200);
        _timer = new Timer(_ => Draw(), null, beat, beat);
    }

    public int Documents => _documents;

    public int FailureCount => _failed;

    public long Bytes => _bytes;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>The first failures.</summary>
    public IEnumerable<string> Failures => _failures;

    /// <summary>One more document.</summary>
    public void Done(int bytes)
    {
        Interlocked.Increment(ref _documents);
        Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>One that was not made.</summary>
    public void Failed(string message)
    {
        if (Interlocked.Increment(ref _failed) <= KeptFailures)
        {
            _failures.Enqueue(message);
        }
    }

    /// <summary>Stops the clock and draws the last state.</summary>
    public void Finish()
    {
        Elapsed = Stopwatch.GetElapsedTime(_started);
        _timer.Change(Timeout.Infinite, Timeout.Infinite);
        Draw();
        if (_terminal)
        {
            Console.Error.WriteLine();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Draw()
    {
        var done = _documents + _failed;
        var share = _total == 0 ? 1 : (double)done / _total;
        var rate = done / Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
        if (_terminal)
        {
            var full = (int)(share * Width);
            Console.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r[{new string('█', full)}{new string('░', Width - full)}] {done}/{_total}  {rate:0}/s  "));
        }
        else if ((int)(share * 10) is var tenth && Interlocked.Exchange(ref _tenth, tenth) < tenth)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tenth * 10} %  {done}/{_total}  {rate:0}/s"));
        }
    }
}
