using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;

namespace CadreDocs.Service.Audit;

/// <summary>Writes who changed what; saved together with the change itself. What one request changes is one act, which can be taken back.</summary>
public sealed class ChangeLog
{
    /// <summary>Answer header that names the act a request did, where it can be taken back.</summary>
    public const string ActHeader = "X-Act";

    private readonly CadreDbContext _database;
    private readonly CurrentUser _user;
    private readonly Ids _ids;
    private readonly TimeProvider _clock;
    private readonly IHttpContextAccessor _accessor;
    private ActRecorder? _recorder;
    private Act? _undoes;

    public ChangeLog(CadreDbContext database, CurrentUser user, Ids ids, TimeProvider clock, IHttpContextAccessor accessor) =>
        (_database, _user, _ids, _clock, _accessor) = (database, user, ids, clock, accessor);

    /// <summary>Notes one change. Nothing is noted where before and after are equal. The caller saves.</summary>
    /// <param name="subject">What was changed, a stable word.</param>
    /// <param name="before">The value before.</param>
    /// <param name="after">The value now.</param>
    /// <param name="schoolId">The school concerned.</param>
    /// <param name="personId">The person concerned.</param>
    /// <param name="recordId">The record concerned.</param>
    /// <param name="year">The year concerned.</param>
    /// <param name="reason">Why.</param>
    /// <param name="orderedBy">For a job: whoever ordered it; null where nobody did.</param>
    public void Add(
        string subject, object? before, object? after,
        string? schoolId = null, string? personId = null, string? recordId = null, int? year = null, string? reason = null, string? orderedBy = null)
    {
        var (old, current) = (Text(before), Text(after));
        if (string.Equals(old, current, StringComparison.Ordinal))
        {
            return;
        }

        _database.Changes.Add(new Change
        {
            Id = _ids.New(),
            At = _clock.GetUtcNow(),
            By = _user.PersonId ?? orderedBy ?? "system",
            SchoolId = schoolId,
            PersonId = personId,
            RecordId = recordId,
            Year = year,
            Subject = subject,
            Before = old,
            After = current,
            Reason = reason,
            ActId = Begin(schoolId, year),
        });
    }

    /// <summary>Says that what follows takes an act back.</summary>
    internal void Undo(Act act) => _undoes = act;

    // Jobs do no acts: nobody is there to take them back.
    private string? Begin(string? schoolId, int? year)
    {
        if (_user.PersonId is not { } person)
        {
            return null;
        }

        if (_recorder is null)
        {
            var act = new Act { Id = _ids.New(), At = _clock.GetUtcNow(), By = person, SchoolId = schoolId, Year = year, Undoes = _undoes?.Id };
            _recorder = new ActRecorder(_database, act, _ids);
            _database.SavingChanges += (_, _) => Save(_recorder);
        }

        return _recorder.Act.Id;
    }

    private void Save(ActRecorder recorder)
    {
        recorder.Record();
        if (recorder.Kept && _accessor.HttpContext is { Response.HasStarted: false } context)
        {
            context.Response.Headers[ActHeader] = recorder.Act.Id;
        }

        if (_undoes is not null && recorder.Kept)
        {
            _undoes.UndoneBy = recorder.Act.Id;
        }
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
