using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Portfolios;

internal static class BoardEndpoints
{
    public static void MapBoards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schools/{id}/board", GetAsync).RequireAuthorization(Policies.SignedIn).WithTags("Portfolios").WithName("GetBoard");
        api.MapGet("/dashboard", DashboardAsync).RequireAuthorization(Policies.SignedIn).WithTags("Portfolios").WithName("GetDashboard");
    }

    /// <summary>A school's year: cadres × items with states, and the school's own papers.</summary>
    internal static async Task<Results<Ok<BoardView>, ProblemHttpResult>> GetAsync(string id, int year, Board board, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanReadSchool(id) && await board.ReadAsync(id, year, cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>The district's year for the officer, the assigned schools' for a reviewer: completeness by school, credits by year, exceptions.</summary>
    internal static async Task<Results<Ok<DashboardView>, ProblemHttpResult>> DashboardAsync(int year, Dashboard dashboard, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsOfficer || user.IsReviewer
            ? TypedResults.Ok(await dashboard.ReadAsync(year, school => user.IsOfficer || user.IsReviewerOf(school), cancellationToken))
            : Problems.Forbidden("全区汇总供区教育局和区级审核人查看。", "The district's overview is for the bureau and the reviewers.").ToResult();
}
