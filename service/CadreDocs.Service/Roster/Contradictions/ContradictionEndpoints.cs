using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Roster.Contradictions;

/// <summary>Sheets and roster that disagree, and how that is settled.</summary>
internal static class ContradictionEndpoints
{
    public static void MapContradictions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Roster").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/schools/{id}/contradictions", OfSchoolAsync).WithName("ListContradictions").ProducesProblem(404);
        group.MapGet("/records/{id}/contradictions", OfRecordAsync).WithName("GetContradictions").ProducesProblem(404);
        group.MapPost("/records/{id}/contradictions/settle", SettleAsync).WithName("SettleContradiction")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    /// <summary>Facts that a year's sheets of a school's cadres state otherwise than the roster.</summary>
    internal static async Task<Results<Ok<List<Contradiction>>, ProblemHttpResult>> OfSchoolAsync(
        string id, int year, ContradictionList list, CurrentUser user, CancellationToken cancellationToken) => user.CanReadSchool(id)
        ? TypedResults.Ok(await list.OfSchoolAsync(id, year, cancellationToken))
        : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>The same of one sheet.</summary>
    internal static async Task<Results<Ok<List<Contradiction>>, ProblemHttpResult>> OfRecordAsync(
        string id, ContradictionList list, RecordStore store, CancellationToken cancellationToken) =>
        (await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open)
            ? problem.ToResult()
            : TypedResults.Ok(await list.OfRecordAsync(open.Record, cancellationToken));

    /// <summary>Settles one: the sheet is corrected, or the roster gets a dated value. Needs If-Match with the record's version. What is left is answered.</summary>
    /// <response code="403">Sheet or roster is not the asker's to change.</response>
    /// <response code="409">Sheet or roster say something else by now.</response>
    /// <response code="422">The day is missing or does not fit the sheet's.</response>
    internal static async Task<Results<Ok<List<Contradiction>>, ProblemHttpResult>> SettleAsync(
        string id, Settlement settlement, HttpRequest request, ContradictionList list, ContradictionSettler settler, RecordStore store, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != open.Record.Version)
        {
            return Problems.Stale(open.Record.Version).ToResult();
        }

        return await settler.SettleAsync(open, settlement, cancellationToken) is { } refusal
            ? refusal.ToResult()
            : TypedResults.Ok(await list.OfRecordAsync(open.Record, cancellationToken));
    }
}
