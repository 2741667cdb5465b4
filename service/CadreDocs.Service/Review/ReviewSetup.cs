namespace CadreDocs.Service.Review;

/// <summary>The reviewer's queue and workbook.</summary>
internal static class ReviewSetup
{
    public static void AddReview(this WebApplicationBuilder builder) => builder.Services.AddScoped<ReviewDesk>();

    public static void MapReview(this IEndpointRouteBuilder api) => api.MapReviews();
}
