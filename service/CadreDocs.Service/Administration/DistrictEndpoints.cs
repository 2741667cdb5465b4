using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Administration;

/// <summary>Regions and schools of the district. The bureau's officer reads, the administrator writes.</summary>
internal static class DistrictEndpoints
{
    private const int MaxText = 100;

    private static readonly string[] Stages = ["kindergarten", "primary", "secondary", "other"];

    public static void MapDistrict(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/district").WithTags("Administration");
        group.MapGet("/", GetAsync).RequireAuthorization(Policies.DistrictReader).WithName("GetDistrict");
        var write = group.MapGroup("/").RequireAuthorization(Policies.Administrator);
        write.MapPost("/regions", AddRegionAsync).WithName("AddRegion");
        write.MapPut("/regions/{id}", EditRegionAsync).WithName("EditRegion");
        write.MapDelete("/regions/{id}", RemoveRegionAsync).WithName("RemoveRegion");
        write.MapPost("/schools", AddSchoolAsync).WithName("AddSchool");
        write.MapPut("/schools/{id}", EditSchoolAsync).WithName("EditDistrictSchool");
        write.MapDelete("/schools/{id}", RemoveSchoolAsync).WithName("RemoveSchool");
    }

    /// <summary>All regions and schools.</summary>
    internal static async Task<Ok<DistrictView>> GetAsync(CadreDbContext database, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(database, user, clock, cancellationToken));

    /// <summary>Adds a region.</summary>
    /// <response code="409"><c>code-taken</c>: another region has this code.</response>
    internal static async Task<Results<Created<DistrictView>, ProblemHttpResult>> AddRegionAsync(
        EditRegion body, CadreDbContext database, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await CheckAsync(body, null, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        database.Regions.Add(new Region { Id = ids.New(), Code = body.Code.Trim(), Name = body.Name.Trim() });
        changes.Add("region", null, Text(body));
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("/api/district", await ReadAsync(database, user, clock, cancellationToken));
    }

    /// <summary>Changes a region's code and name.</summary>
    internal static async Task<Results<Ok<DistrictView>, ProblemHttpResult>> EditRegionAsync(
        string id, EditRegion body, CadreDbContext database, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await database.Regions.FirstOrDefaultAsync(region => region.Id == id, cancellationToken) is not { } region)
        {
            return Problems.NotFound("该片区", "region").ToResult();
        }

        if (await CheckAsync(body, id, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        changes.Add("region", $"{region.Code} {region.Name}", Text(body));
        (region.Code, region.Name) = (body.Code.Trim(), body.Name.Trim());
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ReadAsync(database, user, clock, cancellationToken));
    }

    /// <summary>Takes out a region without schools.</summary>
    /// <response code="409"><c>region-in-use</c>: schools, a chair or joint sessions belong to it.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveRegionAsync(string id, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await database.Regions.FirstOrDefaultAsync(region => region.Id == id, cancellationToken) is not { } region)
        {
            return Problems.NotFound("该片区", "region").ToResult();
        }

        if (await database.Schools.AnyAsync(school => school.RegionId == id, cancellationToken)
            || await database.RoleGrants.AnyAsync(grant => grant.RegionId == id, cancellationToken)
            || await database.JointSessions.AnyAsync(session => session.RegionId == id, cancellationToken))
        {
            return Problems.Conflict(
                "region-in-use", $"{region.Name}还有学校、召集人或联合活动，不能删除。", $"Schools, a chair or joint sessions belong to {region.Name}; it cannot be removed.",
                "请先把学校改到别的片区，并收回召集人权限。", "Move its schools to another region and take back the chair's role first.").ToResult();
        }

        changes.Add("region", $"{region.Code} {region.Name}", null);
        database.Regions.Remove(region);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Adds a school.</summary>
    /// <response code="409"><c>code-taken</c>: another school has this code.</response>
    internal static async Task<Results<Created<DistrictView>, ProblemHttpResult>> AddSchoolAsync(
        EditDistrictSchool body, CadreDbContext database, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await CheckAsync(body, null, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        var school = new School { Id = ids.New(), Code = body.Code.Trim(), Name = body.Name.Trim(), Stage = body.Stage, RegionId = body.RegionId };
        database.Schools.Add(school);
        changes.Add("school", null, Text(school), school.Id);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("/api/district", await ReadAsync(database, user, clock, cancellationToken));
    }

    /// <summary>Changes a school's code, name, kind and region.</summary>
    internal static async Task<Results<Ok<DistrictView>, ProblemHttpResult>> EditSchoolAsync(
        string id, EditDistrictSchool body, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await database.Schools.FirstOrDefaultAsync(school => school.Id == id, cancellationToken) is not { } school)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != school.Version)
        {
            return Problems.Stale(school.Version).ToResult();
        }

        if (await CheckAsync(body, id, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        var before = Text(school);
        (school.Code, school.Name, school.Stage, school.RegionId, school.Version) = (body.Code.Trim(), body.Name.Trim(), body.Stage, body.RegionId, school.Version + 1);
        changes.Add("school", before, Text(school), school.Id);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ReadAsync(database, user, clock, cancellationToken));
    }

    /// <summary>Takes out a school that was entered by mistake.</summary>
    /// <response code="409"><c>school-in-use</c>: it has a roster, papers, sessions or roles.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveSchoolAsync(string id, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (await database.Schools.FirstOrDefaultAsync(school => school.Id == id, cancellationToken) is not { } school)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (await database.Appointments.AnyAsync(post => post.SchoolId == id, cancellationToken)
            || await database.Records.AnyAsync(record => record.SchoolId == id, cancellationToken)
            || await database.Sessions.AnyAsync(session => session.SchoolId == id, cancellationToken)
            || await database.RoleGrants.AnyAsync(grant => grant.SchoolId == id, cancellationToken))
        {
            return Problems.Conflict(
                "school-in-use", $"{school.Name}已有名册、材料、活动或权限，不能删除。", $"{school.Name} has a roster, papers, sessions or roles; it cannot be removed.",
                "录错的学校请先清空名册并收回权限。", "Where it was entered by mistake, empty its roster and take back its roles first.").ToResult();
        }

        changes.Add("school", Text(school), null, school.Id);
        database.Schools.Remove(school);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<DistrictView> ReadAsync(CadreDbContext database, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var regions = await database.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(cancellationToken);
        var schools = await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken);
        var cadres = await database.Appointments.On(clock.Today()).GroupBy(post => post.SchoolId)
            .Select(group => new { group.Key, Count = group.Select(post => post.PersonId).Distinct().Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var secretaries = (await database.RoleGrants.Where(grant => grant.Role == Roles.Secretary && grant.SchoolId != null)
            .Join(database.People, grant => grant.PersonId, person => person.Id, (grant, person) => new { grant.SchoolId, person.Name }).ToListAsync(cancellationToken)).ToLookup(pair => pair.SchoolId, pair => pair.Name);
        var names = regions.ToDictionary(region => region.Id, region => region.Name);
        return new DistrictView(
            regions.ConvertAll(region => new RegionLine(region.Id, region.Code, region.Name, schools.Count(school => school.RegionId == region.Id))),
            schools.ConvertAll(school => new DistrictSchool(
                school.Id, school.Code, school.Name, school.Stage, school.RegionId, names.GetValueOrDefault(school.RegionId, ""), cadres.GetValueOrDefault(school.Id),
                secretaries[school.Id].Distinct().Order(StringComparer.Ordinal).ToList(), school.Version)),
            user.IsAdministrator);
    }

    private static async Task<Problem?> CheckAsync(EditRegion body, string? id, CadreDbContext database, CancellationToken cancellationToken)
    {
        if (Missing(body.Code, body.Name) is { Count: > 0 } items)
        {
            return Problems.Invalid(items);
        }

        var code = body.Code.Trim();
        var owner = await database.Regions.Where(region => region.Code == code && region.Id != id).Select(region => region.Name).FirstOrDefaultAsync(cancellationToken);
        return owner is null ? null : Taken(code, owner);
    }

    private static async Task<Problem?> CheckAsync(EditDistrictSchool body, string? id, CadreDbContext database, CancellationToken cancellationToken)
    {
        var items = Missing(body.Code, body.Name);
        if (!Stages.Contains(body.Stage))
        {
            items.Add(new ProblemItem("stage", "请选择学段：幼儿园、小学、中学或其他。", "Choose the kind: kindergarten, primary, secondary or other.", Field: "stage"));
        }

        if (!await database.Regions.AnyAsync(region => region.Id == body.RegionId, cancellationToken))
        {
            items.Add(new ProblemItem("region", "请选择片区；还没有片区时请先添加片区。", "Choose the region; add one first where there is none.", Field: "regionId"));
        }

        if (items.Count > 0)
        {
            return Problems.Invalid(items);
        }

        var code = body.Code.Trim();
        var owner = await database.Schools.Where(school => school.Code == code && school.Id != id).Select(school => school.Name).FirstOrDefaultAsync(cancellationToken);
        return owner is null ? null : Taken(code, owner);
    }

    private static List<ProblemItem> Missing(string code, string name)
    {
        var items = new List<ProblemItem>();
        if (string.IsNullOrWhiteSpace(code) || code.Length > MaxText)
        {
            items.Add(new ProblemItem("code", "请填写代码。", "Give the code.", Field: "code"));
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxText)
        {
            items.Add(new ProblemItem("name", "请填写名称（100 字以内）。", "Give the name (up to 100 characters).", Field: "name"));
        }

        return items;
    }

    private static Problem Taken(string code, string owner) => Problems.Conflict(
        "code-taken", $"代码 {code} 已属于{owner}。", $"The code {code} belongs to {owner}.", "请改用别的代码。", "Choose another code.");

    private static string Text(EditRegion region) => $"{region.Code.Trim()} {region.Name.Trim()}";

    private static string Text(School school) => $"{school.Code} {school.Name} {school.Stage} {school.RegionId}";
}
