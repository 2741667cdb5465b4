using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>表3 lists the sessions that were not dropped.</summary>
internal sealed class SessionScheduleForm(CadreDbContext database, ScheduleReadBack readBack) : IComputedForm
{
    public string FormId => "session-schedule";

    public bool SettledWithYear => true;

    public async Task FillAsync(Record record, FormData data, CancellationToken cancellationToken)
    {
        var sessions = await database.Sessions.AsNoTracking()
            .Where(session => session.SchoolId == record.SchoolId && session.Year == record.Year && session.State != SessionState.Dropped)
            .OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToListAsync(cancellationToken);
        data.Sections["rows"] = sessions.Select(session => Values(session.Date, session.Place, session.Topic, session.Lecturer)).ToList();
    }

    /// <summary>Rows that were added, changed and deleted in a document go back into the sessions.</summary>
    public async Task<ReadBack?> ReadBackAsync(Record record, FormData data, CancellationToken cancellationToken) => await readBack.PlanAsync(record, data, cancellationToken);

    internal static Dictionary<string, string> Values(DateOnly date, string place, string topic, string lecturer) => new(StringComparer.Ordinal)
    {
        ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["place"] = place,
        ["content"] = topic,
        ["speaker"] = lecturer,
    };

    public Task<int> CarriedAsync(Record record, CancellationToken cancellationToken) => Carried(record).CountAsync(cancellationToken);

    public async Task HandedInAsync(Record record, CancellationToken cancellationToken)
    {
        foreach (var session in await Carried(record).ToListAsync(cancellationToken))
        {
            session.Carried = false;
        }
    }

    private IQueryable<TrainingSession> Carried(Record record) => database.Sessions.Where(
        session => session.SchoolId == record.SchoolId && session.Year == record.Year && session.Carried && session.State != SessionState.Dropped);
}

/// <summary>表2: a column per session that was held, a row per cadre, totals as the scheme reads them.</summary>
internal sealed class AttendanceForm(AttendanceBook book) : IComputedForm
{
    public string FormId => "attendance";

    public bool SettledWithYear => true;

    public async Task FillAsync(Record record, FormData data, CancellationToken cancellationToken)
    {
        var columns = await book.ColumnsAsync(record.SchoolId, record.Year, cancellationToken);
        var rows = await book.RowsAsync(record.SchoolId, record.Year, cancellationToken);
        data.Sections["dates"] = columns.Select(session => new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = SessionDays.Label(session) }).ToList();
        data.Sections["rows"] = rows.Select(row =>
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = row.Name };
            for (var i = 0; i < columns.Count; i++)
            {
                // A day out of office counts for nothing, so nothing is printed there.
                values[string.Create(CultureInfo.InvariantCulture, $"m{i + 1}")] = row.InPost(columns[i]) ? row.Marks.GetValueOrDefault(columns[i].Id, "") : "";
            }

            var totals = book.Totals(row, columns, record.Year);
            values["present"] = totals.Present.ToString(CultureInfo.InvariantCulture);
            values["absent"] = totals.AbsentPrinted.ToString(CultureInfo.InvariantCulture);
            return values;
        }).ToList();
    }
}
