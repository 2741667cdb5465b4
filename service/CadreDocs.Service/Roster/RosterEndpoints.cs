using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster.Guard;
using CadreDocs.Service.Roster.Import;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

internal static class RosterEndpoints
{
    public static void MapRosters(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Roster").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/schools", SchoolsAsync).WithName("ListSchools");
        group.MapPut("/schools/{id}", EditSchoolAsync).WithName("EditSchool");
        group.MapGet("/schools/{id}/roster", GetAsync).WithName("GetRoster");
        group.MapPost("/schools/{id}/roster/cadres", AddAsync).WithName("AddCadre");
        group.MapPut("/people/{id}", EditAsync).WithName("EditPerson");
    }

    /// <summary>The schools that one may see, in the order of their codes.</summary>
    internal static async Task<Ok<List<SchoolLine>>> SchoolsAsync(CadreDbContext database, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var counts = await database.Appointments.On(today).GroupBy(post => post.SchoolId)
            .Select(group => new { group.Key, Count = group.Select(post => post.PersonId).Distinct().Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var schools = await database.Schools.AsNoTracking().Join(database.Regions, school => school.RegionId, region => region.Id, (school, region) => new { school, region })
            .OrderBy(pair => pair.school.Code).ToListAsync(cancellationToken);
        return TypedResults.Ok(schools.Where(pair => user.CanSeeSchool(pair.school.Id)).Select(pair => new SchoolLine(
            pair.school.Id, pair.school.Code, pair.school.Name, pair.school.Stage, pair.region.Id, pair.region.Name, pair.school.TrainingLead,
            counts.GetValueOrDefault(pair.school.Id), pair.school.Version)).ToList());
    }

    /// <summary>Changes who leads the school's training on 表4.</summary>
    internal static async Task<Results<Ok<SchoolLine>, ProblemHttpResult>> EditSchoolAsync(
        string id, EditSchool body, HttpRequest request, CadreDbContext database, CurrentUser user, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (!CanEdit(user, id) || await database.Schools.FirstOrDefaultAsync(school => school.Id == id, cancellationToken) is not { } school)
        {
            return Refuse(user, id).ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != school.Version)
        {
            return Problems.Stale(school.Version).ToResult();
        }

        var lead = string.IsNullOrWhiteSpace(body.TrainingLead) ? null : body.TrainingLead.Trim();
        changes.Add("school.training-lead", school.TrainingLead, lead, school.Id);
        (school.TrainingLead, school.Version) = (lead, school.Version + 1);
        await database.SaveChangesAsync(cancellationToken);
        var region = await database.Regions.AsNoTracking().FirstAsync(region => region.Id == school.RegionId, cancellationToken);
        request.HttpContext.Response.SetVersion(school.Version);
        return TypedResults.Ok(new SchoolLine(school.Id, school.Code, school.Name, school.Stage, region.Id, region.Name, school.TrainingLead, 0, school.Version));
    }

    /// <summary>The cadres of a school's year with posts and dated values.</summary>
    internal static async Task<Results<Ok<RosterView>, ProblemHttpResult>> GetAsync(
        string id, int? year, CadreDbContext database, RosterReading reading, SchemeCatalog schemes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(school => school.Id == id, cancellationToken);
        if (school is null || !(user.CanReadSchool(id) || user.IsAdministrator))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var chosen = year ?? schemes.CurrentYear(clock);
        return TypedResults.Ok(new RosterView(id, school.Name, chosen, CanEdit(user, id), await reading.CadresAsync(id, chosen, cancellationToken)));
    }

    /// <summary>Adds a cadre who is in no roster yet.</summary>
    /// <response code="409">
    /// <c>platform-no-taken</c>: the platform number belongs to someone else; <c>personId</c>, <c>inOffice</c> and <c>schoolName</c> say whom to transfer or to bring back.
    /// <c>year-closed</c>, <c>signed-off</c>: a settled year would change.
    /// </response>
    /// <response code="422">A value does not fit; <c>problems</c> names every field.</response>
    internal static async Task<Results<Created<RosterCadre>, ProblemHttpResult>> AddAsync(
        string id, EditPerson body, CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, SchemeCatalog schemes, CurrentUser user, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!CanEdit(user, id) || !await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return Refuse(user, id).ToResult();
        }

        var (values, items) = Checked(body, adding: true);
        if (items.Count > 0)
        {
            return Problems.Invalid(items).ToResult();
        }

        if (await TakenAsync(database, values, null, clock.Today(), cancellationToken) is { } taken)
        {
            return taken.ToResult();
        }

        var from = body.From ?? clock.Today();
        var order = await database.Appointments.Where(post => post.SchoolId == id).MaxAsync(post => (int?)post.Order, cancellationToken) ?? 0;
        var person = writer.Add(id, values, from, order + 1);
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/schools/{id}/roster", await reading.CadreAsync(id, person.Id, schemes.CurrentYear(clock), cancellationToken));
    }

    /// <summary>Changes a person's values or post from a day on; the values of earlier days stay known to the sheets of those days.</summary>
    /// <response code="412">Someone changed the person meanwhile; <c>differences</c> shows both.</response>
    internal static async Task<Results<Ok<RosterCadre>, ProblemHttpResult>> EditAsync(
        string id, EditPerson body, HttpRequest request, CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, CurrentUser user, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var from = body.From ?? today;
        var posts = await database.Appointments.Where(post => post.PersonId == id).OrderBy(post => post.Order).ToListAsync(cancellationToken);
        var own = posts.Where(post => body.SchoolId is null ? CanEdit(user, post.SchoolId) : post.SchoolId == body.SchoolId).ToList();
        var post = own.Find(post => post.To is null || post.To >= from) ?? own.MaxBy(post => post.From);
        if (post is null || !CanEdit(user, post.SchoolId) || await database.People.FirstOrDefaultAsync(person => person.Id == id, cancellationToken) is not { } person)
        {
            return (posts.Exists(post => user.CanReadSchool(post.SchoolId)) ? Problems.Forbidden() : Problems.NotFound("该干部", "cadre")).ToResult();
        }

        var (values, items) = Checked(body, adding: false);
        if (items.Count > 0)
        {
            return Problems.Invalid(items).ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != person.Version)
        {
            return Problems.Stale(person.Version, new Dictionary<string, object?> { ["differences"] = Differences(person, post, values) }).ToResult();
        }

        if (await TakenAsync(database, values, id, today, cancellationToken) is { } taken)
        {
            return taken.ToResult();
        }

        var facts = await database.PersonFacts.Where(fact => fact.PersonId == id).ToListAsync(cancellationToken);
        foreach (var (key, value) in values.Where(pair => PersonFields.Has(pair.Key)))
        {
            writer.Set(person, facts, key, value, body.Correction ? null : from, post.SchoolId);
        }

        if (values.TryGetValue(RosterColumns.Post, out var newPost))
        {
            writer.SetPost(post, newPost, body.Correction ? post.From : from);
        }

        person.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem().ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(person.Version);
        return TypedResults.Ok(await reading.CadreAsync(post.SchoolId, id, from.Year, cancellationToken));
    }

    internal static bool CanEdit(CurrentUser user, string schoolId) => user.IsSecretaryOf(schoolId) || user.IsAdministrator;

    internal static Problem Refuse(CurrentUser user, string schoolId) => user.CanSeeSchool(schoolId)
        ? Problems.Forbidden("名册由本校填报人或管理员维护。", "The roster is kept by the school's secretary or the administrator.")
        : Problems.NotFound("该学校", "school");

    private static (Dictionary<string, string> Values, List<ProblemItem> Items) Checked(EditPerson body, bool adding)
    {
        var values = body.Values();
        if (adding)
        {
            values.TryAdd(RosterColumns.Name, "");
            values.TryAdd(RosterColumns.Post, "");
        }

        var problems = new List<ImportProblem>();
        foreach (var (key, value) in values.ToList())
        {
            values[key] = RosterReader.ReadField(key, value, problems);
        }

        return (values, problems.Select(problem => new ProblemItem(problem.Code, problem.Message, problem.MessageEn, Field: problem.Field)).ToList());
    }

    private static async Task<Problem?> TakenAsync(CadreDbContext database, Dictionary<string, string> values, string? personId, DateOnly today, CancellationToken cancellationToken)
    {
        if (values.GetValueOrDefault(RosterColumns.PlatformNo) is not { Length: > 0 } number
            || await database.People.AsNoTracking().FirstOrDefaultAsync(person => person.PlatformNo == number && person.Id != personId, cancellationToken) is not { } owner)
        {
            return null;
        }

        var last = await (
            from post in database.Appointments
            join school in database.Schools on post.SchoolId equals school.Id
            where post.PersonId == owner.Id
            orderby post.To == null descending, post.To descending
            select new { school.Name, post.To }).FirstOrDefaultAsync(cancellationToken);
        var inOffice = last is not null && (last.To is null || last.To >= today);
        return Problems.Conflict(
            "platform-no-taken",
            $"进修编号 {number} 已属于{owner.Name}{(last is null ? "" : $"（{last.Name}{(inOffice ? "" : $"，{last.To:yyyy-MM-dd} 离任")}）")}。",
            $"The platform number {number} belongs to {owner.Name}{(last is null ? "" : $" ({last.Name}{(inOffice ? "" : $", left on {last.To:yyyy-MM-dd}")})")}.",
            inOffice ? "编号有误请改正；若是调入，请用“调入 / 返任”登记。" : "编号有误请改正；若是此人回来任职，请用“调入 / 返任”登记，材料和学分会接着原来的。",
            inOffice ? "Correct the number, or enter a transfer." : "Correct the number, or bring the person back with “Transfer or return”, so that papers and credits go on.") with
        {
            More = new Dictionary<string, object?> { ["personId"] = owner.Id, ["name"] = owner.Name, ["inOffice"] = inOffice, ["schoolName"] = last?.Name },
        };
    }

    private static List<object> Differences(Person person, Appointment post, Dictionary<string, string> values) => values
        .Select(pair => (pair.Key, Yours: pair.Value, Theirs: pair.Key == RosterColumns.Post ? post.Post : PersonFields.Get(person, pair.Key)))
        .Where(item => item.Yours != item.Theirs)
        .Select(item => (object)new { item.Key, Label = RosterColumns.Find(item.Key)!.Header, item.Yours, item.Theirs }).ToList();
}
