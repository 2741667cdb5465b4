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
        api.MapGet("/dashboard/months", MonthsAsync).RequireAuthorization(Policies.SignedIn).WithTags("Portfolios").WithName("GetDashboardMonths");
    }

    /// <summary>A school's year: cadres × items with states, and the school's own papers.</summary>
    internal static async Task<Results<Ok<BoardView>, ProblemHttpResult>> GetAsync(string id, int year, Board board, InspectionLog inspections, CurrentUser user, CancellationToken cancellationToken)
    {
        var pass = user.InspectionOf(id);
        if ((pass is null && !user.CanReadSchool(id)) || await board.ReadAsync(id, year, cancellationToken) is not { } view)
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        await inspections.NoteBoardAsync(id, cancellationToken);
        return TypedResults.Ok(user.CanReadSchool(id) || pass is null ? view : view with { Cadres = pass.Personal ? view.Cadres : [], SchoolItems = pass.School ? view.SchoolItems : [] });
    }

    /// <summary>The district's year for the officer, the assigned schools' for a reviewer: completeness by school, credits by year, exceptions.</summary>
    internal static async Task<Results<Ok<DashboardView>, ProblemHttpResult>> DashboardAsync(int year, Dashboard dashboard, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsOfficer || user.IsReviewer
            ? TypedResults.Ok(await dashboard.ReadAsync(year, school => user.IsOfficer || user.IsReviewerOf(school), cancellationToken))
            : NotCollege().ToResult();

    /// <summary>Completeness by school and month, for the same people.</summary>
    internal static async Task<Results<Ok<DashboardMonthsView>, ProblemHttpResult>> MonthsAsync(int year, DashboardMonths months, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsOfficer || user.IsReviewer
            ? TypedResults.Ok(await months.ReadAsync(year, school => user.IsOfficer || user.IsReviewerOf(school), cancellationToken))
            : NotCollege().ToResult();

    private static Problem NotCollege() => Problems.Forbidden("全区汇总供区教育局和区级审核人查看。", "The district's overview is for the bureau and the reviewers.");
}
