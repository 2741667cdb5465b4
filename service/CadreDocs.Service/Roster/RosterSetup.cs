namespace CadreDocs.Service.Roster;

/// <summary>Schools, cadres and their posts.</summary>
internal static class RosterSetup
{
    public static void AddRoster(this WebApplicationBuilder builder)
    {
    }

    public static void MapRoster(this IEndpointRouteBuilder api)
    {
    }
}
