using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Verifying;

/// <summary>Asks for a comparison of what was filed with what the library holds.</summary>
/// <param name="Year">年度.</param>
/// <param name="Repair">True moves back what was moved, removes what was superseded, and lets the next filing write again what is missing. Default false.</param>
internal sealed record VerifyRequest(int Year, bool Repair = false);

/// <summary>What the comparison found.</summary>
/// <param name="Filed">Files of the year that were filed, before anything was repaired.</param>
/// <param name="Differences">Everything that is not as it was filed; empty where all is in order.</param>
/// <param name="Repaired">True where what can be repaired was: missing files then come with the next filing.</param>
internal sealed record VerifyView(int Filed, IReadOnlyList<LibraryDifference> Differences, bool Repaired);

internal static class VerifyEndpoints
{
    public static void MapVerifying(this IEndpointRouteBuilder api) =>
        api.MapPost("/schools/{schoolId}/library/verify", VerifyAsync).RequireAuthorization(Policies.Secretary).WithTags("Filing").WithName("VerifyLibrary");

    /// <summary>Compares a year's filed papers with the library: what was never filed, missing, extra, changed, moved and superseded files; repairs on demand.</summary>
    internal static async Task<Results<Ok<VerifyView>, ProblemHttpResult>> VerifyAsync(
        string schoolId, VerifyRequest request, CadreDbContext database, CurrentUser user, LibraryVerifier verifier, CancellationToken cancellationToken)
    {
        if (!user.IsSecretaryOf(schoolId) || await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken) is not { } school)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (YearFilter.Refusal(request.Year) is { } refusal)
        {
            return refusal.ToResult();
        }

        try
        {
            var filed = await database.FiledDocuments.CountAsync(document => document.SchoolId == schoolId && document.Year == request.Year, cancellationToken);
            return TypedResults.Ok(new VerifyView(filed, await verifier.RunAsync(school, request.Year, request.Repair, cancellationToken), request.Repair));
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault).ToResult();
        }
    }
}
