using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>Notes each reading under a pass; the school reads the lines.</summary>
internal sealed class InspectionLog(CadreDbContext database, CurrentUser user, Ids ids, TimeProvider clock)
{
    /// <summary>One page asks for a paper several times; that is one reading.</summary>
    private static readonly TimeSpan SameReading = TimeSpan.FromMinutes(10);

    /// <summary>Notes that a paper was opened, where the asker holds a pass for it.</summary>
    public Task NoteAsync(Record record, CancellationToken cancellationToken) =>
        user.InspectionOf(record.SchoolId) is { } pass && pass.Covers(record) && !user.OwnsPerson(record.PersonId) ? NoteAsync(pass, record.Id, cancellationToken) : Task.CompletedTask;

    /// <summary>Notes that the school's board was looked at.</summary>
    public Task NoteBoardAsync(string schoolId, CancellationToken cancellationToken) =>
        user.InspectionOf(schoolId) is { } pass ? NoteAsync(pass, null, cancellationToken) : Task.CompletedTask;

    private async Task NoteAsync(Inspection pass, string? recordId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now - SameReading;
        if (!await database.InspectionReadings.AnyAsync(reading => reading.PassId == pass.PassId && reading.RecordId == recordId && reading.At > since, cancellationToken))
        {
            database.InspectionReadings.Add(new InspectionReading { Id = ids.New(), PassId = pass.PassId, At = now, RecordId = recordId });
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
