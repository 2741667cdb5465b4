namespace CadreDocs.Service.Audit;

/// <summary>Who changed what, readable by the school concerned (R78).</summary>
internal static class AuditSetup
{
    public static void AddAudit(this WebApplicationBuilder builder) => builder.Services.AddScoped<ChangeLog>();

    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapChanges();
}
