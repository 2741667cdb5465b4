using CadreDocs.Service.Audit;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>Closing a school's year, and reopening it, which needs the college (R77).</summary>
internal static class YearEndpoints
{
    public static void MapYears(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/years/{year:int}").WithTags("Training").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", GetAsync).WithName("GetYear");
        group.MapGet("/check", CheckAsync).WithName("CheckYear");
        group.MapPost("/close", CloseAsync).WithName("CloseYear");
        group.MapPost("/reopen", ReopenAsync).WithName("ReopenYear");
    }

    /// <summary>Whether the year was handed in.</summary>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> GetAsync(string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanSeeSchool(id) ? TypedResults.Ok(await ViewAsync(id, year, database, user, cancellationToken)) : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>What is still open before the year is handed in: blank marks, missing papers by name, papers that wait.</summary>
    internal static async Task<Results<Ok<YearCheckView>, ProblemHttpResult>> CheckAsync(
        string id, int year, CadreDbContext database, YearCheck check, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanReadSchool(id) && await check.ReadAsync(id, year, await ViewAsync(id, year, database, user, cancellationToken), cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>Closes the year: every blank mark is confirmed as 不计, the credits as they stand become the declared ones.</summary>
    /// <response code="409">Some blank marks were not confirmed; <c>blanks</c> names cadre and day of each.</response>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> CloseAsync(
        string id, int year, CloseYear body, CadreDbContext database, YearCheck check, CreditBook credits, SchoolSheets sheets, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await SessionEndpoints.RefuseAsync(id, year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var blanks = await check.BlanksAsync(id, year, cancellationToken);
        var confirmed = (body.Blanks ?? []).ToHashSet();
        var open = blanks.Where(blank => !confirmed.Contains(new ConfirmedBlank(blank.SessionId, blank.PersonId))).ToList();
        if (open.Count > 0)
        {
            return (Problems.Conflict(
                "blanks-open", $"还有 {open.Count} 处出勤未登记，也未确认“不计”。", $"{open.Count} attendance marks are blank and not confirmed.",
                "请逐一登记，或逐一确认为“不计”后再上报。", "Mark them, or confirm each as not counting, then hand in the year.") with
            {
                More = new Dictionary<string, object?> { ["blanks"] = open },
            }).ToResult();
        }

        foreach (var blank in blanks)
        {
            changes.Add("attendance." + blank.Label, null, "不计", id, blank.PersonId, year: year);
        }

        await KeepAsync(await credits.SchoolAsync(id, year, cancellationToken), year, database, changes, ids, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var form in YearCheck.Settled)
        {
            Accept(await sheets.EnsureAsync(form, id, null, year, cancellationToken), changes, clock);
        }

        database.YearClosings.Add(new YearClosing { SchoolId = id, Year = year, ClosedAt = clock.GetUtcNow(), ClosedBy = user.PersonId!, BlanksConfirmed = blanks.Count > 0 });
        changes.Add("year.closed", null, $"{blanks.Count}", id, year: year);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(id, year, database, user, cancellationToken));
    }

    /// <summary>Opens a closed year again; the bureau's officer only, with a reason. The sheets that were settled with it show the values of the moment again.</summary>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> ReopenAsync(
        string id, int year, ReopenYear body, CadreDbContext database, YearCheck check, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.IsOfficer)
        {
            return (user.CanSeeSchool(id) ? Problems.Forbidden("已上报的年度只能由区教育学院（区级）重新打开。", "A year that was handed in is reopened by the college only.") : Problems.NotFound("该学校", "school")).ToResult();
        }

        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            return Problems.Invalid([new ProblemItem("reason", "请写明重新打开的原因。", "Say why the year is reopened.", Field: "reason")]).ToResult();
        }

        if (await database.YearClosings.FirstOrDefaultAsync(closing => closing.SchoolId == id && closing.Year == year, cancellationToken) is not { } closing)
        {
            return Problems.NotFound("该年度的结账", "closing of this year").ToResult();
        }

        changes.Add("year.closed", closing.ClosedBy, null, id, year: year, reason: body.Reason.Trim());
        database.YearClosings.Remove(closing);
        foreach (var sheet in await check.SettledSheetsAsync(id, year, cancellationToken))
        {
            changes.Add("record.state", sheet.State, RecordState.Draft, id, null, sheet.Id, year, body.Reason.Trim());
            (sheet.State, sheet.UpdatedAt, sheet.Version) = (RecordState.Draft, clock.GetUtcNow(), sheet.Version + 1);
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(id, year, database, user, cancellationToken));
    }

    // The sheets that the service fills are settled with the year, so that filing takes them along.
    private static void Accept(Record record, ChangeLog changes, TimeProvider clock)
    {
        if (record.State is RecordState.Draft or RecordState.Submitted or RecordState.Returned)
        {
            changes.Add("record.state", record.State, RecordState.Accepted, record.SchoolId, null, record.Id, record.Year);
            (record.State, record.AcceptedAt, record.UpdatedAt, record.Version) = (RecordState.Accepted, clock.GetUtcNow(), clock.GetUtcNow(), record.Version + 1);
        }
    }

    // What was proposed when the year was handed in stays what was declared, whatever happens to the papers later.
    private static async Task KeepAsync(List<CreditRow> rows, int year, CadreDbContext database, ChangeLog changes, Ids ids, CancellationToken cancellationToken)
    {
        var people = rows.ConvertAll(row => row.PersonId);
        var lines = await database.CreditLines.Where(line => line.Year == year && people.Contains(line.PersonId)).ToDictionaryAsync(line => line.PersonId, cancellationToken);
        foreach (var row in rows.Where(row => row.Declared != lines.GetValueOrDefault(row.PersonId)?.Declared))
        {
            changes.Add("credit.declared", null, row.Declared, row.SchoolId, row.PersonId, year: year);
            if (lines.TryGetValue(row.PersonId, out var line))
            {
                (line.Declared, line.Version) = (row.Declared, line.Version + 1);
            }
            else
            {
                database.CreditLines.Add(new CreditLine { Id = ids.New(), SchoolId = row.SchoolId, PersonId = row.PersonId, Year = year, Declared = row.Declared });
            }
        }
    }

    private static async Task<YearStateView> ViewAsync(string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var closing = await database.YearClosings.AsNoTracking().FirstOrDefaultAsync(closing => closing.SchoolId == id && closing.Year == year, cancellationToken);
        var by = closing is null ? null : await database.People.Where(person => person.Id == closing.ClosedBy).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        return new YearStateView(id, year, closing is not null, closing?.ClosedAt, by, closing is null && user.IsSecretaryOf(id), closing is not null && user.IsOfficer);
    }
}
