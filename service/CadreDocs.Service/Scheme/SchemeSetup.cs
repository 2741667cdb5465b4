namespace CadreDocs.Service.Scheme;

/// <summary>The scheme versions and their forms.</summary>
internal static class SchemeSetup
{
    public static void AddScheme(this WebApplicationBuilder builder)
    {
    }

    public static void MapScheme(this IEndpointRouteBuilder api)
    {
    }
}
