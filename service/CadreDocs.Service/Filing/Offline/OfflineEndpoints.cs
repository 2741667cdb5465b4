using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Offline;

internal static class OfflineEndpoints
{
    public static void MapOffline(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{schoolId}").WithTags("Offline").RequireAuthorization(Policies.Secretary);
        group.MapPost("/package", PackAsync).WithName("PackForOffline");
        group.MapPost("/returns", ReturnAsync).WithName("ReadReturned").RequireRateLimiting(RateLimits.Uploads);
    }

    /// <summary>Packs everything the school still owes in a year as prefilled Word documents; papers that nobody began are begun as drafts.</summary>
    internal static async Task<IResult> PackAsync(
        string schoolId, int year, CadreDbContext database, CurrentUser user, OfflinePackage package, CancellationToken cancellationToken)
    {
        if (await SchoolAsync(schoolId, database, user, cancellationToken) is not { } school)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await package.WriteAsync(school, year, file, cancellationToken);
        file.Position = 0;
        return Results.File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"{LibraryPath.Name(school.Name)}-{year}年度-离线填报.zip"));
    }

    /// <summary>Reads a .zip of filled forms that came back. Nothing is changed yet: each reading is applied by itself.</summary>
    internal static async Task<Results<Ok<List<ReturnedPaper>>, ProblemHttpResult>> ReturnAsync(
        string schoolId, IFormFile file, CadreDbContext database, CurrentUser user, OfflineReturn returns, CancellationToken cancellationToken)
    {
        if (await SchoolAsync(schoolId, database, user, cancellationToken) is null)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        return (await UploadedFile.ReadAsync(file, cancellationToken)).Refused(out var problem, out var upload)
            || (await returns.ReadAsync(schoolId, upload, cancellationToken)).Refused(out problem, out var papers)
            ? problem.ToResult() : TypedResults.Ok(papers);
    }

    private static async Task<School?> SchoolAsync(string schoolId, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsSecretaryOf(schoolId) ? await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken) : null;
}
