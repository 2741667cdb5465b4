namespace CadreDocs.Service.Records;

/// <summary>Records: the filled forms.</summary>
internal static class RecordsSetup
{
    public static void AddRecords(this WebApplicationBuilder builder)
    {
    }

    public static void MapRecords(this IEndpointRouteBuilder api)
    {
    }
}
