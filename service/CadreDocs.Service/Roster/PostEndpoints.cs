using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster.Guard;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>Corrects single posts and says which school files 表4. The version is the person's.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/people/{id}").WithTags("Roster").RequireAuthorization(Policies.SignedIn);
        group.MapPut("/posts/{postId}", EditAsync).WithName("EditPost");
        group.MapDelete("/posts/{postId}", RemoveAsync).WithName("RemovePost");
        group.MapPut("/filing-school", FileAtAsync).WithName("SetFilingSchool");
    }

    /// <summary>Corrects a post's name, first and last day. The post before or after it at the same school moves its own end along.</summary>
    /// <response code="409"><c>year-closed</c>, <c>signed-off</c>: a settled year would change.</response>
    /// <response code="422">Marks or papers would lie outside the days in office; <c>problems</c> names them.</response>
    internal static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> EditAsync(
        string id, string postId, EditPost body, HttpRequest request, CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, CurrentUser user, CancellationToken cancellationToken)
    {
        var (posts, person, refusal) = await OpenAsync(id, postId, request, database, user, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var post = posts.Find(post => post.Id == postId)!;
        if (Check(body) is { Count: > 0 } items)
        {
            return Problems.Invalid(items).ToResult();
        }

        HandOver(writer, posts, post, body.To);
        writer.Correct(post, posts, body.Post.Trim(), body.From, body.To, body.Reason);
        return await SaveAsync(person!, post.SchoolId, body.From.Year, request, database, reading, guard, cancellationToken);
    }

    /// <summary>Takes out a post that was entered by mistake.</summary>
    /// <response code="409"><c>last-post</c>: the person would be in no roster; <c>year-closed</c>, <c>signed-off</c>: a settled year would change.</response>
    /// <response code="422">Marks or papers would lie outside the days in office; <c>problems</c> names them.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string postId, HttpRequest request, CadreDbContext database, RosterWriter writer, RosterGuard guard, CurrentUser user, CancellationToken cancellationToken)
    {
        var (posts, person, refusal) = await OpenAsync(id, postId, request, database, user, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        if (posts.Count == 1)
        {
            return Problems.Conflict(
                "last-post", $"这是{person!.Name}唯一的任职，不能删除。", $"This is the only post of {person.Name} and cannot be taken out.",
                "请改正任职时间，或登记离任。", "Correct its days, or enter the departure.").ToResult();
        }

        var post = posts.Find(post => post.Id == postId)!;
        if (post.OfRecord)
        {
            var others = posts.Where(other => other.SchoolId != post.SchoolId && (other.To is null || other.To >= post.From)).ToList();
            if (others.Count > 0 && !others.Exists(other => other.OfRecord) && others.Select(other => other.SchoolId).Distinct().Count() == 1)
            {
                writer.FileAt(others, others[0].SchoolId, post.From);
            }
        }

        writer.Remove(post);
        person!.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Says which school files the person's 表4 from a day on (A32); the posts at the others become second posts.</summary>
    /// <response code="409"><c>year-closed</c>, <c>signed-off</c>: a settled year would change.</response>
    /// <response code="422">The person holds no post there on that day.</response>
    internal static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> FileAtAsync(
        string id, EditFilingSchool body, HttpRequest request, CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, CurrentUser user, CancellationToken cancellationToken)
    {
        var (posts, person, refusal) = await OpenAsync(id, null, request, database, user, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var holding = posts.Where(post => post.To is null || post.To >= body.From).ToList();
        if (!holding.Exists(post => post.SchoolId == body.SchoolId && post.From <= body.From))
        {
            return Problems.Invalid([new ProblemItem(
                "no-post-there", $"{person!.Name}在 {body.From:yyyy-MM-dd} 没有该校的职务：请先登记任职，或改正日期。",
                $"{person.Name} holds no post at this school on {body.From:yyyy-MM-dd}: enter the post first, or correct the day.", Field: "from")]).ToResult();
        }

        writer.FileAt(holding, body.SchoolId, body.From);
        var shown = RosterEndpoints.CanEdit(user, body.SchoolId) ? body.SchoolId : holding.First(post => RosterEndpoints.CanEdit(user, post.SchoolId)).SchoolId;
        return await SaveAsync(person!, shown, body.From.Year, request, database, reading, guard, cancellationToken);
    }

    // Ending the post of the filing school by correcting its last day hands the filing on, as a departure does.
    private static void HandOver(RosterWriter writer, List<Appointment> posts, Appointment post, DateOnly? to)
    {
        if (post.OfRecord && to is { } last && post.To != last)
        {
            var others = posts.Where(other => other.SchoolId != post.SchoolId && (other.To is null || other.To > last)).ToList();
            if (others.Count > 0 && !posts.Exists(other => other != post && other.OfRecord && (other.To is null || other.To > last)) && others.Select(other => other.SchoolId).Distinct().Count() == 1)
            {
                writer.FileAt(others, others[0].SchoolId, last.AddDays(1));
            }
        }
    }

    private static List<ProblemItem> Check(EditPost body)
    {
        var items = new List<ProblemItem>();
        if (string.IsNullOrWhiteSpace(body.Post) || body.Post.Length > 100)
        {
            items.Add(new ProblemItem("post-missing", "请填写职务（100 字以内）。", "Give the post (up to 100 characters).", Field: "post"));
        }

        if (body.To < body.From)
        {
            items.Add(new ProblemItem(
                "before-post", $"最后一天 {body.To:yyyy-MM-dd} 早于第一天 {body.From:yyyy-MM-dd}，请改正日期。", $"The last day {body.To:yyyy-MM-dd} is before the first day {body.From:yyyy-MM-dd}; correct the dates.", Field: "to"));
        }

        return items;
    }

    /// <summary>The posts and the person, tracked, if the asker keeps the roster of the post's school and saw the present version.</summary>
    private static async Task<(List<Appointment> Posts, Person? Person, Problem? Refusal)> OpenAsync(
        string id, string? postId, HttpRequest request, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var posts = await database.Appointments.Where(post => post.PersonId == id).OrderBy(post => post.Order).ToListAsync(cancellationToken);
        var meant = posts.Where(post => postId is null || post.Id == postId).ToList();
        if (!meant.Exists(post => RosterEndpoints.CanEdit(user, post.SchoolId)))
        {
            return ([], null, posts.Exists(post => user.CanReadSchool(post.SchoolId))
                ? Problems.Forbidden("名册由该校填报人或管理员维护。", "The roster is kept by that school's secretary or the administrator.")
                : Problems.NotFound("该任职", "post"));
        }

        var person = await database.People.FirstAsync(person => person.Id == id, cancellationToken);
        return request.IfMatch() is not { } version ? ([], null, Problems.VersionMissing())
            : version != person.Version ? ([], null, Problems.Stale(person.Version))
            : (posts, person, null);
    }

    private static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> SaveAsync(
        Person person, string schoolId, int year, HttpRequest request, CadreDbContext database, RosterReading reading, RosterGuard guard, CancellationToken cancellationToken)
    {
        person.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(person.Version);
        return TypedResults.Ok(await reading.CadreAsync(schoolId, person.Id, year, cancellationToken));
    }
}
