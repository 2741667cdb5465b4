using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>Takes an edited 表3 back into the sessions: rows that were added, changed and deleted. A row is known by its day and topic, else by its topic, else by its day.</summary>
internal sealed class ScheduleReadBack(CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, Ids ids)
{
    private const string Rows = "rows";

    /// <summary>Compares the rows with the sessions.</summary>
    public async Task<ReadBack> PlanAsync(Record record, FormData data, CancellationToken cancellationToken)
    {
        var all = await database.Sessions.Where(session => session.SchoolId == record.SchoolId && session.Year == record.Year).ToListAsync(cancellationToken);
        var sessions = all.Where(session => session.State != SessionState.Dropped).OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToList();
        var known = sessions.ConvertAll(session => session.Id);
        var marked = (await database.AttendanceMarks.Where(mark => known.Contains(mark.SessionId)).Select(mark => mark.SessionId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var problems = new List<ProblemItem>();
        var rows = Read(data, record.Year, schemes.DaysOf(record.Year), problems);
        var faulty = problems.Count > 0;
        var pairs = Match(rows, sessions);
        var done = new List<ReadBackChange>();
        var steps = new List<Action>();
        var result = new List<(DateOnly Date, int Number, ScheduleRow Row)>();
        foreach (var row in rows)
        {
            var session = pairs.GetValueOrDefault(row);
            result.Add((row.Date, session?.Date == row.Date ? session.NumberOfDay : SessionDays.Last, row));
            if (session is null)
            {
                done.Add(new ReadBackChange("add", $"新增：{Label(row)}", $"Added: {Label(row)}"));
                steps.Add(() => all.Add(Add(record, row)));
            }
            else if (row != Row(session, row.Number))
            {
                var before = Label(Row(session, row.Number));
                done.Add(new ReadBackChange("change", $"修改：{before} → {Label(row)}", $"Changed: {before} → {Label(row)}"));
                steps.Add(() => Change(session, row));
            }
        }

        foreach (var session in sessions.Except(pairs.Values))
        {
            var label = Label(Row(session, 0));
            // A row with a fault stands for some session: that one was not deleted.
            if (marked.Contains(session.Id) && !faulty)
            {
                problems.Add(new ProblemItem(
                    "session-has-marks", $"表中删去了“{label}”，但该活动已有出勤标记，不能删除：请先清空该日的出勤标记，或把这一行补回。",
                    $"The row '{label}' was deleted, but the session has attendance marks: clear the marks of that day first, or put the row back.", Sheet: Rows));
            }

            done.Add(new ReadBackChange("remove", $"删除：{label}", $"Removed: {label}"));
            steps.Add(() => Remove(session));
        }

        return new ReadBack(done, problems, Shown(data, result), () =>
        {
            steps.ForEach(step => step());
            SessionDays.Number(all);
            database.Sessions.RemoveRange(sessions.Except(pairs.Values));
        });
    }

    private static List<ScheduleRow> Read(FormData data, int year, YearDays days, List<ProblemItem> problems)
    {
        var rows = new List<ScheduleRow>();
        var number = 0;
        foreach (var values in data.Rows(Rows))
        {
            number++;
            string Of(string key) => values.GetValueOrDefault(key, "").Trim();
            if (Of("date").Length + Of("place").Length + Of("content").Length + Of("speaker").Length == 0)
            {
                continue;
            }

            if (!DateOnly.TryParseExact(Of("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || !days.Contains(date))
            {
                problems.Add(new ProblemItem(
                    "date-outside-year", $"第 {number} 行：时间“{Of("date")}”应为 {year} 年度内（{days.First:yyyy-MM-dd} 至 {days.Last:yyyy-MM-dd}）的某一天，请改正后重新上传。",
                    $"Row {number}: '{Of("date")}' must be a day of {year} ({days.First:yyyy-MM-dd} to {days.Last:yyyy-MM-dd}); correct it and upload again.", Sheet: Rows, Row: number, Field: "date"));
                continue;
            }

            if (Of("content").Length == 0)
            {
                problems.Add(new ProblemItem("topic", $"第 {number} 行：请填写自培内容。", $"Row {number}: give the topic.", Sheet: Rows, Row: number, Field: "content"));
                continue;
            }

            rows.Add(new ScheduleRow(number, date, Of("place"), Of("content"), Of("speaker")));
        }

        return rows;
    }

    // The surest match first; what two rows or two sessions share is paired in the order of the sheet.
    private static Dictionary<ScheduleRow, TrainingSession> Match(List<ScheduleRow> rows, List<TrainingSession> sessions)
    {
        var pairs = new Dictionary<ScheduleRow, TrainingSession>();
        var free = sessions.ToList();
        foreach (var same in new Func<ScheduleRow, TrainingSession, bool>[]
        {
            (row, session) => row == Row(session, row.Number),
            (row, session) => row.Date == session.Date && row.Topic == session.Topic,
            (row, session) => row.Topic == session.Topic,
            (row, session) => row.Date == session.Date,
        })
        {
            foreach (var row in rows.Where(row => !pairs.ContainsKey(row)))
            {
                if (free.Find(session => same(row, session)) is { } session)
                {
                    pairs[row] = session;
                    free.Remove(session);
                }
            }
        }

        return pairs;
    }

    private static FormData Shown(FormData data, List<(DateOnly Date, int Number, ScheduleRow Row)> rows)
    {
        var shown = new FormData();
        foreach (var (key, value) in data.Fields)
        {
            shown[key] = value;
        }

        shown.Sections[Rows] = rows.OrderBy(item => item.Date).ThenBy(item => item.Number).Select(item => SessionScheduleForm.Values(item.Row.Date, item.Row.Place, item.Row.Topic, item.Row.Lecturer)).ToList();
        return shown;
    }

    private static ScheduleRow Row(TrainingSession session, int number) => new(number, session.Date, session.Place, session.Topic, session.Lecturer);

    private static string Label(ScheduleRow row) => string.Join(' ', new[] { row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Topic, row.Place, row.Lecturer }.Where(part => part.Length > 0));

    private TrainingSession Add(Record record, ScheduleRow row)
    {
        var session = new TrainingSession
        {
            Id = ids.New(), SchoolId = record.SchoolId, Year = record.Year, Date = row.Date, NumberOfDay = SessionDays.Last, Place = row.Place, Topic = row.Topic, Lecturer = row.Lecturer,
        };
        database.Sessions.Add(session);
        changes.Add("session", null, SessionEndpoints.Text(session), record.SchoolId, recordId: record.Id, year: record.Year);
        return session;
    }

    private void Change(TrainingSession session, ScheduleRow row)
    {
        var before = SessionEndpoints.Text(session);
        session.NumberOfDay = session.Date == row.Date ? session.NumberOfDay : SessionDays.Last;
        (session.Date, session.Place, session.Topic, session.Lecturer) = (row.Date, row.Place, row.Topic, row.Lecturer);
        (session.Carried, session.Version) = (false, session.Version + 1);
        changes.Add("session", before, SessionEndpoints.Text(session), session.SchoolId, year: session.Year);
    }

    private void Remove(TrainingSession session)
    {
        changes.Add("session", SessionEndpoints.Text(session), null, session.SchoolId, year: session.Year);
        session.State = SessionState.Dropped;
    }

    /// <summary>A row of 表3.</summary>
    private sealed record ScheduleRow(int Number, DateOnly Date, string Place, string Topic, string Lecturer);
}
