namespace CadreDocs.Service.Hosting;

/// <summary>Days as the district counts them; a server may stand in any time zone.</summary>
public static class DistrictTime
{
    // China has had one zone without summer time since 1991; no zone database is needed.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today in the district.</summary>
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().DistrictDay();
    }

    /// <summary>The moment at which this day begins in the district.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The district's day of this moment.</summary>
    public static DateOnly DistrictDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The moment at which this day begins in the district.</summary>
    public static DateTimeOffset DistrictMidnight(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
