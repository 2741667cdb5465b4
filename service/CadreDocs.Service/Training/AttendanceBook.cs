using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>A row with the sessions that count for it.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name on the year's last day.</param>
/// <param name="Post">Post.</param>
/// <param name="Posts">Days in office at the school.</param>
/// <param name="Marks">Mark by session id.</param>
internal sealed record BookRow(string PersonId, string Name, string Post, List<(DateOnly From, DateOnly? To)> Posts, Dictionary<string, string> Marks)
{
    /// <summary>True where the cadre held a post on the session's day.</summary>
    public bool InPost(TrainingSession session) => Posts.Exists(post => post.From <= session.Date && (post.To is null || post.To >= session.Date));
}

/// <summary>Sessions, cadres and marks of a school's year: what 表2 and 表3 are drawn from.</summary>
internal sealed class AttendanceBook(CadreDbContext database, SchemeCatalog schemes, CurrentUser user, TimeProvider clock)
{
    /// <summary>The columns of 表2: not dropped, and held or of a day that has come.</summary>
    public async Task<List<TrainingSession>> ColumnsAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await database.Sessions.AsNoTracking().Where(session => session.SchoolId == schoolId && session.Year == year && session.State != SessionState.Dropped && (session.State == SessionState.Held || session.Date <= today))
            .OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToListAsync(cancellationToken);
    }

    /// <summary>The rows of 表2, in the order of posts.</summary>
    public async Task<List<BookRow>> RowsAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var days = schemes.DaysOf(year);
        var end = days.Last;
        var posts = await database.Appointments.AsNoTracking().Where(post => post.SchoolId == schoolId).During(days)
            .Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new
            {
                Post = post,
                Name = database.PersonFacts.Where(fact => fact.PersonId == person.Id && fact.Key == "name" && fact.From <= end && (fact.To == null || fact.To >= end)).Select(fact => fact.Value).FirstOrDefault() ?? person.Name,
            }).ToListAsync(cancellationToken);
        var sessions = database.Sessions.Where(session => session.SchoolId == schoolId && session.Year == year).Select(session => session.Id);
        var marks = (await database.AttendanceMarks.AsNoTracking().Where(mark => sessions.Contains(mark.SessionId)).ToListAsync(cancellationToken)).ToLookup(mark => mark.PersonId);
        return posts.GroupBy(pair => pair.Post.PersonId).Select(group => (Order: group.Min(pair => pair.Post.Order), Row: new BookRow(
            group.Key, group.First().Name, group.OrderByDescending(pair => pair.Post.From).First().Post.Post,
            group.Select(pair => (pair.Post.From, pair.Post.To)).ToList(),
            marks[group.Key].ToDictionary(mark => mark.SessionId, mark => mark.Mark)))).OrderBy(item => item.Order).ThenBy(item => item.Row.PersonId, StringComparer.Ordinal).Select(item => item.Row).ToList();
    }

    /// <summary>Totals of a row over the sessions that count for it.</summary>
    public AttendanceTotals Totals(BookRow row, IEnumerable<TrainingSession> columns, int year) => AttendanceTotals.Of(
        columns.Where(row.InPost).Select(session => row.Marks.GetValueOrDefault(session.Id, "")).ToList(), schemes.ForYear(year).Definition.Attendance.Reading());

    /// <summary>Attendance as the asker may see it.</summary>
    public async Task<AttendanceView> ViewAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(schoolId, year, cancellationToken);
        var rows = await RowsAsync(schoolId, year, cancellationToken);
        var closed = await database.YearClosings.AnyAsync(closing => closing.SchoolId == schoolId && closing.Year == year, cancellationToken);
        var sickShown = user.IsSecretaryOf(schoolId) || user.IsOfficer;
        return new AttendanceView(
            schoolId, year,
            columns.Select(session => new AttendanceColumn(session.Id, session.Date, SessionDays.Label(session), session.Topic, session.State)).ToList(),
            rows.Where(row => sickShown || user.CanReadSchool(schoolId) || user.InspectionOf(schoolId) is { School: true } || user.OwnsPerson(row.PersonId)).Select(row => View(row, columns, year, sickShown || user.OwnsPerson(row.PersonId))).ToList(),
            sickShown, closed, user.IsSecretaryOf(schoolId) && !closed);
    }

    private AttendanceRow View(BookRow row, List<TrainingSession> columns, int year, bool sickShown)
    {
        var totals = Totals(row, columns, year);
        return new AttendanceRow(
            row.PersonId, row.Name, row.Post,
            row.Marks.ToDictionary(mark => mark.Key, mark => !sickShown && mark.Value is (Marks.Sick or Marks.Personal) ? Marks.LeaveMasked : mark.Value),
            columns.Where(session => !row.InPost(session)).Select(session => session.Id).ToList(),
            new AttendanceTotalsView(
                totals.Sessions, totals.Present, totals.Absent, sickShown ? totals.Sick : null, sickShown ? totals.Personal : null, totals.Sick + totals.Personal, totals.Blank, totals.AbsentPrinted));
    }
}
