using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>The year's sessions begun from last year's: 表3 says much the same each year (R86).</summary>
internal static class CarryEndpoints
{
    public static void MapCarry(this IEndpointRouteBuilder api) =>
        api.MapPost("/schools/{id}/sessions/carry", CarryAsync).RequireAuthorization(Policies.SignedIn).WithTags("Training").WithName("CarrySessions")
            .ProducesProblem(404).ProducesProblem(409);

    /// <summary>Plans last year's own sessions again, each on the same weekday of the same week; the region's joint ones are the region's to plan.</summary>
    /// <param name="id">The school.</param>
    /// <param name="year">The year that is planned.</param>
    /// <param name="database">The database.</param>
    /// <param name="changes">Notes each session.</param>
    /// <param name="user">The asker.</param>
    /// <param name="ids">New ids.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <response code="404">Last year has no sessions.</response>
    /// <response code="409">The year has sessions already; nothing is overwritten.</response>
    internal static async Task<Results<Ok<List<SessionView>>, ProblemHttpResult>> CarryAsync(
        string id, int year, CadreDbContext database, ChangeLog changes, CurrentUser user, Ids ids, CancellationToken cancellationToken)
    {
        if (await SessionEndpoints.RefuseAsync(id, year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        // What the region put in its schools' schedules is no plan of the school's own.
        if (await database.Sessions.AnyAsync(session => session.SchoolId == id && session.Year == year && session.JointSessionId == null, cancellationToken))
        {
            return Problems.Conflict(
                "sessions-begun", $"{year}年度已经安排了活动，没有改动。", $"Sessions of {year} are planned already; nothing was changed.",
                "请直接添加或修改活动。", "Add or change sessions instead.").ToResult();
        }

        var before = await database.Sessions.AsNoTracking()
            .Where(session => session.SchoolId == id && session.Year == year - 1 && session.State != SessionState.Dropped && session.JointSessionId == null)
            .OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToListAsync(cancellationToken);
        if (before.Count == 0)
        {
            return Problems.NotFound($"{year - 1}年度的活动安排", $"sessions of {year - 1}").ToResult();
        }

        var sessions = before.ConvertAll(old => Next(old, year, ids));
        SessionDays.Number(sessions.Concat(await database.Sessions.Where(session => session.SchoolId == id && session.Year == year).ToListAsync(cancellationToken)));
        database.Sessions.AddRange(sessions);
        foreach (var session in sessions)
        {
            changes.Add("session", null, SessionEndpoints.Text(session), id, year: year, reason: $"{year - 1}年度");
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(sessions.ConvertAll(session => SessionEndpoints.View(session, 0)));
    }

    private static TrainingSession Next(TrainingSession old, int year, Ids ids) => new()
    {
        Id = ids.New(),
        SchoolId = old.SchoolId,
        Year = year,
        Date = Next(old.Date, year),
        NumberOfDay = old.NumberOfDay,
        Place = old.Place,
        Topic = YearText.Advance(old.Topic, year - 1, year - 1, 1),
        Lecturer = old.Lecturer,
        Carrier = old.Carrier,
        Content = old.Content,
        State = SessionState.Planned,
        Carried = true,
    };

    // 52 weeks on is the same weekday; from the first days of January that would still be the old year.
    private static DateOnly Next(DateOnly day, int year) => day.AddDays(364) is { } next && next.Year == year ? next : day.AddDays(371);
}
