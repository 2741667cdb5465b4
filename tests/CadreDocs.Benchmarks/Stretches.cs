using System.Diagnostics;

namespace CadreDocs.Benchmarks;

/// <summary>Times work on a machine that others use as well: processor time, not the clock's, and the best of many short stretches, since what others do only ever adds.</summary>
internal static class Stretches
{
    private const int Count = 60;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(20);

    /// <summary>Microseconds of one call and the bytes that it allocates.</summary>
    public static (double Micros, double Allocated) Measure(Action work)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Each * Count;)
        {
            work();
        }

        // The compiler's second, better code arrives some time after the thirtieth call.
        Thread.Sleep(300);
        work();
        var best = double.MaxValue;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        for (var stretch = 0; stretch < Count; stretch++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var done = 0;
            do
            {
                work();
                done++;
            }
            while (watch.Elapsed < Each);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / done);
            count += done;
        }

        return (best, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }
}
