using CadreDocs.Documents;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>The other computed sheets as documents: 表2, 表3, 表5-1, 表5-2 of a school, 表12 of a cadre.</summary>
internal static class SheetEndpoints
{
    private static readonly string[] OfSchool = ["attendance", "session-schedule", PlatformForm.Ethics, PlatformForm.Skills];

    public static void MapSheets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schools/{id}/sheets/{formId}/document", SchoolAsync).RequireAuthorization(Policies.SignedIn).WithTags("Credits")
            .WithName("GetSchoolSheet").Produces<Stream>(200, MediaTypes.Docx, MediaTypes.Xlsx);
        api.MapGet("/people/{id}/sheets/training-credits/document", PersonAsync).RequireAuthorization(Policies.SignedIn).WithTags("Credits")
            .WithName("GetTrainingCredits").Produces<Stream>(200, MediaTypes.Docx, MediaTypes.Xlsx);
    }

    /// <summary>表2 (attendance), 表3 (session-schedule), 表5-1 (platform-ethics) or 表5-2 (platform-skills) as docx (default) or xlsx.</summary>
    /// <response code="403">表2 names who was ill: the school and the bureau only.</response>
    /// <response code="409">The period's rates are unset: nothing is computed.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SchoolAsync(
        string id, string formId, int year, string? format, SchoolSheets sheets, LedgerBook book, CadreDbContext database, CurrentUser user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!OfSchool.Contains(formId) || !user.CanReadSchool(id) || !await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return Problems.NotFound("该学校的这张表", "sheet of this school").ToResult();
        }

        if (formId == "attendance" && !user.IsSecretaryOf(id) && !user.IsOfficer)
        {
            return Problems.Forbidden("考勤表含病假，只供本校和区教育局下载。", "表2 shows sick leave; only the school and the bureau download it.").ToResult();
        }

        if (formId is PlatformForm.Ethics or PlatformForm.Skills && Unset(book.Period(year)) is { } unset)
        {
            return unset.ToResult();
        }

        return await DownloadAsync(await sheets.EnsureAsync(formId, id, null, year, cancellationToken), format, sheets, response, cancellationToken);
    }

    /// <summary>表12 of a cadre for the period that holds the year.</summary>
    /// <response code="409">A year was recognised and the period's rates are unset: nothing is computed.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PersonAsync(
        string id, int year, string? format, SchoolSheets sheets, RecordStore records, CadreDbContext database, CurrentUser user, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await LedgerEndpoints.AccessAsync(id, database, user, cancellationToken) is not { SchoolId: { } school })
        {
            return Problems.NotFound("该干部", "cadre").ToResult();
        }

        var record = await sheets.EnsureAsync(TrainingCreditsForm.Id, school, id, year, cancellationToken);
        return await records.UncomputableAsync(record, cancellationToken) is { } unset
            ? unset.ToResult()
            : await DownloadAsync(record, format, sheets, response, cancellationToken);
    }

    /// <summary>The refusal of a period without rates; null where they are set.</summary>
    internal static Problem? Unset(CreditPeriod period)
    {
        var (zh, en) = CreditLedger.Unset(period);
        return period.IsSet ? null : Problems.Conflict("period-unset", "该周期的学分标准尚未设定。", "The rates of this period are not set.", zh, en);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        Record record, string? format, SchoolSheets sheets, HttpResponse response, CancellationToken cancellationToken)
    {
        if (format is not (null or "docx" or "xlsx"))
        {
            return Problems.Invalid([new ProblemItem("format", "格式只有 docx 和 xlsx。", "The format is docx or xlsx.", Field: "format")]).ToResult();
        }

        return await sheets.PrintAsync(record, format == "xlsx" ? DocumentKind.Excel : DocumentKind.Word, "", cancellationToken) is { } document
            ? CreditEndpoints.Download(document, response, record.Version)
            : Problems.NotFound("这种格式的文档", "document of this kind").ToResult();
    }
}
