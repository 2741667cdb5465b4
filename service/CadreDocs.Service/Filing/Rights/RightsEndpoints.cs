using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>Who may see a school's folders in the library.</summary>
/// <param name="Settable">False where the library is a folder on this machine, whose rights are the operating system's, and where the settings leave rights to the site's owners.</param>
/// <param name="CheckedAt">When they were set and read back last; null if never.</param>
/// <param name="Good">True where the library then showed exactly what is wanted.</param>
/// <param name="Notes">What there is to say.</param>
/// <param name="Passes">Reviewers who may read for a time, those that are over not among them.</param>
/// <param name="Reviewers">Who may be given a pass.</param>
internal sealed record LibraryRightsView(
    bool Settable, DateTimeOffset? CheckedAt, bool Good, IReadOnlyList<RightsNoteView> Notes, IReadOnlyList<LibraryPassView> Passes, IReadOnlyList<PassPerson> Reviewers);

/// <summary>A sentence about rights.</summary>
internal sealed record RightsNoteView(bool Good, string Message, string MessageEn);

/// <summary>A reviewer's pass.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">The reviewer.</param>
/// <param name="Name">The reviewer's name.</param>
/// <param name="Until">The moment from which it does not hold.</param>
/// <param name="Over">True where its time is over and it is being taken out of the library.</param>
internal sealed record LibraryPassView(string Id, string PersonId, string Name, DateTimeOffset Until, bool Over);

/// <summary>A reviewer of the school.</summary>
internal sealed record PassPerson(string PersonId, string Name);

/// <summary>Asks for a pass.</summary>
/// <param name="PersonId">A reviewer of the school.</param>
/// <param name="LastDay">The last day on which it holds; at most a year ahead.</param>
internal sealed record PassRequest(string PersonId, DateOnly LastDay);

internal static class RightsEndpoints
{
    public static void MapLibraryRights(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{schoolId}/library").WithTags("Filing").RequireAuthorization(Policies.SchoolReader);
        group.MapGet("/rights", GetAsync).WithName("GetLibraryRights");
        group.MapPost("/rights", SetAsync).WithName("SetLibraryRights");
        group.MapPost("/passes", GiveAsync).WithName("GiveLibraryPass");
        group.MapDelete("/passes/{passId}", EndAsync).WithName("EndLibraryPass");
    }

    /// <summary>What the rights in the library are known to be, and who holds a pass.</summary>
    internal static async Task<Results<Ok<LibraryRightsView>, ProblemHttpResult>> GetAsync(
        string schoolId, CadreDbContext database, CurrentUser user, RightsPolicy policy, TimeProvider clock, CancellationToken cancellationToken) =>
        user.CanReadSchool(schoolId)
            ? TypedResults.Ok(await ViewAsync(schoolId, database, policy, clock, cancellationToken))
            : NoSchool();

    /// <summary>Sets the rights anew in the background and reads them back; the rights' page tells how it ended.</summary>
    internal static async Task<Results<Accepted<LibraryRightsView>, ProblemHttpResult>> SetAsync(
        string schoolId, CadreDbContext database, CurrentUser user, RightsPolicy policy, RightsScheduler rights, TimeProvider clock, CancellationToken cancellationToken)
    {
        if ((Refusal(schoolId, user) ?? NotOurs(policy)) is { } refusal)
        {
            return refusal.ToResult();
        }

        await rights.ScheduleAsync(schoolId, cancellationToken);
        return TypedResults.Accepted((string?)null, await ViewAsync(schoolId, database, policy, clock, cancellationToken));
    }

    /// <summary>Lets a reviewer of the school read its folders in the library until a day; restricted papers stay closed.</summary>
    internal static async Task<Results<Ok<LibraryRightsView>, ProblemHttpResult>> GiveAsync(
        string schoolId, PassRequest request, CadreDbContext database, CurrentUser user, RightsPolicy policy, RightsScheduler rights,
        ChangeLog changes, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if ((Refusal(schoolId, user) ?? NotOurs(policy)) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (request.LastDay < clock.Today() || request.LastDay > clock.Today().AddYears(1))
        {
            return Problems.Invalid([new ProblemItem("lastDay", "截止日期应在今天至一年之内。", "The last day must lie within a year from today.", Field: "lastDay")]).ToResult();
        }

        if ((await ReviewersAsync(schoolId, database, cancellationToken)).TrueForAll(person => person.PersonId != request.PersonId))
        {
            return Problems.Invalid([new ProblemItem("personId", "只能给本校的审核人员限期查阅权。", "Only a reviewer of the school can be given a pass.", Field: "personId")]).ToResult();
        }

        var until = request.LastDay.AddDays(1).DistrictMidnight();
        await database.LibraryPasses.Where(pass => pass.SchoolId == schoolId && pass.PersonId == request.PersonId && pass.RemovedAt == null).ExecuteDeleteAsync(cancellationToken);
        database.LibraryPasses.Add(new LibraryPass
        {
            Id = ids.New(), SchoolId = schoolId, PersonId = request.PersonId, Until = until, CreatedBy = user.PersonId!, CreatedAt = clock.GetUtcNow(),
        });
        changes.Add("library.pass", null, request.PersonId, schoolId);
        await database.SaveChangesAsync(cancellationToken);
        await rights.ScheduleAsync(schoolId, cancellationToken);
        return TypedResults.Ok(await ViewAsync(schoolId, database, policy, clock, cancellationToken));
    }

    /// <summary>Ends a pass at once.</summary>
    internal static async Task<Results<Ok<LibraryRightsView>, ProblemHttpResult>> EndAsync(
        string schoolId, string passId, CadreDbContext database, CurrentUser user, RightsPolicy policy, RightsScheduler rights,
        ChangeLog changes, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Refusal(schoolId, user) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (await database.LibraryPasses.FirstOrDefaultAsync(pass => pass.Id == passId && pass.SchoolId == schoolId, cancellationToken) is not { } pass)
        {
            return Problems.NotFound("这项查阅权", "pass").ToResult();
        }

        pass.Until = clock.GetUtcNow();
        changes.Add("library.pass", pass.PersonId, null, schoolId);
        await database.SaveChangesAsync(cancellationToken);
        await rights.ScheduleAsync(schoolId, cancellationToken);
        return TypedResults.Ok(await ViewAsync(schoolId, database, policy, clock, cancellationToken));
    }

    private static async Task<LibraryRightsView> ViewAsync(
        string schoolId, CadreDbContext database, RightsPolicy policy, TimeProvider clock, CancellationToken cancellationToken)
    {
        var report = await database.LibraryRightsReports.AsNoTracking().FirstOrDefaultAsync(item => item.SchoolId == schoolId, cancellationToken);
        var passes = await (
            from pass in database.LibraryPasses.AsNoTracking()
            join person in database.People on pass.PersonId equals person.Id
            where pass.SchoolId == schoolId && pass.RemovedAt == null
            orderby pass.Until
            select new { pass, person.Name }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var notes = policy.AreTheOwners ? [RightsPolicy.OwnersNote] : KeptRights.Of(report).Notes;
        return new LibraryRightsView(
            policy.AreOurs, report?.At, policy.AreTheOwners || (report?.Good ?? true),
            notes.Select(note => new RightsNoteView(note.Good, note.Message, note.MessageEn)).ToList(),
            passes.ConvertAll(row => new LibraryPassView(row.pass.Id, row.pass.PersonId, row.Name, row.pass.Until, row.pass.Until <= now)),
            await ReviewersAsync(schoolId, database, cancellationToken));
    }

    private static Task<List<PassPerson>> ReviewersAsync(string schoolId, CadreDbContext database, CancellationToken cancellationToken) => (
        from grant in database.RoleGrants
        join person in database.People on grant.PersonId equals person.Id
        where grant.Role == Roles.Reviewer && (grant.SchoolId == null || grant.SchoolId == schoolId)
        orderby person.Name
        select new PassPerson(person.Id, person.Name)).ToListAsync(cancellationToken);

    private static Problem? Refusal(string schoolId, CurrentUser user) =>
        !user.CanReadSchool(schoolId) ? Problems.NotFound("该学校", "school")
        : user.IsSecretaryOf(schoolId) || user.IsOfficer ? null
        : Problems.Forbidden("文件库的查阅权由本校书记或区级管理员给予。", "Rights in the library are given by the school's secretary or the district's officer.");

    // A pass that nobody carries into the library would be a promise only.
    private static Problem? NotOurs(RightsPolicy policy) => !policy.AreTheOwners ? null : Problems.Conflict(
        "rights-not-ours", "文件库的权限由网站所有者管理，这里不能设置。", "The rights in the library are the site owners' business and are not set here.",
        "请网站所有者在 SharePoint 的“管理访问权限”中设置；要由平台设置，请管理员启用 Filing:SharePoint:SetRights。",
        "Let the site's owner set them under 'Manage access' in SharePoint; for the service to do it, the administrator switches Filing:SharePoint:SetRights on.");

    private static ProblemHttpResult NoSchool() => Problems.NotFound("该学校", "school").ToResult();
}
