using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Review;

/// <summary>Results by school and by cadre, for the bureau alone (R2): one basis for the use of cadres.</summary>
internal static class ResultEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder api) => api.MapGet("/results/workbook", WorkbookAsync).RequireAuthorization(Policies.SignedIn).WithTags("Review")
        .WithName("GetResultsWorkbook").Produces<Stream>(200, MediaTypes.Xlsx);

    /// <summary>The results of a year as a workbook; the officer only, and the purpose is kept in the history (R88).</summary>
    /// <response code="422">The purpose is missing.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> WorkbookAsync(
        int year, string? purpose, DistrictResults results, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsOfficer)
        {
            return Problems.Forbidden("全区结果只供区教育局使用。", "The district's results are for the bureau alone.").ToResult();
        }

        if (string.IsNullOrWhiteSpace(purpose) || purpose.Length > 200)
        {
            return Problems.Invalid([new ProblemItem("purpose", "请写明导出用途（200 字以内）。", "Say what the export is for (up to 200 characters).", Field: "purpose")]).ToResult();
        }

        var workbook = await results.WorkbookAsync(year, cancellationToken);
        changes.Add("results.exported", null, year, year: year, reason: purpose.Trim());
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.File(workbook.ToArray(), MediaTypes.Xlsx, $"{year}年度干部自培结果.xlsx");
    }
}
