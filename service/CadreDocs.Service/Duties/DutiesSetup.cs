namespace CadreDocs.Service.Duties;

/// <summary>What is owed by whom, and by which clause.</summary>
internal static class DutiesSetup
{
    public static void AddDuties(this WebApplicationBuilder builder) => builder.Services.AddScoped<DutyList>();

    public static void MapDuties(this IEndpointRouteBuilder api) => api.MapDutyEndpoints();
}
