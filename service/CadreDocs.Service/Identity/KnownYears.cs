using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Identity;

/// <summary>
/// Years that have papers or sessions. Every start of the portal and of a pane asks for them, and they change once a year:
/// looked up at most once a minute on each node.
/// </summary>
internal sealed class KnownYears(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Answer? _last;

    /// <summary>The years, newest first, at most a minute old.</summary>
    public async Task<IReadOnlyList<int>> ListAsync(CadreDbContext database, CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        if (_last is { } last && clock.GetElapsedTime(last.At, now) < Lifetime)
        {
            return last.Years;
        }

        var years = await database.Records.Select(record => record.Year)
            .Union(database.Sessions.Select(session => session.Year)).OrderByDescending(year => year).ToListAsync(cancellationToken);
        _last = new Answer(years, now);
        return years;
    }

    private sealed record Answer(List<int> Years, long At);
}
