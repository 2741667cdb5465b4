namespace CadreDocs.Service.Scheme;

/// <summary>The scheme versions and their forms.</summary>
internal static class SchemeSetup
{
    public static void AddScheme(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SchemeCatalog>();
        builder.Services.AddHostedService<TemplateWarmUp>();
        builder.Services.AddHealthChecks().AddCheck<TemplateHealth>("templates");
    }

    public static void MapScheme(this IEndpointRouteBuilder api)
    {
        // A faulty scheme stops the start here, before the database is touched.
        api.ServiceProvider.GetRequiredService<SchemeCatalog>();
        api.MapSchemeEndpoints();
    }
}
