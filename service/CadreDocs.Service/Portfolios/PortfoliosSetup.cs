namespace CadreDocs.Service.Portfolios;

/// <summary>The board of a school's year.</summary>
internal static class PortfoliosSetup
{
    public static void AddPortfolios(this WebApplicationBuilder builder) => builder.Services.AddScoped<Board>();

    public static void MapPortfolios(this IEndpointRouteBuilder api) => api.MapBoards();
}
