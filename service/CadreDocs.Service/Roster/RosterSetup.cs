using CadreDocs.Service.Roster.Contradictions;
using CadreDocs.Service.Roster.Guard;
using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Roster;

/// <summary>Schools, cadres and their posts.</summary>
internal static class RosterSetup
{
    public static void AddRoster(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RosterReading>();
        builder.Services.AddScoped<RosterWriter>();
        builder.Services.AddScoped<SettledYears>();
        builder.Services.AddScoped<RosterGuard>();
        builder.Services.AddScoped<RosterImports>();
        builder.Services.AddScoped<ContradictionList>();
        builder.Services.AddScoped<ContradictionSettler>();
    }

    public static void MapRoster(this IEndpointRouteBuilder api)
    {
        api.MapRosters();
        api.MapTransfers();
        api.MapPosts();
        api.MapPersonSearch();
        api.MapImports();
        api.MapExport();
        api.MapContradictions();
    }
}
