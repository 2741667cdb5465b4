namespace CadreDocs.Service.Review;

/// <summary>The reviewer's queue and workbook, the college's evaluations, the bureau's results.</summary>
internal static class ReviewSetup
{
    public static void AddReview(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReviewDesk>();
        builder.Services.AddScoped<Evaluations>();
        builder.Services.AddScoped<DistrictResults>();
    }

    public static void MapReview(this IEndpointRouteBuilder api)
    {
        api.MapReviews();
        api.MapEvaluations();
        api.MapResults();
    }
}
