using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Portfolios;

internal static class BoardEndpoints
{
    public static void MapBoards(this IEndpointRouteBuilder api) =>
        api.MapGet("/schools/{id}/board", GetAsync).RequireAuthorization(Policies.SignedIn).WithTags("Portfolios").WithName("GetBoard");

    /// <summary>A school's year: cadres × items with states, and the school's own papers.</summary>
    internal static async Task<Results<Ok<BoardView>, ProblemHttpResult>> GetAsync(string id, int year, Board board, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanReadSchool(id) && await board.ReadAsync(id, year, cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problems.NotFound("该学校", "school").ToResult();
}
