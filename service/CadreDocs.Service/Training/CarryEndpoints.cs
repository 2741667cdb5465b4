using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>The plan that a year may begin from.</summary>
/// <param name="Year">The last year before it with sessions of the school's own; null where there is none.</param>
/// <param name="Sessions">How many it has.</param>
internal sealed record EarlierPlan(int? Year, int Sessions);

/// <summary>The year's sessions begun from an earlier year's: 表3 says much the same each year (R86).</summary>
internal static class CarryEndpoints
{
    public static void MapCarry(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/sessions").RequireAuthorization(Policies.SignedIn).WithTags("Training");
        group.MapGet("/earlier", EarlierAsync).WithName("GetEarlierPlan").ProducesProblem(404);
        group.MapPost("/carry", CarryAsync).WithName("CarrySessions").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>The plan that the year may begin from: the last one before it, whether that was a year ago or longer.</summary>
    internal static async Task<Results<Ok<EarlierPlan>, ProblemHttpResult>> EarlierAsync(
        string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.CanSeeSchool(id))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var last = await Own(database, id).Where(session => session.Year < year).GroupBy(session => session.Year).OrderByDescending(group => group.Key)
            .Select(group => new { group.Key, Count = group.Count() }).FirstOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new EarlierPlan(last?.Key, last?.Count ?? 0));
    }

    /// <summary>Plans the own sessions of the last year that has some again, each on the same weekday of the same week; the region's joint ones are the region's to plan.</summary>
    /// <param name="id">The school.</param>
    /// <param name="year">The year that is planned.</param>
    /// <param name="database">The database.</param>
    /// <param name="schemes">Says which days the year has.</param>
    /// <param name="changes">Notes each session.</param>
    /// <param name="user">The asker.</param>
    /// <param name="ids">New ids.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <response code="404">No earlier year has sessions.</response>
    /// <response code="409">The year has sessions already; nothing is overwritten.</response>
    internal static async Task<Results<Ok<List<SessionView>>, ProblemHttpResult>> CarryAsync(
        string id, int year, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, Ids ids, CancellationToken cancellationToken)
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

        var last = await Own(database, id).Where(session => session.Year < year).MaxAsync(session => (int?)session.Year, cancellationToken);
        if (last is null)
        {
            return Problems.NotFound($"{year}年度以前的活动安排", $"sessions before {year}").ToResult();
        }

        var before = await Own(database, id).Where(session => session.Year == last).OrderBy(session => session.Date).ThenBy(session => session.NumberOfDay).ToListAsync(cancellationToken);
        var sessions = before.ConvertAll(old => Next(old, year, schemes.DaysOf(year), ids));
        SessionDays.Number(sessions.Concat(await database.Sessions.Where(session => session.SchoolId == id && session.Year == year).ToListAsync(cancellationToken)));
        database.Sessions.AddRange(sessions);
        foreach (var session in sessions)
        {
            changes.Add("session", null, SessionEndpoints.Text(session), id, year: year, reason: $"{last}年度");
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(sessions.ConvertAll(session => SessionEndpoints.View(session, 0)));
    }

    private static TrainingSession Next(TrainingSession old, int year, YearDays days, Ids ids) => new()
    {
        Id = ids.New(),
        SchoolId = old.SchoolId,
        Year = year,
        Date = Next(old.Date, year - old.Year, days),
        NumberOfDay = old.NumberOfDay,
        Place = old.Place,
        Topic = YearText.Advance(old.Topic, old.Year, old.Year, year - old.Year),
        Lecturer = old.Lecturer,
        Carrier = old.Carrier,
        Content = old.Content,
        State = SessionState.Planned,
        Carried = true,
    };

    private static IQueryable<TrainingSession> Own(CadreDbContext database, string schoolId) => database.Sessions.AsNoTracking()
        .Where(session => session.SchoolId == schoolId && session.State != SessionState.Dropped && session.JointSessionId == null);

    // The same weekday nearest to the same day of the year, but not outside the year.
    private static DateOnly Next(DateOnly day, int years, YearDays year)
    {
        var same = day.AddYears(years);
        var ahead = ((int)day.DayOfWeek - (int)same.DayOfWeek + 7) % 7;
        var next = same.AddDays(ahead > 3 ? ahead - 7 : ahead);
        return next < year.First ? next.AddDays(7) : next > year.Last ? next.AddDays(-7) : next;
    }
}
