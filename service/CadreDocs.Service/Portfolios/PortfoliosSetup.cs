namespace CadreDocs.Service.Portfolios;

/// <summary>The board of a school's year, its papers bound for printing, and the district's dashboard.</summary>
internal static class PortfoliosSetup
{
    public static void AddPortfolios(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Board>();
        builder.Services.AddScoped<Dashboard>();
        builder.Services.AddScoped<DashboardMonths>();
        builder.Services.AddOptions<PrintingOptions>().BindConfiguration("Printing").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<BinderPrinter>();
        builder.Services.AddScoped<BinderFiles>();
        builder.Services.AddScoped<Binder>();
        builder.Services.AddScoped<InspectionLog>();
        builder.Services.AddScoped<InspectionBook>();
    }

    public static void MapPortfolios(this IEndpointRouteBuilder api)
    {
        api.MapBoards();
        api.MapBinders();
        api.MapInspections();
    }
}
