using CadreDocs.Service.Records;

namespace CadreDocs.Service.Credits;

/// <summary>表4 and the credit ledger.</summary>
internal static class CreditsSetup
{
    public static void AddCredits(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CreditBook>();
        services.AddScoped<CreditWriter>();
        services.AddScoped<SchoolSheets>();
        services.AddScoped<IComputedForm, CreditDeclarationForm>();
    }

    public static void MapCredits(this IEndpointRouteBuilder api) => api.MapCreditSheets();
}
