namespace CadreDocs.Service.Audit;

/// <summary>Who changed what, readable by the school concerned (R78).</summary>
internal static class AuditSetup
{
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ChangeLog>();
        builder.Services.AddScoped<ActUndo>();
        builder.Services.AddSingleton<ChangeLabels>();
        builder.Services.AddSingleton<ActRetention>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ActRetention>());
    }

    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapChanges();
}
