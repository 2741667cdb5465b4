using CadreDocs.Service.Audit;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/sessions").WithTags("Training").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", ListAsync).WithName("ListSessions");
        group.MapPost("/", AddAsync).WithName("AddSession");
        group.MapPut("/{sessionId}", EditAsync).WithName("EditSession");
        group.MapDelete("/{sessionId}", RemoveAsync).WithName("RemoveSession");
    }

    /// <summary>The sessions of a school's year in the order of days.</summary>
    internal static async Task<Results<Ok<List<SessionView>>, ProblemHttpResult>> ListAsync(
        string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.CanSeeSchool(id))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var sessions = await database.Sessions.AsNoTracking().Where(session => session.SchoolId == id && session.Year == year)
            .OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToListAsync(cancellationToken);
        var ids = database.Sessions.Where(session => session.SchoolId == id && session.Year == year).Select(session => session.Id);
        var marks = await database.AttendanceMarks.Where(mark => ids.Contains(mark.SessionId)).GroupBy(mark => mark.SessionId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var own = user.IsSecretaryOf(id);
        return TypedResults.Ok(sessions.Select(session => View(session, marks.GetValueOrDefault(session.Id)) with { Carried = own && session.Carried }).ToList());
    }

    /// <summary>Adds a session.</summary>
    /// <response code="422">The day lies outside the year, the topic is missing, or a tag is not in the vocabulary.</response>
    internal static async Task<Results<Created<SessionView>, ProblemHttpResult>> AddAsync(
        string id, int year, EditSession body, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, Ids ids, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (schemes.InForce(year) is null)
        {
            return RecordStarter.NoScheme(year).ToResult();
        }

        var problems = Check(body, year, schemes);
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        var session = new TrainingSession { Id = ids.New(), SchoolId = id, Year = year, NumberOfDay = SessionDays.Last };
        Put(session, body);
        database.Sessions.Add(session);
        changes.Add("session", null, Text(session), id, year: year);
        await NumberAsync(database, session, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/schools/{id}/sessions?year={year}", View(session, 0));
    }

    /// <summary>Changes a session; needs If-Match.</summary>
    /// <response code="409">A session with marks cannot be dropped.</response>
    internal static async Task<Results<Ok<SessionView>, ProblemHttpResult>> EditAsync(
        string id, string sessionId, EditSession body, HttpRequest request, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user,
        CancellationToken cancellationToken)
    {
        var session = await database.Sessions.FirstOrDefaultAsync(session => session.Id == sessionId && session.SchoolId == id, cancellationToken);
        if (session is null)
        {
            return Problems.NotFound("该活动", "session").ToResult();
        }

        if (await RefuseAsync(id, session.Year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var problems = Check(body, session.Year, schemes);
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        var marks = await database.AttendanceMarks.CountAsync(mark => mark.SessionId == sessionId, cancellationToken);
        if (body.State == SessionState.Dropped && marks > 0)
        {
            return HasMarks(session, marks).ToResult();
        }

        if (Stale(request, session) is { } stale)
        {
            return stale.ToResult();
        }

        var before = Text(session);
        Put(session, body);
        changes.Add("session", before, Text(session), id, year: session.Year);
        session.Version++;
        await NumberAsync(database, session, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(session.Version);
        return TypedResults.Ok(View(session, marks));
    }

    /// <summary>Removes a session that has no marks; needs If-Match.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string sessionId, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        var session = await database.Sessions.FirstOrDefaultAsync(session => session.Id == sessionId && session.SchoolId == id, cancellationToken);
        if (session is null)
        {
            return Problems.NotFound("该活动", "session").ToResult();
        }

        if (await RefuseAsync(id, session.Year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var marks = await database.AttendanceMarks.CountAsync(mark => mark.SessionId == sessionId, cancellationToken);
        if (marks > 0)
        {
            return HasMarks(session, marks).ToResult();
        }

        if (Stale(request, session) is { } stale)
        {
            return stale.ToResult();
        }

        changes.Add("session", Text(session), null, id, year: session.Year);
        session.State = SessionState.Dropped;
        await NumberAsync(database, session, cancellationToken);
        database.Sessions.Remove(session);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    internal static SessionView View(TrainingSession session, int marks) => new(
        session.Id, session.Date, SessionDays.Label(session), session.Place, session.Topic, session.Lecturer, session.Carrier, session.Content, session.State, session.JointSessionId,
        session.Carried, marks, session.Version);

    /// <summary>Why the asker may not change the training of this school's year; null where they may.</summary>
    internal static async Task<Problem?> RefuseAsync(string schoolId, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsSecretaryOf(schoolId))
        {
            return user.CanSeeSchool(schoolId) ? Problems.Forbidden("活动与考勤由本校填报人登记。", "Sessions and attendance are kept by the school's secretary.") : Problems.NotFound("该学校", "school");
        }

        return await CreditEndpoints.SettledAsync(database, schoolId, year, cancellationToken);
    }

    internal static List<ProblemItem> Check(EditSession body, int year, SchemeCatalog schemes)
    {
        var scheme = schemes.ForYear(year).Definition;
        var problems = new List<ProblemItem>();
        if (!schemes.DaysOf(year).Contains(body.Date))
        {
            problems.Add(new ProblemItem("date-outside-year", $"日期 {body.Date:yyyy-MM-dd} 不在 {year} 年度内：请改正日期，或到该年度登记。", $"The day {body.Date:yyyy-MM-dd} lies outside {year}: correct it, or enter it in its own year.", Field: "date"));
        }

        if (string.IsNullOrWhiteSpace(body.Topic) || body.Topic.Length > 200)
        {
            problems.Add(new ProblemItem("topic", "请填写自培内容（200 字以内）。", "Give the topic (up to 200 characters).", Field: "topic"));
        }

        if (!string.IsNullOrEmpty(body.Carrier) && scheme.Carriers.All(word => word.Key != body.Carrier))
        {
            problems.Add(new ProblemItem("carrier-unknown", $"载体“{body.Carrier}”不在六种载体内，请从列表选择。", $"'{body.Carrier}' is none of the six carriers; choose from the list.", Field: "carrier"));
        }

        if (!string.IsNullOrEmpty(body.Content) && scheme.Contents.All(word => word.Key != body.Content))
        {
            problems.Add(new ProblemItem("content-unknown", $"内容“{body.Content}”不在四类内容内，请从列表选择。", $"'{body.Content}' is none of the four contents; choose from the list.", Field: "content"));
        }

        return problems;
    }

    private static void Put(TrainingSession session, EditSession body)
    {
        session.NumberOfDay = session.Date == body.Date ? session.NumberOfDay : SessionDays.Last;
        session.Date = body.Date;
        session.Topic = body.Topic.Trim();
        session.Place = body.Place?.Trim() ?? "";
        session.Lecturer = body.Lecturer?.Trim() ?? "";
        session.Carrier = body.Carrier ?? "";
        session.Content = body.Content ?? "";
        session.State = body.State;
        session.Carried = false;
    }

    internal static string Text(TrainingSession session) => $"{session.Date:yyyy-MM-dd} {session.Topic} {session.Place} {session.Lecturer} {session.Carrier} {session.Content} {session.State}";

    private static Problem? Stale(HttpRequest request, TrainingSession session) => request.IfMatch() is not { } version ? Problems.VersionMissing()
        : version == session.Version ? null
        : Problems.Stale(session.Version, new Dictionary<string, object?> { ["current"] = View(session, 0) });

    private static Problem HasMarks(TrainingSession session, int marks) => Problems.Conflict(
        "session-has-marks", $"{SessionDays.Label(session)}的活动已有 {marks} 个出勤标记，不能取消或删除。", $"The session of {session.Date:yyyy-MM-dd} has {marks} attendance marks.",
        "请先清空该日的出勤标记。", "Clear the marks of that day first.");

    private static async Task NumberAsync(CadreDbContext database, TrainingSession changed, CancellationToken cancellationToken)
    {
        var sessions = await database.Sessions.Where(session => session.SchoolId == changed.SchoolId && session.Year == changed.Year).ToListAsync(cancellationToken);
        SessionDays.Number(sessions.Append(changed).Distinct());
    }
}
