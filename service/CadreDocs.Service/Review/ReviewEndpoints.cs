using CadreDocs.Service.Audit;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Review;

internal static class ReviewEndpoints
{
    /// <summary>More cadres than a district has.</summary>
    private const int MaxRows = 20_000;

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/review").WithTags("Review").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", QueueAsync).WithName("GetReviewQueue");
        group.MapGet("/workbook", WorkbookAsync).WithName("GetReviewWorkbook").Produces<Stream>(200, MediaTypes.Xlsx);
        group.MapPost("/workbook", UploadAsync).WithName("UploadReviewWorkbook").RequireRateLimiting(RateLimits.Uploads);
        group.MapGet("/rows", RowsAsync).WithName("GetReviewRows");
        group.MapPost("/rows", SaveRowsAsync).WithName("SaveReviewRows");
        group.MapPut("/lines/{personId}", EditAsync).WithName("EditOpinion");
        group.MapPost("/schools/{id}/accept-clean", AcceptCleanAsync).WithName("AcceptCleanLines");
        group.MapPost("/schools/{id}/sign-off", SignOffAsync).WithName("SignOff");
        group.MapDelete("/schools/{id}/sign-off", TakeBackAsync).WithName("TakeBackSignOff");
    }

    /// <summary>The schools of the reviewer, those with open exceptions first.</summary>
    internal static async Task<Results<Ok<List<ReviewSchool>>, ProblemHttpResult>> QueueAsync(int year, ReviewDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsReviewer || user.IsOfficer ? TypedResults.Ok(await desk.QueueAsync(year, cancellationToken)) : NotReviewer().ToResult();

    /// <summary>The audit workbook of the reviewer's schools; it works offline and is merged on return.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> WorkbookAsync(int year, ReviewDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsReviewer
            ? TypedResults.File((await desk.WorkbookAsync(year, cancellationToken)).ToArray(), MediaTypes.Xlsx, $"{year}年度干部自培学分审核表.xlsx")
            : NotReviewer().ToResult();

    /// <summary>Takes a marked workbook: opinions that were written into unchanged rows are applied, rows that changed since the download are listed as conflicts.</summary>
    /// <response code="422">The file is not ours, is of another year, or has faults; <c>problems</c> names each by sheet, row and column. Nothing was taken.</response>
    internal static async Task<Results<Ok<ReviewUploadView>, ProblemHttpResult>> UploadAsync(
        int year, IFormFile file, ReviewDesk desk, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsReviewer)
        {
            return NotReviewer().ToResult();
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellationToken);
        var outcome = await desk.ApplyAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), file.FileName, year, cancellationToken);
        return outcome.Refused(out var problem, out var applied) ? problem.ToResult() : TypedResults.Ok(applied);
    }

    /// <summary>The rows of the audit workbook as they stand now, for a workbook that is open in Excel.</summary>
    internal static async Task<Results<Ok<ReviewRowsView>, ProblemHttpResult>> RowsAsync(int year, ReviewDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsReviewer ? TypedResults.Ok(await desk.RowsViewAsync(year, cancellationToken)) : NotReviewer().ToResult();

    /// <summary>Takes changed rows of an open workbook: what is sound is applied, what changed since comes back as a conflict, what has a fault is named. Merged as an upload is.</summary>
    /// <response code="422">More rows than a workbook has, or a row without its key.</response>
    internal static async Task<Results<Ok<ReviewRowsSaved>, ProblemHttpResult>> SaveRowsAsync(
        int year, ReviewRowEdits body, ReviewDesk desk, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsReviewer)
        {
            return NotReviewer().ToResult();
        }

        return body.Rows is { Count: <= MaxRows } rows && rows.All(row => row is { Key: not null, Version: not null, Base: not null, School: not null, Name: not null })
            ? TypedResults.Ok(await desk.SaveRowsAsync(rows, year, cancellationToken))
            : Problems.Invalid([new ProblemItem("rows", $"最多{MaxRows}行，每行须有键、版本、底稿、学校和姓名。", $"At most {MaxRows} rows, each with key, version, base, school and name.", Field: "rows")]).ToResult();
    }

    /// <summary>Gives or takes back one opinion; needs If-Match (0 while nothing was written).</summary>
    /// <response code="403">Nobody reviews own papers.</response>
    internal static async Task<Results<Ok<CreditRowView>, ProblemHttpResult>> EditAsync(
        string personId, int year, EditOpinion body, HttpRequest request, CadreDbContext database, CreditBook book, CreditWriter writer, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await book.PersonAsync(personId, year, cancellationToken);
        if (row is null || !user.IsReviewerOf(row.SchoolId))
        {
            return (user.IsReviewer ? Problems.NotFound("该干部的学分行", "credit line") : NotReviewer()).ToResult();
        }

        if (user.OwnsPerson(personId))
        {
            return OwnPapers().ToResult();
        }

        if (await database.SignOffs.AnyAsync(sign => sign.SchoolId == row.SchoolId && sign.Year == year, cancellationToken))
        {
            return SignedOff(year).ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != row.Version)
        {
            return Problems.Stale(row.Version, new Dictionary<string, object?> { ["current"] = CreditRowView.Of(row) }).ToResult();
        }

        var opinion = Opinions.Settle(book.Rules(year), row.Declared, body.Opinion, body.Recognised, body.Reason);
        if (opinion.Faults.Count > 0)
        {
            return Problems.Invalid(opinion.Faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn, Field: fault.Field)).ToList()).ToResult();
        }

        await writer.ReviewAsync(row, year, opinion, user.PersonId!, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        var saved = (await book.PersonAsync(personId, year, cancellationToken))!;
        request.HttpContext.Response.SetVersion(saved.Version);
        return TypedResults.Ok(CreditRowView.Of(saved));
    }

    /// <summary>Agrees to all plain rows of a school in one act: complete, nothing typed by hand, no opinion yet, not the reviewer's own.</summary>
    internal static async Task<Results<Ok<AcceptedLines>, ProblemHttpResult>> AcceptCleanAsync(
        string id, int year, CadreDbContext database, CreditBook book, CreditWriter writer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsReviewerOf(id))
        {
            return (user.IsReviewer ? Problems.NotFound("该学校", "school") : NotReviewer()).ToResult();
        }

        if (await database.SignOffs.AnyAsync(sign => sign.SchoolId == id && sign.Year == year, cancellationToken))
        {
            return SignedOff(year).ToResult();
        }

        var rules = book.Rules(year);
        var clean = (await book.SchoolAsync(id, year, cancellationToken)).Where(row => row.Line?.Opinion is null && ReviewExceptions.Of(row).Count == 0 && !user.OwnsPerson(row.PersonId)).ToList();
        foreach (var row in clean)
        {
            await writer.ReviewAsync(row, year, Opinions.Settle(rules, row.Declared, Opinions.Agree, null, null), user.PersonId!, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new AcceptedLines(clean.Select(row => row.PersonId).ToList()));
    }

    /// <summary>Signs a school's year: every row has an opinion, and nothing of it changes any more.</summary>
    /// <response code="409">Some rows have no opinion; the detail names them.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> SignOffAsync(
        string id, int year, CadreDbContext database, CreditBook book, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.IsReviewerOf(id))
        {
            return (user.IsReviewer ? Problems.NotFound("该学校", "school") : NotReviewer()).ToResult();
        }

        if (await database.SignOffs.AnyAsync(sign => sign.SchoolId == id && sign.Year == year, cancellationToken))
        {
            return TypedResults.NoContent();
        }

        var open = (await book.SchoolAsync(id, year, cancellationToken)).Where(row => row.Line?.Opinion is null).Select(row => row.Name).ToList();
        if (open.Count > 0)
        {
            return Problems.Conflict(
                "lines-open", $"还有 {open.Count} 人没有审核意见，不能签审。", $"{open.Count} rows have no opinion yet.",
                $"请先审核：{string.Join("、", open)}（本人的由其他审核人审核）。", $"Review first: {string.Join(", ", open)} (one's own by another reviewer).").ToResult();
        }

        database.SignOffs.Add(new SignOff { SchoolId = id, Year = year, SignedBy = user.PersonId!, SignedAt = clock.GetUtcNow() });
        changes.Add("credit.signed-off", null, user.Name, id, year: year);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Takes a signature back: the officer, or whoever signed.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(
        string id, int year, string? reason, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        var sign = await database.SignOffs.FirstOrDefaultAsync(sign => sign.SchoolId == id && sign.Year == year, cancellationToken);
        if (sign is null || !(user.IsOfficer || user.IsReviewerOf(id)))
        {
            return Problems.NotFound("该签审", "sign-off").ToResult();
        }

        if (!user.IsOfficer && !user.OwnsPerson(sign.SignedBy))
        {
            return Problems.Forbidden("签审只能由签审人本人或区教育局撤销。", "Only whoever signed or the bureau takes a signature back.").ToResult();
        }

        changes.Add("credit.signed-off", sign.SignedBy, null, id, year: year, reason: reason);
        database.SignOffs.Remove(sign);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Problem NotReviewer() => Problems.Forbidden("学分审核由区级审核人进行。", "Credits are audited by reviewers of the district.");

    private static Problem OwnPapers() => Problems.Forbidden("不得审核本人的学分，请由其他审核人审核。", "Nobody reviews own papers; another reviewer has to do it.");

    private static Problem SignedOff(int year) => Problems.Conflict(
        "signed-off", $"{year}年度学分已签审，不能再改。", $"The credits of {year} are signed off and cannot be changed.", "如需修改，请先撤销签审。", "Take the signature back first.");
}

/// <summary>Rows that were agreed to.</summary>
internal sealed record AcceptedLines(List<string> PersonIds);
