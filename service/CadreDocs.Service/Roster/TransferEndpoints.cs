using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster.Guard;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>Coming, going, and second posts. Papers travel with the person; attendance stays where it was earned (A32).</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/roster").WithTags("Roster").RequireAuthorization(Policies.SignedIn);
        group.MapPost("/transfers", TransferAsync).WithName("TransferCadre");
        group.MapPost("/departures", LeaveAsync).WithName("EndPost");
    }

    /// <summary>Takes someone over from another school from a day on, brings back who left, or adds a second post here.</summary>
    /// <response code="409"><c>already-here</c>; <c>year-closed</c>, <c>signed-off</c>: a settled year would change.</response>
    /// <response code="422">The day lies before the present post began, marks would lie outside the days in office, or the post is empty.</response>
    internal static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> TransferAsync(
        string id, Transfer body, CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, CurrentUser user, RightsScheduler rights, CancellationToken cancellationToken)
    {
        if (!RosterEndpoints.CanEdit(user, id) || !await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return RosterEndpoints.Refuse(user, id).ToResult();
        }

        var person = await database.People.FirstOrDefaultAsync(person => body.PersonId != null ? person.Id == body.PersonId : person.PlatformNo == body.PlatformNo, cancellationToken);
        if (person is null || (body.PersonId is null && string.IsNullOrEmpty(body.PlatformNo)))
        {
            return Problems.NotFound("该干部（请核对进修编号）", "cadre (check the platform number)").ToResult();
        }

        if (string.IsNullOrWhiteSpace(body.Post))
        {
            return Problems.Invalid([new ProblemItem("post-missing", "请填写调入后的职务。", "Give the post at this school.", Field: "post")]).ToResult();
        }

        var posts = await database.Appointments.Where(post => post.PersonId == person.Id && (post.To == null || post.To >= body.From)).ToListAsync(cancellationToken);
        if (posts.Find(post => post.SchoolId == id) is { } here)
        {
            return (here.OfRecord
                ? Problems.Conflict("already-here", $"{person.Name}已在本校任职。", $"{person.Name} already holds a post at this school.", "职务有变请直接修改名册。", "Change the post in the roster instead.")
                : Problems.Conflict(
                    "already-here", $"{person.Name}已在本校兼任“{here.Post}”。", $"{person.Name} already holds the second post '{here.Post}' at this school.",
                    "如改由本校申报学分，请在其“任职”中改为由本校申报。", "Where this school is to file the credits from now on, say so among the person's posts.")).ToResult();
        }

        if (!body.SecondPost && posts.Find(post => post.OfRecord && post.From >= body.From) is { } later)
        {
            return Problems.Invalid([new ProblemItem(
                "before-post",
                $"调动日期 {body.From:yyyy-MM-dd} 不晚于原职务“{later.Post}”的任职日期 {later.From:yyyy-MM-dd}，请改正日期。",
                $"The transfer on {body.From:yyyy-MM-dd} is not after the day {later.From:yyyy-MM-dd} on which the post '{later.Post}' began; correct the date.",
                Field: "from")]).ToResult();
        }

        if (!body.SecondPost)
        {
            foreach (var post in posts.Where(post => post.OfRecord))
            {
                writer.Leave(post, body.From.AddDays(-1), "调动");
            }
        }

        var order = await database.Appointments.Where(post => post.SchoolId == id).MaxAsync(post => (int?)post.Order, cancellationToken) ?? 0;
        writer.Appoint(id, person.Id, body.Post.Trim(), body.From, order + 1, ofRecord: !body.SecondPost);
        person.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        await rights.LookAsync(cancellationToken);
        return TypedResults.Ok(await reading.CadreAsync(id, person.Id, body.From.Year, cancellationToken));
    }

    /// <summary>Ends someone's posts at this school with a last day. Where a post at another school goes on, that school files 表4 from then on.</summary>
    /// <response code="409"><c>year-closed</c>, <c>signed-off</c>: a settled year would change.</response>
    /// <response code="422">The day is wrong, later marks exist, or it is unclear which of several other schools files 表4 from then on (<c>filingSchoolId</c>).</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        string id, Departure body, CadreDbContext database, RosterWriter writer, RosterGuard guard, CurrentUser user, RightsScheduler rights, CancellationToken cancellationToken)
    {
        if (!RosterEndpoints.CanEdit(user, id))
        {
            return RosterEndpoints.Refuse(user, id).ToResult();
        }

        var posts = await database.Appointments.Where(post => post.PersonId == body.PersonId && post.SchoolId == id && (post.To == null || post.To > body.LastDay)).ToListAsync(cancellationToken);
        if (posts.Count == 0)
        {
            return Problems.NotFound("该干部在本校的现任职务", "present post of this cadre").ToResult();
        }

        if (posts.Find(post => post.From > body.LastDay) is { } later)
        {
            return Problems.Invalid([new ProblemItem(
                "before-post",
                $"离任日期 {body.LastDay:yyyy-MM-dd} 早于任职日期 {later.From:yyyy-MM-dd}，请改正日期。",
                $"The last day {body.LastDay:yyyy-MM-dd} is before the first day {later.From:yyyy-MM-dd}; correct the date.",
                Field: "lastDay")]).ToResult();
        }

        var next = body.LastDay.AddDays(1);
        var others = await database.Appointments.Where(post => post.PersonId == body.PersonId && post.SchoolId != id && (post.To == null || post.To >= next)).ToListAsync(cancellationToken);
        if (posts.Exists(post => post.OfRecord) && !others.Exists(post => post.OfRecord) && others.Count > 0)
        {
            var schools = others.Select(post => post.SchoolId).Distinct().ToList();
            if ((body.FilingSchoolId ?? (schools.Count == 1 ? schools[0] : null)) is not { } filing || !schools.Contains(filing))
            {
                return (await UnclearAsync(database, schools, cancellationToken)).ToResult();
            }

            writer.FileAt(others.Where(post => post.SchoolId == filing), filing, next);
        }

        foreach (var post in posts)
        {
            writer.Leave(post, body.LastDay, body.Reason);
        }

        var person = await database.People.FirstAsync(person => person.Id == body.PersonId, cancellationToken);
        person.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        await rights.LookAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Problem> UnclearAsync(CadreDbContext database, List<string> schools, CancellationToken cancellationToken)
    {
        var names = string.Join("、", await database.Schools.Where(school => schools.Contains(school.Id)).OrderBy(school => school.Code).Select(school => school.Name).ToListAsync(cancellationToken));
        return Problems.Invalid([new ProblemItem(
            "filing-school-unclear",
            $"此人还在{names}兼任：请选择离任后由哪所学校申报学分。", $"The person holds second posts at {names}: choose which school files the credits afterwards.", Field: "filingSchoolId")]);
    }
}
