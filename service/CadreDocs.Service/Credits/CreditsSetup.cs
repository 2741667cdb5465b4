using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Credits;

/// <summary>表4, the credit ledger, and the sheets drawn from it.</summary>
internal static class CreditsSetup
{
    public static void AddCredits(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CreditBook>();
        services.AddScoped<CreditWriter>();
        services.AddScoped<LedgerBook>();
        services.AddScoped<SchoolSheets>();
        services.AddScoped<IComputedForm, CreditDeclarationForm>();
        services.AddScoped<IComputedForm>(provider => Platform(provider, PlatformForm.Ethics, "ethics"));
        services.AddScoped<IComputedForm>(provider => Platform(provider, PlatformForm.Skills, "skills"));
        services.AddScoped<IComputedForm, TrainingCreditsForm>();
    }

    public static void MapCredits(this IEndpointRouteBuilder api)
    {
        api.MapCreditSheets();
        api.MapLedgers();
        api.MapTrainings();
        api.MapCertificates();
        api.MapSheets();
        api.MapPlatform();
    }

    private static PlatformForm Platform(IServiceProvider provider, string formId, string split) => new(
        formId, split, provider.GetRequiredService<LedgerBook>(), provider.GetRequiredService<SchemeCatalog>(), provider.GetRequiredService<TimeProvider>());
}
