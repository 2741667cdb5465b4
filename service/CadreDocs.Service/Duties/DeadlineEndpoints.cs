using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Duties;

/// <summary>The last days of a year's papers.</summary>
/// <param name="Year">The year.</param>
/// <param name="CanEdit">True for the college.</param>
/// <param name="Lines">A line per form and semester that can fall due in the year, in the order of the portfolios.</param>
internal sealed record DeadlineListView(int Year, bool CanEdit, List<DeadlineLine> Lines);

/// <summary>The last day of one paper.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Sheet">Printed number of the sheet, or null.</param>
/// <param name="Title">Title.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Portfolio">Whose paper it is.</param>
/// <param name="Semester">The semester; 0 for forms that know none.</param>
/// <param name="SemesterName">Its name, or null.</param>
/// <param name="SemesterNameEn">The same in English.</param>
/// <param name="Set">What the college set; null where it did not.</param>
/// <param name="Due">What holds: that, else the scheme's; null for no date.</param>
internal sealed record DeadlineLine(
    string FormId, string? Sheet, string Title, string TitleEn, Portfolio Portfolio, int Semester, string? SemesterName, string? SemesterNameEn, DateOnly? Set, DateOnly? Due);

/// <summary>Last days to be set, all or none.</summary>
internal sealed record EditDeadlines(List<EditDeadline> Deadlines);

/// <summary>One last day.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Semester">The semester; 0 for forms that know none.</param>
/// <param name="Date">The last day; null takes the college's away.</param>
/// <param name="Seen">What the college had set when it was typed; another one meanwhile is not overwritten.</param>
internal sealed record EditDeadline(string FormId, int Semester, DateOnly? Date, DateOnly? Seen);

/// <summary>The college sets the dates of a year (A34).</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/deadlines/{year:int}").WithTags("Duties").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", GetAsync).WithName("GetDeadlines");
        group.MapPut("/", SetAsync).RequireAuthorization(Policies.Officer).WithName("SetDeadlines").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    /// <summary>The last days of a year's papers, set or not.</summary>
    internal static async Task<Ok<DeadlineListView>> GetAsync(int year, DeadlineBook book, SchemeCatalog schemes, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(year, book, schemes, user, cancellationToken));

    /// <summary>Sets last days; the officer of the college only. What is not named stays.</summary>
    /// <response code="409">Somebody else set one meanwhile; nothing was changed.</response>
    /// <response code="422">A day lies far outside the year, or the form knows no such semester; <c>problems</c> names each.</response>
    internal static async Task<Results<Ok<DeadlineListView>, ProblemHttpResult>> SetAsync(
        int year, EditDeadlines body, CadreDbContext database, DeadlineBook book, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        var lines = (await ViewAsync(year, book, schemes, user, cancellationToken)).Lines.ToDictionary(line => (line.FormId, line.Semester));
        var problems = body.Deadlines.SelectMany(edit => Faults(edit, year, lines.GetValueOrDefault((edit.FormId, edit.Semester)))).ToList();
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        var set = await database.Deadlines.Where(deadline => deadline.Year == year).ToDictionaryAsync(deadline => (deadline.FormId, deadline.Semester), cancellationToken);
        var stale = body.Deadlines.Where(edit => set.GetValueOrDefault((edit.FormId, edit.Semester))?.Date != edit.Seen).ToList();
        if (stale.Count > 0)
        {
            return Problems.Conflict(
                "deadline-changed", $"{Names(stale, lines, line => Title(line))}的日期刚被他人改过，没有保存。", $"Someone changed the day of {Names(stale, lines, line => line.TitleEn)} meanwhile; nothing was saved.",
                "请刷新后重新填写。", "Reload and set it again.").ToResult();
        }

        foreach (var edit in body.Deadlines)
        {
            var before = set.GetValueOrDefault((edit.FormId, edit.Semester));
            changes.Add($"deadline.{edit.FormId}", Text(before?.Date), Text(edit.Date), year: year, reason: lines[(edit.FormId, edit.Semester)].SemesterName);
            if (before is null && edit.Date is { } day)
            {
                database.Deadlines.Add(new Deadline { Year = year, FormId = edit.FormId, Semester = edit.Semester, Date = day });
            }
            else if (before is not null && edit.Date is { } other)
            {
                before.Date = other;
            }
            else if (before is not null)
            {
                database.Deadlines.Remove(before);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(year, book, schemes, user, cancellationToken));
    }

    private static IEnumerable<ProblemItem> Faults(EditDeadline edit, int year, DeadlineLine? line)
    {
        var field = $"{edit.FormId} {edit.Semester}";
        if (line is null)
        {
            yield return new ProblemItem("deadline-form", $"{year}年度没有这项材料（{edit.FormId}，学期 {edit.Semester}）。", $"{year} has no such paper ({edit.FormId}, semester {edit.Semester}).", Field: field);
        }
        else if (edit.Date is { } day && (day < new DateOnly(year - 1, 9, 1) || day > new DateOnly(year + 1, 8, 31)))
        {
            // 年初 may still be the end of the year before, 年终 the spring after; anything further is a slip of the pen.
            yield return new ProblemItem(
                "deadline-day", $"{Title(line)}：{day:yyyy-MM-dd} 不属于{year}年度前后，请核对年份。", $"{line.TitleEn}: {day:yyyy-MM-dd} is far from {year}; look at the year.", Field: field);
        }
    }

    private static async Task<DeadlineListView> ViewAsync(int year, DeadlineBook book, SchemeCatalog schemes, CurrentUser user, CancellationToken cancellationToken)
    {
        var version = schemes.ForYear(year);
        var days = await book.ReadAsync(year, year, cancellationToken);

        // A five-year sheet falls due in the period's last year only.
        var lines = from form in version.Forms
                    where form.Clock != Clock.FiveYear || version.Definition.PlanOf(year).To == year
                    from semester in form.Clock == Clock.Semester ? version.Definition.SemestersOf(year).Cast<Semester?>() : [null]
                    let no = semester?.No ?? 0
                    select new DeadlineLine(
                        form.Id, form.Sheet, form.Title, form.TitleEn, form.Portfolio, no, semester?.Name, semester?.NameEn, days.Set(form.Id, year, no), days.Of(form.Id, year, no));
        return new DeadlineListView(year, user.IsOfficer, lines.ToList());
    }

    private static string Names(List<EditDeadline> edits, Dictionary<(string FormId, int Semester), DeadlineLine> lines, Func<DeadlineLine, string> name) =>
        string.Join("、", edits.Select(edit => name(lines[(edit.FormId, edit.Semester)])).Distinct());

    private static string Title(DeadlineLine line) => line.SemesterName is null ? line.Title : $"{line.SemesterName}{line.Title}";

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
