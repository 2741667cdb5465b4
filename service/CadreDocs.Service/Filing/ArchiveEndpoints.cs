using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

internal static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schools/{schoolId}/archive", SchoolAsync).RequireAuthorization(Policies.SchoolReader).WithTags("Filing").WithName("DownloadArchive");
        api.MapGet("/people/{id}/archive", PersonAsync).RequireAuthorization(Policies.SignedIn).WithTags("Filing").WithName("DownloadOwnArchive");
    }

    /// <summary>A school's accepted papers of a year as .zip with contents page and hashes, for handing over and for schools without a network.</summary>
    /// <response code="409">Nothing has been accepted yet that the asker may read.</response>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> SchoolAsync(
        string schoolId, int year, CadreDbContext database, CurrentUser user, RecordRights rights, PortfolioArchive archive, CancellationToken cancellationToken)
    {
        var school = user.CanReadSchool(schoolId) ? await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken) : null;
        return school is null ? Problems.NotFound("该学校", "school").ToResult() : await PackAsync(school.Name, [school], year, rights.CanRead, archive, cancellationToken);
    }

    /// <summary>A cadre's own accepted papers of a year, from every school of that year. The school's secretary may hand it over, too.</summary>
    /// <response code="404">Nobody of this id, or none of the asker's concern.</response>
    /// <response code="409">None of the papers has been accepted yet.</response>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PersonAsync(
        string id, int year, CadreDbContext database, CurrentUser user, RecordRights rights, PortfolioArchive archive, CancellationToken cancellationToken)
    {
        var papers = (await database.Records.AsNoTracking().Where(record => record.PersonId == id && record.Year <= year && year <= record.UntilYear).ToListAsync(cancellationToken))
            .Where(rights.CanRead).ToList();
        if (await database.People.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } person || (papers.Count == 0 && !user.OwnsPerson(id)))
        {
            return Problems.NotFound("这名干部", "cadre").ToResult();
        }

        var ids = papers.Select(record => record.SchoolId).Distinct().ToList();
        var schools = await database.Schools.AsNoTracking().Where(school => ids.Contains(school.Id)).OrderBy(school => school.Code).ToListAsync(cancellationToken);
        return await PackAsync(person.Name, schools, year, record => record.PersonId == id && rights.CanRead(record), archive, cancellationToken);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PackAsync(
        string owner, List<School> schools, int year, Func<Record, bool> wanted, PortfolioArchive archive, CancellationToken cancellationToken)
    {
        // Written to disk first: a zip that breaks half-way would look like a whole one to the browser.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var sent = false;
        try
        {
            if (await archive.WriteAsync(owner, schools, year, wanted, file, cancellationToken) == 0)
            {
                return Problems.Conflict(
                    "nothing-to-pack", "没有可以打包的材料。", "There is nothing to pack.",
                    $"{year}年度还没有已接受的材料；学校接受以后再下载。", $"No paper of {year} has been accepted yet; download it once the school has accepted some.").ToResult();
            }

            file.Position = 0;
            sent = true;
            return TypedResults.File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"{LibraryPath.Name(owner)}-{year}年度.zip"));
        }
        finally
        {
            if (!sent)
            {
                await file.DisposeAsync();
            }
        }
    }
}
