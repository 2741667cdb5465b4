using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
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

    /// <summary>Takes someone over from another school from a day on, or adds a second post here.</summary>
    /// <response code="422">The day lies before the present post began, or the post is empty.</response>
    internal static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> TransferAsync(
        string id, Transfer body, CadreDbContext database, RosterReading reading, RosterWriter writer, CurrentUser user, CancellationToken cancellationToken)
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
        if (posts.Exists(post => post.SchoolId == id))
        {
            return Problems.Conflict("already-here", $"{person.Name}已在本校任职。", $"{person.Name} already holds a post at this school.", "职务有变请直接修改名册。", "Change the post in the roster instead.").ToResult();
        }

        if (!body.SecondPost && posts.Find(post => post.From >= body.From) is { } later)
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
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok((await reading.CadresAsync(id, body.From.Year, cancellationToken)).First(cadre => cadre.PersonId == person.Id));
    }

    /// <summary>Ends someone's posts at this school with a last day.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        string id, Departure body, CadreDbContext database, RosterWriter writer, CurrentUser user, CancellationToken cancellationToken)
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

        foreach (var post in posts)
        {
            writer.Leave(post, body.LastDay, body.Reason);
        }

        var person = await database.People.FirstAsync(person => person.Id == body.PersonId, cancellationToken);
        person.Version++;
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
