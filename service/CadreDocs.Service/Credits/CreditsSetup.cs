namespace CadreDocs.Service.Credits;

/// <summary>表4 and the credit ledger.</summary>
internal static class CreditsSetup
{
    public static void AddCredits(this WebApplicationBuilder builder)
    {
    }

    public static void MapCredits(this IEndpointRouteBuilder api)
    {
    }
}
