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
        group.MapPost("/close", CloseAsync).WithName("CloseYear");
        group.MapPost("/reopen", ReopenAsync).WithName("ReopenYear");
    }

    /// <summary>Whether the year was handed in.</summary>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> GetAsync(string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanSeeSchool(id) ? TypedResults.Ok(await ViewAsync(id, year, database, user, cancellationToken)) : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>Closes the year: every blank mark is confirmed as 不计, the credits as they stand become the declared ones.</summary>
    /// <response code="409">Blank marks were not confirmed; <c>blanks</c> names cadre and day of each.</response>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> CloseAsync(
        string id, int year, CloseYear body, CadreDbContext database, AttendanceBook book, CreditBook credits, SchoolSheets sheets, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await SessionEndpoints.RefuseAsync(id, year, database, user, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var columns = await book.ColumnsAsync(id, year, cancellationToken);
        var rows = await book.RowsAsync(id, year, cancellationToken);
        var blanks = (from row in rows from session in columns where row.InPost(session) && !row.Marks.ContainsKey(session.Id) select new { row.PersonId, row.Name, SessionId = session.Id, Label = SessionDays.Label(session) }).ToList();
        if (blanks.Count > 0 && !body.ConfirmBlanks)
        {
            return (Problems.Conflict(
                "blanks-open", $"还有 {blanks.Count} 处出勤未登记。", $"{blanks.Count} attendance marks are blank.",
                "请逐一登记，或确认这些空白为“不计”后再结账。", "Mark them, or confirm that these blanks do not count, then close the year.") with
            {
                More = new Dictionary<string, object?> { ["blanks"] = blanks },
            }).ToResult();
        }

        foreach (var row in await credits.SchoolAsync(id, year, cancellationToken))
        {
            await KeepAsync(row, year, database, ids, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        foreach (var form in new[] { "attendance", "session-schedule", CreditDeclarationForm.Id })
        {
            Accept(await sheets.EnsureAsync(form, id, null, year, cancellationToken), changes, clock);
        }

        database.YearClosings.Add(new YearClosing { SchoolId = id, Year = year, ClosedAt = clock.GetUtcNow(), ClosedBy = user.PersonId!, BlanksConfirmed = blanks.Count > 0 });
        changes.Add("year.closed", null, $"{blanks.Count}", id, year: year);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(id, year, database, user, cancellationToken));
    }

    /// <summary>Opens a closed year again; the bureau's officer only, with a reason.</summary>
    internal static async Task<Results<Ok<YearStateView>, ProblemHttpResult>> ReopenAsync(
        string id, int year, ReopenYear body, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
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
    private static async Task KeepAsync(CreditRow row, int year, CadreDbContext database, Ids ids, CancellationToken cancellationToken)
    {
        var line = await database.CreditLines.FirstOrDefaultAsync(line => line.PersonId == row.PersonId && line.Year == year, cancellationToken);
        if (line is null)
        {
            database.CreditLines.Add(new CreditLine { Id = ids.New(), SchoolId = row.SchoolId, PersonId = row.PersonId, Year = year, Declared = row.Declared });
        }
        else if (line.Declared != row.Declared)
        {
            (line.Declared, line.Version) = (row.Declared, line.Version + 1);
        }
    }

    private static async Task<YearStateView> ViewAsync(string id, int year, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var closing = await database.YearClosings.AsNoTracking().FirstOrDefaultAsync(closing => closing.SchoolId == id && closing.Year == year, cancellationToken);
        var by = closing is null ? null : await database.People.Where(person => person.Id == closing.ClosedBy).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        return new YearStateView(id, year, closing is not null, closing?.ClosedAt, by, closing is null && user.IsSecretaryOf(id), closing is not null && user.IsOfficer);
    }
}
