using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

internal static class LedgerEndpoints
{
    public static void MapLedgers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/people/{id}").WithTags("Credits").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/ledger", GetAsync).WithName("GetLedger");
        group.MapPost("/opening-years", AddOpeningAsync).WithName("AddOpeningYear");
        group.MapPost("/opening-years/{year:int}/confirm", ConfirmAsync).WithName("ConfirmOpeningYear");
        group.MapPost("/opening-years/{year:int}/withdraw", WithdrawAsync).WithName("WithdrawOpeningYear").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        group.MapDelete("/opening-years/{year:int}", RemoveOpeningAsync).WithName("RemoveOpeningYear");
    }

    /// <summary>A person's credits by period and year; every year with its proof. A period without rates is refused with who must set them.</summary>
    /// <remarks>Periods with a year that is declared or entered, today's, and that of <c>year</c>.</remarks>
    internal static async Task<Results<Ok<LedgerView>, ProblemHttpResult>> GetAsync(
        string id, int? year, CadreDbContext database, LedgerBook book, SchemeCatalog schemes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await AccessAsync(id, database, user, cancellationToken) is not { } access)
        {
            return Problems.NotFound("该干部", "cadre").ToResult();
        }

        var years = await book.YearsAsync(id, cancellationToken);
        var schools = await database.Schools.ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
        var openings = await database.OpeningYears.AsNoTracking().Where(opening => opening.PersonId == id).OrderBy(opening => opening.Year).ToListAsync(cancellationToken);
        var reviews = await database.CreditLines.AsNoTracking().Where(line => line.PersonId == id && line.ReviewedBy != null)
            .Select(line => new Reviewed(line.Year, line.ReviewedBy!, line.ReviewedAt)).ToListAsync(cancellationToken);
        reviews.AddRange(openings.Where(opening => opening.ConfirmedBy is not null).Select(opening => new Reviewed(opening.Year, opening.ConfirmedBy!, opening.ConfirmedAt)));
        var reviewers = reviews.Select(review => review.By).Distinct().ToList();
        var names = await database.People.Where(person => reviewers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var trainings = await database.OtherTrainings.AsNoTracking().Where(training => training.PersonId == id).OrderBy(training => training.From).ToListAsync(cancellationToken);
        var periods = years.Select(each => each.Year).Append(schemes.CurrentYear(clock)).Append(year ?? schemes.CurrentYear(clock)).Select(book.Period).DistinctBy(period => period.From).OrderBy(period => period.From);
        return TypedResults.Ok(new LedgerView(
            id, access.Name,
            periods.Select(period => View(CreditLedger.Compute(period, years), schools, reviews.ConvertAll(review => review with { By = names.GetValueOrDefault(review.By, review.By) }))).ToList(),
            openings.Select(opening => new OpeningYearView(opening.Year, opening.Proof, opening.ConfirmedBy is null ? null : names.GetValueOrDefault(opening.ConfirmedBy), opening.ConfirmedAt)).ToList(),
            book.OpeningYears.Except(years.Select(each => each.Year)).ToList(), TrainingEndpoints.Views(trainings), access.CanEdit, access.CanConfirm));
    }

    /// <summary>Enters a year before the rule with its proof; it counts once the college confirms it.</summary>
    /// <response code="422">The year is not one of the opening years of the scheme, or the proof is missing.</response>
    internal static async Task<Results<Ok<OpeningYearView>, ProblemHttpResult>> AddOpeningAsync(
        string id, NewOpeningYear body, CadreDbContext database, LedgerBook book, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await AccessAsync(id, database, user, cancellationToken) is not { } access)
        {
            return Problems.NotFound("该干部", "cadre").ToResult();
        }

        if (!access.CanEdit)
        {
            return Problems.Forbidden().ToResult();
        }

        var problems = new List<ProblemItem>();
        if (!book.OpeningYears.Contains(body.Year))
        {
            var years = string.Join("、", book.OpeningYears);
            problems.Add(new ProblemItem("not-opening-year", $"{body.Year} 年不是办法施行前可补录的年度（{years}）：请改用表4申报。", $"{body.Year} is no opening year ({years}): declare it on 表4.", Field: "year"));
        }

        if (string.IsNullOrWhiteSpace(body.Proof) || body.Proof.Length > 500)
        {
            problems.Add(new ProblemItem("proof", "请写明证明材料（500 字以内）。", "Name the proof (up to 500 characters).", Field: "proof"));
        }

        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (await database.OpeningYears.AnyAsync(opening => opening.PersonId == id && opening.Year == body.Year, cancellationToken)
            || await database.CreditLines.AnyAsync(line => line.PersonId == id && line.Year == body.Year, cancellationToken))
        {
            return Problems.Conflict("year-filed", $"{access.Name}的 {body.Year} 年度已经登记，不能重复申报。", $"The year {body.Year} of {access.Name} is filed already.", "同一年度只计一次，请核对台账。", "A year counts once; look at the ledger.").ToResult();
        }

        var opening = new OpeningYear { PersonId = id, Year = body.Year, Proof = body.Proof.Trim() };
        database.OpeningYears.Add(opening);
        changes.Add("credit.opening-year", null, opening.Proof, access.SchoolId, id, year: body.Year);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new OpeningYearView(opening.Year, opening.Proof, null, null));
    }

    /// <summary>The college confirms an opening year; nobody confirms own years.</summary>
    internal static async Task<Results<Ok<OpeningYearView>, ProblemHttpResult>> ConfirmAsync(
        string id, int year, CadreDbContext database, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await AccessAsync(id, database, user, cancellationToken) is not { } access
            || await database.OpeningYears.FirstOrDefaultAsync(opening => opening.PersonId == id && opening.Year == year, cancellationToken) is not { } opening)
        {
            return Problems.NotFound("该补录年度", "opening year").ToResult();
        }

        if (!access.CanConfirm)
        {
            return Problems.Forbidden("补录年度由区教育学院（审核人）确认，且不得确认本人的。", "Opening years are confirmed by the college, and nobody confirms own ones.").ToResult();
        }

        if (opening.ConfirmedAt is null)
        {
            (opening.ConfirmedBy, opening.ConfirmedAt) = (user.PersonId, clock.GetUtcNow());
            changes.Add("credit.opening-confirmed", null, user.Name, access.SchoolId, id, year: year);
            await database.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok(new OpeningYearView(opening.Year, opening.Proof, user.Name, opening.ConfirmedAt));
    }

    /// <summary>The college takes its confirmation back, with a reason; the year waits again and counts no more.</summary>
    /// <response code="403">Only the college, and nobody for own years.</response>
    /// <response code="409">It is not confirmed, or the period was filed on the platform with it.</response>
    internal static async Task<Results<Ok<OpeningYearView>, ProblemHttpResult>> WithdrawAsync(
        string id, int year, WithdrawReason body, CadreDbContext database, LedgerBook book, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await AccessAsync(id, database, user, cancellationToken) is not { } access
            || await database.OpeningYears.FirstOrDefaultAsync(opening => opening.PersonId == id && opening.Year == year, cancellationToken) is not { } opening)
        {
            return Problems.NotFound("该补录年度", "opening year").ToResult();
        }

        if (!access.CanConfirm)
        {
            return Problems.Forbidden("补录年度的确认由区教育学院（审核人）撤销，且不得撤销本人的。", "The college takes a confirmation back, and nobody an own one.").ToResult();
        }

        if (opening.ConfirmedAt is null)
        {
            return Problems.Conflict("opening-waiting", $"{year} 年尚未确认，无需撤销。", $"{year} is not confirmed.", "请刷新台账查看。", "Reload the ledger.").ToResult();
        }

        if (body.Fault is { } fault)
        {
            return fault.ToResult();
        }

        if ((await PlatformEndpoints.FiledAsync(book.Period(year).From, database, cancellationToken)).Contains(id))
        {
            return Problems.Conflict(
                "filed-on-platform", $"{access.Name}的这一周期已作网上平台申报，其中计入了 {year} 年。", $"The period of {access.Name} was filed on the platform, {year} included.",
                "请先撤回该次平台申报，再撤销确认。", "Take that filing back first.").ToResult();
        }

        var by = await database.People.Where(person => person.Id == opening.ConfirmedBy).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        changes.Add("credit.opening-confirmed", by ?? opening.ConfirmedBy, null, access.SchoolId, id, year: year, reason: body.Reason!.Trim());
        (opening.ConfirmedBy, opening.ConfirmedAt) = (null, null);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new OpeningYearView(opening.Year, opening.Proof, null, null));
    }

    /// <summary>Takes an opening year away again while the college has not confirmed it.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveOpeningAsync(
        string id, int year, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await AccessAsync(id, database, user, cancellationToken) is not { CanEdit: true } access
            || await database.OpeningYears.FirstOrDefaultAsync(opening => opening.PersonId == id && opening.Year == year, cancellationToken) is not { } opening)
        {
            return Problems.NotFound("该补录年度", "opening year").ToResult();
        }

        if (opening.ConfirmedAt is not null)
        {
            return Problems.Conflict(
                "opening-confirmed", $"{year} 年已由区教育学院确认，不能删除。", $"The college confirmed {year}; it cannot be removed.", "如有误，请联系区教育学院撤销确认。", "Ask the college to take its confirmation back if it is wrong.").ToResult();
        }

        changes.Add("credit.opening-year", opening.Proof, null, access.SchoolId, id, year: year);
        database.OpeningYears.Remove(opening);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>What the asker may do with someone's ledger; null where they may not even see it.</summary>
    internal static async Task<LedgerAccess?> AccessAsync(string personId, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = await database.People.Where(person => person.Id == personId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        var schools = await database.Appointments.Where(post => post.PersonId == personId).OrderByDescending(post => post.From).Select(post => post.SchoolId).ToListAsync(cancellationToken);
        var own = user.OwnsPerson(personId);
        return name is null || !(own || user.IsOfficer || schools.Exists(user.CanReadSchool))
            ? null
            : new LedgerAccess(name, schools.FirstOrDefault(), own || schools.Exists(user.IsSecretaryOf), !own && (user.IsOfficer || schools.Exists(user.IsReviewerOf)));
    }

    private static PeriodView View(PeriodLedger ledger, Dictionary<string, string> schools, List<Reviewed> reviews) => new(
        ledger.Period.From, ledger.Period.Until, ledger.Period.Numeral,
        ledger.Lines.Select(line =>
        {
            var review = reviews.Find(review => review.Year == line.Year);
            return new LedgerLineView(
                line.Year, line.State, Label(line.State).Zh, Label(line.State).En, line.SchoolId is null ? null : schools.GetValueOrDefault(line.SchoolId), line.Declared, line.Recognised,
                line.Ethics, line.Skills, line.Proof, review?.By, review?.At, line.FiledTwice);
        }).ToList(),
        ledger.Years, ledger.Ethics, ledger.Skills, ledger.Period.EthicsCap, ledger.Period.SkillsCap, ledger.Refusal, ledger.RefusalEn);

    internal static (string Zh, string En) Label(LedgerYearState state) => state switch
    {
        LedgerYearState.NotFiled => ("未申报", "not filed"),
        LedgerYearState.Waiting => ("已申报，待审核", "filed, waits for the audit"),
        LedgerYearState.Returned => ("退回补正", "sent back"),
        LedgerYearState.Refused => ("审核未认定", "audited, not recognised"),
        LedgerYearState.Recognised => ("已认定", "recognised"),
        LedgerYearState.OpeningWaiting => ("补录，待确认", "opening year, to be confirmed"),
        _ => ("补录，已确认", "opening year, confirmed"),
    };
}

/// <summary>Who settled a year, and when.</summary>
internal sealed record Reviewed(int Year, string By, DateTimeOffset? At);

/// <summary>What someone may do with a ledger.</summary>
internal sealed record LedgerAccess(string Name, string? SchoolId, bool CanEdit, bool CanConfirm);
