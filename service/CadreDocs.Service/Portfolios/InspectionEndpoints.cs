using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>The college lets somebody read a school's portfolios for a time; the school sees who read what (R6, feature 11).</summary>
internal static class InspectionEndpoints
{
    /// <summary>Longest that a pass holds.</summary>
    private const int MaxDays = 92;

    private static readonly string[] Holders = [Roles.Reviewer, Roles.RegionChair, Roles.Officer];

    public static void MapInspections(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Inspections").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/inspections", MineAsync).WithName("ListInspections");
        group.MapGet("/inspections/holders", HoldersAsync).WithName("ListPassHolders");
        group.MapPost("/inspections/{id}/revoke", RevokeAsync).WithName("RevokePass");
        group.MapGet("/schools/{id}/inspections", OfSchoolAsync).WithName("GetSchoolInspections");
        group.MapPost("/schools/{id}/inspections", IssueAsync).WithName("IssuePass");
    }

    /// <summary>The asker's own passes that hold today or later; for the officer all passes, the newest first.</summary>
    internal static async Task<Ok<List<PassView>>> MineAsync(InspectionBook book, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(user.IsOfficer ? await book.AllAsync(cancellationToken) : await book.OfHolderAsync(user.PersonId!, cancellationToken));

    /// <summary>Who may hold a pass; for the officer.</summary>
    internal static async Task<Results<Ok<List<PassHolder>>, ProblemHttpResult>> HoldersAsync(CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsOfficer)
        {
            return NotCollege().ToResult();
        }

        var grants = await database.RoleGrants.Where(grant => Holders.Contains(grant.Role)).Join(database.People, grant => grant.PersonId, person => person.Id, (grant, person) => new { person.Id, person.Name, grant.Role })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(grants.GroupBy(grant => grant.Id).Select(group => new PassHolder(group.Key, group.First().Name, group.Select(grant => grant.Role).Distinct().ToList()))
            .OrderBy(holder => holder.PersonId, StringComparer.Ordinal).ToList());
    }

    /// <summary>The passes of a school and every reading under them: for the school and the bureau.</summary>
    internal static async Task<Results<Ok<SchoolInspections>, ProblemHttpResult>> OfSchoolAsync(string id, InspectionBook book, CurrentUser user, CancellationToken cancellationToken) =>
        (user.IsSecretaryOf(id) || user.IsOfficer) && await book.OfSchoolAsync(id, cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>Issues a pass; the bureau's officer only.</summary>
    /// <response code="422">The holder is of the school itself or holds no district role, no portfolio is chosen, the days do not fit, or the purpose is missing.</response>
    internal static async Task<Results<Ok<PassView>, ProblemHttpResult>> IssueAsync(
        string id, NewPass body, CadreDbContext database, InspectionBook book, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.IsOfficer)
        {
            return (user.CanSeeSchool(id) ? NotCollege() : Problems.NotFound("该学校", "school")).ToResult();
        }

        if (!await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var problems = Check(body, clock.Today());
        if (!await database.RoleGrants.AnyAsync(grant => grant.PersonId == body.HolderId && Holders.Contains(grant.Role), cancellationToken))
        {
            problems.Add(new ProblemItem("holder-unknown", "查阅人须是区级审核人、片区召集人或区教育局人员，请从名单中选择。", "The holder is a reviewer, a region's chair or an officer; choose from the list.", Field: "holderId"));
        }
        else if (await database.Appointments.On(clock.Today()).AnyAsync(post => post.PersonId == body.HolderId && post.SchoolId == id, cancellationToken))
        {
            problems.Add(new ProblemItem("own-school", "查阅人在该校任职，不得查阅本校，请另选一人。", "The holder has a post at this school and cannot inspect it; choose somebody else.", Field: "holderId"));
        }

        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        var pass = new InspectionPass
        {
            Id = ids.New(), SchoolId = id, HolderId = body.HolderId, SchoolPortfolio = body.SchoolPortfolio, PersonalPortfolios = body.PersonalPortfolios,
            From = body.From, Until = body.Until, Purpose = body.Purpose.Trim(), IssuedBy = user.PersonId!, IssuedAt = clock.GetUtcNow(),
        };
        database.InspectionPasses.Add(pass);
        changes.Add("inspection.pass", null, $"{pass.From:yyyy-MM-dd}—{pass.Until:yyyy-MM-dd}", id, pass.HolderId, year: pass.From.Year, reason: pass.Purpose);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok((await book.FindAsync(pass.Id, cancellationToken))!);
    }

    /// <summary>Takes a pass back before its last day; the officer only.</summary>
    internal static async Task<Results<Ok<PassView>, ProblemHttpResult>> RevokeAsync(
        string id, RevokePass body, CadreDbContext database, InspectionBook book, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.IsOfficer)
        {
            return NotCollege().ToResult();
        }

        if (await database.InspectionPasses.FirstOrDefaultAsync(pass => pass.Id == id, cancellationToken) is not { } pass)
        {
            return Problems.NotFound("该查阅凭证", "pass").ToResult();
        }

        if (pass.RevokedAt is null)
        {
            pass.RevokedAt = clock.GetUtcNow();
            changes.Add("inspection.pass", $"{pass.From:yyyy-MM-dd}—{pass.Until:yyyy-MM-dd}", null, pass.SchoolId, pass.HolderId, year: pass.From.Year, reason: body.Reason?.Trim());
            await database.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok((await book.FindAsync(id, cancellationToken))!);
    }

    private static List<ProblemItem> Check(NewPass body, DateOnly today)
    {
        var problems = new List<ProblemItem>();
        if (!body.SchoolPortfolio && !body.PersonalPortfolios)
        {
            problems.Add(new ProblemItem("portfolio", "请至少选择一种档案袋。", "Choose at least one portfolio.", Field: "schoolPortfolio"));
        }

        if (body.Until < body.From || body.Until < today || body.Until.DayNumber - body.From.DayNumber >= MaxDays)
        {
            problems.Add(new ProblemItem("days", $"起止日期不对：截止日不早于今天和起始日，最长 {MaxDays} 天。", $"The days do not fit: the last is not before today or the first, and {MaxDays} days are the most.", Field: "until"));
        }

        if (string.IsNullOrWhiteSpace(body.Purpose) || body.Purpose.Length > 200)
        {
            problems.Add(new ProblemItem("purpose", "请写明查阅事由（200 字以内），学校可以看到。", "Say what the survey is for (up to 200 characters); the school reads it.", Field: "purpose"));
        }

        return problems;
    }

    private static Problem NotCollege() => Problems.Forbidden("查阅凭证由区教育局（区级）发放。", "Passes are issued by the bureau.");
}
