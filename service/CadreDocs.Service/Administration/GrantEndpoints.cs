using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Administration;

/// <summary>Who has which role, and where. Being a cadre comes from the roster alone.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Login">Their login; null where nobody can sign in as them.</param>
/// <param name="SchoolId">School it is limited to.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="RegionId">Region it is limited to.</param>
/// <param name="RegionName">Its name.</param>
internal sealed record GrantLine(string Id, string Role, string PersonId, string Name, string? Login, string? SchoolId, string? SchoolName, string? RegionId, string? RegionName);

/// <summary>A role for somebody.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Role">One of <see cref="Roles"/> beside <c>cadre</c>.</param>
/// <param name="SchoolId">A secretary's school; of a reviewer one school, or null for the district.</param>
/// <param name="RegionId">A chair's region.</param>
internal sealed record NewGrant(string PersonId, string Role, string? SchoolId = null, string? RegionId = null);

/// <summary>Roles of people. The bureau's officer reads, the administrator writes.</summary>
internal static class GrantEndpoints
{
    private static readonly string[] Grantable = [Roles.Secretary, Roles.RegionChair, Roles.Reviewer, Roles.Officer, Roles.Administrator];

    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/grants").WithTags("Administration");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.DistrictReader).WithName("ListGrants");
        group.MapPost("/", AddAsync).RequireAuthorization(Policies.Administrator).WithName("AddGrant");
        group.MapDelete("/{id}", RemoveAsync).RequireAuthorization(Policies.Administrator).WithName("RemoveGrant");
    }

    /// <summary>All roles, the district's first.</summary>
    internal static async Task<Ok<List<GrantLine>>> ListAsync(CadreDbContext database, CancellationToken cancellationToken)
    {
        var grants = await (
            from grant in database.RoleGrants
            join person in database.People on grant.PersonId equals person.Id
            join school in database.Schools on grant.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join region in database.Regions on grant.RegionId equals region.Id into regions
            from region in regions.DefaultIfEmpty()
            orderby school.Code, region.Code, person.Name
            select new GrantLine(
                grant.Id, grant.Role, person.Id, person.Name, person.Login, grant.SchoolId, school == null ? null : school.Name, grant.RegionId, region == null ? null : region.Name)).ToListAsync(cancellationToken);
        return TypedResults.Ok(grants.OrderByDescending(grant => Array.IndexOf(Grantable, grant.Role)).ToList());
    }

    /// <summary>Gives somebody a role.</summary>
    /// <response code="409"><c>granted-already</c>.</response>
    /// <response code="422">The role needs a school or region, or takes none.</response>
    internal static async Task<Results<Created<NewGrant>, ProblemHttpResult>> AddAsync(
        NewGrant body, CadreDbContext database, ChangeLog changes, Ids ids, CancellationToken cancellationToken)
    {
        if (await database.People.FirstOrDefaultAsync(person => person.Id == body.PersonId, cancellationToken) is not { } person)
        {
            return Problems.NotFound("此人", "person").ToResult();
        }

        if (await CheckAsync(body, database, cancellationToken) is { Count: > 0 } items)
        {
            return Problems.Invalid(items).ToResult();
        }

        if (await database.RoleGrants.AnyAsync(grant => grant.PersonId == body.PersonId && grant.Role == body.Role && grant.SchoolId == body.SchoolId && grant.RegionId == body.RegionId, cancellationToken))
        {
            return Problems.Conflict("granted-already", $"{person.Name}已有这项权限。", $"{person.Name} holds this role already.").ToResult();
        }

        database.RoleGrants.Add(new RoleGrant { Id = ids.New(), PersonId = body.PersonId, Role = body.Role, SchoolId = body.SchoolId, RegionId = body.RegionId });
        changes.Add("role." + body.Role, null, "✓", body.SchoolId, body.PersonId);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("/api/grants", body);
    }

    /// <summary>Takes a role back.</summary>
    /// <response code="409"><c>last-administrator</c>: nobody could give roles any more.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await database.RoleGrants.FirstOrDefaultAsync(grant => grant.Id == id, cancellationToken) is not { } grant)
        {
            return Problems.NotFound("这项权限", "role").ToResult();
        }

        if (grant.Role == Roles.Administrator && !await database.RoleGrants.AnyAsync(
                other => other.Role == Roles.Administrator && other.PersonId != grant.PersonId && database.People.Any(person => person.Id == other.PersonId && person.Login != null), cancellationToken))
        {
            return Problems.Conflict(
                "last-administrator", "这是最后一位能登录的管理员，不能收回。", "This is the last administrator who can sign in; the role stays.",
                "请先给另一位有登录账号的人管理员权限。", "Give the role to somebody else with a login first.").ToResult();
        }

        changes.Add("role." + grant.Role, "✓", null, grant.SchoolId, grant.PersonId);
        database.RoleGrants.Remove(grant);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<List<ProblemItem>> CheckAsync(NewGrant body, CadreDbContext database, CancellationToken cancellationToken)
    {
        var items = new List<ProblemItem>();
        if (!Grantable.Contains(body.Role))
        {
            items.Add(new ProblemItem("role", "请选择权限；“干部”由名册中的任职决定。", "Choose a role; being a cadre comes from the roster.", Field: "role"));
        }

        var mayHaveSchool = body.Role is Roles.Secretary or Roles.Reviewer;
        if ((body.Role == Roles.Secretary && body.SchoolId is null) || (body.SchoolId is not null && (!mayHaveSchool || !await database.Schools.AnyAsync(school => school.Id == body.SchoolId, cancellationToken))))
        {
            items.Add(new ProblemItem("school", "学校书记须选择学校；审核人可选一所学校，也可不选（全区）；其他权限不选学校。", "A secretary needs a school, a reviewer may have one; other roles take none.", Field: "schoolId"));
        }

        if ((body.Role == Roles.RegionChair) != (body.RegionId is not null) || (body.RegionId is not null && !await database.Regions.AnyAsync(region => region.Id == body.RegionId, cancellationToken)))
        {
            items.Add(new ProblemItem("region", "片区召集人须选择片区；其他权限不选片区。", "A region's chair needs a region; other roles take none.", Field: "regionId"));
        }

        return items;
    }
}
