using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

internal static class AttendanceEndpoints
{
    public static void MapAttendance(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/attendance").WithTags("Training").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", GetAsync).WithName("GetAttendance");
        group.MapPut("/", SetAsync).WithName("SetMarks");
    }

    /// <summary>Attendance of a school's year; a cadre sees the own row only, and only the school and the bureau see who was ill.</summary>
    internal static async Task<Results<Ok<AttendanceView>, ProblemHttpResult>> GetAsync(
        string id, int year, AttendanceBook book, InspectionLog inspections, CurrentUser user, CancellationToken cancellationToken)
    {
        var underPass = !user.CanReadSchool(id) && !user.BelongsTo(id);
        if (underPass && user.InspectionOf(id) is not { School: true })
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (underPass)
        {
            await inspections.NoteBoardAsync(id, cancellationToken);
        }

        return TypedResults.Ok(await book.ViewAsync(id, year, cancellationToken));
    }

    /// <summary>Sets marks, all or none. Look-alikes (✓ ○ 0 ▲ …) are normalised with a notice.</summary>
    /// <response code="412">A mark changed since it was seen; <c>differences</c> names each.</response>
    /// <response code="422">No mark, or someone not in post on that day; <c>problems</c> names each by row of the request.</response>
    internal static async Task<Results<Ok<MarksSet>, ProblemHttpResult>> SetAsync(
        string id, int year, EditMarks body, CadreDbContext database, AttendanceBook book, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await SessionEndpoints.RefuseAsync(id, year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var scheme = schemes.ForYear(year).Definition.Attendance;
        var sessions = await database.Sessions.Where(session => session.SchoolId == id && session.Year == year).ToDictionaryAsync(session => session.Id, cancellationToken);
        var rows = (await book.RowsAsync(id, year, cancellationToken)).ToDictionary(row => row.PersonId);
        var problems = new List<ProblemItem>();
        var differences = new List<object>();
        var notices = new List<MarkNotice>();
        var accepted = new List<(TrainingSession Session, BookRow Row, string Mark)>();
        for (var i = 0; i < body.Marks.Count; i++)
        {
            var edit = body.Marks[i];
            var reading = Marks.Read(edit.Mark, scheme);
            var session = sessions.GetValueOrDefault(edit.SessionId);
            var row = rows.GetValueOrDefault(edit.PersonId);
            if (Fault(edit, session, row, reading, year) is { } fault)
            {
                problems.Add(fault with { Row = i + 1 });
                continue;
            }

            var before = row!.Marks.GetValueOrDefault(edit.SessionId, "");
            if (edit.Seen is not null && edit.Seen != before && before != reading.Mark)
            {
                differences.Add(new { edit.SessionId, edit.PersonId, Label = SessionDays.Label(session!), row.Name, Yours = reading.Mark, Theirs = before });
            }

            if (reading.Notice is not null)
            {
                notices.Add(new MarkNotice(edit.SessionId, edit.PersonId, $"{row.Name}，{SessionDays.Label(session!)}：{reading.Notice}", $"{row.Name}, {session!.Date:yyyy-MM-dd}: {reading.NoticeEn}"));
            }

            accepted.Add((session!, row, reading.Mark));
        }

        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (differences.Count > 0)
        {
            return Problems.Stale(0, new Dictionary<string, object?> { ["differences"] = differences }).ToResult();
        }

        await WriteAsync(id, year, accepted, database, changes, cancellationToken);
        return TypedResults.Ok(new MarksSet(notices, await book.ViewAsync(id, year, cancellationToken)));
    }

    private static ProblemItem? Fault(EditMark edit, TrainingSession? session, BookRow? row, MarkReading reading, int year)
    {
        if (session is null || session.State == SessionState.Dropped)
        {
            return new ProblemItem("session-unknown", $"该活动不在 {year} 年度的活动安排里，请刷新后重试。", $"The session is not among those of {year}; reload and try again.", Field: edit.SessionId);
        }

        if (row is null || !row.InPost(session))
        {
            return new ProblemItem(
                "not-in-post", $"{row?.Name ?? "该干部"}在 {SessionDays.Label(session)} 不在本校任职，不能登记：请核对名册的任职日期。",
                $"{row?.Name ?? "This cadre"} held no post here on {session.Date:yyyy-MM-dd}: check the dates in the roster.", Field: edit.PersonId);
        }

        return reading.Understood ? null : new ProblemItem("mark-invalid", $"{row.Name}，{SessionDays.Label(session)}：{reading.Notice}", $"{row.Name}, {session.Date:yyyy-MM-dd}: {reading.NoticeEn}", Field: edit.PersonId);
    }

    private static async Task WriteAsync(
        string schoolId, int year, List<(TrainingSession Session, BookRow Row, string Mark)> accepted, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        var touched = accepted.Select(item => item.Session.Id).Distinct().ToList();
        var marks = (await database.AttendanceMarks.Where(mark => touched.Contains(mark.SessionId)).ToListAsync(cancellationToken)).ToDictionary(mark => (mark.SessionId, mark.PersonId));
        foreach (var (session, row, mark) in accepted)
        {
            var key = (session.Id, row.PersonId);
            var known = marks.GetValueOrDefault(key);
            changes.Add("attendance." + SessionDays.Label(session), known?.Mark, mark.Length == 0 ? null : mark, schoolId, row.PersonId, year: year);
            if (mark.Length == 0)
            {
                if (known is not null)
                {
                    database.AttendanceMarks.Remove(known);
                    marks.Remove(key);
                }
            }
            else if (known is null)
            {
                marks[key] = new AttendanceMark { SessionId = session.Id, PersonId = row.PersonId, Mark = mark };
                database.AttendanceMarks.Add(marks[key]);
            }
            else if (known.Mark != mark)
            {
                (known.Mark, known.Version) = (mark, known.Version + 1);
            }

            if (mark.Length > 0 && session.State == SessionState.Planned)
            {
                changes.Add("session", session.State, SessionState.Held, schoolId, year: year);
                (session.State, session.Carried, session.Version) = (SessionState.Held, false, session.Version + 1);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
