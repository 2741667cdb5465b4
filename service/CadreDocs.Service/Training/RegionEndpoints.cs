using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>A region's year.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">The year.</param>
/// <param name="Theme">年度主题; empty until set.</param>
/// <param name="ThemeVersion">For If-Match; 0 until set.</param>
/// <param name="Schools">Its schools.</param>
/// <param name="Sessions">Joint sessions with the schools they landed in.</param>
/// <param name="CanEdit">True for the region's chair.</param>
internal sealed record RegionYearView(string RegionId, string Name, int Year, string Theme, int ThemeVersion, List<RegionSchool> Schools, List<JointSessionView> Sessions, bool CanEdit);

internal sealed record RegionSchool(string Id, string Name);

/// <summary>A joint session.</summary>
/// <param name="Id">The session.</param>
/// <param name="Date">Its day.</param>
/// <param name="Place">地点.</param>
/// <param name="Topic">自培内容.</param>
/// <param name="Lecturer">主讲人.</param>
/// <param name="Carrier">Key of a carrier, or empty.</param>
/// <param name="Content">Key of a content, or empty.</param>
/// <param name="SchoolIds">Schools in whose 表3 and 表2 it stands.</param>
/// <param name="HeldIn">Those of them that held it; there it changes no more.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record JointSessionView(
    string Id, DateOnly Date, string Place, string Topic, string Lecturer, string Carrier, string Content, List<string> SchoolIds, List<string> HeldIn, int Version);

internal sealed record EditTheme(string Theme);

/// <summary>A joint session.</summary>
/// <param name="Session">Day, topic, place, lecturer, tags.</param>
/// <param name="SchoolIds">Schools it lands in; null for all of the region.</param>
internal sealed record EditJointSession(EditSession Session, List<string>? SchoolIds = null);

internal static class RegionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions").WithTags("Training").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", ListAsync).WithName("ListRegions");
        group.MapPut("/{id}/theme", SetThemeAsync).WithName("SetRegionTheme");
        group.MapPost("/{id}/joint-sessions", AddAsync).WithName("AddJointSession");
        group.MapPut("/{id}/joint-sessions/{sessionId}", EditAsync).WithName("EditJointSession");
        group.MapDelete("/{id}/joint-sessions/{sessionId}", CancelAsync).WithName("CancelJointSession");
    }

    /// <summary>All regions with theme and joint sessions of a year.</summary>
    internal static async Task<Ok<List<RegionYearView>>> ListAsync(int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var themes = await database.RegionThemes.AsNoTracking().Where(theme => theme.Year == year).ToDictionaryAsync(theme => theme.RegionId, cancellationToken);
        var schools = (await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken)).ToLookup(school => school.RegionId);
        var joint = (await database.JointSessions.AsNoTracking().Where(session => session.Year == year).OrderBy(session => session.Date).ToListAsync(cancellationToken)).ToLookup(session => session.RegionId);
        var landed = (await database.Sessions.AsNoTracking().Where(session => session.Year == year && session.JointSessionId != null).ToListAsync(cancellationToken))
            .ToLookup(session => session.JointSessionId!);
        var regions = await database.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(cancellationToken);
        return TypedResults.Ok(regions.Select(region => new RegionYearView(
            region.Id, region.Name, year, themes.GetValueOrDefault(region.Id)?.Theme ?? "", themes.GetValueOrDefault(region.Id)?.Version ?? 0,
            schools[region.Id].Select(school => new RegionSchool(school.Id, school.Name)).ToList(),
            joint[region.Id].Select(session => View(session, landed[session.Id].ToList())).ToList(),
            user.IsChairOf(region.Id))).ToList());
    }

    /// <summary>Sets the region's theme of the year; needs If-Match (0 until set).</summary>
    internal static async Task<Results<Ok<EditTheme>, ProblemHttpResult>> SetThemeAsync(
        string id, int year, EditTheme body, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsChairOf(id))
        {
            return NotChair().ToResult();
        }

        if (string.IsNullOrWhiteSpace(body.Theme) || body.Theme.Length > 100)
        {
            return Problems.Invalid([new ProblemItem("theme", "请填写年度主题（100 字以内）。", "Give the theme (up to 100 characters).", Field: "theme")]).ToResult();
        }

        var theme = await database.RegionThemes.FirstOrDefaultAsync(theme => theme.RegionId == id && theme.Year == year, cancellationToken);
        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != (theme?.Version ?? 0))
        {
            return Problems.Stale(theme?.Version ?? 0, new Dictionary<string, object?> { ["current"] = theme?.Theme }).ToResult();
        }

        changes.Add("region.theme", theme?.Theme, body.Theme.Trim(), year: year);
        if (theme is null)
        {
            theme = new RegionTheme { RegionId = id, Year = year, Theme = body.Theme.Trim() };
            database.RegionThemes.Add(theme);
        }
        else
        {
            (theme.Theme, theme.Version) = (body.Theme.Trim(), theme.Version + 1);
        }

        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(theme.Version);
        return TypedResults.Ok(new EditTheme(theme.Theme));
    }

    /// <summary>Adds a joint session; it lands as a session in 表3 and 表2 of each school.</summary>
    /// <response code="409">A school has closed its year; the detail names it.</response>
    internal static async Task<Results<Created<JointSessionView>, ProblemHttpResult>> AddAsync(
        string id, int year, EditJointSession body, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, Ids ids, CancellationToken cancellationToken)
    {
        if (!user.IsChairOf(id))
        {
            return NotChair().ToResult();
        }

        var problems = SessionEndpoints.Check(body.Session, year, schemes);
        var schools = await database.Schools.AsNoTracking().Where(school => school.RegionId == id).ToDictionaryAsync(school => school.Id, cancellationToken);
        var chosen = body.SchoolIds ?? [.. schools.Keys];
        problems.AddRange(chosen.Where(school => !schools.ContainsKey(school)).Select(school => new ProblemItem("school-outside-region", $"学校 {school} 不属于本片区，请重新选择。", $"The school {school} is not of this region; choose again.", Field: "schoolIds")));
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (await ClosedAsync(chosen, year, database, cancellationToken) is { } closed)
        {
            return closed.ToResult();
        }

        var (edit, joint) = (body.Session, new JointSession { Id = ids.New(), RegionId = id, Year = year });
        Put(joint, edit);
        database.JointSessions.Add(joint);
        var landed = new List<TrainingSession>();
        foreach (var school in chosen)
        {
            var session = new TrainingSession { Id = ids.New(), SchoolId = school, Year = year, JointSessionId = joint.Id, NumberOfDay = SessionDays.Last };
            Put(session, joint);
            database.Sessions.Add(session);
            landed.Add(session);
            changes.Add("session", null, $"{joint.Date:yyyy-MM-dd} {joint.Topic}", school, year: year, reason: "片区联合活动");
            await NumberAsync(database, session, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/regions?year={year}", View(joint, landed));
    }

    /// <summary>Changes a joint session in all schools that have not held it yet; needs If-Match.</summary>
    internal static async Task<Results<Ok<JointSessionView>, ProblemHttpResult>> EditAsync(
        string id, string sessionId, EditSession body, HttpRequest request, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsChairOf(id) || await database.JointSessions.FirstOrDefaultAsync(session => session.Id == sessionId && session.RegionId == id, cancellationToken) is not { } joint)
        {
            return (user.IsChairOf(id) ? Problems.NotFound("该联合活动", "joint session") : NotChair()).ToResult();
        }

        var problems = SessionEndpoints.Check(body, joint.Year, schemes);
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (request.IfMatch() != joint.Version)
        {
            return (request.IfMatch() is null ? Problems.VersionMissing() : Problems.Stale(joint.Version)).ToResult();
        }

        var sessions = await database.Sessions.Where(session => session.JointSessionId == sessionId).ToListAsync(cancellationToken);
        var planned = sessions.Where(session => session.State == SessionState.Planned).ToList();
        if (await ClosedAsync(planned.Select(session => session.SchoolId).ToList(), joint.Year, database, cancellationToken) is { } closed)
        {
            return closed.ToResult();
        }

        Put(joint, body);
        joint.Version++;
        foreach (var session in planned)
        {
            changes.Add("session", $"{session.Date:yyyy-MM-dd} {session.Topic} {session.Place} {session.Lecturer}", $"{joint.Date:yyyy-MM-dd} {joint.Topic} {joint.Place} {joint.Lecturer}", session.SchoolId, year: joint.Year, reason: "片区联合活动");
            session.NumberOfDay = session.Date == joint.Date ? session.NumberOfDay : SessionDays.Last;
            Put(session, joint);
            session.Version++;
            await NumberAsync(database, session, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(View(joint, sessions));
    }

    /// <summary>Takes a joint session out of every school's 表3 and 表2; needs If-Match.</summary>
    /// <response code="409">A school has held it already, or closed its year; the title names the schools.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        string id, string sessionId, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsChairOf(id) || await database.JointSessions.FirstOrDefaultAsync(session => session.Id == sessionId && session.RegionId == id, cancellationToken) is not { } joint)
        {
            return (user.IsChairOf(id) ? Problems.NotFound("该联合活动", "joint session") : NotChair()).ToResult();
        }

        if (request.IfMatch() != joint.Version)
        {
            return (request.IfMatch() is null ? Problems.VersionMissing() : Problems.Stale(joint.Version)).ToResult();
        }

        var sessions = await database.Sessions.Where(session => session.JointSessionId == sessionId).ToListAsync(cancellationToken);
        var held = sessions.Where(session => session.State == SessionState.Held).Select(session => session.SchoolId).ToList();
        if (held.Count > 0)
        {
            var names = await database.Schools.Where(school => held.Contains(school.Id)).OrderBy(school => school.Code).Select(school => school.Name).ToListAsync(cancellationToken);
            return Problems.Conflict(
                "joint-held", $"{string.Join("、", names)}已经开展过这次活动，不能取消。", $"{string.Join(", ", names)} held this session already.",
                "尚未开展的学校可在各自的活动安排中取消。", "Schools that have not held it may drop it among their own sessions.").ToResult();
        }

        if (await ClosedAsync(sessions.Select(session => session.SchoolId).ToList(), joint.Year, database, cancellationToken) is { } closed)
        {
            return closed.ToResult();
        }

        foreach (var session in sessions)
        {
            changes.Add("session", $"{session.Date:yyyy-MM-dd} {session.Topic}", null, session.SchoolId, year: joint.Year, reason: "片区取消联合活动");
            session.State = SessionState.Dropped;
            await NumberAsync(database, session, cancellationToken);
            database.Sessions.Remove(session);
        }

        database.JointSessions.Remove(joint);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static JointSessionView View(JointSession joint, List<TrainingSession> landed) => new(
        joint.Id, joint.Date, joint.Place, joint.Topic, joint.Lecturer, joint.Carrier, joint.Content, landed.ConvertAll(session => session.SchoolId),
        landed.Where(session => session.State == SessionState.Held).Select(session => session.SchoolId).ToList(), joint.Version);

    private static async Task<Problem?> ClosedAsync(List<string> schoolIds, int year, CadreDbContext database, CancellationToken cancellationToken)
    {
        var names = await database.YearClosings.Where(closing => closing.Year == year && schoolIds.Contains(closing.SchoolId))
            .Join(database.Schools, closing => closing.SchoolId, school => school.Id, (_, school) => school.Name).ToListAsync(cancellationToken);
        return names.Count == 0 ? null : Problems.Conflict(
            "year-closed", $"{string.Join("、", names)}的 {year} 年度已结账，不能再加活动。", $"{string.Join(", ", names)} closed the year {year}.", "请不选这些学校，或请区教育学院重新打开。", "Leave these schools out, or ask the college to reopen the year.");
    }

    private static void Put(JointSession joint, EditSession body) => (joint.Date, joint.Topic, joint.Place, joint.Lecturer, joint.Carrier, joint.Content) =
        (body.Date, body.Topic.Trim(), body.Place?.Trim() ?? "", body.Lecturer?.Trim() ?? "", body.Carrier ?? "", body.Content ?? "");

    private static void Put(TrainingSession session, JointSession joint) => (session.Date, session.Topic, session.Place, session.Lecturer, session.Carrier, session.Content) =
        (joint.Date, joint.Topic, joint.Place, joint.Lecturer, joint.Carrier, joint.Content);

    private static async Task NumberAsync(CadreDbContext database, TrainingSession changed, CancellationToken cancellationToken) =>
        SessionDays.Number((await database.Sessions.Where(session => session.SchoolId == changed.SchoolId && session.Year == changed.Year).ToListAsync(cancellationToken)).Append(changed).Distinct());

    private static Problem NotChair() => Problems.Forbidden("片区主题和联合活动由片区召集人维护。", "Theme and joint sessions are kept by the region's chair.");
}
