using System.Security.Claims;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Identity;

/// <summary>Somebody to sign in as.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Description">Posts and roles.</param>
/// <param name="School">School, or null.</param>
internal sealed record DevelopmentPerson(string Id, string Name, string Description, string? School);

internal sealed record DevelopmentSignIn(string PersonId);

/// <summary>Signing in by choosing a person; to everybody outside this machine, and in Production, the addresses do not exist.</summary>
internal static class DevelopmentEndpoints
{
    public static void MapDevelopmentSignIn(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/development").WithTags("Session").AllowAnonymous().AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<SignInWays>().DevelopmentFor(context.HttpContext)
                ? await next(context)
                : Problems.ForStatus(StatusCodes.Status404NotFound).ToResult());
        group.MapGet("/people", ListAsync).WithName("ListDevelopmentPeople");
        group.MapPost("/sign-in", SignInAsync).WithName("SignInForDevelopment").RequireRateLimiting(RateLimits.SignIn);
    }

    /// <summary>Everybody in the roster, those with more rights first.</summary>
    internal static async Task<Ok<List<DevelopmentPerson>>> ListAsync(CadreDbContext database, CancellationToken cancellationToken)
    {
        var schools = await database.Schools.AsNoTracking().ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
        var grants = (await database.RoleGrants.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(grant => grant.PersonId);
        var posts = (await database.Appointments.AsNoTracking().Where(post => post.To == null).ToListAsync(cancellationToken)).ToLookup(post => post.PersonId);
        var people = await database.People.AsNoTracking().OrderBy(person => person.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(people
            .Select(person => new DevelopmentPerson(
                person.Id, person.Name,
                string.Join(" · ", posts[person.Id].Select(post => post.Post).Concat(grants[person.Id].Select(grant => RoleTitle(grant.Role)))),
                posts[person.Id].OrderBy(post => post.Order).Select(post => schools.GetValueOrDefault(post.SchoolId)).FirstOrDefault()))
            .OrderByDescending(person => grants[person.Id].Any()).ToList());
    }

    /// <summary>Signs in as this person.</summary>
    /// <response code="404">Nobody has this id, or this is not a development machine.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        DevelopmentSignIn request, HttpContext context, CadreDbContext database, CancellationToken cancellationToken)
    {
        if (!await database.People.AnyAsync(person => person.Id == request.PersonId, cancellationToken))
        {
            return Problems.NotFound("此人", "person").ToResult();
        }

        ClaimsPrincipal principal = Claims.Principal(request.PersonId, "development", null);
        await context.SignInAsync(principal);
        return TypedResults.NoContent();
    }

    private static string RoleTitle(string role) => role switch
    {
        Roles.Secretary => "学校填报人（书记）",
        Roles.RegionChair => "片区召集人",
        Roles.Reviewer => "区级审核人",
        Roles.Officer => "区教育局",
        Roles.Administrator => "管理员",
        _ => role,
    };
}
