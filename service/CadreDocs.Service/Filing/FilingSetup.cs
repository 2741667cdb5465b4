namespace CadreDocs.Service.Filing;

/// <summary>Filing portfolios into the library.</summary>
internal static class FilingSetup
{
    public static void AddFiling(this WebApplicationBuilder builder)
    {
    }

    public static void MapFiling(this IEndpointRouteBuilder api)
    {
    }
}
